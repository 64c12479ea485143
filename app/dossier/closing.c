/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/closing.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "dossier/error.h"
#include "dossier/free-text.h"
#include "dossier/judgement.h"
#include "dossier/settings.h"
#include "dossier/trail.h"
#include "dossier/undo.h"

/* --- closing --------------------------------------------------------------------------------------------------- */

typedef struct
{
  OvsTx *tx;
  OvsStep step;
  const char *reason; /* (nullable) */
  GArray *closable;   /* (element-type gint64) */
} Closing;

static void
find_closable (const OvsClosingClient *client, gpointer data)
{
  Closing *closing = data;
  OvsObstacles obstacles = client->obstacles & ~(closing->reason != NULL ? OVS_OBSTACLES_TO_OVERRULE : 0U);

  if (!client->closed && obstacles == 0)
    g_array_append_val (closing->closable, client->employer);
}

static void
close_one (Closing *closing, gint64 employer)
{
  g_autofree char *today = ovs_day_to_iso (ovs_tx_today (closing->tx));

  ovs_tx_run (closing->tx, "INSERT INTO closing (employer, closed_on, reason, audit) VALUES (?1, ?2, ?3, ?4)", "issi", employer, today, closing->reason,
              closing->step.sequence);
  ovs_history_add (closing->tx, closing->step.sequence, employer, 0, "closed_on", NULL, today);
}

/* Returns: how many. */
static gint64
close_found (Closing *closing)
{
  g_autofree char *detail = g_strdup_printf ("{\"clients\": %u}", closing->closable->len);

  closing->step = ovs_step_begin (closing->tx);
  for (guint i = 0; i < closing->closable->len; i++)
    close_one (closing, g_array_index (closing->closable, gint64, i));
  ovs_step_end (&closing->step, "close", detail, closing->reason);
  return closing->closable->len;
}

gint64
ovs_closing_close (OvsTx *tx, const GArray *employers, const char *reason, GError **error)
{
  g_autoptr (GArray) closable = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *clean = ovs_text_clean (reason != NULL ? reason : "");
  Closing closing = { .tx = tx, .reason = *clean != '\0' ? clean : NULL, .closable = closable };

  if (reason != NULL && closing.reason == NULL)
    {
      g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, _ ("Say why the client is closed all the same. Nothing was changed."));
      return -1;
    }
  if (!ovs_free_text_check (closing.reason, error))
    return -1;
  ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT64);
  for (guint i = 0; i < employers->len; i++)
    ovs_closing_get (tx, g_array_index (employers, gint64, i), find_closable, &closing);
  return close_found (&closing);
}

gint64
ovs_closing_close_all (OvsTx *tx, const char *filter)
{
  g_autoptr (GArray) closable = g_array_new (FALSE, FALSE, sizeof (gint64));
  Closing closing = { .tx = tx, .closable = closable };

  ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT64);
  ovs_closing_foreach (tx, filter, find_closable, &closing);
  return close_found (&closing);
}

gint64
ovs_closing_open_again (OvsTx *tx, const GArray *employers)
{
  OvsStep step = ovs_step_begin (tx);
  g_autofree char *detail = NULL;
  gint64 opened = 0;

  for (guint i = 0; i < employers->len; i++)
    {
      gint64 employer = g_array_index (employers, gint64, i);

      ovs_tx_run (tx, "UPDATE closing SET reopened_on = ?2 WHERE employer = ?1 AND reopened_on IS NULL", "id", employer, ovs_tx_today (tx));
      if (ovs_tx_changes (tx) == 0)
        continue;
      ovs_history_add (tx, step.sequence, employer, 0, "closed_on", "1", NULL);
      opened++;
    }
  detail = g_strdup_printf ("{\"clients\": %" G_GINT64_FORMAT "}", opened);
  ovs_step_end (&step, "open-again", detail, NULL);
  return opened;
}

/* --- removing personal data ------------------------------------------------------------------------------------ */

void
ovs_closing_purge_due (OvsTx *tx, OvsClosingPurge *purge)
{
  gint64 days = ovs_settings_get_int (tx, OVS_SETTING_PURGE_AFTER);
  OvsClosingSums sums;
  gint64 since;

  ovs_closing_sum (tx, NULL, &sums);
  *purge = (OvsClosingPurge) { .open = sums.clients - sums.closed, .closed_on = sums.all_closed_on };
  if (purge->closed_on == OVS_NO_DAY)
    return;
  purge->due_on = purge->closed_on + (OvsDay) (days > 0 ? days : OVS_PURGE_AFTER);
  ovs_tx_get_int (tx, &since,
                  "SELECT count(*) FROM accountability v WHERE v.employer IS NULL AND v.audit > coalesce((SELECT max(k.audit) FROM closing k), 0)", "");
  purge->accounted = since > 0;
  purge->due = purge->accounted && ovs_tx_today (tx) >= purge->due_on;
}
