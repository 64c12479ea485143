/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "commands/problems.h"
#include "commands/wait.h"
#include "commands/warnings.h"
#include "conversion/follow-plan.h"
#include "conversion/reinvite.h"
#include "dossier/employee.h"
#include "dossier/employees.h"
#include "dossier/employers.h"

typedef struct
{
  OvsFollowPlan *plan;  /* (owned) */
  OvsFollowUpDays days; /* -1 where it stays */
  OvsJsonWriter *json;
} FollowUp;

static void
add_person (OvsTx *tx, OvsJsonWriter *json, gint64 employee)
{
  g_autofree char *employer = NULL;
  g_autofree char *number = ovs_employees_get_numbers (tx, employee, &employer);

  ovs_json_begin_object (json, NULL);
  ovs_json_add_text (json, "employer", employer);
  ovs_json_add_text (json, "employee", number);
  ovs_json_end_object (json);
}

static void
add_people (OvsTx *tx, OvsJsonWriter *json, const char *name, const GArray *people)
{
  ovs_json_begin_list (json, name);
  for (guint i = 0; i < people->len; i++)
    add_person (tx, json, g_array_index (people, gint64, i));
  ovs_json_end_list (json);
}

static void
add_clients (OvsTx *tx, OvsJsonWriter *json, const GArray *clients)
{
  ovs_json_begin_list (json, "word");
  for (guint i = 0; i < clients->len; i++)
    {
      g_autofree char *number = ovs_employers_get_number (tx, g_array_index (clients, gint64, i));

      ovs_json_add_text (json, NULL, number);
    }
  ovs_json_end_list (json);
}

static gboolean
read_plan (OvsTx *tx, gpointer data, GError **error)
{
  FollowUp *follow_up = data;
  OvsFollowPlan *plan = ovs_follow_plan_read (tx, ovs_tx_today (tx), NULL);

  follow_up->plan = plan;
  ovs_json_add_count (follow_up->json, "waiting", plan->waiting);
  add_clients (tx, follow_up->json, plan->word);
  add_people (tx, follow_up->json, "due", plan->invite);
  ovs_json_add_count (follow_up->json, "later", plan->later);
  add_people (tx, follow_up->json, "decide", plan->decide);
  return TRUE;
}

static gboolean
set_days (OvsTx *tx, gpointer data, GError **error)
{
  FollowUp *follow_up = data;
  OvsFollowUpDays days = ovs_waiting_days (tx);

  if (follow_up->days.word >= 0)
    days.word = follow_up->days.word;
  if (follow_up->days.invite >= 0)
    days.invite = follow_up->days.invite;
  return ovs_waiting_set_days (tx, &days, error) >= 0;
}

static void
say (OvsInvocation *invocation, const OvsFollowPlan *plan)
{
  ovs_invocation_say_count (invocation, plan->waiting, _ ("invited and not over yet"));
  ovs_invocation_say_count (invocation, plan->word->len, _ ("clients whose employees are to hear a word"));
  ovs_invocation_say_count (invocation, plan->invite->len, _ ("employees to invite anew today"));
  ovs_invocation_say_count (invocation, plan->later, _ ("on a later day: more than the office can answer on one"));
  ovs_invocation_say_count (invocation, plan->decide->len, _ ("employees whom new invitations did not help: decide what becomes of them"));
}

/* Invites who is due. */
static gboolean
invite (OvsInvocation *invocation, OvsDossier *dossier, const OvsFollowPlan *plan, GError **error)
{
  g_autoptr (OvsWait) wait = ovs_wait_new ();
  g_autoptr (OvsReinvited) reinvited = NULL;

  if (plan->invite->len == 0)
    {
      ovs_json_add_count (ovs_invocation_json (invocation), "invited", 0);
      ovs_json_begin_list (ovs_invocation_json (invocation), "refused");
      ovs_json_end_list (ovs_invocation_json (invocation));
      return TRUE;
    }
  ovs_reinvite_people_async (dossier, (const gint64 *) (gpointer) plan->invite->data, plan->invite->len, FALSE, ovs_wait_get_cancellable (wait),
                             ovs_wait_done, wait);
  reinvited = ovs_reinvite_finish (dossier, ovs_wait_result (wait), error);
  if (reinvited == NULL)
    return FALSE;
  ovs_json_add_count (ovs_invocation_json (invocation), "invited", reinvited->invited);
  ovs_invocation_say (invocation, g_dngettext (GETTEXT_PACKAGE, "%u person invited again.", "%u people invited again.", reinvited->invited),
                      reinvited->invited);
  ovs_answer_problems (invocation, "refused", reinvited->refused);
  return ovs_answer_warnings (invocation, dossier, NULL, error);
}

gboolean
ovs_command_follow_up (OvsInvocation *invocation, GError **error)
{
  gboolean yes = FALSE;
  g_autoptr (OvsDossier) dossier = NULL;
  FollowUp follow_up = { NULL, { -1, -1 }, ovs_invocation_json (invocation) };
  g_autoptr (OvsFollowPlan) plan = NULL;
  gboolean writes;
  const GOptionEntry options[] = {
    { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_ ("Invite who is due today; without it the plan is only told"), NULL },
    { "word-after", 0, 0, G_OPTION_ARG_INT, &follow_up.days.word, N_ ("From now on a word through the client after so many days; 0 for never"), "DAYS" },
    { "invite-after", 0, 0, G_OPTION_ARG_INT, &follow_up.days.invite, N_ ("From now on a new invitation after so many days; 0 for never"), "DAYS" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 1, 1, error))
    return FALSE;
  writes = yes || follow_up.days.word >= 0 || follow_up.days.invite >= 0;
  dossier = ovs_invocation_open (invocation, writes ? OVS_DOSSIER_TO_WRITE : OVS_DOSSIER_TO_READ, error);
  if (dossier == NULL || (writes && !ovs_dossier_write (dossier, set_days, &follow_up, NULL, error))
      || !ovs_dossier_read (dossier, read_plan, &follow_up, NULL, error))
    return FALSE;
  plan = follow_up.plan;
  say (invocation, plan);
  return !yes || invite (invocation, dossier, plan, error);
}
