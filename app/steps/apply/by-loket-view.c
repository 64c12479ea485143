/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/by-loket-view.h"

#include <glib/gi18n.h>

#include "letters/ticket-text.h"
#include "steps/apply/reconcile-list.h"
#include "steps/apply/route-files.h"
#include "steps/number-row.h"
#include "widgets/accessible.h"
#include "widgets/answer-strip.h"

#define LEAST_WIDTH 300

enum
{
  STEP_OVERVIEW,
  STEP_LIST,
  STEP_TICKET,
  STEP_HAND_IN,
  STEP_FALLOUT,
  STEP_STATUS,
  N_STEPS
};

struct _OvsByLoketView
{
  AdwBin parent_instance;

  OvsWorkspace *workspace; /* (owned) */
  gint64 wave;
  OvsAnswerStrip *strip;
  GtkWidget *steps[N_STEPS];
  GtkLabel *discs[N_STEPS];
  GtkImage *done[N_STEPS];
  GtkWidget *hand_in;
  GtkLabel *text;
  OvsNumberRow *clients;
  OvsNumberRow *people[OVS_N_ROUTE_LISTS];
  GtkWidget *before; /* what will happen */
  OvsReconcileList *results;
};

G_DEFINE_FINAL_TYPE (OvsByLoketView, ovs_by_loket_view, ADW_TYPE_BIN)

enum
{
  OPEN_PEOPLE,
  OPEN_RESULTS,
  OPEN_CLIENTS,
  HAND_IN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_by_loket_view_dispose (GObject *object)
{
  g_clear_object (&OVS_BY_LOKET_VIEW (object)->workspace);
  G_OBJECT_CLASS (ovs_by_loket_view_parent_class)->dispose (object);
}

static void
ovs_by_loket_view_class_init (OvsByLoketViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_by_loket_view_dispose;
  signals[OPEN_PEOPLE]
      = g_signal_new ("open-people", OVS_TYPE_BY_LOKET_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[OPEN_RESULTS]
      = g_signal_new ("open-results", OVS_TYPE_BY_LOKET_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[OPEN_CLIENTS] = g_signal_new ("open-clients", OVS_TYPE_BY_LOKET_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[HAND_IN] = g_signal_new ("hand-in", OVS_TYPE_BY_LOKET_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* --- what is pressed --- */

static void
copy (OvsByLoketView *self, const char *text, const char *told)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(sb)", told, FALSE);
}

static void
on_copy (OvsByLoketView *self)
{
  copy (self, gtk_label_get_text (self->text), _ ("Text copied: paste it into a new ticket at Loket"));
}

static void
on_copy_subject (OvsByLoketView *self)
{
  copy (self, OVS_TICKET_SUBJECT, _ ("Subject copied"));
}

static void
on_save_ticket (OvsByLoketView *self)
{
  ovs_route_save_ticket (GTK_WIDGET (self), self->workspace, self->wave);
}

static void
on_save_list (OvsByLoketView *self)
{
  ovs_route_save_client_list (GTK_WIDGET (self), self->workspace, self->wave);
}

static void
on_hand_in (OvsByLoketView *self)
{
  g_signal_emit (self, signals[HAND_IN], 0);
}

static void
on_overview (OvsByLoketView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.step", "s", "select");
}

static void
on_import (OvsByLoketView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
}

static void
on_clients (OvsByLoketView *self)
{
  g_signal_emit (self, signals[OPEN_CLIENTS], 0);
}

static void
on_people (AdwActionRow *row, OvsByLoketView *self)
{
  for (int list = 0; list < OVS_N_ROUTE_LISTS; list++)
    if (self->people[list] != NULL && (gpointer) self->people[list] == (gpointer) row)
      g_signal_emit (self, signals[OPEN_PEOPLE], 0, list);
}

static void
on_results (OvsByLoketView *self, int list)
{
  g_signal_emit (self, signals[OPEN_RESULTS], 0, list);
}

/* --- the steps --- */

static GtkWidget *
make_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, name);
  return list;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

/* The number of a step, which becomes a sign once it is done. */
static GtkWidget *
make_disc (OvsByLoketView *self, int step)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *number = g_strdup_printf ("%d", step + 1);

  self->discs[step] = GTK_LABEL (gtk_label_new (number));
  self->done[step] = GTK_IMAGE (gtk_image_new_from_icon_name (ovs_sign_get_icon (OVS_SIGN_DONE)));
  gtk_widget_add_css_class (GTK_WIDGET (self->discs[step]), "step-disc");
  gtk_widget_add_css_class (GTK_WIDGET (self->done[step]), ovs_sign_get_class (OVS_SIGN_DONE));
  gtk_widget_set_size_request (GTK_WIDGET (self->done[step]), 26, 26);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->discs[step]));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->done[step]));
  return box;
}

static GtkWidget *
make_button (OvsByLoketView *self, const char *label, GCallback pressed)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", pressed, self);
  return button;
}

static GtkWidget *
add_step (OvsByLoketView *self, GtkWidget *list, int step, const char *title, const char *label, GCallback pressed)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = make_button (self, label, pressed);

  self->steps[step] = row;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_disc (self, step));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return button;
}

static GtkWidget *
make_text (OvsByLoketView *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  self->text = GTK_LABEL (label);
  gtk_label_set_xalign (self->text, 0);
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_selectable (self->text, TRUE);
  gtk_widget_add_css_class (label, "padded");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  ovs_accessible_set_label (row, _ ("Text of the ticket"));
  return row;
}

static void
add_ticket (OvsByLoketView *self, GtkWidget *list)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *subject = adw_action_row_new ();
  GtkWidget *copy_subject = make_button (self, _ ("Copy"), G_CALLBACK (on_copy_subject));
  GtkWidget *buttons = adw_action_row_new ();

  self->steps[STEP_TICKET] = row;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Text of the ticket"));
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), make_disc (self, STEP_TICKET));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (subject), _ ("Subject"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (subject), OVS_TICKET_SUBJECT);
  ovs_accessible_set_label (copy_subject, _ ("Copy the subject"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (subject), copy_subject);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (buttons), _ ("Text"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (buttons), make_button (self, _ ("Save…"), G_CALLBACK (on_save_ticket)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (buttons), make_button (self, _ ("Copy the text"), G_CALLBACK (on_copy)));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), subject);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), buttons);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_text (self));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  ovs_accessible_set_label (row, _ ("Text of the ticket"));
  ovs_accessible_name_below (row, GTK_TYPE_LIST_BOX, _ ("Text of the ticket"));
}

static GtkWidget *
make_steps (OvsByLoketView *self)
{
  GtkWidget *list = make_list (_ ("Step by step"));

  add_step (self, list, STEP_OVERVIEW, _ ("Overview of clients"), _ ("To Select"), G_CALLBACK (on_overview));
  add_step (self, list, STEP_LIST, _ ("Client list"), _ ("Save…"), G_CALLBACK (on_save_list));
  add_ticket (self, list);
  self->hand_in = add_step (self, list, STEP_HAND_IN, _ ("Handed in to Loket"), _ ("Handed in…"), G_CALLBACK (on_hand_in));
  add_step (self, list, STEP_FALLOUT, _ ("Fallout list of Loket"), _ ("Read in…"), G_CALLBACK (on_import));
  add_step (self, list, STEP_STATUS, _ ("Access as Loket has it"), _ ("Read in…"), G_CALLBACK (on_import));
  return list;
}

/* --- what Loket does --- */

static void
add_people (OvsByLoketView *self, GtkWidget *list, OvsRouteList which, const char *title)
{
  GtkWidget *row = ovs_number_row_new (title);

  self->people[which] = OVS_NUMBER_ROW (row);
  g_signal_connect (row, "activated", G_CALLBACK (on_people), self);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static GtkWidget *
make_note (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "soft");
  return label;
}

static GtkWidget *
make_before (OvsByLoketView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = make_list (_ ("What Loket will do"));
  GtkWidget *clients = ovs_number_row_new (_ ("Clients by this route"));

  self->clients = OVS_NUMBER_ROW (clients);
  g_signal_connect_swapped (clients, "activated", G_CALLBACK (on_clients), self);
  gtk_list_box_append (GTK_LIST_BOX (list), clients);
  add_people (self, list, OVS_ROUTE_READY, _ ("Go over, as you decided"));
  add_people (self, list, OVS_ROUTE_ANYWAY, _ ("Go along all the same"));
  add_people (self, list, OVS_ROUTE_UNSURE, _ ("Not certain"));
  add_people (self, list, OVS_ROUTE_FALLOUT, _ ("Come on the fallout list"));
  add_people (self, list, OVS_ROUTE_NOT_ALONG, _ ("Do not go along"));
  add_people (self, list, OVS_ROUTE_DONE, _ ("Have MijnLoket already"));
  gtk_box_append (GTK_BOX (box), make_heading (_ ("What Loket will do")));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), make_note (_ ("Single employees cannot be held back by this route: Loket takes everybody along who is in service.")));
  gtk_box_append (GTK_BOX (box), make_note (_ ("Loket blocks Werknemerloket with the conversion. Whether that also happens to who gets no invitation, it does not "
                                               "say: read its fallout list in at once.")));
  return box;
}

static GtkWidget *
make_column (GtkWidget *content, const char *name)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_set_margin_start (content, 2);
  gtk_widget_set_margin_end (content, 2);
  gtk_widget_set_margin_bottom (content, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  gtk_widget_set_size_request (scrolled, LEAST_WIDTH, -1);
  gtk_widget_set_hexpand (scrolled, TRUE);
  ovs_accessible_set_label (scrolled, name);
  return scrolled;
}

static void
ovs_by_loket_view_init (OvsByLoketView *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *strip = ovs_answer_strip_new ();

  self->strip = OVS_ANSWER_STRIP (strip);
  self->results = OVS_RECONCILE_LIST (ovs_reconcile_list_new ());
  self->before = make_before (self);
  g_signal_connect_swapped (self->results, "open", G_CALLBACK (on_results), self);
  gtk_box_append (GTK_BOX (left), make_heading (_ ("Step by step")));
  gtk_box_append (GTK_BOX (left), make_steps (self));
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->results));
  gtk_box_append (GTK_BOX (right), self->before);
  gtk_box_append (GTK_BOX (columns), make_column (left, _ ("Step by step")));
  gtk_box_append (GTK_BOX (columns), make_column (right, _ ("What Loket will do")));
  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_widget_set_vexpand (columns, TRUE);
  gtk_box_append (GTK_BOX (page), strip);
  gtk_box_append (GTK_BOX (page), columns);
  gtk_widget_add_css_class (page, "page");
  adw_bin_set_child (ADW_BIN (self), page);
}

GtkWidget *
ovs_by_loket_view_new (OvsWorkspace *workspace)
{
  OvsByLoketView *self = g_object_new (OVS_TYPE_BY_LOKET_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/* --- showing --- */

static void
show_step (OvsByLoketView *self, int step, gboolean done, const char *subtitle)
{
  if (ADW_IS_EXPANDER_ROW (self->steps[step]))
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->steps[step]), subtitle);
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->steps[step]), subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->discs[step]), !done);
  gtk_widget_set_visible (GTK_WIDGET (self->done[step]), done);
}

static char *
say_ticket (const char *number, OvsDay day)
{
  g_autofree char *on = ovs_day_to_dutch (day);

  return number != NULL ? g_strdup_printf (_ ("On %s, ticket %s"), on, number) : g_strdup_printf (_ ("On %s, ticket number unknown"), on);
}

static void
show_steps (OvsByLoketView *self, const OvsRouteFigures *figures)
{
  const OvsFigures *all = ovs_workspace_get_figures (self->workspace);
  gboolean asked = all != NULL && all->ticket_on != OVS_NO_DAY;
  gboolean read = figures->reconciled[OVS_RECONCILED_INVITED] + figures->reconciled[OVS_RECONCILED_FALLOUT] > 0;
  gboolean submitted = ovs_route_figures_submitted (figures);
  gboolean listed = figures->reconciled[OVS_RECONCILED_FALLOUT] + figures->reconciled[OVS_RECONCILED_LISTED]
                        + figures->reconciled[OVS_RECONCILED_STRANGERS] > 0;
  g_autofree char *overview = asked ? say_ticket (all->ticket, all->ticket_on) : g_strdup (_ ("To be asked of Loket, if you have none yet"));
  g_autofree char *list = g_strdup_printf (ngettext ("%'d client, to go with the ticket", "%'d clients, to go with the ticket", (gulong) figures->clients_ready),
                                           (int) figures->clients_ready);
  g_autofree char *handed_in = submitted && figures->handed_in_on != OVS_NO_DAY ? say_ticket (figures->ticket, figures->handed_in_on)
                                                                               : g_strdup (_ ("From then on everybody who goes over counts as submitted"));

  show_step (self, STEP_OVERVIEW, asked, overview);
  show_step (self, STEP_LIST, FALSE, figures->clients_ready > 0 ? list : _ ("Nobody is left to submit"));
  show_step (self, STEP_TICKET, FALSE, _ ("To copy, with the subject that Loket recognises"));
  show_step (self, STEP_HAND_IN, submitted, handed_in);
  show_step (self, STEP_FALLOUT, submitted && listed, _ ("Comes after the conversion: who got no invitation"));
  show_step (self, STEP_STATUS, submitted && read && !listed, _ ("An export with who was invited"));
  gtk_widget_set_sensitive (self->hand_in, figures->people[OVS_ROUTE_READY] > 0 && !ovs_workspace_get_read_only (self->workspace));
}

static void
show_strip (OvsByLoketView *self, const OvsRouteFigures *figures)
{
  gint64 anyway = figures->people[OVS_ROUTE_ANYWAY];
  gint64 unknown = figures->reconciled[OVS_RECONCILED_UNKNOWN];
  gint64 ready = figures->people[OVS_ROUTE_READY];
  g_autofree char *can_go = g_strdup_printf (ngettext ("%'d can go over", "%'d can go over", (gulong) ready), (int) ready);
  g_autofree char *at = g_strdup_printf (ngettext ("at %'d client", "at %'d clients", (gulong) figures->clients_ready), (int) figures->clients_ready);
  g_autofree char *submitted = g_strdup_printf (_ ("%'d submitted"), (int) figures->reconciled[OVS_RECONCILED_SUBMITTED]);
  g_autofree char *open = g_strdup_printf (_ ("%'d still unknown"), (int) unknown);
  g_autofree char *along = g_strdup_printf (ngettext ("%'d goes along anyway", "%'d go along anyway", (gulong) anyway), (int) anyway);

  if (ovs_route_figures_submitted (figures))
    ovs_answer_strip_set (self->strip, OVS_ANSWER_STANDING, OVS_SIGN_DONE, submitted, unknown > 0 ? open : _ ("Of everybody the result is known."));
  else
    ovs_answer_strip_set (self->strip, OVS_ANSWER_STANDING, ready > 0 ? OVS_SIGN_DONE : OVS_SIGN_INFO, ready > 0 ? can_go : _ ("Nobody is ready"),
                          ready > 0 ? at : _ ("Who is ready comes from the earlier steps."));
  if (ready > 0)
    ovs_answer_strip_set (self->strip, OVS_ANSWER_TO_DO, OVS_SIGN_INFO, _ ("Hand the client list in"), _ ("Save, copy, and note the ticket number."));
  else if (unknown > 0)
    ovs_answer_strip_set (self->strip, OVS_ANSWER_TO_DO, OVS_SIGN_WAITING, _ ("Read Loket's files in"), _ ("The fallout list first, then the access."));
  else
    ovs_answer_strip_set (self->strip, OVS_ANSWER_TO_DO, OVS_SIGN_DONE, _ ("Nothing"), _ ("Follow shows who still waits."));
  if (anyway > 0)
    ovs_answer_strip_set (self->strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_WARNING, along, _ ("You decided otherwise; Loket does not know that."));
  else
    ovs_answer_strip_set (self->strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_INFO, _ ("Loket converts whole clients"), _ ("Nobody goes along against your decision."));
}

static void
show_people (OvsByLoketView *self, const OvsRouteFigures *figures, OvsRouteList list, const char *subtitle, OvsSign sign)
{
  gint64 number = figures->people[list];

  ovs_number_row_set (self->people[list], number, subtitle, number > 0 ? sign : OVS_SIGN_NONE);
}

static void
on_text (const char *text, gpointer data)
{
  OvsByLoketView *self = data;

  gtk_label_set_text (self->text, text != NULL ? text : "");
}

void
ovs_by_loket_view_show (OvsByLoketView *self, gint64 wave, const OvsRouteFigures *figures)
{
  self->wave = wave;
  show_strip (self, figures);
  show_steps (self, figures);
  ovs_number_row_set (self->clients, figures->clients, _ ("Choose here which you do in Loket yourself"), OVS_SIGN_NONE);
  show_people (self, figures, OVS_ROUTE_READY, _ ("They become submitted when you hand the list in"), OVS_SIGN_NONE);
  show_people (self, figures, OVS_ROUTE_ANYWAY, _ ("Left out, to decide, or a stopper that Loket does not know"), OVS_SIGN_WARNING);
  show_people (self, figures, OVS_ROUTE_UNSURE, _ ("Loket does not say what it does with them"), OVS_SIGN_UNKNOWN);
  show_people (self, figures, OVS_ROUTE_FALLOUT, _ ("No private e-mail: no invitation"), OVS_SIGN_STOPPER);
  show_people (self, figures, OVS_ROUTE_NOT_ALONG, _ ("Not in service on that day"), OVS_SIGN_NONE);
  show_people (self, figures, OVS_ROUTE_DONE, _ ("Over already, or invited already"), OVS_SIGN_NONE);
  ovs_reconcile_list_show (self->results, figures);
  gtk_widget_set_visible (GTK_WIDGET (self->results), ovs_route_figures_submitted (figures));
  ovs_route_read_ticket (GTK_WIDGET (self), self->workspace, wave, on_text);
}
