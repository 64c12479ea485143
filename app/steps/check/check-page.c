/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/check-page.h"

#include <glib/gi18n.h>

#include "rules/load.h"
#include "steps/check/enquiry-page.h"
#include "steps/check/enquiry-strip.h"
#include "steps/check/finding-list.h"
#include "steps/check/people-card.h"
#include "widgets/answer-strip.h"
#include "widgets/stack.h"

struct _OvsCheckPage
{
  OvsStepPage parent_instance;

  GtkStack *views;
  AdwStatusPage *calm;
  OvsAnswerStrip *strip;
  OvsDispositionStrip *dispositions;
  OvsFindingList *findings;
  OvsLeftOutList *left_out;
  OvsPeopleCard *people;
  GtkWidget *remind;
  GtkWidget *calm_clients;
  GtkWidget *with_clients;
  AdwActionRow *clients_row;
  OvsEnquiryPage *clients; /* NULL before the first update */

  int finding;           /* that is shown, -1 for an outcome */
  OvsCounted counted;    /* that is shown, %OVS_COUNTED_NONE for a finding */
  gboolean by_user;      /* somebody chose what is shown */
  gboolean everybody;    /* shown although nothing is left to do */
  gboolean with_clients_shown;
  gboolean prepared;
};

G_DEFINE_FINAL_TYPE (OvsCheckPage, ovs_check_page, OVS_TYPE_STEP_PAGE)

/* --- what is shown --------------------------------------------------------------------------------------------- */

static void
show_finding (OvsCheckPage *self, OvsFinding finding)
{
  self->finding = (int) finding;
  self->counted = OVS_COUNTED_NONE;
  ovs_disposition_strip_press (self->dispositions, OVS_COUNTED_NONE);
  ovs_finding_list_choose (self->findings, (int) finding);
  ovs_left_out_list_choose (self->left_out, OVS_LEFT_OUT_NONE);
  ovs_people_card_show_finding (self->people, finding);
}

static void
show_counted (OvsCheckPage *self, OvsCounted counted)
{
  self->finding = -1;
  self->counted = counted;
  ovs_disposition_strip_press (self->dispositions, counted);
  ovs_finding_list_choose (self->findings, -1);
  ovs_left_out_list_choose (self->left_out, OVS_LEFT_OUT_NONE);
  ovs_people_card_show_counted (self->people, counted);
}

static void
on_left_out_chosen (OvsCheckPage *self, int left_out)
{
  self->by_user = TRUE;
  self->finding = -1;
  self->counted = OVS_COUNTED_LEFT_OUT;
  ovs_disposition_strip_press (self->dispositions, OVS_COUNTED_LEFT_OUT);
  ovs_finding_list_choose (self->findings, -1);
  ovs_left_out_list_choose (self->left_out, left_out);
  ovs_people_card_show_left_out (self->people, left_out);
}

static void
on_finding_chosen (OvsCheckPage *self, int finding)
{
  self->by_user = TRUE;
  show_finding (self, (OvsFinding) finding);
}

static void
on_counted_chosen (OvsCheckPage *self, int counted)
{
  self->by_user = TRUE;
  show_counted (self, (OvsCounted) counted);
}

static void
on_show_everybody (OvsCheckPage *self)
{
  self->by_user = TRUE;
  self->everybody = TRUE;
  show_counted (self, OVS_COUNTED_READY);
  gtk_stack_set_visible_child_name (self->views, "work");
}

static void
show_people (GtkWidget *widget, const char *name, GVariant *code)
{
  OvsCheckPage *self = OVS_CHECK_PAGE (widget);
  OvsDisposition wanted;

  if (!ovs_disposition_from_code (g_variant_get_string (code, NULL), &wanted))
    return;
  self->by_user = TRUE;
  self->everybody = TRUE;
  self->with_clients_shown = FALSE;
  ovs_step_page_set_subtitle (OVS_STEP_PAGE (self), NULL);
  for (int i = 0; i < OVS_N_COUNTED; i++)
    {
      OvsReason reason;

      if (ovs_counted_disposition ((OvsCounted) i, &reason) != wanted)
        continue;
      show_counted (self, (OvsCounted) i);
      break;
    }
  gtk_stack_set_visible_child_name (self->views, "work");
}

static void
on_clear_search (OvsCheckPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.clear-search", NULL);
  ovs_people_card_search (self->people, "");
}

/* In the order of the lists: stoppers, what Loket warns of, our own advice. */
static int
first_to_do (const OvsTally *counts)
{
  for (int finding = 0; finding < OVS_FINDING_SEVERAL_EMPLOYERS; finding++)
    if (counts->findings[finding] > 0)
      return finding;
  return -1;
}

/* What is shown stays while it has people; after its last one the next exception comes. What nobody chose makes place for work. */
static void
choose (OvsCheckPage *self, const OvsTally *counts)
{
  int next = first_to_do (counts);

  if ((self->counted != OVS_COUNTED_NONE && self->by_user) || (self->finding >= 0 && counts->findings[self->finding] > 0))
    return;
  self->by_user = FALSE;
  if (next >= 0)
    show_finding (self, (OvsFinding) next);
  else
    show_counted (self, OVS_COUNTED_READY);
}

/* Who waits for more than the answer of a client that was asked. */
static gint64
count_own (const OvsFigures *figures)
{
  const OvsTally *counts = &figures->judged;

  return counts->dispositions[OVS_DISPOSITION_STOPPER] + counts->dispositions[OVS_DISPOSITION_DECIDE] - figures->enquiries.people;
}

static void
show_calm (OvsCheckPage *self, const OvsFigures *figures)
{
  const OvsTally *counts = &figures->judged;
  const OvsEnquiryCounts *asked = &figures->enquiries;
  gulong people = (gulong) asked->people;
  g_autofree char *over = g_strdup_printf (ngettext ("%'d of %'d employee can go over.", "%'d of %'d employees can go over.", (gulong) counts->people),
                                           (int) counts->dispositions[OVS_DISPOSITION_READY], (int) counts->people);
  g_autofree char *said = ovs_enquiry_strip_say (asked);
  g_autofree char *title = g_strdup_printf (_ ("Everything lies with clients: %s"), said);
  g_autofree char *waiting = g_strdup_printf (ngettext ("%'lu person waits for an answer.", "%'lu people wait for an answer.", people), people);
  g_autofree char *text = people > 0 ? g_strdup_printf ("%s %s", waiting, over) : g_strdup (over);

  adw_status_page_set_title (self->calm, people > 0 ? title : _ ("There is nothing left for you to do here"));
  adw_status_page_set_icon_name (self->calm, people > 0 ? "content-loading-symbolic" : "emblem-ok-symbolic");
  adw_status_page_set_description (self->calm, text);
  if (people > 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self->calm), "calm");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->calm), "calm");
  gtk_widget_set_visible (self->remind, people > 0 && asked->late > 0);
  gtk_widget_set_visible (self->calm_clients, asked->all > 0);
}

static void
show_view (OvsCheckPage *self, const OvsFigures *figures)
{
  gint64 own = count_own (figures);

  self->everybody = self->everybody && own == 0;
  show_calm (self, figures);
  if (self->with_clients_shown)
    gtk_stack_set_visible_child_name (self->views, "clients");
  else if (figures->judged.people == 0)
    gtk_stack_set_visible_child_name (self->views, "empty");
  else if (own == 0 && !self->everybody)
    gtk_stack_set_visible_child_name (self->views, "calm");
  else
    gtk_stack_set_visible_child_name (self->views, "work");
}

/* --- what lies with clients ------------------------------------------------------------------------------------ */

static void
show_clients (OvsCheckPage *self, gboolean shown)
{
  const OvsFigures *figures = ovs_workspace_get_figures (ovs_step_page_get_workspace (OVS_STEP_PAGE (self)));

  self->with_clients_shown = shown;
  ovs_step_page_set_subtitle (OVS_STEP_PAGE (self), shown ? _ ("With clients") : NULL);
  show_view (self, figures);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
}

static void
on_show_clients (OvsCheckPage *self)
{
  show_clients (self, TRUE);
}

static void
on_remind (OvsCheckPage *self)
{
  ovs_enquiry_page_remind (self->clients);
}

static void
ask_clients (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsCheckPage *self = OVS_CHECK_PAGE (widget);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  gsize n_people;
  gconstpointer ids = g_variant_get_fixed_array (parameter, &n_people, sizeof (gint64));

  g_array_append_vals (people, ids, (guint) n_people);
  ovs_enquiry_page_ask_people (self->clients, people);
}

static void
make_clients (OvsCheckPage *self)
{
  self->clients = OVS_ENQUIRY_PAGE (ovs_enquiry_page_new (OVS_STEP_PAGE (self)));
  gtk_stack_add_named (self->views, GTK_WIDGET (self->clients), "clients");
  g_signal_connect_swapped (self->clients, "opened", G_CALLBACK (on_show_clients), self);
  g_signal_connect_swapped (self->clients, "clear-search", G_CALLBACK (on_clear_search), self);
}

/* Where somebody was asked, how that stands; else how many there are to ask. */
static void
show_clients_row (OvsCheckPage *self, const OvsEnquiryCounts *counts)
{
  gulong to_ask = (gulong) counts->to_ask;
  g_autofree char *asked = ovs_enquiry_strip_say (counts);
  g_autofree char *asking = g_strdup_printf (ngettext ("%'lu client to ask", "%'lu clients to ask", to_ask), to_ask);
  g_autofree char *both = g_strdup_printf ("%s · %s", asked, asking);
  const char *text = counts->asked == 0 ? asking : to_ask == 0 ? asked : both;

  adw_action_row_set_subtitle (self->clients_row, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clients_row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_set_visible (self->with_clients, counts->all > 0);
}

/* --- the three answers ----------------------------------------------------------------------------------------- */

/* A dossier that is only read, and came from an office or a program that judged nobody. */
static void
show_unknown (OvsCheckPage *self)
{
  const char *title = _ ("Unknown: nobody was checked yet");

  ovs_answer_strip_set (self->strip, OVS_ANSWER_STANDING, OVS_SIGN_WAITING, title, NULL);
  ovs_answer_strip_set (self->strip, OVS_ANSWER_TO_DO, OVS_SIGN_WAITING, _ ("Open it to write"), _ ("Overstap checks everybody then."));
  ovs_answer_strip_set (self->strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_WAITING, title, NULL);
}

static void
show_standing (OvsCheckPage *self, const OvsTally *counts)
{
  int ready = (int) counts->dispositions[OVS_DISPOSITION_READY];
  int stoppers = (int) counts->dispositions[OVS_DISPOSITION_STOPPER];
  int decide = (int) counts->dispositions[OVS_DISPOSITION_DECIDE];
  g_autofree char *title = g_strdup_printf (_ ("%'d of %'d can go over"), ready, (int) counts->people);
  g_autofree char *stopped = g_strdup_printf (ngettext ("%'d stopper", "%'d stoppers", (gulong) stoppers), stoppers);
  g_autofree char *caption = g_strdup_printf (_ ("%'d not yet: %s, %'d to decide."), stoppers + decide, stopped, decide);

  ovs_answer_strip_set (self->strip, OVS_ANSWER_STANDING, OVS_SIGN_DONE, title, caption);
}

static void
show_to_do (OvsCheckPage *self, const OvsTally *counts)
{
  int addresses = (int) (counts->findings[OVS_FINDING_NO_PRIVATE_EMAIL] + counts->findings[OVS_FINDING_INVALID_PRIVATE_EMAIL]);
  int changes = (int) counts->findings[OVS_FINDING_CHANGE_IN_LOKET];
  int decide = (int) counts->dispositions[OVS_DISPOSITION_DECIDE];
  g_autofree char *title = NULL;
  const char *caption = NULL;
  OvsSign sign = OVS_SIGN_WAITING;

  if (addresses > 0)
    {
      title = g_strdup_printf (ngettext ("Ask for %'d address", "Ask for %'d addresses", (gulong) addresses), addresses);
      caption = _ ("Type them one after another.");
    }
  else if (changes > 0)
    {
      title = g_strdup_printf (ngettext ("Change %'d address in Loket", "Change %'d addresses in Loket", (gulong) changes), changes);
      caption = _ ("Loket sends the invitation to its own address.");
    }
  else if (decide > 0)
    {
      title = g_strdup_printf (ngettext ("Decide about %'d person", "Decide about %'d people", (gulong) decide), decide);
      caption = _ ("Take along anyway, or mend the address.");
    }
  else
    {
      title = g_strdup (_ ("Nothing more here"));
      caption = _ ("Go on to Inform.");
      sign = OVS_SIGN_DONE;
    }
  ovs_answer_strip_set (self->strip, OVS_ANSWER_TO_DO, sign, title, caption);
}

static void
show_look_out (OvsCheckPage *self, const OvsTally *counts)
{
  int stoppers = (int) counts->dispositions[OVS_DISPOSITION_STOPPER];
  int left_out = (int) counts->dispositions[OVS_DISPOSITION_LEFT_OUT];
  g_autofree char *title = NULL;

  if (stoppers > 0)
    {
      title = g_strdup_printf (ngettext ("%'d stays behind otherwise", "%'d stay behind otherwise", (gulong) stoppers), stoppers);
      ovs_answer_strip_set (self->strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_STOPPER, title, _ ("They get no invitation then."));
    }
  else if (left_out > 0)
    {
      title = g_strdup_printf (ngettext ("%'d does not go along", "%'d do not go along", (gulong) left_out), left_out);
      ovs_answer_strip_set (self->strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_INFO, title, _ ("Each with a reason: look through them once."));
    }
  else
    ovs_answer_strip_set (self->strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_DONE, _ ("Nothing stands in the way"), NULL);
}

static void
show_answers (OvsCheckPage *self, const OvsFigures *figures)
{
  if (figures->unjudged)
    {
      show_unknown (self);
      return;
    }
  show_standing (self, &figures->judged);
  show_to_do (self, &figures->judged);
  show_look_out (self, &figures->judged);
}

/* --- what the window asks -------------------------------------------------------------------------------------- */

static void
show_state (OvsStepPage *page, const OvsFigures *figures)
{
  const OvsTally *counts = &figures->judged;
  gulong stoppers = (gulong) counts->dispositions[OVS_DISPOSITION_STOPPER];
  gulong decide = (gulong) counts->dispositions[OVS_DISPOSITION_DECIDE];
  g_autofree char *line = NULL;
  g_autofree char *said = NULL;

  if (figures->unjudged)
    ovs_step_page_set_state (page, _ ("unknown"), OVS_STEP_MARK_NONE, 0);
  else if (counts->people == 0)
    ovs_step_page_set_state (page, _ ("nobody yet"), OVS_STEP_MARK_NONE, 0);
  else if (figures->enquiries.people > 0 && count_own (figures) == 0)
    {
      said = ovs_enquiry_strip_say (&figures->enquiries);
      line = g_strdup_printf (_ ("with clients: %s"), said);
      ovs_step_page_set_state (page, line, figures->enquiries.late > 0 ? OVS_STEP_MARK_WARNING : OVS_STEP_MARK_NONE,
                               (guint) figures->enquiries.late);
    }
  else if (stoppers > 0)
    {
      line = g_strdup_printf (ngettext ("%'lu stopper", "%'lu stoppers", stoppers), stoppers);
      ovs_step_page_set_state (page, line, OVS_STEP_MARK_STOPPER, (guint) stoppers);
    }
  else if (decide > 0)
    {
      line = g_strdup_printf (_ ("%'lu to decide"), decide);
      ovs_step_page_set_state (page, line, OVS_STEP_MARK_WARNING, (guint) decide);
    }
  else
    {
      line = g_strdup_printf (_ ("%'d can go over"), (int) counts->dispositions[OVS_DISPOSITION_READY]);
      ovs_step_page_set_state (page, line, OVS_STEP_MARK_DONE, 0);
    }
}

static void
show_foot (OvsStepPage *page, const OvsFigures *figures)
{
  const OvsTally *counts = &figures->judged;
  gulong waiting = (gulong) (counts->dispositions[OVS_DISPOSITION_STOPPER] + counts->dispositions[OVS_DISPOSITION_DECIDE]);
  g_autofree char *clients = g_strdup_printf (ngettext ("%'d client", "%'d clients", (gulong) figures->clients.selected),
                                              (int) figures->clients.selected);
  g_autofree char *people = figures->unjudged ? g_strdup (_ ("employees: unknown"))
                                              : g_strdup_printf (ngettext ("%'d employee", "%'d employees", (gulong) counts->people), (int) counts->people);
  g_autofree char *date = ovs_day_to_dutch (figures->reference_date);
  g_autofree char *load = ovs_load_tell ();
  g_autofree char *caption = figures->unjudged ? NULL : g_strdup_printf (_ ("Judged on %s; %s"), date, load);
  g_autofree char *questions = ovs_load_say_questions ((guint64) counts->dispositions[OVS_DISPOSITION_READY]);
  g_autofree char *next = NULL;
  g_autofree char *totals = NULL;

  totals = figures->unjudged ? g_strdup_printf ("%s · %s", clients, people)
                             : g_strdup_printf ("%s · %s · %s", clients, people, questions);
  if (waiting > 0)
    next = g_strdup_printf (ngettext ("Go on without this %'lu", "Go on without these %'lu", waiting), waiting);
  ovs_step_page_set_foot (page, totals, caption, next != NULL ? next : _ ("On to Inform"), counts->people > 0);
}

static void
prepare (OvsCheckPage *self, OvsWorkspace *workspace)
{
  if (self->prepared)
    return;
  ovs_people_card_set_workspace (self->people, workspace);
  make_clients (self);
  self->prepared = TRUE;
}

static void
ovs_check_page_update (OvsStepPage *page, OvsWorkspace *workspace)
{
  OvsCheckPage *self = OVS_CHECK_PAGE (page);
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);

  if (figures == NULL)
    return;
  prepare (self, workspace);
  show_answers (self, figures);
  ovs_disposition_strip_show (self->dispositions, &figures->judged);
  ovs_finding_list_show (self->findings, &figures->judged);
  ovs_left_out_list_show (self->left_out, &figures->judged, figures->on_paper);
  show_state (page, figures);
  show_foot (page, figures);
  choose (self, &figures->judged);
  ovs_enquiry_page_update (self->clients, figures);
  show_clients_row (self, &figures->enquiries);
  show_view (self, figures);
  ovs_people_card_refresh (self->people);
}

static void
ovs_check_page_next (OvsStepPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.step", "s", "inform");
}

static void
ovs_check_page_search (OvsStepPage *page, const char *text)
{
  OvsCheckPage *self = OVS_CHECK_PAGE (page);

  ovs_people_card_search (self->people, text);
  if (self->clients != NULL)
    ovs_enquiry_page_search (self->clients, text);
}

static gboolean
ovs_check_page_back (OvsStepPage *page)
{
  OvsCheckPage *self = OVS_CHECK_PAGE (page);

  if (!self->with_clients_shown)
    return FALSE;
  show_clients (self, FALSE);
  return TRUE;
}

static void
ovs_check_page_focus (OvsStepPage *page)
{
  OvsCheckPage *self = OVS_CHECK_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "work") == 0)
    ovs_people_card_focus (self->people);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
}

static void
ovs_check_page_class_init (OvsCheckPageClass *klass)
{
  OvsStepPageClass *page_class = OVS_STEP_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  page_class->update = ovs_check_page_update;
  page_class->next = ovs_check_page_next;
  page_class->search = ovs_check_page_search;
  page_class->focus = ovs_check_page_focus;
  page_class->back = ovs_check_page_back;

  g_type_ensure (OVS_TYPE_ANSWER_STRIP);
  g_type_ensure (OVS_TYPE_DISPOSITION_STRIP);
  g_type_ensure (OVS_TYPE_FINDING_LIST);
  g_type_ensure (OVS_TYPE_LEFT_OUT_LIST);
  g_type_ensure (OVS_TYPE_PEOPLE_CARD);
  gtk_widget_class_install_action (widget_class, "check.show-people", "s", show_people);
  gtk_widget_class_install_action (widget_class, "check.ask-clients", "ax", ask_clients);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/overstap/Overstap/steps/check/check-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OvsCheckPage, views);
  gtk_widget_class_bind_template_child (widget_class, OvsCheckPage, calm);
  gtk_widget_class_bind_template_child (widget_class, OvsCheckPage, strip);
  gtk_widget_class_bind_template_child (widget_class, OvsCheckPage, dispositions);
  gtk_widget_class_bind_template_child (widget_class, OvsCheckPage, findings);
  gtk_widget_class_bind_template_child (widget_class, OvsCheckPage, left_out);
  gtk_widget_class_bind_template_child (widget_class, OvsCheckPage, people);
  gtk_widget_class_bind_template_child (widget_class, OvsCheckPage, remind);
  gtk_widget_class_bind_template_child (widget_class, OvsCheckPage, calm_clients);
  gtk_widget_class_bind_template_child (widget_class, OvsCheckPage, with_clients);
  gtk_widget_class_bind_template_child (widget_class, OvsCheckPage, clients_row);
  gtk_widget_class_bind_template_callback (widget_class, on_finding_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_left_out_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_counted_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_show_everybody);
  gtk_widget_class_bind_template_callback (widget_class, on_show_clients);
  gtk_widget_class_bind_template_callback (widget_class, on_remind);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_search);
}

static void
ovs_check_page_init (OvsCheckPage *self)
{
  self->finding = -1;
  self->counted = OVS_COUNTED_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ovs_stack_present_shown_only (self->views);
}
