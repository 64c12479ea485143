/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/track-page.h"

#include <glib/gi18n.h>

#include "conversion/reinvite.h"
#include "steps/track/fallout-list.h"
#include "widgets/answer-strip.h"
#include "widgets/confirm.h"

struct _OvsTrackPage
{
  OvsStepPage parent_instance;

  GtkWidget *strip;
  GtkWidget *rows;
  GtkWidget *fallout;
  GtkWidget *all;
  char *employer; /* (nullable) whom the running or asked invitation is for */
  char *employee;
};

G_DEFINE_FINAL_TYPE (OvsTrackPage, ovs_track_page, OVS_TYPE_STEP_PAGE)

static void reinvite (OvsTrackPage *self, gboolean again);

static void
add_row (OvsTrackPage *self, gint64 number, const char *title, const char *icon)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = g_strdup_printf ("%'d", (int) number);
  GtkWidget *count = gtk_label_new (text);

  gtk_widget_add_css_class (count, "title-3");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_size_request (count, 64, -1);
  gtk_label_set_xalign (GTK_LABEL (count), 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), count);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
}

static void
show_rows (OvsTrackPage *self, const OvsOutcomeCounts *counts)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), child);
  add_row (self, counts->linked, _ ("over: have an account at their client"), "emblem-ok-symbolic");
  add_row (self, counts->pending, _ ("waiting: invited, and not over yet"), "content-loading-symbolic");
  add_row (self, counts->expired, _ ("whose invitation has run out"), "dialog-warning-symbolic");
  add_row (self, counts->fallout, _ ("fell out"), "mail-mark-important-symbolic");
  add_row (self, counts->unknown, _ ("unknown"), "dialog-question-symbolic");
  add_row (self, counts->both_portals, _ ("both portals open"), "dialog-information-symbolic");
}

static void
show_strip (OvsTrackPage *self, const OvsFigures *figures)
{
  OvsAnswerStrip *strip = OVS_ANSWER_STRIP (self->strip);
  const OvsOutcomeCounts *counts = &figures->outcomes;
  g_autofree char *over = g_strdup_printf (_ ("%'d over, %'d waiting"), (int) counts->linked, (int) counts->pending);
  g_autofree char *as_of = figures->clients.as_of != 0 ? ovs_clock_to_dutch (figures->clients.as_of) : NULL;
  g_autofree char *moment = as_of != NULL ? g_strdup_printf (_ ("As Loket told on %s."), as_of) : NULL;
  g_autofree char *fallen = g_strdup_printf (ngettext ("Work off the fallout: %d", "Work off the fallout: %d", (gulong) counts->fallout), (int) counts->fallout);
  g_autofree char *stranded = g_strdup_printf (ngettext ("%d without any portal", "%d without any portal", (gulong) counts->stranded), (int) counts->stranded);

  ovs_answer_strip_set (strip, OVS_ANSWER_STANDING, OVS_SIGN_NONE, over, moment != NULL ? moment : _ ("Nothing was read from Loket yet."));
  if (counts->fallout > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_NONE, fallen, _ ("Each row says why, and what to do."));
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_NONE, _ ("Read back now and then"), _ ("F5 asks Loket."));
  if (counts->stranded > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_STOPPER, stranded, _ ("Invite them today."));
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_INFO, _ ("Loket reminds by itself"), _ ("When and how often is not known."));
}

static void
ovs_track_page_update (OvsStepPage *page, OvsWorkspace *workspace)
{
  OvsTrackPage *self = OVS_TRACK_PAGE (page);
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);
  const OvsOutcomeCounts *counts;
  g_autofree char *state = NULL;
  g_autofree char *totals = NULL;

  if (figures == NULL)
    return;
  counts = &figures->outcomes;
  show_rows (self, counts);
  show_strip (self, figures);
  ovs_fallout_list_update (OVS_FALLOUT_LIST (self->fallout));
  gtk_widget_set_visible (self->all, counts->fallout > 1);
  if (counts->submitted == 0)
    state = g_strdup (_ ("nothing to follow yet"));
  else
    state = g_strdup_printf (_ ("%'d waiting, %'d fell out"), (int) counts->pending, (int) counts->fallout);
  totals = g_strdup_printf (_ ("%'d sent = %'d invited + %'d fell out + %'d unknown"), (int) counts->submitted, (int) counts->invited,
                            (int) counts->fallout, (int) counts->unknown);
  ovs_step_page_set_state (page, state, counts->fallout > 0 ? OVS_STEP_MARK_WARNING : OVS_STEP_MARK_NONE, (guint) counts->fallout);
  ovs_step_page_set_foot (page, totals, _ ("95 to 98 percent manage without help, says the help-desk article, read on 21-11-2026"), _ ("Read back"),
                          figures->loket_kind != NULL && !ovs_workspace_get_busy (workspace) && !ovs_workspace_get_read_only (workspace));
}

static void
ovs_track_page_next (OvsStepPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.refresh", NULL);
}

static void
on_asked_again (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsTrackPage) self = user_data;

  if (ovs_confirm_finish (result))
    reinvite (self, TRUE);
}

static void
on_reinvited (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsTrackPage) self = user_data;
  OvsStepPage *page = OVS_STEP_PAGE (self);
  OvsWorkspace *workspace = ovs_step_page_get_workspace (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsReinvited) reinvited = ovs_reinvite_finish (OVS_DOSSIER (source), result, &error);
  g_autofree char *text = NULL;

  if (workspace == NULL)
    return;
  ovs_workspace_set_busy (workspace, FALSE);
  ovs_workspace_refresh (workspace);
  if (reinvited == NULL)
    {
      ovs_step_page_tell_error (page, error);
      return;
    }
  if (self->employee != NULL && reinvited->refused->len == 1)
    text = g_strdup (((OvsProblem *) g_ptr_array_index (reinvited->refused, 0))->reason);
  else
    text = g_strdup_printf (_ ("%u invited, %u not"), reinvited->invited, reinvited->refused->len);
  ovs_step_page_tell (page, text, FALSE);
}

static void
reinvite (OvsTrackPage *self, gboolean again)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (OVS_STEP_PAGE (self));

  if (ovs_workspace_get_busy (workspace))
    return;
  ovs_workspace_set_busy (workspace, TRUE);
  ovs_reinvite_async (ovs_workspace_get_dossier (workspace), self->employer, self->employee, again, NULL, on_reinvited, g_object_ref (self));
}

static void
on_invite (OvsFalloutList *list, const char *employer, const char *employee, OvsTrackPage *self)
{
  g_free (self->employer);
  g_free (self->employee);
  self->employer = g_strdup (employer);
  self->employee = g_strdup (employee);
  reinvite (self, FALSE);
}

static void
on_invite_all (GtkButton *button, OvsTrackPage *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (ovs_step_page_get_workspace (OVS_STEP_PAGE (self)));
  g_autofree char *heading = g_strdup_printf (_ ("Invite all %'d who fell out again?"), (int) figures->outcomes.fallout);

  g_clear_pointer (&self->employer, g_free);
  g_clear_pointer (&self->employee, g_free);
  ovs_confirm_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading,
                     _ ("Loket mails each of them once more. Who is over already, or blocked in MijnLoket, is passed over."), _ ("Invite all"), 0,
                     on_asked_again, g_object_ref (self));
}

static void
ovs_track_page_constructed (GObject *object)
{
  OvsTrackPage *self = OVS_TRACK_PAGE (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (_ ("Fallout"));

  G_OBJECT_CLASS (ovs_track_page_parent_class)->constructed (object);
  self->strip = ovs_answer_strip_new ();
  self->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->rows, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Overview"), -1);
  self->fallout = ovs_fallout_list_new (ovs_step_page_get_workspace (OVS_STEP_PAGE (self)));
  g_signal_connect (self->fallout, "invite", G_CALLBACK (on_invite), self);
  self->all = gtk_button_new_with_label (_ ("Invite all again"));
  g_signal_connect (self->all, "clicked", G_CALLBACK (on_invite_all), self);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->all);
  gtk_widget_add_css_class (box, "page");
  gtk_box_append (GTK_BOX (box), self->strip);
  gtk_box_append (GTK_BOX (box), self->rows);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->fallout);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

static void
ovs_track_page_finalize (GObject *object)
{
  OvsTrackPage *self = OVS_TRACK_PAGE (object);

  g_free (self->employer);
  g_free (self->employee);
  G_OBJECT_CLASS (ovs_track_page_parent_class)->finalize (object);
}

static void
ovs_track_page_class_init (OvsTrackPageClass *klass)
{
  OvsStepPageClass *page_class = OVS_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ovs_track_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = ovs_track_page_finalize;
  page_class->update = ovs_track_page_update;
  page_class->next = ovs_track_page_next;
}

static void
ovs_track_page_init (OvsTrackPage *self)
{
}
