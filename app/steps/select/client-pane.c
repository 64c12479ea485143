/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/client-pane.h"

#include <glib/gi18n.h>

#include "steps/day-words.h"
#include "steps/notes-view.h"
#include "steps/select/client-facts.h"
#include "steps/select/client-menu.h"
#include "steps/select/client-people.h"
#include "steps/select/client-readiness.h"
#include "steps/select/client-withdrawal.h"
#include "steps/select/client-words.h"
#include "steps/select/client-work.h"
#include "steps/select/withdrawal-dialog.h"
#include "steps/wave-words.h"
#include "widgets/accessible.h"
#include "widgets/stack.h"

struct _OvsClientPane
{
  AdwBin parent_instance;

  GtkStack *views;
  GtkLabel *name;
  GtkLabel *where;
  GtkWidget *menu;
  GtkBox *excluded;
  GtkBox *readiness;
  GtkLabel *contact;
  GtkWidget *phone_line;
  GtkLabel *phone;
  GtkWidget *copy_phone;
  GtkWidget *email_line;
  GtkLabel *email;
  GtkWidget *copy_email;
  GtkWidget *close;
  GtkWidget *people;
  GtkWidget *products;
  GtkLabel *payroll;
  OvsNotesView *notes;
  GtkWidget *history;
  GtkWidget *foot;
  GtkButton *decide;

  OvsWorkspace *workspace;   /* (owned) */
  gint64 client;             /* that is to be shown */
  OvsClientFacts *facts;     /* (owned) (nullable): shown now */
  GCancellable *cancellable; /* (owned) (nullable): of the reading */
};

G_DEFINE_FINAL_TYPE (OvsClientPane, ovs_client_pane, ADW_TYPE_BIN)

enum
{
  CLOSE_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what is shown --------------------------------------------------------------------------------------------- */

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static GtkWidget *
make_line (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
show_head (OvsClientPane *self)
{
  const OvsClientFacts *facts = self->facts;
  g_autofree char *where = facts->city != NULL ? g_strdup_printf (_ ("Client %s · %s"), facts->number, facts->city)
                                               : g_strdup_printf (_ ("Client %s"), facts->number);

  gtk_label_set_text (self->name, facts->name != NULL ? facts->name : facts->number);
  gtk_label_set_text (self->where, where);
  gtk_button_set_label (self->decide, facts->excluded_reason != NULL ? _ ("Takes part after all") : _ ("Client does not take part after all…"));
  gtk_widget_set_visible (self->foot, !facts->over && !ovs_workspace_get_read_only (self->workspace));
}

static void
show_contact (OvsClientPane *self)
{
  const OvsClientFacts *facts = self->facts;
  gboolean anything = facts->contact_name != NULL || facts->contact_phone != NULL || facts->contact_email != NULL;

  gtk_label_set_text (self->contact, facts->contact_name != NULL ? facts->contact_name : anything ? _ ("Contact") : _ ("Contact: unknown"));
  gtk_label_set_text (self->phone, facts->contact_phone != NULL ? facts->contact_phone : "");
  gtk_widget_set_visible (self->phone_line, facts->contact_phone != NULL);
  gtk_label_set_text (self->email, facts->contact_email != NULL ? facts->contact_email : "");
  gtk_widget_set_visible (self->email_line, facts->contact_email != NULL);
}

static void
add_product (OvsClientPane *self, const char *text, gboolean off)
{
  GtkWidget *pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  if (off)
    {
      GtkWidget *sign = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (sign, "warning");
      gtk_box_append (GTK_BOX (pill), sign);
    }
  gtk_box_append (GTK_BOX (pill), gtk_label_new (text));
  gtk_widget_add_css_class (pill, "product");
  gtk_box_append (GTK_BOX (self->products), pill);
}

static void
show_products (OvsClientPane *self)
{
  const OvsClientFacts *facts = self->facts;
  g_autofree char *tier = g_strdup_printf ("MijnLoket %s", facts->tier != NULL ? facts->tier : "");

  empty (self->products);
  if (facts->mijnloket == OVS_TOLD_UNKNOWN)
    add_product (self, _ ("MijnLoket: unknown"), FALSE);
  else
    add_product (self, facts->mijnloket == OVS_TOLD_NO ? _ ("MijnLoket is off") : g_strchomp (tier), facts->mijnloket == OVS_TOLD_NO);
  if (facts->product_500 == OVS_TOLD_YES)
    add_product (self, _ ("Product 500"), FALSE);
  else if (facts->product_500 == OVS_TOLD_NO)
    add_product (self, _ ("No product 500"), TRUE);
}

static char *
say_round (const OvsClientFacts *facts)
{
  g_autofree char *name = ovs_wave_words_name (facts->wave, facts->wave_on);

  if (facts->wave == 0 && !facts->has_own_route)
    return NULL;
  return g_strdup_printf ("%s · %s", facts->wave != 0 ? name : _ ("Without a round"), ovs_route_title (facts->route));
}

static void
show_payroll (OvsClientPane *self)
{
  const OvsClientFacts *facts = self->facts;
  const char *rhythm = ovs_client_words_payroll (facts->payroll);
  char *round = say_round (facts);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  if (round != NULL)
    g_ptr_array_add (parts, round);
  if (facts->payroll != NULL && facts->payday != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("Payroll: %s, on %s"), rhythm, facts->payday));
  else if (facts->payroll != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("Payroll: %s"), rhythm));
  if (facts->contract_ends_on != OVS_NO_DAY)
    {
      g_autofree char *day = ovs_day_to_dutch (facts->contract_ends_on);

      g_ptr_array_add (parts, g_strdup_printf (_ ("contract until %s"), day));
    }
  if (facts->handler != NULL)
    g_ptr_array_add (parts, g_strdup (facts->handler));
  if (facts->informed_on != OVS_NO_DAY)
    {
      g_autofree char *day = ovs_day_words (facts->informed_on, facts->today);

      g_ptr_array_add (parts, g_strdup_printf (_ ("informed on %s"), day));
    }
  if (facts->enquiry != NULL)
    g_ptr_array_add (parts, g_strdup (facts->enquiry));
  g_ptr_array_add (parts, NULL);
  text = g_strjoinv (" · ", (char **) parts->pdata);
  gtk_label_set_text (self->payroll, text);
  gtk_widget_set_visible (GTK_WIDGET (self->payroll), *text != '\0');
}

static void
show_history (OvsClientPane *self)
{
  const GPtrArray *lines = self->facts->history;

  empty (self->history);
  gtk_widget_set_visible (self->history, lines->len > 0);
  gtk_box_append (GTK_BOX (self->history), make_line (_ ("History"), "heading"));
  for (guint i = 0; i < lines->len; i++)
    {
      GtkWidget *line = make_line (g_ptr_array_index (lines, i), "caption");

      gtk_widget_add_css_class (line, "soft");
      gtk_box_append (GTK_BOX (self->history), line);
    }
}

static void
show_facts (OvsClientPane *self)
{
  show_head (self);
  show_contact (self);
  ovs_client_menu_set_client (GTK_WIDGET (self), self->workspace, self->facts);
  ovs_client_withdrawal_fill (self->excluded, self->facts, self->workspace);
  ovs_client_people_fill (GTK_BOX (self->people), self->facts);
  ovs_client_readiness_fill (self->readiness, self->facts);
  show_products (self);
  show_payroll (self);
  ovs_notes_view_show (self->notes, OVS_NOTES_ON_CLIENT, self->facts->id, gtk_label_get_text (self->name));
  show_history (self);
  gtk_stack_set_visible_child_name (self->views, "client");
}

/* --- reading it ------------------------------------------------------------------------------------------------ */

static void
show_nobody (OvsClientPane *self)
{
  g_clear_pointer (&self->facts, ovs_client_facts_free);
  ovs_client_menu_set_client (GTK_WIDGET (self), self->workspace, NULL);
  ovs_notes_view_show (self->notes, OVS_NOTES_ON_CLIENT, 0, NULL);
  gtk_widget_set_visible (self->foot, FALSE);
  gtk_stack_set_visible_child_name (self->views, "none");
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsClientPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsClientFacts) facts = ovs_client_facts_read_finish (result, &error);

  if (facts != NULL && facts->id == self->client)
    {
      g_clear_pointer (&self->facts, ovs_client_facts_free);
      self->facts = g_steal_pointer (&facts);
      show_facts (self);
    }
  else if (facts == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_nobody (self);
}

static void
look_again (OvsClientPane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->client == 0)
    {
      show_nobody (self);
      return;
    }
  self->cancellable = g_cancellable_new ();
  ovs_client_facts_read_async (self->workspace, self->client, self->cancellable, on_read, g_object_ref (self));
}

/* --- what the user does ---------------------------------------------------------------------------------------- */

static void
ask_to_close (OvsClientPane *self)
{
  g_signal_emit (self, signals[CLOSE_ASKED], 0);
}

static void
copy (OvsClientPane *self, GtkLabel *label, const char *told)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), gtk_label_get_text (label));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(sb)", told, FALSE);
}

static void
on_copy_phone (OvsClientPane *self)
{
  copy (self, self->phone, _ ("Phone number copied"));
}

static void
on_copy_email (OvsClientPane *self)
{
  copy (self, self->email, _ ("E-mail address copied"));
}

/* The client that was asked about, whatever is shown by the time the answer comes. */
typedef struct
{
  OvsClientPane *pane; /* (owned) */
  char *number;
  char *name;
} Question;

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (OvsWithdrawalAnswer) answer = ovs_withdrawal_dialog_finish (result);

  if (answer != NULL)
    {
      const OvsWithdrawalSaid said = { answer->reason, answer->said_by, answer->said_on };

      ovs_client_work_withdraw (GTK_WIDGET (question->pane), question->pane->workspace, question->number, question->name, &said);
    }
  g_object_unref (question->pane);
  g_free (question->number);
  g_free (question->name);
  g_free (question);
}

static void
on_decide (OvsClientPane *self)
{
  const char *name = gtk_label_get_text (self->name);
  Question *question;

  if (self->facts == NULL)
    return;
  if (self->facts->excluded_reason != NULL)
    {
      ovs_client_work_rejoin (GTK_WIDGET (self), self->workspace, self->facts->number, name);
      return;
    }
  question = g_new0 (Question, 1);
  question->pane = g_object_ref (self);
  question->number = g_strdup (self->facts->number);
  question->name = g_strdup (name);
  ovs_withdrawal_dialog_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->facts, on_answered, question);
}

/* --- the widget ------------------------------------------------------------------------------------------------ */

static void
ovs_client_pane_dispose (GObject *object)
{
  OvsClientPane *self = OVS_CLIENT_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->facts, ovs_client_facts_free);
  G_OBJECT_CLASS (ovs_client_pane_parent_class)->dispose (object);
}

static void
ovs_client_pane_class_init (OvsClientPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_client_pane_dispose;
  signals[CLOSE_ASKED] = g_signal_new ("close-asked", OVS_TYPE_CLIENT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (OVS_TYPE_NOTES_VIEW);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/overstap/Overstap/steps/select/client-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, views);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, name);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, where);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, excluded);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, menu);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, readiness);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, contact);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, phone_line);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, phone);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, copy_phone);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, email_line);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, email);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, copy_email);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, close);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, people);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, products);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, payroll);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, notes);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, history);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, foot);
  gtk_widget_class_bind_template_child (widget_class, OvsClientPane, decide);
  gtk_widget_class_bind_template_callback (widget_class, ask_to_close);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_phone);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_email);
  gtk_widget_class_bind_template_callback (widget_class, on_decide);
}

static void
name_menu (OvsClientPane *self)
{
  g_autoptr (GMenuModel) menu = ovs_client_menu_new ();

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), menu);
  ovs_accessible_name_menu (self->menu, _ ("More about this client"));
}

static void
ovs_client_pane_init (OvsClientPane *self)
{
  /* What is below looks for actions here only where there was room for them before it was made. */
  ovs_client_menu_set_client (GTK_WIDGET (self), NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  ovs_stack_present_shown_only (self->views);
  gtk_widget_set_visible (self->foot, FALSE);
  name_menu (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Client"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Close"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_phone), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Copy the phone number"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_email), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Copy the e-mail address"), -1);
}

GtkWidget *
ovs_client_pane_new (OvsWorkspace *workspace)
{
  OvsClientPane *self = g_object_new (OVS_TYPE_CLIENT_PANE, NULL);

  self->workspace = g_object_ref (workspace);
  ovs_notes_view_set_workspace (self->notes, workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
ovs_client_pane_show (OvsClientPane *self, gint64 client)
{
  if (self->client == client)
    return;
  self->client = client;
  look_again (self);
}
