/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/client-answers.h"

#include <glib/gi18n.h>

#include "dossier/error.h"
#include "dossier/trail.h"
#include "dossier/undo.h"

static gboolean
require (OvsTx *tx, gint64 employer, GError **error)
{
  gint64 found;

  if (ovs_tx_get_int (tx, &found, "SELECT id FROM employer WHERE id = ?1", "i", employer))
    return TRUE;
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_FOUND, _ ("This client is no longer in the dossier. Nothing was changed."));
  return FALSE;
}

static void
end_step (OvsStep *step, const char *operation, gint64 employer)
{
  g_autofree char *detail = g_strdup_printf ("{\"employer\": %" G_GINT64_FORMAT "}", employer);

  ovs_step_end (step, operation, detail, NULL);
}

gboolean
ovs_client_answer_contact_left (OvsTx *tx, gint64 employer, gboolean left, GError **error)
{
  OvsStep step;

  if (!require (tx, employer, error))
    return FALSE;
  step = ovs_step_begin (tx);
  ovs_tx_run (tx, "UPDATE employer SET contact_left = CASE WHEN ?2 THEN coalesce(contact_name, '') END WHERE id = ?1", "ib", employer, left);
  ovs_history_add (tx, step.sequence, employer, 0, "contact_left", left ? "0" : "1", left ? "1" : "0");
  end_step (&step, "contact-left", employer);
  return TRUE;
}

gboolean
ovs_client_answer_rights (OvsTx *tx, gint64 employer, OvsTold rights, GError **error)
{
  g_autofree char *value = rights != OVS_TOLD_UNKNOWN ? g_strdup_printf ("%d", rights) : NULL;
  OvsStep step;

  if (!require (tx, employer, error))
    return FALSE;
  step = ovs_step_begin (tx);
  ovs_tx_run (tx, "UPDATE employer SET handler_rights = nullif(?2, -1), handler_rights_of = coalesce(handler, '') WHERE id = ?1", "ii", employer,
              (gint64) rights);
  ovs_history_add (tx, step.sequence, employer, 0, "handler_rights", NULL, value);
  end_step (&step, "handler-rights", employer);
  return TRUE;
}

/* The statements of each day: columns cannot be bound. */
static const struct
{
  const char *field; /* in the history */
  const char *find;
  const char *set;
} days[OVS_N_CLIENT_DAYS] = {
#define DAY(column)                                                                                                                       \
  {                                                                                                                                      \
    column, "SELECT " column " FROM employer WHERE id = ?1", "UPDATE employer SET " column " = ?2 WHERE id = ?1 AND " column " IS NOT ?2" \
  }
  [OVS_CLIENT_DAY_EMPLOYEES_INFORMED] = DAY ("employees_informed_on"),
  [OVS_CLIENT_DAY_FLYER_HANGS] = DAY ("flyer_hangs_on"),
  [OVS_CLIENT_DAY_CONTRACT_ENDS] = DAY ("contract_ends_on"),
};

gint64
ovs_client_answer_day (OvsTx *tx, const GArray *employers, OvsClientDay which, OvsDay day)
{
  g_autofree char *value = ovs_day_to_iso (day);
  g_autofree char *detail = NULL;
  OvsStep step = ovs_step_begin (tx);
  gint64 changed = 0;

  for (guint i = 0; i < employers->len; i++)
    {
      gint64 employer = g_array_index (employers, gint64, i);
      g_autofree char *old = ovs_tx_get_text (tx, days[which].find, "i", employer);

      ovs_tx_run (tx, days[which].set, "id", employer, day);
      if (ovs_tx_changes (tx) == 0)
        continue;
      ovs_history_add (tx, step.sequence, employer, 0, days[which].field, old, value);
      changed++;
    }
  detail = g_strdup_printf ("{\"field\": \"%s\", \"changed\": %" G_GINT64_FORMAT "}", days[which].field, changed);
  ovs_step_end (&step, "client-day", detail, NULL);
  return changed;
}
