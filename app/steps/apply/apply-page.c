/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/apply-page.h"

#include <glib/gi18n.h>

#include "conversion/apply.h"
#include "widgets/answer-strip.h"
#include "widgets/confirm.h"

/* Above this many people the number has to be typed. */
#define TYPED_ABOVE 250

struct _OvsApplyPage
{
  OvsStepPage parent_instance;

  GtkWidget *strip;
  GtkWidget *rows;
  GtkWidget *stack;
  GtkWidget *bar;
  GtkWidget *bar_text;
  GtkWidget *stop;
  GtkWidget *problems;
  GCancellable *running; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (OvsApplyPage, ovs_apply_page, OVS_TYPE_STEP_PAGE)

static void
add_row (OvsApplyPage *self, gint64 number, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = g_strdup_printf ("%'d", (int) number);
  GtkWidget *count = gtk_label_new (text);

  gtk_widget_add_css_class (count, "title-3");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_size_request (count, 72, -1);
  gtk_label_set_xalign (GTK_LABEL (count), 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), count);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
}

static void
show_rows (OvsApplyPage *self, const OvsFigures *figures)
{
  const OvsJudgementCounts *judged = &figures->judged;
  GtkWidget *child;
  gint64 waiting = judged->dispositions[OVS_DISPOSITION_DECIDE] + judged->dispositions[OVS_DISPOSITION_STOPPER];

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), child);
  add_row (self, figures->clients.to_invite, _ ("can go over"),
           _ ("Each gets an invitation to MijnLoket. Werknemerloket is blocked for who has one, and for nobody else."));
  add_row (self, waiting, _ ("do not go along yet"), _ ("Stoppers and open decisions. They keep Werknemerloket."));
  add_row (self, judged->dispositions[OVS_DISPOSITION_LEFT_OUT], _ ("left out"), _ ("No longer employed, or left out by the office."));
  add_row (self, figures->outcomes.invited, _ ("invited by this conversion"), _ ("Whose invitation Loket has confirmed."));
  add_row (self, figures->outcomes.fallout, _ ("fell out"), _ ("Loket could not invite them. They stand in Follow, with what to do."));
  add_row (self, figures->outcomes.unknown, _ ("unknown"), _ ("Loket has not told yet. Read back before anything is sent again."));
}

static void
update_strip (OvsApplyPage *self, const OvsFigures *figures, gint64 ready)
{
  OvsAnswerStrip *strip = OVS_ANSWER_STRIP (self->strip);
  g_autofree char *invited = g_strdup_printf (_ ("%'d invited, %'d can go"), (int) figures->outcomes.invited, (int) ready);
  gint64 uninformed = figures->clients.selected - figures->clients.informed;
  g_autofree char *not_told = g_strdup_printf (ngettext ("%d client was not informed", "%d clients were not informed", (gulong) uninformed), (int) uninformed);

  ovs_answer_strip_set (strip, OVS_ANSWER_STANDING, OVS_SIGN_NONE, invited, NULL);
  if (self->running != NULL)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_WAITING, _ ("Wait"), _ ("The rest of the program stays usable."));
  else if (figures->loket_kind == NULL)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_WARNING, _ ("Connect to Loket first"), _ ("With “overstap connect”."));
  else if (ready > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_NONE, _ ("Apply"), _ ("It asks once more, with the numbers."));
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_DONE, _ ("Nothing to send"), NULL);
  if (uninformed > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_WARNING, not_told, _ ("Their employees do not expect an invitation."));
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_DONE, _ ("Everybody was informed"), NULL);
}

static void
ovs_apply_page_update (OvsStepPage *page, OvsWorkspace *workspace)
{
  OvsApplyPage *self = OVS_APPLY_PAGE (page);
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);
  g_autofree char *state = NULL;
  g_autofree char *totals = NULL;
  gint64 ready;

  if (figures == NULL)
    return;
  ready = figures->clients.to_invite;
  show_rows (self, figures);
  update_strip (self, figures, ready);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->running != NULL ? "running" : "rows");
  if (self->running != NULL)
    state = g_strdup (_ ("under way"));
  else if (figures->outcomes.submitted > 0)
    state = g_strdup_printf (_ ("%'d invited"), (int) figures->outcomes.invited);
  else
    state = g_strdup_printf (_ ("%'d can go over"), (int) ready);
  totals = g_strdup_printf (_ ("%'d sent = %'d invited + %'d fell out + %'d unknown"), (int) figures->outcomes.submitted,
                            (int) figures->outcomes.invited, (int) figures->outcomes.fallout, (int) figures->outcomes.unknown);
  ovs_step_page_set_state (page, state, figures->outcomes.submitted > 0 && ready == 0 ? OVS_STEP_MARK_DONE : OVS_STEP_MARK_NONE, 0);
  if (ready > 0 || figures->outcomes.submitted == 0)
    ovs_step_page_set_foot (page, totals, NULL, _ ("Apply…"),
                            ready > 0 && figures->loket_kind != NULL && self->running == NULL && !ovs_workspace_get_read_only (workspace));
  else
    ovs_step_page_set_foot (page, totals, NULL, _ ("On to Follow"), TRUE);
}

static void
on_progress (guint done, guint total, gpointer data)
{
  OvsApplyPage *self = data;
  g_autofree char *text = g_strdup_printf (_ ("%'d of %'d people have their result"), (int) done, (int) total);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), total > 0 ? (double) done / total : 0);
  gtk_label_set_text (GTK_LABEL (self->bar_text), text);
}

static void
show_problems (OvsApplyPage *self, const OvsApplied *applied)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < applied->problems->len; i++)
    {
      const OvsProblem *problem = g_ptr_array_index (applied->problems, i);
      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", problem->employer_number, problem->reason);
    }
  gtk_label_set_text (GTK_LABEL (self->problems), text->str);
  gtk_widget_set_visible (self->problems, text->len > 0);
}

static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsApplyPage) self = user_data;
  OvsStepPage *page = OVS_STEP_PAGE (self);
  OvsWorkspace *workspace = ovs_step_page_get_workspace (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsApplied) applied = ovs_apply_finish (OVS_DOSSIER (source), result, &error);

  g_clear_object (&self->running);
  if (workspace == NULL)
    return;
  ovs_workspace_set_busy (workspace, FALSE);
  ovs_workspace_refresh (workspace);
  if (applied != NULL)
    {
      show_problems (self, applied);
      ovs_step_page_tell (page, _ ("The conversion is done. Follow shows what became of everybody."), FALSE);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ovs_step_page_tell (page, _ ("Stopped. What was sent stays sent; Apply goes on where it was."), FALSE);
  else
    ovs_step_page_tell_error (page, error);
}

static void
on_confirmed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsApplyPage) self = user_data;
  OvsWorkspace *workspace = ovs_step_page_get_workspace (OVS_STEP_PAGE (self));

  if (!ovs_confirm_finish (result) || self->running != NULL || workspace == NULL)
    return;
  self->running = g_cancellable_new ();
  gtk_widget_set_sensitive (self->stop, TRUE);
  on_progress (0, 0, self);
  ovs_workspace_set_busy (workspace, TRUE);
  ovs_apply_async (ovs_workspace_get_dossier (workspace), FALSE, on_progress, self, self->running, on_applied, g_object_ref (self));
  ovs_step_page_update (OVS_STEP_PAGE (self));
}

static void
ask (OvsApplyPage *self, const OvsFigures *figures, guint ready)
{
  g_autofree char *heading = g_strdup_printf (ngettext ("Invite %'d employee to MijnLoket?", "Invite %'d employees to MijnLoket?", ready), (int) ready);
  g_autofree char *body = g_strdup_printf (
      _ ("Loket sends the invitations by e-mail (%s). Werknemerloket is blocked for who has an invitation. Sent is sent: only the block can be taken back."),
      g_strcmp0 (figures->loket_kind, "practice") == 0 ? _ ("Practice Loket") : figures->loket_url);

  ovs_confirm_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body, _ ("Invite"), ready > TYPED_ABOVE ? ready : 0, on_confirmed,
                     g_object_ref (self));
}

static void
ovs_apply_page_next (OvsStepPage *page)
{
  OvsApplyPage *self = OVS_APPLY_PAGE (page);
  const OvsFigures *figures = ovs_workspace_get_figures (ovs_step_page_get_workspace (page));

  if (figures->clients.to_invite > 0)
    ask (self, figures, (guint) figures->clients.to_invite);
  else
    gtk_widget_activate_action (GTK_WIDGET (page), "win.step", "s", "track");
}

static void
on_stop (GtkButton *button, OvsApplyPage *self)
{
  gtk_widget_set_sensitive (self->stop, FALSE);
  gtk_label_set_text (GTK_LABEL (self->bar_text), _ ("Stopping: what is under way is waited for…"));
  g_cancellable_cancel (self->running);
}

static GtkWidget *
make_running (OvsApplyPage *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (_ ("The invitations are going out"));

  self->bar = gtk_progress_bar_new ();
  self->bar_text = gtk_label_new (NULL);
  self->stop = gtk_button_new_with_label (_ ("Stop"));
  gtk_widget_add_css_class (title, "title-2");
  gtk_widget_add_css_class (self->bar_text, "numeric");
  gtk_widget_set_halign (self->stop, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Progress of the conversion"), -1);
  g_signal_connect (self->stop, "clicked", G_CALLBACK (on_stop), self);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "result");
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (card), title);
  gtk_box_append (GTK_BOX (card), self->bar);
  gtk_box_append (GTK_BOX (card), self->bar_text);
  gtk_box_append (GTK_BOX (card), self->stop);
  return card;
}

static void
ovs_apply_page_constructed (GObject *object)
{
  OvsApplyPage *self = OVS_APPLY_PAGE (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  G_OBJECT_CLASS (ovs_apply_page_parent_class)->constructed (object);
  self->strip = ovs_answer_strip_new ();
  self->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->rows, "boxed-list");
  gtk_widget_set_valign (self->rows, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What will happen"), -1);
  self->problems = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problems), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problems), 0);
  gtk_widget_set_visible (self->problems, FALSE);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), self->rows, "rows");
  gtk_stack_add_named (GTK_STACK (self->stack), make_running (self), "running");
  gtk_widget_add_css_class (box, "page");
  gtk_box_append (GTK_BOX (box), self->strip);
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_box_append (GTK_BOX (box), self->problems);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

static void
ovs_apply_page_dispose (GObject *object)
{
  OvsApplyPage *self = OVS_APPLY_PAGE (object);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  G_OBJECT_CLASS (ovs_apply_page_parent_class)->dispose (object);
}

static void
ovs_apply_page_class_init (OvsApplyPageClass *klass)
{
  OvsStepPageClass *page_class = OVS_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ovs_apply_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ovs_apply_page_dispose;
  page_class->update = ovs_apply_page_update;
  page_class->next = ovs_apply_page_next;
}

static void
ovs_apply_page_init (OvsApplyPage *self)
{
}
