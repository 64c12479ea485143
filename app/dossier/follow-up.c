/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/follow-up.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "dossier/access.h"
#include "dossier/error.h"
#include "dossier/free-text.h"
#include "dossier/stale.h"
#include "dossier/trail.h"
#include "dossier/undo.h"
#include "rules/access.h"

static gint64
end_step (OvsStep *step, const char *operation, gint64 changed, const char *note)
{
  g_autofree char *detail = g_strdup_printf ("{\"changed\": %" G_GINT64_FORMAT "}", changed);

  ovs_step_end (step, operation, detail, note);
  return changed;
}

static gboolean
is_over (OvsTx *tx, gint64 employee)
{
  g_autofree char *status = ovs_access_get (tx, employee, OVS_PORTAL_MIJNLOKET);

  return ovs_access_from_word (status) == OVS_ACCESS_ACTIVE;
}

/* Returns: how many were changed. */
static gint64
set_one (OvsTx *tx, gint64 sequence, gint64 employee, const char *reason)
{
  g_autofree char *old = ovs_follow_up_get_no_access (tx, employee, NULL);

  if (g_strcmp0 (old, reason) == 0)
    return 0;
  ovs_tx_run (tx,
              "INSERT INTO follow_up (employee, no_access_reason, no_access_on) VALUES (?1, ?2, ?3) "
              "ON CONFLICT (employee) DO UPDATE SET no_access_reason = excluded.no_access_reason, no_access_on = excluded.no_access_on",
              "isd", employee, reason, reason != NULL ? ovs_tx_today (tx) : OVS_NO_DAY);
  ovs_history_add (tx, sequence, 0, employee, "no_access_reason", old, reason);
  return 1;
}

gint64
ovs_follow_up_set_no_access (OvsTx *tx, const GArray *employees, const char *reason, GError **error)
{
  g_autofree char *clean = ovs_text_clean (reason);
  OvsStep step;
  gint64 changed = 0;

  if (*clean == '\0')
    {
      g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, _ ("Say why no access is needed. Nothing was changed."));
      return -1;
    }
  if (!ovs_free_text_check (clean, error))
    return -1;
  step = ovs_step_begin (tx);
  for (guint i = 0; i < employees->len; i++)
    {
      gint64 employee = g_array_index (employees, gint64, i);

      if (!is_over (tx, employee))
        changed += set_one (tx, step.sequence, employee, clean);
    }
  return end_step (&step, "no-access", changed, clean);
}

gint64
ovs_follow_up_clear_no_access (OvsTx *tx, const GArray *employees)
{
  OvsStep step = ovs_step_begin (tx);
  gint64 changed = 0;

  for (guint i = 0; i < employees->len; i++)
    changed += set_one (tx, step.sequence, g_array_index (employees, gint64, i), NULL);
  return end_step (&step, "access-after-all", changed, NULL);
}

gint64
ovs_follow_up_snooze (OvsTx *tx, const GArray *employees, OvsDay until, GError **error)
{
  OvsStep step;
  gint64 changed = 0;

  if (until != OVS_NO_DAY && until <= ovs_tx_today (tx))
    {
      g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, _ ("Choose a day after today. Nothing was changed."));
      return -1;
    }
  step = ovs_step_begin (tx);
  for (guint i = 0; i < employees->len; i++)
    {
      ovs_tx_run (tx,
                  "INSERT INTO follow_up (employee, snoozed_until) SELECT ?1, ?2 WHERE ?2 IS NOT NULL OR EXISTS (SELECT 1 FROM follow_up WHERE employee = ?1) "
                  "ON CONFLICT (employee) DO UPDATE SET snoozed_until = excluded.snoozed_until WHERE snoozed_until IS NOT excluded.snoozed_until",
                  "id", g_array_index (employees, gint64, i), until);
      changed += ovs_tx_changes (tx);
    }
  return end_step (&step, "snooze", changed, NULL);
}

static gint64
ask_about (OvsTx *tx, gint64 sequence, gint64 employee)
{
  g_autofree char *today = ovs_day_to_iso (ovs_tx_today (tx));
  gint64 changed;

  ovs_tx_run (tx,
              "INSERT INTO follow_up (employee, asked_address) SELECT id, coalesce(email, email_as_read, '') FROM employee WHERE id = ?1 "
              "ON CONFLICT (employee) DO UPDATE SET asked_address = excluded.asked_address "
              "WHERE no_access_on IS NULL AND asked_address IS NOT excluded.asked_address",
              "i", employee);
  changed = ovs_tx_changes (tx);
  if (changed > 0)
    ovs_history_add (tx, sequence, 0, employee, "client_asked", NULL, today);
  return changed;
}

gint64
ovs_follow_up_ask_client (OvsTx *tx, const GArray *employees)
{
  OvsStep step = ovs_step_begin (tx);
  gint64 changed = 0;

  for (guint i = 0; i < employees->len; i++)
    {
      gint64 employee = g_array_index (employees, gint64, i);

      if (!is_over (tx, employee))
        changed += ask_about (tx, step.sequence, employee);
    }
  return end_step (&step, "ask-client", changed, NULL);
}

char *
ovs_follow_up_get_no_access (OvsTx *tx, gint64 employee, OvsDay *since)
{
  OvsRows rows = ovs_rows_open (tx, "SELECT no_access_reason, no_access_on FROM follow_up WHERE employee = ?1 AND no_access_on IS NOT NULL", "i", employee);
  char *reason = NULL;

  if (ovs_rows_next (&rows))
    {
      reason = g_strdup (ovs_rows_text (&rows, 0));
      if (since != NULL)
        *since = ovs_rows_day (&rows, 1);
    }
  ovs_rows_close (&rows);
  return reason;
}
