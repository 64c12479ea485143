/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/kinds.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/text.h"
#include "dossier/decisions.h"
#include "dossier/employees.h"
#include "dossier/enquiries.h"
#include "dossier/judgement.h"
#include "dossier/people-list.h"
#include "dossier/undo.h"
#include "rules/address.h"
#include "rules/client-question.h"

/* A list that came back. */
typedef struct
{
  GArray *people;     /* (owned) (element-type gint64): who is on it, each once */
  GHashTable *on_it;  /* (owned) (element-type gint64): the same */
  GHashTable *asked;  /* (owned) (element-type gint64): who had a question before anything changed */
  GHashTable *seen;   /* (owned) (element-type gint64): clients that are in it */
  GArray *clients;    /* (owned) (element-type gint64): whose rows have an answer */
  char *client;       /* (owned) (nullable): name of the first client */
  guint n_mended;
} Returned;

static void
returned_clear (Returned *returned)
{
  g_array_unref (returned->people);
  g_hash_table_unref (returned->on_it);
  g_hash_table_unref (returned->asked);
  g_hash_table_unref (returned->seen);
  g_array_unref (returned->clients);
  g_free (returned->client);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Returned, returned_clear)

static void
add_id (GHashTable *set, gint64 id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

/* --- what is still asked --------------------------------------------------------------------------------------- */

static void
collect_asked (const OvsJudged *judged, gpointer asked)
{
  OvsFindings open = (judged->verdict.findings & OVS_FINDINGS_STOPPERS) | judged->verdict.open;

  if ((open & ovs_client_questions ()) != 0)
    add_id (asked, judged->employee);
}

static void
note_asked (OvsIntakeRun *run, const GArray *people, GHashTable *asked)
{
  if (people->len > 0)
    ovs_judgement_run_people (run->tx, ovs_tx_today (run->tx), people, collect_asked, asked);
}

static void
note_person (Returned *returned, gint64 employee)
{
  if (g_hash_table_contains (returned->on_it, &employee))
    return;
  add_id (returned->on_it, employee);
  g_array_append_val (returned->people, employee);
}

/* Before anything of this client changes: an answer about one can solve the question about another, who has the same address. */
static void
note_list (OvsIntakeRun *run, Returned *returned, gint64 employer)
{
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (g_hash_table_contains (returned->seen, &employer))
    return;
  add_id (returned->seen, employer);
  ovs_enquiries_add_listed (run->tx, employer, listed);
  note_asked (run, listed, returned->asked);
  for (guint i = 0; i < listed->len; i++)
    note_person (returned, g_array_index (listed, gint64, i));
}

/* Who is not on a list that was made here. */
static void
note_stranger (OvsIntakeRun *run, Returned *returned, gint64 employee)
{
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (g_hash_table_contains (returned->on_it, &employee))
    return;
  g_array_append_val (one, employee);
  note_asked (run, one, returned->asked);
  note_person (returned, employee);
}

/* --- the answer of a row --------------------------------------------------------------------------------------- */

static gboolean
is_blank (const char *cell)
{
  g_autofree char *clean = ovs_text_clean (cell);

  return *clean == '\0';
}

/* A row that was shifted against its number would give the invitation of one to another. */
static gboolean
names_another (const OvsCsvRow *row, const OvsEmployee *person)
{
  g_autofree char *told = ovs_text_fold (ovs_csv_row_get_text (row, OVS_FIELD_NAME));
  g_autofree char *known = ovs_text_fold (person->last_name);

  return *told != '\0' && *known != '\0' && strstr (told, known) == NULL;
}

/* Returns: (nullable): why the row cannot be read in. */
static const char *
find_objection (OvsIntakeRun *run, const OvsCsvRow *row, const OvsEmployee *person, const OvsAddress *address, OvsField *field)
{
  gboolean no_email = ovs_csv_row_get_yes_no (row, OVS_FIELD_NO_EMAIL) == OVS_CSV_YES;
  gboolean differs = no_email || g_strcmp0 (address->address, person->email) != 0;

  *field = OVS_FIELD_PRIVATE_EMAIL;
  if (names_another (row, person))
    {
      *field = OVS_FIELD_NAME;
      return _ ("This number is somebody else in the dossier than the name says. Look whether the rows of the file were shifted.");
    }
  if (no_email && !is_blank (ovs_csv_row_get_text (row, OVS_FIELD_PRIVATE_EMAIL)))
    return _ ("The row gives an address and says that there is no e-mail. Ask the client which one is right.");
  if (!no_email && address->kind == OVS_ADDRESS_ABSENT)
    return _ ("This is no address. Does this person have no e-mail? Then put a J in the column for that, and read the row again.");
  if (!no_email && address->kind == OVS_ADDRESS_INVALID)
    return _ ("This cannot be an e-mail address. Ask the client for the right one, mend it here and read the row again.");
  if (differs && ovs_enquiries_is_mended_since (run->tx, person->employer, person->id))
    return _ ("The address of this person was changed here after the list was made, so it stays. Look in Check which one is right.");
  if (!no_email && differs && ovs_people_address_is_taken (run->tx, person->id, address->key))
    return _ ("Somebody else in the dossier has this address too. Ask the client for an address of this person alone.");
  return NULL;
}

/* As a mend by hand: Loket sends the mail, so it has to be changed there too. */
static gboolean
mend (OvsIntakeRun *run, Returned *returned, const OvsEmployee *person, const OvsAddress *address)
{
  g_auto (OvsEmployee) mended = { 0 };

  ovs_employee_copy (person, &mended);
  ovs_employee_set_text (&mended.email, address->address);
  if (g_strcmp0 (mended.email, person->email) == 0)
    return FALSE;
  mended.change_in_loket = TRUE;
  ovs_employees_update (run->tx, person, &mended, run->sequence);
  returned->n_mended++;
  return TRUE;
}

static gboolean
apply (OvsIntakeRun *run, Returned *returned, const OvsCsvRow *row, const OvsEmployee *person, const OvsAddress *address)
{
  if (ovs_csv_row_get_yes_no (row, OVS_FIELD_NO_EMAIL) == OVS_CSV_YES)
    return ovs_decisions_pay_on_paper_in (run->tx, run->sequence, person);
  return mend (run, returned, person, address);
}

static void
note_client (Returned *returned, const OvsEmployer *employer)
{
  for (guint i = 0; i < returned->clients->len; i++)
    if (g_array_index (returned->clients, gint64, i) == employer->id)
      return;
  if (returned->client == NULL)
    returned->client = g_strdup (employer->name != NULL ? employer->name : employer->number);
  g_array_append_val (returned->clients, employer->id);
}

static gboolean
has_answer (const OvsCsvRow *row)
{
  return ovs_csv_row_get_yes_no (row, OVS_FIELD_NO_EMAIL) == OVS_CSV_YES ||
         !is_blank (ovs_csv_row_get_text (row, OVS_FIELD_PRIVATE_EMAIL));
}

static void
answer (OvsIntakeRun *run, Returned *returned, const OvsCsvRow *row, const OvsEmployee *person)
{
  g_autoptr (OvsAddress) address = ovs_address_parse (ovs_csv_row_get_text (row, OVS_FIELD_PRIVATE_EMAIL));
  OvsField field;
  const char *objection = find_objection (run, row, person, address, &field);
  gboolean changed;

  if (objection != NULL)
    {
      ovs_intake_run_refuse (run, row, field, objection);
      return;
    }
  changed = apply (run, returned, row, person, address) || ovs_tally_get_class (run->people, person->id) == OVS_TALLY_CHANGED;
  ovs_tally_count (run->people, person->id, changed ? OVS_TALLY_CHANGED : OVS_TALLY_UNCHANGED, 1);
}

static gboolean
read_row (OvsIntakeRun *run, const OvsCsvRow *row, gpointer data, GError **error)
{
  Returned *returned = data;
  g_auto (OvsEmployee) person = { 0 };
  const OvsEmployer *employer;

  if (!ovs_intake_run_employer (run, row, &employer, error))
    return FALSE;
  if (employer == NULL)
    return TRUE;
  if (!ovs_intake_run_person (run, row, employer, &person, error))
    return FALSE;
  if (person.id == 0)
    return TRUE;

  note_list (run, returned, employer->id);
  note_stranger (run, returned, person.id);
  if (!has_answer (row))
    {
      run->result->unanswered++;
      return TRUE;
    }
  note_client (returned, employer);
  answer (run, returned, row, &person);
  return !ovs_tx_failed (run->tx);
}

/* --- what came of it ------------------------------------------------------------------------------------------- */

static void
count_solved (OvsIntakeRun *run, Returned *returned)
{
  g_autoptr (GHashTable) still = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer employee;

  note_asked (run, returned->people, still);
  run->result->open = g_hash_table_size (still);
  g_hash_table_iter_init (&iter, returned->asked);
  while (g_hash_table_iter_next (&iter, &employee, NULL))
    run->result->solved += !g_hash_table_contains (still, employee);
}

static void
tell (OvsIntakeRun *run, const Returned *returned)
{
  OvsIntakeResult *result = run->result;
  gulong solved = (gulong) result->solved, open = (gulong) result->open, unanswered = (gulong) result->unanswered;

  if (returned->clients->len == 1)
    ovs_intake_result_note (result, g_strdup_printf (_ ("This is the list that client %s returns."), returned->client));
  else if (returned->clients->len > 1)
    ovs_intake_result_note (result, g_strdup_printf (_ ("These are lists that %u clients return."), returned->clients->len));
  if (solved > 0)
    ovs_intake_result_note (result, g_strdup_printf (ngettext ("%lu question is solved by it.", "%lu questions are solved by it.", solved), solved));
  if (open > 0)
    ovs_intake_result_note (result, g_strdup_printf (ngettext ("%lu person on it still waits for an answer.",
                                                               "%lu people on it still wait for an answer.", open), open));
  if (unanswered > 0)
    ovs_intake_result_note (result, g_strdup_printf (ngettext ("%lu row has no answer and was passed over; nothing is cleared.",
                                                               "%lu rows have no answer and were passed over; nothing is cleared.",
                                                               unanswered), unanswered));
  if (returned->n_mended > 0)
    ovs_intake_result_note (result, g_strdup_printf (ngettext ("%u address is still to be changed in Loket too.",
                                                               "%u addresses are still to be changed in Loket too.", returned->n_mended),
                                                     returned->n_mended));
}

gboolean
ovs_intake_corrections (OvsIntakeRun *run, GError **error)
{
  OvsStep step = ovs_step_begin_in (run->tx, run->sequence);
  g_auto (Returned) returned = {
    .people = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .on_it = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    .asked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    .seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    .clients = g_array_new (FALSE, FALSE, sizeof (gint64)),
  };
  gboolean done = ovs_intake_run_foreach (run, read_row, &returned, error);

  for (guint i = 0; done && i < returned.clients->len; i++)
    ovs_enquiries_return_in (run->tx, g_array_index (returned.clients, gint64, i), run->sequence);
  run->kept = ovs_step_keep (&step);
  if (!done)
    return FALSE;
  count_solved (run, &returned);
  run->result->skipped += run->result->unanswered;
  tell (run, &returned);
  return TRUE;
}
