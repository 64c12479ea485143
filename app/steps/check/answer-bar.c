/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/answer-bar.h"

#include <glib/gi18n.h>

#include "rules/address.h"
#include "steps/check/people-source.h"
#include "steps/person-notes.h"

struct _OvsAnswerBar
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *birth_date;
  GtkWidget *show_birth_date;
  GtkLabel *hint;
  OvsPersonNotes *notes;
  GtkWidget *contact;
  GtkLabel *contact_name;
  GtkLabel *contact_phone;
  GtkWidget *copy_phone;
  GtkWidget *mending;
  GtkEntry *entry;
  GtkButton *save;
  GtkWidget *adopt;
  GtkWidget *accept;
  GtkWidget *no_email;
  GtkWidget *exclude;
  GtkWidget *include;
  GtkLabel *place;

  gint64 shown; /* the person, 0 for none */
  int finding;
  char *address;    /* (nullable): as known */
  char *suggestion; /* (nullable) */
  char *situation;  /* the hint while nothing is typed */
};

G_DEFINE_FINAL_TYPE (OvsAnswerBar, ovs_answer_bar, ADW_TYPE_BIN)

enum
{
  MEND,
  NEXT,
  ACCEPT,
  EXCLUDE,
  INCLUDE,
  NO_EMAIL,
  SHOW_BIRTH_DATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- the address ----------------------------------------------------------------------------------------------- */

static gboolean
is_unchanged (OvsAnswerBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  return g_strcmp0 (text, self->address != NULL ? self->address : "") == 0;
}

static void
set_suggestion (OvsAnswerBar *self, char *suggestion)
{
  g_autofree char *label = suggestion != NULL ? g_strdup_printf (_ ("Adopt suggestion: %s"), suggestion) : NULL;

  g_free (self->suggestion);
  self->suggestion = suggestion;
  gtk_widget_set_visible (self->adopt, suggestion != NULL);
  gtk_widget_set_tooltip_text (self->adopt, label);
  if (label != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->adopt), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, label, -1);
}

static void
set_trouble (OvsAnswerBar *self, const char *trouble)
{
  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY, trouble != NULL ? "dialog-warning-symbolic" : NULL);
  gtk_entry_set_icon_tooltip_text (self->entry, GTK_ENTRY_ICON_SECONDARY, trouble);
  gtk_entry_set_icon_activatable (self->entry, GTK_ENTRY_ICON_SECONDARY, FALSE);
}

static void
show_typed (OvsAnswerBar *self)
{
  g_autoptr (OvsAddress) address = ovs_address_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree char *meant = address->kind == OVS_ADDRESS_OK ? ovs_address_suggest (address->address) : NULL;
  g_autofree char *question = NULL;
  const char *trouble = NULL;

  if (address->kind == OVS_ADDRESS_INVALID && ovs_address_domain (address->address)[0] != '\0')
    trouble = _ ("After the @ something is still missing, .nl or .com for instance.");
  else if (address->kind == OVS_ADDRESS_INVALID)
    trouble = _ ("This is not an e-mail address yet.");
  else if (meant != NULL)
    trouble = question = g_strdup_printf (_ ("Is %s meant?"), meant);

  set_trouble (self, is_unchanged (self) ? NULL : trouble);
  gtk_label_set_text (self->hint, trouble != NULL && !is_unchanged (self) ? trouble : self->situation);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), is_unchanged (self) || address->kind == OVS_ADDRESS_OK);
  set_suggestion (self, g_steal_pointer (&meant));
}

static gboolean
ticks_off (OvsAnswerBar *self)
{
  return self->finding == OVS_FINDING_CHANGE_IN_LOKET && is_unchanged (self);
}

static void
show_save (OvsAnswerBar *self)
{
  const char *label = _ ("Save and next");

  if (ticks_off (self))
    label = _ ("Changed in Loket");
  else if (is_unchanged (self))
    label = _ ("Next");
  gtk_button_set_label (self->save, label);
}

static void
on_entry_changed (OvsAnswerBar *self)
{
  if (self->shown == 0)
    return;
  show_typed (self);
  show_save (self);
}

static void
on_save (OvsAnswerBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->save)))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (ticks_off (self))
    g_signal_emit (self, signals[MEND], 0, text, TRUE);
  else if (is_unchanged (self))
    g_signal_emit (self, signals[NEXT], 0);
  else
    g_signal_emit (self, signals[MEND], 0, text, FALSE);
}

static void
on_adopt (OvsAnswerBar *self)
{
  g_autofree char *suggestion = g_strdup (self->suggestion);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), suggestion);
  on_save (self);
}

/* --- the other answers ----------------------------------------------------------------------------------------- */

static void
on_accept (OvsAnswerBar *self)
{
  g_signal_emit (self, signals[ACCEPT], 0);
}

static void
on_exclude (OvsAnswerBar *self)
{
  g_signal_emit (self, signals[EXCLUDE], 0);
}

static void
on_include (OvsAnswerBar *self)
{
  g_signal_emit (self, signals[INCLUDE], 0);
}

static void
on_no_email (OvsAnswerBar *self)
{
  g_signal_emit (self, signals[NO_EMAIL], 0);
}

static void
on_show_birth_date (OvsAnswerBar *self)
{
  g_signal_emit (self, signals[SHOW_BIRTH_DATE], 0);
}

static void
on_copy_phone (OvsAnswerBar *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), gtk_label_get_text (self->contact_phone));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(sb)", _ ("Telephone number copied"), FALSE);
}

/* --- the person ------------------------------------------------------------------------------------------------ */

static const char *
describe (const OvsPersonCard *card, int finding)
{
  if (finding >= 0)
    return card->other != NULL ? card->other : ovs_rule_remedy ((OvsFinding) finding);
  if (card->reason == OVS_REASON_EXCLUDED_BY_HAND && card->excluded_reason != NULL)
    return card->excluded_reason;
  return card->reason != OVS_REASON_NONE ? ovs_reason_title (card->reason) : ovs_disposition_title (card->disposition);
}

static void
show_contact (OvsAnswerBar *self, const OvsPersonCard *card)
{
  gboolean known = card != NULL && (card->contact_name != NULL || card->contact_phone != NULL);

  gtk_widget_set_visible (self->contact, known);
  if (!known)
    return;
  gtk_widget_set_tooltip_text (self->contact, card->employer_name);
  gtk_label_set_text (self->contact_name, card->contact_name != NULL ? card->contact_name : card->employer_name);
  gtk_label_set_text (self->contact_phone, card->contact_phone != NULL ? card->contact_phone : "");
  gtk_widget_set_visible (self->copy_phone, card->contact_phone != NULL);
}

static void
show_many (OvsAnswerBar *self, guint n_ticked)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%'u person ticked", "%'u people ticked", n_ticked), n_ticked);

  gtk_label_set_text (self->name, text);
  gtk_label_set_text (self->hint, _ ("The answer is for all of them, as one step that can be undone."));
}

static void
show_one (OvsAnswerBar *self, const OvsPersonCard *card, int finding)
{
  gtk_label_set_text (self->name, card->name);
  gtk_label_set_text (self->birth_date, card->has_birth_date ? card->birth_date : "");
  g_free (self->situation);
  self->situation = g_strdup (describe (card, finding));
  gtk_label_set_text (self->hint, self->situation);
}

/* What is being typed for the person stays when the dossier changes for another reason. */
static void
show_address (OvsAnswerBar *self, const OvsPersonCard *card)
{
  gboolean typing = (self->shown == card->id || self->shown == 0) && !is_unchanged (self);

  g_free (self->address);
  self->address = g_strdup (card->email);
  self->shown = card->id;
  if (!typing)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), card->email != NULL ? card->email : "");
  on_entry_changed (self);
  if (!typing)
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
ovs_answer_bar_show (OvsAnswerBar *self, const OvsPersonCard *card, int finding, guint n_ticked, gboolean can_answer)
{
  gboolean many = n_ticked > 1;
  gboolean in_scope = card != NULL && card->disposition != OVS_DISPOSITION_LEFT_OUT && card->disposition != OVS_DISPOSITION_DONE;
  gboolean warning = finding >= 0 && (OVS_FINDINGS_WARNINGS & OVS_FINDING_BIT (finding)) != 0;
  gboolean address = finding < 0 || ovs_people_column_of ((OvsFinding) finding) == OVS_PEOPLE_EMAIL;

  gtk_widget_set_visible (GTK_WIDGET (self), card != NULL || many);
  self->finding = finding;
  gtk_widget_set_visible (self->mending, !many && in_scope && address && can_answer);
  gtk_widget_set_visible (self->show_birth_date, !many && card != NULL && card->has_birth_date && can_answer);
  gtk_widget_set_visible (GTK_WIDGET (self->birth_date), !many);
  show_contact (self, many ? NULL : card);
  ovs_person_notes_show (self->notes, many || card == NULL ? 0 : card->id, card != NULL ? card->name : NULL);
  if (card != NULL)
    {
      show_one (self, card, finding);
      show_address (self, card);
    }
  if (many)
    show_many (self, n_ticked);
  gtk_widget_set_visible (self->adopt, self->suggestion != NULL && gtk_widget_get_visible (self->mending));
  gtk_widget_set_visible (self->accept, in_scope && warning && can_answer);
  gtk_widget_set_visible (self->exclude, in_scope && can_answer);
  gtk_widget_set_visible (self->no_email, in_scope && can_answer && finding == OVS_FINDING_NO_PRIVATE_EMAIL);
  gtk_widget_set_visible (self->include, card != NULL && can_answer && card->reason == OVS_REASON_EXCLUDED_BY_HAND
                                             && card->excluded_reason != NULL);
}

void
ovs_answer_bar_await (OvsAnswerBar *self)
{
  self->shown = 0;
  g_clear_pointer (&self->address, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_label_set_text (self->name, "…");
  gtk_label_set_text (self->birth_date, "");
  gtk_label_set_text (self->hint, "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), FALSE);
}

void
ovs_answer_bar_set_birth_date (OvsAnswerBar *self, const char *birth_date)
{
  gtk_label_set_text (self->birth_date, birth_date);
  gtk_widget_set_visible (self->show_birth_date, FALSE);
}

void
ovs_answer_bar_set_place (OvsAnswerBar *self, guint place, guint count)
{
  g_autofree char *text = g_strdup_printf (gtk_widget_get_visible (self->mending) ? _ ("%'u of %'u · Enter goes on, Ctrl+Z takes back")
                                                                                  : _ ("%'u of %'u"),
                                           place, count);

  gtk_label_set_text (self->place, place > 0 ? text : "");
}

gboolean
ovs_answer_bar_focus_entry (OvsAnswerBar *self)
{
  return gtk_widget_get_mapped (self->mending) && gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* --- the widget ------------------------------------------------------------------------------------------------ */

static void
ovs_answer_bar_finalize (GObject *object)
{
  OvsAnswerBar *self = OVS_ANSWER_BAR (object);

  g_free (self->address);
  g_free (self->suggestion);
  g_free (self->situation);
  G_OBJECT_CLASS (ovs_answer_bar_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, name);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, birth_date);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, show_birth_date);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, hint);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, notes);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, contact);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, contact_name);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, contact_phone);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, copy_phone);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, mending);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, entry);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, save);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, adopt);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, accept);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, no_email);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, exclude);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, include);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, place);
}

static void
bind_callbacks (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, on_entry_changed);
  gtk_widget_class_bind_template_callback (klass, on_save);
  gtk_widget_class_bind_template_callback (klass, on_adopt);
  gtk_widget_class_bind_template_callback (klass, on_accept);
  gtk_widget_class_bind_template_callback (klass, on_exclude);
  gtk_widget_class_bind_template_callback (klass, on_include);
  gtk_widget_class_bind_template_callback (klass, on_no_email);
  gtk_widget_class_bind_template_callback (klass, on_show_birth_date);
  gtk_widget_class_bind_template_callback (klass, on_copy_phone);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, OVS_TYPE_ANSWER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ovs_answer_bar_class_init (OvsAnswerBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ovs_answer_bar_finalize;
  signals[MEND] = g_signal_new ("mend", OVS_TYPE_ANSWER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                G_TYPE_BOOLEAN);
  signals[NEXT] = new_signal ("next");
  signals[ACCEPT] = new_signal ("accept");
  signals[EXCLUDE] = new_signal ("exclude");
  signals[INCLUDE] = new_signal ("include");
  signals[NO_EMAIL] = new_signal ("no-email");
  signals[SHOW_BIRTH_DATE] = new_signal ("show-birth-date");
  g_type_ensure (OVS_TYPE_PERSON_NOTES);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/overstap/Overstap/steps/check/answer-bar.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

/* In a narrow window the words of the buttons give way, not the window. */
static void
let_shrink (GtkWidget *button)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, gtk_button_get_label (GTK_BUTTON (button)));
}

static void
ovs_answer_bar_init (OvsAnswerBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  let_shrink (self->adopt);
  let_shrink (self->accept);
  let_shrink (self->exclude);
  let_shrink (self->include);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Answer"), -1);
  self->situation = g_strdup ("");
  self->finding = -1;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
