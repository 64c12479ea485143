/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "conversion/office.h"
#include "conversion/reinvite.h"
#include "dossier/follow-up.h"
#include "dossier/judgement.h"
#include "dossier/message-list.h"
#include "dossier/outcome-list.h"
#include "dossier/plan-list.h"
#include "dossier/summary.h"
#include "dossier/undo.h"

/* An office that has applied, with some people over. */
static void
open_applied (Office *office)
{
  office_open (office, 5, 210, 7);
  office_prepare (office);
  office_apply (office, FALSE, NULL);
  g_autoptr (JsonNode) done = office_door (office, "/practice/activate", "{\"share\": 0.5, \"seed\": 1}");
  g_assert_nonnull (done);
  office_track (office);
}

static void
look (Office *office, OvsDossierFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ovs_dossier_read (office->dossier, func, data, NULL, &error);
  g_assert_no_error (error);
}

static GArray *
query (OvsTx *tx, OvsOutcomeList list, OvsOutcomeSort sort, gboolean descending, const char *search)
{
  OvsOutcomeQuery asked = { .list = list, .search = search, .sort = sort, .descending = descending };

  return ovs_outcome_list_query (tx, ovs_tx_today (tx), &asked);
}

static gboolean
judge_again (OvsTx *tx, gpointer data, GError **error)
{
  return ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT);
}

/* What a run changed is counted by the next judgement of those whom it concerns. */
static void
refresh (Office *office)
{
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (office->dossier, judge_again, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
check_counts (OvsTx *tx, gpointer data, GError **error)
{
  const OvsOutcomeCounts *whole = data;
  OvsTally tally;
  const gint64 *counts = tally.lists;

  ovs_tally_read (tx, NULL, FALSE, &tally);
  g_assert_cmpmem (&tally.outcomes, sizeof tally.outcomes, whole, sizeof *whole);
  g_assert_cmpint (counts[OVS_OUTCOMES_INVITED], ==, whole->invited);
  g_assert_cmpint (counts[OVS_OUTCOMES_INVITED], ==, counts[OVS_OUTCOMES_OVER] + counts[OVS_OUTCOMES_WAITING]);
  g_assert_cmpint (counts[OVS_OUTCOMES_REFUSED], ==, whole->fallout);
  g_assert_cmpint (counts[OVS_OUTCOMES_UNKNOWN], ==, whole->unknown);
  g_assert_cmpint (counts[OVS_OUTCOMES_STRANDED], ==, whole->stranded);
  g_assert_cmpint (counts[OVS_OUTCOMES_FALLOUT], >, 0);
  g_assert_cmpint (counts[OVS_OUTCOMES_OVER], >, 0);
  g_assert_cmpint (counts[OVS_OUTCOMES_WAITING], >, 0);

  /* Each number opens its list. */
  for (int list = 0; list < OVS_N_OUTCOME_LISTS; list++)
    {
      g_autoptr (GArray) ids = query (tx, list, OVS_OUTCOME_SORT_NAME, FALSE, "");

      g_assert_cmpint (ids->len, ==, counts[list]);
    }
  return TRUE;
}

static void
test_counts (void)
{
  Office office;
  OvsOutcomeCounts whole;

  open_applied (&office);
  whole = office_counts (&office);
  refresh (&office);
  look (&office, check_counts, &whole);
  office_close (&office);
}

/* Who needs no access leaves the lists of work for one of his own, until that is taken back. */
typedef struct
{
  GArray *fallen;
  gint64 invited;
  gint64 stranded;
} Decided;

static gboolean
decide (OvsTx *tx, gpointer data, GError **error)
{
  Decided *decided = data;
  g_autoptr (GArray) over = query (tx, OVS_OUTCOMES_OVER, OVS_OUTCOME_SORT_NAME, FALSE, "");
  g_autoptr (GError) refused = NULL;

  decided->fallen = query (tx, OVS_OUTCOMES_FALLOUT, OVS_OUTCOME_SORT_NAME, FALSE, "");
  g_assert_cmpint (ovs_follow_up_set_no_access (tx, decided->fallen, "  ", &refused), ==, -1);
  g_assert_error (refused, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED);
  g_assert_cmpint (ovs_follow_up_set_no_access (tx, over, "Heeft al toegang", error), ==, 0);
  g_assert_cmpint (ovs_follow_up_set_no_access (tx, decided->fallen, "Papieren loonstrook", error), ==, decided->fallen->len);
  g_assert_cmpint (ovs_follow_up_set_no_access (tx, decided->fallen, "Papieren loonstrook", error), ==, 0);
  return ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT);
}

static gboolean
check_decided (OvsTx *tx, gpointer data, GError **error)
{
  const Decided *decided = data;
  g_autoptr (GArray) open = query (tx, OVS_OUTCOMES_FALLOUT, OVS_OUTCOME_SORT_NAME, FALSE, "");
  g_autoptr (GArray) ended = query (tx, OVS_OUTCOMES_NO_ACCESS, OVS_OUTCOME_SORT_NAME, FALSE, "");
  OvsTally tally;

  ovs_tally_read (tx, NULL, FALSE, &tally);
  g_assert_cmpuint (open->len, ==, 0);
  g_assert_cmpmem (ended->data, ended->len * sizeof (gint64), decided->fallen->data, decided->fallen->len * sizeof (gint64));
  g_assert_cmpint (tally.lists[OVS_OUTCOMES_NO_ACCESS], ==, decided->fallen->len);
  g_assert_cmpint (tally.outcomes.submitted, ==, tally.outcomes.invited + tally.outcomes.fallout + tally.outcomes.unknown);
  return TRUE;
}

static gboolean
take_back (OvsTx *tx, gpointer data, GError **error)
{
  const Decided *decided = data;
  g_autofree char *operation = NULL;
  g_autoptr (GArray) open = NULL;

  g_assert_true (ovs_undo_take_back (tx, &operation, NULL, error));
  g_assert_cmpstr (operation, ==, "no-access");
  open = query (tx, OVS_OUTCOMES_FALLOUT, OVS_OUTCOME_SORT_NAME, FALSE, "");
  g_assert_cmpuint (open->len, ==, decided->fallen->len);
  return TRUE;
}

static void
test_no_access (void)
{
  g_autoptr (GError) error = NULL;
  Office office;
  Decided decided;

  open_applied (&office);
  refresh (&office);
  ovs_dossier_write (office.dossier, decide, &decided, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (decided.fallen->len, >, 0);
  look (&office, check_decided, &decided);
  ovs_dossier_write (office.dossier, take_back, &decided, NULL, &error);
  g_assert_no_error (error);
  g_array_unref (decided.fallen);
  office_close (&office);
}

static gboolean
check_order (OvsTx *tx, gpointer data, GError **error)
{
  for (int sort = OVS_OUTCOME_SORT_NAME; sort <= OVS_OUTCOME_SORT_STATUS; sort++)
    {
      g_autoptr (GArray) up = query (tx, OVS_OUTCOMES_INVITED, sort, FALSE, "");
      g_autoptr (GArray) down = query (tx, OVS_OUTCOMES_INVITED, sort, TRUE, "");

      g_assert_cmpuint (up->len, ==, down->len);
      for (guint i = 0; i < up->len; i++)
        g_assert_cmpint (g_array_index (up, gint64, i), ==, g_array_index (down, gint64, down->len - 1 - i));
    }
  return TRUE;
}

static gboolean
check_by_client (OvsTx *tx, gpointer data, GError **error)
{
  g_autoptr (GArray) ids = query (tx, OVS_OUTCOMES_INVITED, OVS_OUTCOME_SORT_EMPLOYER, FALSE, "");
  g_autofree char *before = g_strdup ("");

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (OvsOutcomePerson) person = ovs_outcome_person_get (tx, ovs_tx_today (tx), g_array_index (ids, gint64, i));
      g_autofree char *client = g_ascii_strdown (person->employer_name, -1);

      g_assert_cmpint (strcmp (before, client), <=, 0);
      g_free (before);
      before = g_steal_pointer (&client);
    }
  return TRUE;
}

static void
test_order (void)
{
  Office office;

  open_applied (&office);
  look (&office, check_order, NULL);
  look (&office, check_by_client, NULL);
  office_close (&office);
}

static gboolean
check_search (OvsTx *tx, gpointer data, GError **error)
{
  g_autoptr (GArray) all = query (tx, OVS_OUTCOMES_WAITING, OVS_OUTCOME_SORT_NAME, FALSE, "");
  g_autoptr (OvsOutcomePerson) wanted = ovs_outcome_person_get (tx, ovs_tx_today (tx), g_array_index (all, gint64, all->len / 2));
  const char *last = strrchr (wanted->name, ' ');
  g_autofree char *key = ovs_text_fold (last != NULL ? last + 1 : wanted->name);
  g_autoptr (GArray) found = query (tx, OVS_OUTCOMES_WAITING, OVS_OUTCOME_SORT_NAME, FALSE, key);
  g_autoptr (GArray) none = query (tx, OVS_OUTCOMES_WAITING, OVS_OUTCOME_SORT_NAME, FALSE, "no such name");
  gboolean there = FALSE;

  for (guint i = 0; i < found->len; i++)
    there = there || g_array_index (found, gint64, i) == wanted->outcome.employee;
  g_assert_true (there);
  g_assert_cmpuint (found->len, <, all->len);
  g_assert_cmpuint (none->len, ==, 0);
  return TRUE;
}

static void
test_search (void)
{
  Office office;

  open_applied (&office);
  look (&office, check_search, NULL);
  office_close (&office);
}

typedef struct
{
  OvsTx *tx;
  guint people;
} Compare;

/* One looked up alone stands as he does in the walk over everybody. */
static void
compare_person (const OvsOutcomeRow *row, gpointer data)
{
  Compare *compare = data;
  g_autoptr (OvsOutcomePerson) person = ovs_outcome_person_get (compare->tx, ovs_tx_today (compare->tx), row->employee);

  g_assert_nonnull (person);
  g_assert_cmpint (person->outcome.employee, ==, row->employee);
  g_assert_cmpint (person->outcome.standing.outcome, ==, row->standing.outcome);
  g_assert_cmpint (person->outcome.standing.blocked, ==, row->standing.blocked);
  g_assert_cmpint (person->outcome.standing.stranded, ==, row->standing.stranded);
  g_assert_cmpint (person->outcome.standing.both_portals, ==, row->standing.both_portals);
  g_assert_cmpint (person->outcome.mijnloket, ==, row->mijnloket);
  g_assert_cmpint (person->outcome.attempts, ==, row->attempts);
  g_assert_cmpint (person->outcome.was_fallout, ==, row->was_fallout);
  g_assert_cmpstr (person->outcome.reason, ==, row->reason);
  g_assert_cmpstr (person->message, ==, row->message);
  /* Who was invited was sent something; who fell out was not reached. */
  g_assert_cmpint (person->sent > 0, ==, row->attempts > 0);
  if (row->standing.outcome == OVS_OUTCOME_FALLOUT)
    g_assert_cmpint (person->went_out, ==, 0);
  compare->people++;
}

static gboolean
check_people (OvsTx *tx, gpointer data, GError **error)
{
  Compare compare = { tx, 0 };
  g_autoptr (OvsOutcomePerson) nobody = ovs_outcome_person_get (tx, ovs_tx_today (tx), G_MAXINT64);

  g_assert_null (nobody);
  ovs_outcomes_foreach (tx, ovs_tx_today (tx), compare_person, &compare);
  g_assert_cmpuint (compare.people, >, 200);
  return TRUE;
}

static void
test_people (void)
{
  Office office;

  open_applied (&office);
  look (&office, check_people, NULL);
  office_close (&office);
}

static GArray *
messages (OvsTx *tx, OvsMessages which, const char *search)
{
  OvsMessageQuery asked = { .which = which, .search = search };

  return ovs_messages_query (tx, &asked);
}

static gboolean
check_messages (OvsTx *tx, gpointer data, GError **error)
{
  const OvsOutcomeCounts *whole = data;
  g_autoptr (GArray) all = messages (tx, OVS_MESSAGES_ALL, "");
  g_autoptr (GArray) refused = messages (tx, OVS_MESSAGES_REFUSED, "");
  g_autoptr (GArray) unknown = messages (tx, OVS_MESSAGES_UNKNOWN, "");
  g_autoptr (GArray) confirmed = messages (tx, OVS_MESSAGES_CONFIRMED, "");
  gint64 before = G_MAXINT64;

  g_assert_cmpuint (all->len, ==, refused->len + unknown->len + confirmed->len);
  g_assert_cmpint (refused->len, ==, whole->fallout);
  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (OvsMessage) message = ovs_message_get (tx, g_array_index (all, gint64, i));

      g_assert_cmpint (message->at, <=, before);
      before = message->at;
    }
  for (guint i = 0; i < refused->len; i++)
    {
      g_autoptr (OvsMessage) message = ovs_message_get (tx, g_array_index (refused, gint64, i));

      g_assert_cmpint (message->state, ==, OVS_INTENT_REFUSED);
      g_assert_nonnull (message->reason);
    }
  g_assert_null (ovs_message_get (tx, G_MAXINT64));
  return TRUE;
}

static void
test_messages (void)
{
  Office office;
  OvsOutcomeCounts whole;

  open_applied (&office);
  whole = office_counts (&office);
  look (&office, check_messages, &whole);
  office_close (&office);
}

typedef struct
{
  gint64 ready;
  gint64 behind;
  gint64 done;
  gint64 fallen;
  gint64 employees;
} Plan;

static void
assert_opens (OvsTx *tx, OvsPlanPeople people, gint64 number)
{
  OvsPlanQuery asked = { .people = people, .search = "" };
  g_autoptr (GArray) ids = ovs_plan_list_people (tx, &asked);

  g_assert_cmpint (ids->len, ==, number);
}

static gboolean
check_plan (OvsTx *tx, gpointer data, GError **error)
{
  Plan *plan = data;
  g_autoptr (GPtrArray) clients = ovs_plan_list_clients (tx, 0);
  OvsSummary summary;
  OvsTally together;

  *plan = (Plan) { 0 };
  for (guint i = 0; i < clients->len; i++)
    {
      const OvsPlanClient *client = g_ptr_array_index (clients, i);
      g_autoptr (OvsPlanClient) alone = ovs_plan_client_get (tx, client->id);

      g_assert_cmpint (alone->ready, ==, client->ready);
      g_assert_cmpint (alone->fallen, ==, client->fallen);
      plan->ready += client->ready;
      plan->behind += client->decide + client->stopper + client->left_out + client->fallen;
      plan->done += client->done;
      plan->fallen += client->fallen;
    }
  ovs_tally_read (tx, NULL, TRUE, &together);
  ovs_summary_read (tx, NULL, &together, &summary);
  plan->employees = summary.selected_employees;
  g_assert_cmpint (plan->ready, ==, summary.to_invite);
  g_assert_cmpint (plan->ready + plan->behind + plan->done, ==, plan->employees);
  g_assert_cmpint (together.to_block, <=, plan->ready);
  assert_opens (tx, OVS_PLAN_READY, plan->ready);
  assert_opens (tx, OVS_PLAN_STAY_BEHIND, plan->behind);
  assert_opens (tx, OVS_PLAN_DONE, plan->done);
  assert_opens (tx, OVS_PLAN_EVERYBODY, plan->employees);
  return TRUE;
}

static gboolean
judge (OvsTx *tx, gpointer data, GError **error)
{
  ovs_judgement_store (tx, ovs_tx_today (tx), NULL, NULL);
  return TRUE;
}

/* What the page promises is what a run then does, and afterwards nothing is promised any more. */
static void
test_plan (void)
{
  Office office;
  g_autoptr (GError) error = NULL;
  Plan before, after;

  office_open (&office, 5, 210, 7);
  office_prepare (&office);
  ovs_dossier_write (office.dossier, judge, NULL, NULL, &error);
  g_assert_no_error (error);
  look (&office, check_plan, &before);
  g_assert_cmpint (before.ready, >, 0);
  g_assert_cmpint (before.fallen, ==, 0);

  office_apply (&office, FALSE, NULL);
  g_assert_cmpint (office_counts (&office).submitted, ==, before.ready);
  refresh (&office);
  look (&office, check_plan, &after);
  g_assert_cmpint (after.ready, ==, 0);
  g_assert_cmpint (after.fallen, ==, office_counts (&office).fallout);
  g_assert_cmpint (after.employees, ==, before.employees);
  office_close (&office);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outcome-lists/counts", test_counts);
  g_test_add_func ("/outcome-lists/no-access", test_no_access);
  g_test_add_func ("/outcome-lists/order", test_order);
  g_test_add_func ("/outcome-lists/search", test_search);
  g_test_add_func ("/outcome-lists/people", test_people);
  g_test_add_func ("/outcome-lists/messages", test_messages);
  g_test_add_func ("/outcome-lists/plan", test_plan);
  return g_test_run ();
}
