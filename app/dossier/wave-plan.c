/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/wave-plan.h"

#include <glib/gi18n.h>

#include "dossier/error.h"
#include "dossier/undo.h"
#include "dossier/waves.h"

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, sentence);
  return FALSE;
}

static gboolean
needs_round (OvsTx *tx, gint64 client)
{
  gint64 found;

  return ovs_tx_get_int (tx, &found, "SELECT 1 FROM employer WHERE id = ?1 AND wave IS NULL AND selected AND excluded_reason IS NULL", "i", client)
         && !ovs_waves_is_submitted (tx, client);
}

/* It was made of how things stood, which may be some time ago. */
static gboolean
still_holds (OvsTx *tx, const OvsWavePlan *plan)
{
  gint64 found = ovs_waves_find (tx, plan->number);
  gint64 same;

  if (!plan->stands && found != 0)
    return FALSE;
  if (plan->stands && !ovs_tx_get_int (tx, &same, "SELECT 1 FROM wave WHERE id = ?1 AND date = ?2 AND frozen_at IS NULL", "id", found, plan->day))
    return FALSE;
  for (guint i = 0; i < plan->clients->len; i++)
    if (!needs_round (tx, g_array_index (plan->clients, gint64, i)))
      return FALSE;
  return TRUE;
}

gint64
ovs_wave_plan_write (OvsTx *tx, const GArray *plans, GError **error)
{
  OvsStep step = ovs_step_begin (tx);
  gint64 changed = 0;
  gint64 clients = 0;
  gboolean fine = TRUE;
  g_autofree char *detail = NULL;

  for (guint i = 0; fine && i < plans->len; i++)
    {
      const OvsWavePlan *plan = &g_array_index (plans, OvsWavePlan, i);
      OvsWaveChange change = { .number = plan->number, .date = plan->day, .notice_reason = plan->notice_reason, .clients = plan->clients };

      fine = still_holds (tx, plan)
                 ? ovs_waves_set_in (tx, step.sequence, &change, &changed, error)
                 : refuse (error, _ ("Rounds or clients have changed since this proposal was made. Make it again. Nothing was changed."));
      clients += plan->clients->len;
    }
  detail = g_strdup_printf ("{\"waves\": %u, \"clients\": %" G_GINT64_FORMAT "}", plans->len, clients);
  ovs_step_end (&step, "waves-planned", detail, NULL);
  return fine ? clients : -1;
}

gboolean
ovs_wave_plan_questions (OvsTx *tx, gint64 number, gint64 questions, GError **error)
{
  g_autofree char *detail = g_strdup_printf ("{\"wave\": %" G_GINT64_FORMAT ", \"questions\": %" G_GINT64_FORMAT "}", number, questions);
  OvsStep step;
  gint64 id;

  if (!ovs_waves_require (tx, number, &id, error))
    return FALSE;
  step = ovs_step_begin (tx);
  ovs_tx_run (tx, "UPDATE wave SET questions = nullif(?2, -1) WHERE id = ?1", "ii", id, questions);
  ovs_step_end (&step, "wave-questions", detail, NULL);
  return TRUE;
}
