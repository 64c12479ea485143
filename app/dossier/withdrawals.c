/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/withdrawals.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "dossier/client-filter.h"
#include "dossier/employers.h"
#include "dossier/error.h"
#include "dossier/free-text.h"
#include "dossier/readiness-facts.h"
#include "dossier/trail.h"
#include "dossier/undo.h"

static gint64
end_step (OvsStep *step, const char *operation, gint64 employer, gint64 changed, const char *note)
{
  g_autofree char *detail = g_strdup_printf ("{\"employer\": %" G_GINT64_FORMAT ", \"employee\": 0, \"changed\": %" G_GINT64_FORMAT "}",
                                             employer, changed);

  ovs_step_end (step, operation, detail, note);
  return changed;
}

static gint64
set_reason (OvsTx *tx, gint64 sequence, gint64 employer, const char *reason)
{
  g_autofree char *old = ovs_tx_get_text (tx, "SELECT excluded_reason FROM employer WHERE id = ?1", "i", employer);

  if (g_strcmp0 (old, reason) == 0)
    return 0;
  ovs_tx_run (tx, "UPDATE employer SET excluded_reason = ?2 WHERE id = ?1", "is", employer, reason);
  ovs_history_add (tx, sequence, employer, 0, "excluded_reason", old, reason);
  return 1;
}

static gint64
set_selected (OvsTx *tx, gint64 sequence, gint64 employer, gboolean selected)
{
  ovs_tx_run (tx, "UPDATE employer SET selected = ?2 WHERE id = ?1 AND selected <> ?2", "ib", employer, selected);
  if (ovs_tx_changes (tx) == 0)
    return 0;
  ovs_history_add (tx, sequence, employer, 0, "selected", selected ? "0" : "1", selected ? "1" : "0");
  return 1;
}

/* The letter of an earlier time was about an earlier announcement. */
static void
set_said (OvsTx *tx, gint64 sequence, gint64 employer, const OvsWithdrawalSaid *said)
{
  g_autofree char *by = ovs_text_clean (said->said_by);
  OvsDay on = said->said_on != OVS_NO_DAY ? said->said_on : ovs_tx_today (tx);

  ovs_tx_run (tx, "DELETE FROM withdrawal WHERE employer = ?1", "i", employer);
  ovs_tx_run (tx, "INSERT INTO withdrawal (employer, said_by, said_on) VALUES (?1, nullif(?2, ''), ?3)", "isd", employer, by, on);
  if (*by != '\0')
    ovs_history_add (tx, sequence, employer, 0, "withdrawal_said_by", NULL, by);
}

static gboolean
check (const OvsWithdrawalSaid *said, GError **error)
{
  g_autofree char *reason = ovs_text_clean (said->reason);

  if (*reason != '\0')
    return ovs_free_text_check (reason, error) && ovs_free_text_check (said->said_by, error);
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, _ ("Leaving out needs a reason: give one. Nothing was changed."));
  return FALSE;
}

gint64
ovs_withdrawals_write (OvsTx *tx, const char *number, const OvsWithdrawalSaid *said, GError **error)
{
  OvsStep step;
  gint64 employer, reasons, selected;

  if (!ovs_employers_require (tx, number, &employer, error) || !check (said, error))
    return -1;

  step = ovs_step_begin (tx);
  reasons = set_reason (tx, step.sequence, employer, said->reason);
  selected = set_selected (tx, step.sequence, employer, FALSE);
  set_said (tx, step.sequence, employer, said);
  return end_step (&step, "exclude", employer, MAX (reasons, selected), said->reason);
}

gint64
ovs_withdrawals_rejoin (OvsTx *tx, const char *number, GError **error)
{
  OvsStep step;
  gint64 employer, reasons, selected;

  if (!ovs_employers_require (tx, number, &employer, error))
    return -1;

  step = ovs_step_begin (tx);
  reasons = set_reason (tx, step.sequence, employer, NULL);
  selected = set_selected (tx, step.sequence, employer, TRUE);
  ovs_tx_run (tx, "DELETE FROM withdrawal WHERE employer = ?1", "i", employer);
  return end_step (&step, "include", employer, MAX (reasons, selected), NULL);
}

gboolean
ovs_withdrawals_letter (OvsTx *tx, gint64 employer, gboolean sent, GError **error)
{
  OvsStep step;
  gint64 found;

  /* One that was left out by the command line has no row of its own yet. */
  if (!ovs_tx_get_int (tx, &found, "SELECT id FROM employer WHERE id = ?1 AND excluded_reason IS NOT NULL", "i", employer))
    {
      g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, _ ("This client takes part again. Nothing was changed."));
      return FALSE;
    }
  step = ovs_step_begin (tx);
  ovs_tx_run (tx, "INSERT OR IGNORE INTO withdrawal (employer, said_on) VALUES (?1, ?2)", "id", employer, ovs_tx_today (tx));
  ovs_tx_run (tx, "UPDATE withdrawal SET letter_on = ?2 WHERE employer = ?1 AND (letter_on IS NULL) = ?3", "idb", employer,
              sent ? ovs_tx_today (tx) : OVS_NO_DAY, sent);
  end_step (&step, sent ? "retraction-sent" : "retraction-open", employer, 1, NULL);
  return TRUE;
}

static void
count_at_risk (const OvsClientRow *row, gpointer data)
{
  OvsWithdrawal withdrawal = ovs_client_withdrawal (row);

  *(gint64 *) data += ovs_withdrawal_at_risk (&withdrawal);
}

gint64
ovs_withdrawals_at_risk (OvsTx *tx, const char *handler)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT DISTINCT c.id FROM employer c JOIN ticket_client x ON x.employer = c.id "
                                "WHERE c.excluded_reason IS NOT NULL AND " OVS_CLIENT_FILTER ("c.", "?1"),
                                "s", handler);
  gint64 number = 0;

  while (ovs_rows_next (&rows))
    ovs_client_list_get (tx, ovs_rows_int (&rows, 0), count_at_risk, &number);
  return number;
}
