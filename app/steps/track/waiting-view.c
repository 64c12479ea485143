/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/waiting-view.h"

#include <glib/gi18n.h>

#include "conversion/follow-plan.h"
#include "steps/inform/send-window.h"
#include "steps/track/follow-deeds.h"
#include "steps/track/invite.h"
#include "steps/track/people-view.h"
#include "steps/track/track-answers.h"
#include "steps/track/waiting-people.h"

/* What the suggested button of the foot does. */
typedef enum
{
  NEXT_NOTHING,
  NEXT_INVITE,
  NEXT_WORD,
  NEXT_DECIDE,
} Next;

struct _OvsWaitingView
{
  OvsTrackView parent_instance;

  OvsPeopleView *people;
  OvsFollowPlan *plan; /* (owned) (nullable) before it was read */
  char *as_of;         /* (owned) (nullable) */
  Next next;
  gboolean reading;
  gboolean again;
};

G_DEFINE_FINAL_TYPE (OvsWaitingView, ovs_waiting_view, OVS_TYPE_TRACK_VIEW)

static void
ovs_waiting_view_finalize (GObject *object)
{
  OvsWaitingView *self = OVS_WAITING_VIEW (object);

  ovs_follow_plan_free (self->plan);
  g_free (self->as_of);
  G_OBJECT_CLASS (ovs_waiting_view_parent_class)->finalize (object);
}

/* --- what it says --- */

/* What there is to do for the group that is looked at; -1 for all of them. */
static int
step_of (OvsWaitingView *self)
{
  int group = ovs_people_view_get_group (self->people);

  return group >= 0 ? (int) ovs_waiting_steps[group] : -1;
}

static char *
tell_young (const OvsFollowPlan *plan)
{
  return g_strdup (_ ("Invited a short time ago, put off, or the client was told already. Loket reminds by itself; when is not known."));
}

static char *
tell_invite (const OvsFollowPlan *plan)
{
  g_autofree char *why = g_strdup_printf (ngettext ("Invited %d day ago or longer, or the invitation lapsed.",
                                                    "Invited %d days ago or longer, or the invitation lapsed.", (gulong) plan->days.invite),
                                          plan->days.invite);

  if (plan->most == 0)
    return g_strdup_printf (_ ("%s Let them look in the spam folder first."), why);
  return g_strdup_printf (_ ("%s By the questions that the office can answer %'d go on one day: %'d today, %'d later."), why, (int) plan->most,
                          (int) plan->invite->len, (int) plan->later);
}

/* What to know about the group that is looked at. */
static char *
make_sentence (OvsWaitingView *self)
{
  const OvsFollowPlan *plan = self->plan;

  switch (plan != NULL ? step_of (self) : -1)
    {
    case OVS_FOLLOW_UP_NOTHING:
      return tell_young (plan);
    case OVS_FOLLOW_UP_WORD:
      return g_strdup_printf (ngettext ("Invited %d day ago or longer. Let the client say a word to them: whoever knows the sender opens the mail.",
                                        "Invited %d days ago or longer. Let the client say a word to them: whoever knows the sender opens the mail.",
                                        (gulong) plan->days.word),
                              plan->days.word);
    case OVS_FOLLOW_UP_INVITE:
      return tell_invite (plan);
    case OVS_FOLLOW_UP_DECIDE:
      return g_strdup (_ ("A new invitation did not help. Decide: no access needed, with payslips on paper; or wait on, and put off until a day."));
    default:
      return g_strdup (_ ("Loket reminds by itself; when is not known. Look in the spam folder before inviting again."));
    }
}

static char *
name_next (OvsWaitingView *self, Next next)
{
  const OvsFollowPlan *plan = self->plan;

  switch (next)
    {
    case NEXT_INVITE:
      return g_strdup_printf (ngettext ("Invite %'d again today", "Invite %'d again today", plan->invite->len), (int) plan->invite->len);
    case NEXT_WORD:
      return g_strdup_printf (ngettext ("Reminder to %'d client…", "Reminder to %'d clients…", plan->word->len), (int) plan->word->len);
    case NEXT_DECIDE:
      return g_strdup_printf (ngettext ("No access needed for %'d…", "No access needed for %'d…", plan->decide->len), (int) plan->decide->len);
    case NEXT_NOTHING:
    default:
      return NULL;
    }
}

static gboolean
has_work (const OvsFollowPlan *plan, Next next)
{
  switch (next)
    {
    case NEXT_INVITE:
      return plan->invite->len > 0;
    case NEXT_WORD:
      return plan->word->len > 0;
    case NEXT_DECIDE:
      return plan->decide->len > 0;
    case NEXT_NOTHING:
    default:
      return FALSE;
    }
}

/* What belongs to the group that is looked at; without one, what is most urgent. */
static Next
choose_next (OvsWaitingView *self)
{
  int step = step_of (self);
  Next wanted = step == OVS_FOLLOW_UP_DECIDE ? NEXT_DECIDE : step == OVS_FOLLOW_UP_WORD ? NEXT_WORD : NEXT_INVITE;

  if (has_work (self->plan, wanted))
    return wanted;
  return step < 0 && has_work (self->plan, NEXT_WORD) ? NEXT_WORD : NEXT_NOTHING;
}

static char *
make_totals (const OvsFollowPlan *plan)
{
  int due = (int) (plan->invite->len + plan->later);

  if (plan->waiting == 0)
    return g_strdup (_ ("Nobody is waiting"));
  return g_strdup_printf (_ ("%'d waiting: %'d word by the client · %'d new invitation · %'d to decide · %'d nothing yet"), (int) plan->waiting,
                          (int) plan->word_people, due, (int) plan->decide->len,
                          (int) (plan->waiting - plan->word_people - due - plan->decide->len));
}

static void
show_foot (OvsWaitingView *self)
{
  OvsTrackView *view = OVS_TRACK_VIEW (self);
  g_autofree char *totals = make_totals (self->plan);
  g_autofree char *next = NULL;
  g_autofree char *plain = NULL;
  gboolean writable = !ovs_workspace_get_read_only (ovs_track_view_get_workspace (view));

  self->next = choose_next (self);
  next = name_next (self, self->next);
  if (self->next == NEXT_INVITE && has_work (self->plan, NEXT_WORD))
    plain = name_next (self, NEXT_WORD);
  ovs_track_view_set_foot (view, totals, self->as_of, next, self->next == NEXT_INVITE ? ovs_track_view_can_send (view) : writable, plain);
}

static void
show_plan (OvsWaitingView *self)
{
  const OvsFollowPlan *plan = self->plan;
  static const char *const words[OVS_N_FOLLOW_STEPS] = {
    [OVS_FOLLOW_UP_NOTHING] = N_ ("Nothing yet"),
    [OVS_FOLLOW_UP_WORD] = N_ ("Word by the client"),
    [OVS_FOLLOW_UP_INVITE] = N_ ("New invitation"),
    [OVS_FOLLOW_UP_DECIDE] = N_ ("To decide"),
  };
  gint64 due = plan->invite->len + plan->later;
  gint64 numbers[OVS_N_FOLLOW_STEPS] = {
    [OVS_FOLLOW_UP_NOTHING] = plan->waiting - plan->word_people - due - plan->decide->len,
    [OVS_FOLLOW_UP_WORD] = plan->word_people,
    [OVS_FOLLOW_UP_INVITE] = due,
    [OVS_FOLLOW_UP_DECIDE] = plan->decide->len,
  };
  const char *titles[OVS_N_FOLLOW_STEPS + 1] = { NULL };
  guint counts[OVS_N_FOLLOW_STEPS];

  for (int i = 0; i < OVS_N_FOLLOW_STEPS; i++)
    {
      titles[i] = _ (words[ovs_waiting_steps[i]]);
      counts[i] = (guint) numbers[ovs_waiting_steps[i]];
    }
  ovs_people_view_set_groups (self->people, titles, counts);
}

static void
show (OvsWaitingView *self)
{
  g_autofree char *sentence = make_sentence (self);

  ovs_people_view_set_sentence (self->people, sentence);
  if (self->plan != NULL)
    show_foot (self);
}

/* --- reading --- */

static void look (OvsWaitingView *self);

typedef struct
{
  OvsWaitingView *self; /* (owned) */
  char *filter;
  OvsFollowPlan *plan;
} Look;

static gboolean
read_plan (OvsTx *tx, gpointer data, GError **error)
{
  Look *asked = data;

  asked->plan = ovs_follow_plan_read (tx, ovs_tx_today (tx), asked->filter);
  return TRUE;
}

static void
on_plan (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Look *asked = user_data;
  g_autoptr (OvsWaitingView) self = asked->self;
  OvsStepPage *page = ovs_track_view_get_page (OVS_TRACK_VIEW (self));
  g_autoptr (GError) error = NULL;
  gboolean read = ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error);

  self->reading = FALSE;
  if (read && page != NULL)
    {
      ovs_follow_plan_free (self->plan);
      self->plan = g_steal_pointer (&asked->plan);
      show_plan (self);
      show (self);
    }
  else if (!read && page != NULL)
    ovs_step_page_tell_error (page, error);
  ovs_follow_plan_free (asked->plan);
  g_free (asked->filter);
  g_free (asked);
  if (self->again && page != NULL)
    look (self);
}

static void
look (OvsWaitingView *self)
{
  OvsWorkspace *workspace = ovs_track_view_get_workspace (OVS_TRACK_VIEW (self));
  Look *asked;

  self->again = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  asked = g_new0 (Look, 1);
  asked->self = g_object_ref (self);
  asked->filter = g_strdup (ovs_workspace_get_filter (workspace));
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_plan, asked, NULL, on_plan, asked);
}

/* --- what the page asks --- */

static void
ovs_waiting_view_update (OvsTrackView *view, const OvsFigures *figures)
{
  OvsWaitingView *self = OVS_WAITING_VIEW (view);

  ovs_people_view_set_list (self->people, OVS_OUTCOMES_WAITING);
  ovs_people_view_update (self->people);
  look (self);
}

static void
ovs_waiting_view_say (OvsTrackView *view, const OvsFigures *figures)
{
  OvsWaitingView *self = OVS_WAITING_VIEW (view);

  g_free (self->as_of);
  self->as_of = ovs_track_answers_as_of (figures);
  ovs_track_view_set_count (view, figures->all.lists[OVS_OUTCOMES_WAITING], FALSE);
  if (self->plan != NULL)
    show_foot (self);
}

static void
answer_to_do (OvsAnswerStrip *strip, const OvsFollowPlan *plan)
{
  int due = (int) plan->invite->len;
  int clients = (int) plan->word->len;
  int decide = (int) plan->decide->len;
  g_autofree char *invite = g_strdup_printf (ngettext ("Invite %'d employee again", "Invite %'d employees again", (gulong) due), due);
  g_autofree char *later = g_strdup_printf (_ ("%'d more on a later day: that is what the office can bear."), (int) plan->later);
  g_autofree char *word = g_strdup_printf (ngettext ("Let %'d client say a word", "Let %'d clients say a word", (gulong) clients), clients);
  g_autofree char *about = g_strdup_printf (ngettext ("To %'d employee.", "To %'d employees.", (gulong) plan->word_people), (int) plan->word_people);
  g_autofree char *choose = g_strdup_printf (ngettext ("Decide for %'d employee", "Decide for %'d employees", (gulong) decide), decide);

  if (due > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_INFO, invite, plan->later > 0 ? later : _ ("Who waits longest goes first."));
  else if (clients > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_INFO, word, about);
  else if (decide > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_INFO, choose, _ ("A new invitation did not help."));
}

static void
ovs_waiting_view_answer (OvsTrackView *view, OvsAnswerStrip *strip, const OvsFigures *figures)
{
  OvsWaitingView *self = OVS_WAITING_VIEW (view);

  ovs_track_answers_show (strip, OVS_TRACK_ANSWERS_WAITING, figures->all.lists);
  if (self->plan != NULL)
    answer_to_do (strip, self->plan);
}

static void
send_reminder (OvsWaitingView *self)
{
  ovs_send_window_show (GTK_WIDGET (self), ovs_track_view_get_workspace (OVS_TRACK_VIEW (self)), OVS_PIECE_REMINDER, self->plan->word);
}

static void
ovs_waiting_view_next (OvsTrackView *view)
{
  OvsWaitingView *self = OVS_WAITING_VIEW (view);
  OvsStepPage *page = ovs_track_view_get_page (view);

  if (self->plan == NULL || page == NULL)
    return;
  if (self->next == NEXT_INVITE)
    ovs_invite_people (page, (const gint64 *) (gpointer) self->plan->invite->data, self->plan->invite->len);
  else if (self->next == NEXT_WORD)
    send_reminder (self);
  else if (self->next == NEXT_DECIDE)
    ovs_follow_deeds_do (page, OVS_FOLLOW_NO_ACCESS, NULL, (const gint64 *) (gpointer) self->plan->decide->data, self->plan->decide->len);
}

static void
ovs_waiting_view_plain (OvsTrackView *view)
{
  OvsWaitingView *self = OVS_WAITING_VIEW (view);

  if (self->plan != NULL)
    send_reminder (self);
}

static void
ovs_waiting_view_search (OvsTrackView *view, const char *text)
{
  ovs_people_view_set_search (OVS_WAITING_VIEW (view)->people, text);
}

static void
ovs_waiting_view_class_init (OvsWaitingViewClass *klass)
{
  OvsTrackViewClass *view_class = OVS_TRACK_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ovs_waiting_view_finalize;
  view_class->update = ovs_waiting_view_update;
  view_class->say = ovs_waiting_view_say;
  view_class->answer = ovs_waiting_view_answer;
  view_class->next = ovs_waiting_view_next;
  view_class->plain = ovs_waiting_view_plain;
  view_class->search = ovs_waiting_view_search;
}

static void
ovs_waiting_view_init (OvsWaitingView *self)
{
}

GtkWidget *
ovs_waiting_view_new (OvsStepPage *page)
{
  OvsWaitingView *self = g_object_new (OVS_TYPE_WAITING_VIEW, "page", page, NULL);

  self->people = OVS_PEOPLE_VIEW (ovs_people_view_new (page, "track-waiting", FALSE, ""));
  g_signal_connect_object (self->people, "group", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->people));
  show (self);
  return GTK_WIDGET (self);
}
