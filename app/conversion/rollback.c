/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conversion/rollback.h"

#include <glib/gi18n.h>

#include "conversion/errand.h"
#include "dossier/employees.h"

typedef struct
{
  OvsRolledBack *rolled_back; /* (owned) */
  OvsRollbackScope *scope;    /* (owned) */
  OvsErrand *errand;          /* (unowned) while it lasts */
  OvsTx *tx;                  /* only while the dossier lends it */
} Rollback;

void
ovs_rolled_back_free (OvsRolledBack *rolled_back)
{
  if (rolled_back == NULL)
    return;
  g_clear_pointer (&rolled_back->refused, g_ptr_array_unref);
  g_clear_pointer (&rolled_back->requests, g_ptr_array_unref);
  g_free (rolled_back);
}

static void
rollback_free (gpointer data)
{
  Rollback *self = data;

  ovs_rolled_back_free (self->rolled_back);
  ovs_rollback_scope_free (self->scope);
  g_free (self);
}

static gboolean
find (OvsErrand *errand, OvsTx *tx, GError **error)
{
  Rollback *self = errand->data;

  return ovs_rollback_scope_foreach (self->scope, tx, NULL, NULL, &errand->employers, error);
}

/* TRUE for who was asked for before without a result: that is looked up, not sent again. */
static gboolean
is_under_way (Rollback *self, gint64 employee)
{
  g_autofree char *reason = NULL;
  g_autofree char *message = NULL;
  OvsIntentState state = ovs_journal_latest (self->tx, employee, OVS_INTENT_REINSTATE, &reason, &message);

  return state == OVS_INTENT_SENT || state == OVS_INTENT_UNKNOWN;
}

static const char *
find_objection (Rollback *self, const OvsOutcomeRow *row)
{
  const char *objection = ovs_rollback_find_objection (row);

  if (objection == NULL && ovs_errand_has_to_wait (self->errand, row))
    return _ ("Loket is still working on an earlier request for this client. Try again later.");
  if (objection == NULL && !ovs_employees_is_linked (self->tx, row->employee))
    return _ ("Loket does not show this employee at this client.");
  return objection;
}

static void
consider (const OvsOutcomeRow *row, gpointer data)
{
  Rollback *self = data;
  const char *obstacle = ovs_errand_find_obstacle (self->errand, row);
  const char *objection;

  if (obstacle != NULL)
    {
      ovs_errand_refuse (self->errand, row->employer_number, NULL, obstacle);
      return;
    }
  if (ovs_rollback_find_objection (row) == NULL && is_under_way (self, row->employee))
    {
      self->rolled_back->unknown++;
      return;
    }
  objection = find_objection (self, row);
  if (objection == NULL)
    {
      ovs_errand_add (self->errand, row);
      ovs_rollback_counts_add (&self->rolled_back->counts, row);
    }
  else if (ovs_rollback_scope_tells (self->scope, row))
    ovs_errand_refuse (self->errand, row->employer_number, row->employee_number, objection);
}

static gboolean
choose (OvsErrand *errand, OvsTx *tx, GError **error)
{
  Rollback *self = errand->data;
  gboolean chosen;

  self->errand = errand;
  self->tx = tx;
  self->rolled_back->today = ovs_tx_today (tx);
  chosen = ovs_rollback_scope_foreach (self->scope, tx, consider, self, NULL, error);
  self->tx = NULL;
  return chosen;
}

static void
settle (OvsErrand *errand, const OvsErrandPerson *person, OvsIntentState state, const char *reason, const char *message)
{
  Rollback *self = errand->data;

  switch (state)
    {
    case OVS_INTENT_CONFIRMED:
      self->rolled_back->reinstated++;
      break;
    case OVS_INTENT_REFUSED:
      ovs_errand_refuse (errand, person->employer_number, person->employee_number,
                         message != NULL && *message != '\0' ? message : _ ("Loket could not give Werknemerloket back"));
      break;
    case OVS_INTENT_PLANNED:
      ovs_errand_refuse (errand, person->employer_number, person->employee_number, _ ("Nothing was sent. Try again later."));
      break;
    case OVS_INTENT_SENT:
    case OVS_INTENT_UNKNOWN:
    default:
      self->rolled_back->unknown++;
      break;
    }
}

static const OvsErrandKind kind = {
  .asks = OVS_INTENT_REINSTATE,
  .run = OVS_RUN_KIND_ROLLBACK,
  .operation = "rollback",
  .find = find,
  .choose = choose,
  .settle = settle,
};

void
ovs_rollback_async (OvsDossier *dossier,
                    OvsRollbackScope *scope,
                    gboolean dry_run,
                    OvsProgressFunc progress,
                    gpointer progress_data,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  Rollback *self = g_new0 (Rollback, 1);
  OvsErrand *errand = ovs_errand_new (dossier, &kind, self, rollback_free);

  self->scope = scope;
  self->rolled_back = g_new0 (OvsRolledBack, 1);
  errand->run->progress = progress;
  errand->run->progress_data = progress_data;
  errand->wave = scope->wave;
  errand->dry_run = dry_run;
  ovs_errand_run_async (errand, cancellable, callback, user_data);
}

OvsRolledBack *
ovs_rollback_finish (OvsDossier *dossier, GAsyncResult *result, GError **error)
{
  OvsErrand *errand = ovs_errand_run_finish (dossier, result, error);
  Rollback *self;

  if (errand == NULL)
    return NULL;
  self = errand->data;
  self->rolled_back->refused = g_ptr_array_ref (errand->refused);
  self->rolled_back->requests = g_ptr_array_ref (errand->requests);
  return g_steal_pointer (&self->rolled_back);
}
