/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/kinds.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "dossier/bulk.h"
#include "dossier/employees.h"
#include "dossier/purge.h"
#include "intake/person.h"

/* From how many rows on a file is worth the trouble of ovs_bulk_begin(). */
#define BULK_ROWS 1000

/*
 * Rows of one employee mostly lie together, so that he is written once, when the next one begins. Where they
 * lie apart, he is taken up again from the dossier, see intake/person.h.
 */
static gboolean
read_row (OvsIntakeRun *run, const OvsCsvRow *row, gpointer data, GError **error)
{
  OvsIntakePerson *person = data;
  const char *number = ovs_csv_row_get_text (row, OVS_FIELD_EMPLOYEE_NUMBER);
  g_autofree char *key = ovs_text_number_key (number);
  const OvsEmployer *employer;

  if (!ovs_intake_run_employer (run, row, &employer, error))
    return FALSE;
  if (employer == NULL)
    return TRUE;
  if (ovs_purge_was_erased (run->tx, employer->id, key))
    {
      ovs_intake_run_refuse (run, row, OVS_FIELD_EMPLOYEE_NUMBER, _ ("This employee was removed from the dossier at his own request, and is not read in again."));
      return TRUE;
    }
  if (!ovs_intake_person_is (person, employer->id, key))
    {
      if (!ovs_intake_person_store (person, error))
        return FALSE;
      ovs_intake_person_begin (person, employer->id, number, key);
    }
  return ovs_intake_person_take (person, row, number, error);
}

static void
mark_absent (gint64 id, gboolean missing, gpointer data)
{
  OvsIntakeRun *run = data;

  OvsTallyClass class = ovs_tally_get_class (run->people, id);

  if (class != OVS_TALLY_ABSENT)
    {
      run->evidence.known_people += class != OVS_TALLY_ADDED;
      return;
    }
  run->result->missing++;
  if (missing)
    return;
  run->evidence.known_people++;
  run->evidence.gone_people++;
  ovs_employees_mark_missing (run->tx, id, run->import, run->sequence);
  run->touched = TRUE;
}

void
ovs_intake_mark_missing (OvsIntakeRun *run)
{
  for (gint64 employer = 1; employer < ovs_tally_get_limit (run->employers); employer++)
    if (ovs_tally_get_class (run->employers, employer) != OVS_TALLY_ABSENT)
      ovs_employees_foreach (run->tx, employer, mark_absent, run);
}

/* The first list of an office, into a dossier without people: nobody is looked for, and nobody can be missing. */
static gboolean
begin_bulk (OvsIntakeRun *run)
{
  if (run->result->rows < BULK_ROWS || !ovs_bulk_begin (run->tx))
    return FALSE;
  run->sieve = ovs_sieve_new ();
  return TRUE;
}

gboolean
ovs_intake_employees (OvsIntakeRun *run, GError **error)
{
  g_autoptr (OvsIntakePerson) person = ovs_intake_person_new (run);
  gboolean bulk = begin_bulk (run);

  if (!ovs_intake_run_foreach (run, read_row, person, error) || !ovs_intake_person_store (person, error))
    return FALSE;
  if (bulk)
    ovs_bulk_end (run->tx);
  /* Of who was not refused, a file with refused rows tells nothing. */
  run->result->partial = run->has_reason && !run->has_other;
  if (!bulk && !run->result->partial)
    ovs_intake_mark_missing (run);
  return !ovs_tx_failed (run->tx);
}
