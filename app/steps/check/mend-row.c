/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/mend-row.h"

#include <glib/gi18n.h>

#include "rules/address-guess.h"
#include "rules/address.h"

struct _OvsMendRow
{
  AdwBin parent_instance;

  GtkEntry *entry;
  GtkWidget *copy;
  GtkButton *save;
  GtkWidget *offers;
  GtkButton *meant_button;
  GtkButton *work_button;
  GtkWidget *in_loket;

  gint64 shown; /* the person, 0 for none */
  int finding;
  char *address; /* (nullable): as known */
  char *meant;   /* (nullable): what was probably meant */
  char *work;    /* (nullable): the work address of who has no private one */
  gboolean entered; /* before the person was there */
};

G_DEFINE_FINAL_TYPE (OvsMendRow, ovs_mend_row, ADW_TYPE_BIN)

enum
{
  MEND,
  NEXT,
  HINT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what is typed --------------------------------------------------------------------------------------------- */

static const char *
get_typed (OvsMendRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
is_unchanged (OvsMendRow *self)
{
  return g_strcmp0 (get_typed (self), self->address != NULL ? self->address : "") == 0;
}

/* An offer is a button that says the whole of it, and gives way in a narrow window. */
static void
set_offer (GtkButton *button, const char *label)
{
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (button, label);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (button)), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), label);
}

static void
show_offers (OvsMendRow *self)
{
  gboolean uses_work = self->work != NULL && *get_typed (self) == '\0';
  g_autofree char *meant = self->meant != NULL ? g_strdup_printf (_ ("Meant: %s?"), self->meant) : NULL;
  g_autofree char *work = uses_work ? g_strdup_printf (_ ("Work address: %s"), self->work) : NULL;

  set_offer (self->meant_button, meant);
  set_offer (self->work_button, work);
  gtk_widget_set_visible (self->offers, meant != NULL || work != NULL || gtk_widget_get_visible (self->in_loket));
}

static void
set_trouble (OvsMendRow *self, const char *trouble)
{
  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY, trouble != NULL ? "dialog-warning-symbolic" : NULL);
  gtk_entry_set_icon_tooltip_text (self->entry, GTK_ENTRY_ICON_SECONDARY, trouble);
  gtk_entry_set_icon_activatable (self->entry, GTK_ENTRY_ICON_SECONDARY, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               trouble != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  g_signal_emit (self, signals[HINT], 0, trouble);
}

/* While nothing is changed there is nothing to complain about: what is wrong with the person is said above. */
static const char *
find_trouble (OvsMendRow *self, const OvsAddress *address)
{
  if (is_unchanged (self))
    return NULL;
  if (address->kind == OVS_ADDRESS_INVALID && ovs_address_domain (address->address)[0] != '\0')
    return _ ("After the @ something is still missing, .nl or .com for instance.");
  if (address->kind != OVS_ADDRESS_OK)
    return _ ("This is not an e-mail address yet.");
  if (self->work != NULL && g_strcmp0 (get_typed (self), self->work) == 0)
    return _ ("Ask the client whether the employee wants this address: it is lost on leaving.");
  return self->meant != NULL ? _ ("The part after the @ looks mistyped.") : NULL;
}

static gboolean
ticks_off (OvsMendRow *self)
{
  return self->finding == OVS_FINDING_CHANGE_IN_LOKET && is_unchanged (self);
}

static const char *
save_label (OvsMendRow *self)
{
  if (ticks_off (self))
    return _ ("Changed in Loket");
  return is_unchanged (self) ? _ ("Next") : _ ("Save and next");
}

static void
on_changed (OvsMendRow *self)
{
  g_autoptr (OvsAddress) address = ovs_address_parse (get_typed (self));

  if (self->shown == 0)
    return;
  g_free (self->meant);
  self->meant = ovs_address_guess (get_typed (self));
  set_trouble (self, find_trouble (self, address));
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), is_unchanged (self) || address->kind == OVS_ADDRESS_OK);
  gtk_widget_set_visible (self->copy, is_unchanged (self) && address->kind == OVS_ADDRESS_OK);
  gtk_button_set_label (self->save, save_label (self));
  show_offers (self);
}

/* --- what is done with it -------------------------------------------------------------------------------------- */

static void
on_save (OvsMendRow *self)
{
  g_autofree char *typed = g_strdup (get_typed (self));

  if (self->shown == 0)
    self->entered = *typed != '\0';
  else if (!gtk_widget_get_sensitive (GTK_WIDGET (self->save)))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (ticks_off (self))
    g_signal_emit (self, signals[MEND], 0, typed, TRUE, FALSE);
  else if (is_unchanged (self))
    g_signal_emit (self, signals[NEXT], 0);
  else
    g_signal_emit (self, signals[MEND], 0, typed, FALSE,
                   gtk_widget_get_visible (self->in_loket) && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->in_loket)));
}

static void
on_meant (OvsMendRow *self)
{
  g_autofree char *meant = g_strdup (self->meant);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), meant);
  on_save (self);
}

/* Not saved at once: the client is to be asked first. */
static void
on_work (OvsMendRow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->work);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
on_copy (OvsMendRow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), get_typed (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(sb)", _ ("Address copied"), FALSE);
}

/* --- the person ------------------------------------------------------------------------------------------------ */

static gboolean
save_entered (gpointer row)
{
  OvsMendRow *self = row;

  if (self->shown != 0)
    on_save (self);
  return G_SOURCE_REMOVE;
}

/* What is being typed for the person stays when the dossier changes for another reason. */
void
ovs_mend_row_show (OvsMendRow *self, const OvsPersonCard *card, int finding)
{
  gboolean typing = (self->shown == card->id || self->shown == 0) && !is_unchanged (self);
  gboolean entered = self->entered && typing;

  self->entered = FALSE;
  self->finding = finding;
  self->shown = card->id;
  g_free (self->address);
  self->address = g_strdup (card->email);
  g_free (self->work);
  self->work = g_strdup (card->work_email);
  if (!typing)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), card->email != NULL ? card->email : "");
  on_changed (self);
  if (!typing)
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  /* Not from within: saving goes on to the next person. */
  if (entered)
    g_idle_add_full (G_PRIORITY_HIGH, save_entered, g_object_ref (self), g_object_unref);
}

void
ovs_mend_row_await (OvsMendRow *self)
{
  self->shown = 0;
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->meant, g_free);
  g_clear_pointer (&self->work, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  set_trouble (self, NULL);
  show_offers (self);
  gtk_widget_set_visible (self->copy, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), FALSE);
}

void
ovs_mend_row_set_loket (OvsMendRow *self, const char *loket)
{
  g_autofree char *label = loket != NULL ? g_strdup_printf (_ ("Change it in Loket too (%s)"), loket) : NULL;

  gtk_widget_set_visible (self->in_loket, loket != NULL);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->in_loket), label);
}

gboolean
ovs_mend_row_focus (OvsMendRow *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self->entry)) && gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* --- the widget ------------------------------------------------------------------------------------------------ */

static void
ovs_mend_row_finalize (GObject *object)
{
  OvsMendRow *self = OVS_MEND_ROW (object);

  g_free (self->address);
  g_free (self->meant);
  g_free (self->work);
  G_OBJECT_CLASS (ovs_mend_row_parent_class)->finalize (object);
}

static void
ovs_mend_row_class_init (OvsMendRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ovs_mend_row_finalize;
  signals[MEND] = g_signal_new ("mend", OVS_TYPE_MEND_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING,
                                G_TYPE_BOOLEAN, G_TYPE_BOOLEAN);
  signals[NEXT] = g_signal_new ("next", OVS_TYPE_MEND_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[HINT] = g_signal_new ("hint", OVS_TYPE_MEND_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/overstap/Overstap/steps/check/mend-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OvsMendRow, entry);
  gtk_widget_class_bind_template_child (widget_class, OvsMendRow, copy);
  gtk_widget_class_bind_template_child (widget_class, OvsMendRow, save);
  gtk_widget_class_bind_template_child (widget_class, OvsMendRow, offers);
  gtk_widget_class_bind_template_child (widget_class, OvsMendRow, meant_button);
  gtk_widget_class_bind_template_child (widget_class, OvsMendRow, work_button);
  gtk_widget_class_bind_template_child (widget_class, OvsMendRow, in_loket);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_meant);
  gtk_widget_class_bind_template_callback (widget_class, on_work);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
}

static void
ovs_mend_row_init (OvsMendRow *self)
{
  self->finding = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}
