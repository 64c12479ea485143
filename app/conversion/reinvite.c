/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conversion/reinvite.h"

#include <glib/gi18n.h>

#include "base/crash-point.h"
#include "conversion/errand.h"
#include "conversion/fallout-reason.h"
#include "dossier/employees.h"
#include "dossier/employers.h"
#include "dossier/outcome-list.h"
#include "rules/access.h"

typedef struct
{
  guint invited;
  char *employer_number; /* (nullable) */
  char *employee_number; /* (nullable) */
  GHashTable *wanted;    /* (owned) (nullable) (element-type gint64) employees; NULL for all that fell out */
  gboolean again;
  OvsErrand *errand;     /* (unowned) while it lasts */
  OvsTx *tx;             /* only while the dossier lends it */
} Reinvite;

void
ovs_reinvited_free (OvsReinvited *reinvited)
{
  if (reinvited == NULL)
    return;
  g_ptr_array_unref (reinvited->refused);
  g_free (reinvited);
}

static void
reinvite_free (gpointer data)
{
  Reinvite *self = data;

  g_clear_pointer (&self->wanted, g_hash_table_unref);
  g_free (self->employer_number);
  g_free (self->employee_number);
  g_free (self);
}

/* --- whom --- */

const char *
ovs_reinvite_find_objection (const OvsOutcomeRow *row, gboolean linked)
{
  gboolean expects = ovs_access_has_or_awaits (row->mijnloket) || row->mijnloket == OVS_ACCESS_INVITE_EXPIRED
                     || row->mijnloket == OVS_ACCESS_INVITE_FAILED || row->mijnloket == OVS_ACCESS_INVITE_CANCELLED;

  if (row->mijnloket == OVS_ACCESS_ACTIVE)
    return _ ("This employee is over already: there is an account at this client.");
  if (row->no_access_needed)
    return _ ("It was decided that this employee needs no access. Take that back first.");
  if (row->mijnloket == OVS_ACCESS_BLOCKED)
    return ovs_fallout_reason_title (OVS_FALLOUT_MIJNLOKET_BLOCKED);
  if (row->mijnloket == OVS_ACCESS_USER_BLOCKED)
    return ovs_fallout_reason_title (OVS_FALLOUT_ACCOUNT_BLOCKED);
  if (row->mijnloket == OVS_ACCESS_OTHER)
    return ovs_fallout_reason_title (OVS_FALLOUT_STATUS_UNKNOWN);
  if (row->standing.outcome == OVS_OUTCOME_UNKNOWN)
    return _ ("What became of the last invitation is not known yet. Follow first, then invite anew.");
  if (row->standing.outcome == OVS_OUTCOME_NOT_SUBMITTED && !row->was_fallout && !expects)
    return _ ("This employee was not invited before. The conversion does that.");
  return linked ? NULL : ovs_fallout_reason_title (OVS_FALLOUT_NOT_IN_LOKET);
}

/* Why somebody is not invited anew; NULL when he is. */
static const char *
find_objection (Reinvite *self, const OvsOutcomeRow *row)
{
  const char *obstacle = ovs_errand_find_obstacle (self->errand, row);
  const char *objection
      = obstacle != NULL ? obstacle : ovs_reinvite_find_objection (row, ovs_employees_is_linked (self->tx, row->employee));

  if (objection == NULL && !self->again && ovs_journal_last_invited (self->tx, row->employee) == ovs_tx_today (self->tx))
    return _ ("Invited today already. Ask first to look in the spam folder. With “--again” a second invitation goes out today.");
  return objection;
}

/* Of all: who fell out and was not put off, and who has no portal since his invitation came to nothing. */
static gboolean
is_wanted (Reinvite *self, const OvsOutcomeRow *row)
{
  gboolean put_off = row->snoozed_until != OVS_NO_DAY && row->snoozed_until > ovs_tx_today (self->tx);

  if (self->wanted != NULL)
    return g_hash_table_contains (self->wanted, &row->employee);
  return ovs_outcome_list_has (OVS_OUTCOMES_STRANDED, row) || (!put_off && ovs_outcome_list_has (OVS_OUTCOMES_FALLOUT, row));
}

static void
consider (const OvsOutcomeRow *row, gpointer data)
{
  Reinvite *self = data;
  const char *objection;

  if (!is_wanted (self, row))
    return;
  objection = find_objection (self, row);
  if (objection == NULL)
    ovs_errand_add (self->errand, row);
  else
    ovs_errand_refuse (self->errand, row->employer_number, row->employee_number, objection);
}

static gboolean
choose (OvsErrand *errand, OvsTx *tx, GError **error)
{
  Reinvite *self = errand->data;

  self->errand = errand;
  self->tx = tx;
  ovs_outcomes_foreach (tx, ovs_tx_today (tx), consider, self);
  self->tx = NULL;
  return TRUE;
}

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
want (Reinvite *self, const gint64 *employees, gsize n_employees)
{
  self->wanted = new_ids ();
  for (gsize i = 0; i < n_employees; i++)
    g_hash_table_add (self->wanted, g_memdup2 (&employees[i], sizeof employees[i]));
}

static gboolean
find_named (Reinvite *self, OvsTx *tx, GError **error)
{
  g_auto (OvsEmployee) employee = { 0 };
  gint64 employer;

  if (!ovs_employers_require (tx, self->employer_number, &employer, error)
      || !ovs_employees_require (tx, employer, self->employee_number, &employee, error))
    return FALSE;
  want (self, &employee.id, 1);
  return TRUE;
}

/* Only the clients of who is wanted are read. */
static gboolean
find (OvsErrand *errand, OvsTx *tx, GError **error)
{
  Reinvite *self = errand->data;
  GHashTableIter iter;
  gpointer employee;

  if (self->employer_number != NULL && !find_named (self, tx, error))
    return FALSE;
  if (self->wanted == NULL)
    return TRUE;
  errand->employers = new_ids ();
  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &employee, NULL))
    {
      gint64 employer = ovs_employees_get_employer (tx, *(gint64 *) employee);
      g_hash_table_add (errand->employers, g_memdup2 (&employer, sizeof employer));
    }
  return TRUE;
}

/* --- what came of it --- */

static const char *
describe (OvsIntentState state, const char *reason, const char *message)
{
  if (state == OVS_INTENT_REFUSED)
    return message != NULL && *message != '\0' ? message : ovs_fallout_reason_title (reason);
  if (state == OVS_INTENT_PLANNED)
    return _ ("Nothing was sent. Try again later.");
  return _ ("Loket has not told what became of it. Follow later.");
}

static void
settle (OvsErrand *errand, const OvsErrandPerson *person, OvsIntentState state, const char *reason, const char *message)
{
  Reinvite *self = errand->data;

  if (state == OVS_INTENT_CONFIRMED)
    self->invited++;
  else
    ovs_errand_refuse (errand, person->employer_number, person->employee_number, describe (state, reason, message));
}

static void
cut (gboolean planned)
{
  if (planned)
    ovs_crash_point ("after-reinvite-plan");
  else
    ovs_crash_point ("before-reinvite-plan");
}

static const OvsErrandKind kind = {
  .asks = OVS_INTENT_INVITE,
  .run = OVS_RUN_KIND_REINVITE,
  .operation = "reinvite",
  .find = find,
  .choose = choose,
  .settle = settle,
  .cut = cut,
};

static OvsErrand *
new_errand (OvsDossier *dossier, gboolean again)
{
  Reinvite *self = g_new0 (Reinvite, 1);

  self->again = again;
  return ovs_errand_new (dossier, &kind, self, reinvite_free);
}

void
ovs_reinvite_async (OvsDossier *dossier,
                    const char *employer_number,
                    const char *employee_number,
                    gboolean again,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  OvsErrand *errand = new_errand (dossier, again);
  Reinvite *self = errand->data;

  self->employer_number = g_strdup (employer_number);
  self->employee_number = g_strdup (employee_number);
  ovs_errand_run_async (errand, cancellable, callback, user_data);
}

void
ovs_reinvite_people_async (OvsDossier *dossier,
                           const gint64 *employees,
                           gsize n_employees,
                           gboolean again,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  OvsErrand *errand = new_errand (dossier, again);

  want (errand->data, employees, n_employees);
  ovs_errand_run_async (errand, cancellable, callback, user_data);
}

OvsReinvited *
ovs_reinvite_finish (OvsDossier *dossier, GAsyncResult *result, GError **error)
{
  OvsErrand *errand = ovs_errand_run_finish (dossier, result, error);
  OvsReinvited *reinvited;

  if (errand == NULL)
    return NULL;
  reinvited = g_new0 (OvsReinvited, 1);
  reinvited->invited = ((Reinvite *) errand->data)->invited;
  reinvited->refused = g_ptr_array_ref (errand->refused);
  return reinvited;
}
