/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conversion/rollback-scope.h"

#include <glib/gi18n.h>

#include "dossier/employees.h"
#include "dossier/employers.h"
#include "dossier/waves.h"
#include "rules/boundary.h"

/* A walk over the outcomes that passes on who is in the scope. */
typedef struct
{
  GHashTable *employers; /* (nullable) (element-type gint64) NULL for all */
  GHashTable *people;    /* (nullable) (element-type gint64) */
  GHashTable *met;       /* (element-type gint64) of the people who were named */
  OvsOutcomeFunc func;
  gpointer data;
} Walk;

OvsRollbackScope *
ovs_rollback_scope_new_people (const gint64 *employees, gsize n_employees)
{
  OvsRollbackScope *scope = g_new0 (OvsRollbackScope, 1);

  scope->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (scope->people, employees, (guint) n_employees);
  return scope;
}

OvsRollbackScope *
ovs_rollback_scope_new_employers (const char *const *employers, const char *employee)
{
  OvsRollbackScope *scope = g_new0 (OvsRollbackScope, 1);

  scope->employers = g_strdupv ((GStrv) employers);
  scope->employee_number = g_strdup (employee);
  return scope;
}

OvsRollbackScope *
ovs_rollback_scope_new_wave (gint64 number)
{
  OvsRollbackScope *scope = g_new0 (OvsRollbackScope, 1);

  scope->wave = number;
  return scope;
}

OvsRollbackScope *
ovs_rollback_scope_new_everybody (void)
{
  OvsRollbackScope *scope = g_new0 (OvsRollbackScope, 1);

  scope->everybody = TRUE;
  return scope;
}

void
ovs_rollback_scope_free (OvsRollbackScope *scope)
{
  if (scope == NULL)
    return;
  g_clear_pointer (&scope->people, g_array_unref);
  g_strfreev (scope->employers);
  g_free (scope->employee_number);
  g_free (scope);
}

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
add_id (GHashTable *ids, gint64 id)
{
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static gboolean
find_wave (const OvsRollbackScope *scope, OvsTx *tx, Walk *walk, GError **error)
{
  g_autoptr (GArray) employers = NULL;
  gint64 wave = 0;

  if (scope->wave > 0 && !ovs_waves_require (tx, scope->wave, &wave, error))
    return FALSE;
  employers = ovs_waves_client_ids (tx, wave);
  for (guint i = 0; i < employers->len; i++)
    add_id (walk->employers, g_array_index (employers, gint64, i));
  return TRUE;
}

static gboolean
find_employers (const OvsRollbackScope *scope, OvsTx *tx, Walk *walk, GError **error)
{
  g_auto (OvsEmployee) employee = { 0 };
  gint64 employer = 0;

  for (gsize i = 0; scope->employers != NULL && scope->employers[i] != NULL; i++)
    {
      if (!ovs_employers_require (tx, scope->employers[i], &employer, error))
        return FALSE;
      add_id (walk->employers, employer);
    }
  if (scope->employee_number == NULL)
    return TRUE;
  if (!ovs_employees_require (tx, employer, scope->employee_number, &employee, error))
    return FALSE;
  walk->people = new_ids ();
  add_id (walk->people, employee.id);
  return TRUE;
}

static void
find_people (const OvsRollbackScope *scope, OvsTx *tx, Walk *walk)
{
  walk->people = new_ids ();
  for (guint i = 0; i < scope->people->len; i++)
    {
      gint64 employee = g_array_index (scope->people, gint64, i);

      add_id (walk->people, employee);
      add_id (walk->employers, ovs_employees_get_employer (tx, employee));
    }
}

static gboolean
find (const OvsRollbackScope *scope, OvsTx *tx, Walk *walk, GError **error)
{
  if (scope->everybody)
    return TRUE;
  if (scope->wave != 0)
    return find_wave (scope, tx, walk, error);
  if (scope->people == NULL)
    return find_employers (scope, tx, walk, error);
  find_people (scope, tx, walk);
  return TRUE;
}

static void
meet (const OvsOutcomeRow *row, gpointer data)
{
  Walk *walk = data;

  if (walk->employers != NULL && !g_hash_table_contains (walk->employers, &row->employer))
    return;
  if (walk->people != NULL && !g_hash_table_contains (walk->people, &row->employee))
    return;
  if (walk->people != NULL)
    add_id (walk->met, row->employee);
  walk->func (row, walk->data);
}

/* Whoever was named and never submitted is not among the outcomes of those who were. */
static void
meet_others (OvsTx *tx, Walk *walk)
{
  GHashTableIter iter;
  gpointer employee;

  if (walk->people == NULL)
    return;
  g_hash_table_iter_init (&iter, walk->people);
  while (g_hash_table_iter_next (&iter, &employee, NULL))
    if (!g_hash_table_contains (walk->met, employee))
      ovs_outcomes_get (tx, ovs_tx_today (tx), *(gint64 *) employee, walk->func, walk->data);
}

gboolean
ovs_rollback_scope_foreach (const OvsRollbackScope *scope, OvsTx *tx, OvsOutcomeFunc func, gpointer data, GHashTable **employers, GError **error)
{
  g_autoptr (GHashTable) met = new_ids ();
  Walk walk = { scope->everybody ? NULL : new_ids (), NULL, met, func, data };
  gboolean found = find (scope, tx, &walk, error);

  if (found && func != NULL)
    {
      ovs_outcomes_foreach_sent (tx, ovs_tx_today (tx), meet, &walk);
      meet_others (tx, &walk);
    }
  if (found && employers != NULL)
    *employers = g_steal_pointer (&walk.employers);
  g_clear_pointer (&walk.employers, g_hash_table_unref);
  g_clear_pointer (&walk.people, g_hash_table_unref);
  return found;
}

void
ovs_rollback_counts_add (OvsRollbackCounts *counts, const OvsOutcomeRow *row)
{
  counts->possible++;
  counts->pending += row->mijnloket == OVS_ACCESS_INVITE_PENDING;
  counts->linked += row->mijnloket == OVS_ACCESS_ACTIVE;
  counts->gone += !row->active;
}

static void
count_one (const OvsOutcomeRow *row, gpointer data)
{
  OvsRollbackCounts *counts = data;

  switch (row->standing.reinstate)
    {
    case OVS_REINSTATE_POSSIBLE:
      ovs_rollback_counts_add (counts, row);
      break;
    case OVS_REINSTATE_BLOCKED_BEFORE:
      counts->before++;
      break;
    case OVS_REINSTATE_USER_BLOCKED:
    case OVS_REINSTATE_ENDED:
    case OVS_REINSTATE_UNKNOWN:
      counts->impossible++;
      break;
    case OVS_REINSTATE_NOT_CONCERNED:
    case OVS_REINSTATE_OPEN:
    default:
      break;
    }
}

gboolean
ovs_rollback_scope_count (const OvsRollbackScope *scope, OvsTx *tx, OvsRollbackCounts *counts, GError **error)
{
  *counts = (OvsRollbackCounts) { 0 };
  return ovs_rollback_scope_foreach (scope, tx, count_one, counts, NULL, error);
}

gboolean
ovs_rollback_scope_tells (const OvsRollbackScope *scope, const OvsOutcomeRow *row)
{
  gboolean named = scope->people != NULL || scope->employee_number != NULL;

  return named || (row->standing.reinstate != OVS_REINSTATE_OPEN && row->standing.reinstate != OVS_REINSTATE_NOT_CONCERNED);
}

const char *
ovs_rollback_find_objection (const OvsOutcomeRow *row)
{
  switch (row->standing.reinstate)
    {
    case OVS_REINSTATE_POSSIBLE:
      return NULL;
    case OVS_REINSTATE_OPEN:
      return _ ("Werknemerloket is open already.");
    case OVS_REINSTATE_BLOCKED_BEFORE:
      return _ ("Was blocked already, not by this conversion. Unblock in Loket itself if the client asks for it.");
    case OVS_REINSTATE_USER_BLOCKED:
      return _ ("The whole account is blocked in Loket, not only this access. Ask Loket why.");
    case OVS_REINSTATE_ENDED:
      return _ ("The access to Werknemerloket is not blocked but ended, so it cannot be given back.");
    case OVS_REINSTATE_UNKNOWN:
      return _ ("Loket does not tell whether Werknemerloket is blocked. Follow first, then unblock.");
    case OVS_REINSTATE_NOT_CONCERNED:
    default:
      return _ ("This conversion did not block Werknemerloket for this employee.");
    }
}

GStrv
ovs_rollback_tell_lasting (const OvsRollbackCounts *counts, OvsDay today)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (counts->pending > 0)
    {
      g_autofree char *line
          = g_strdup_printf (ngettext ("%'u invitation to MijnLoket stays valid, and its mail was sent: Loket knows no way to withdraw it.",
                                       "%'u invitations to MijnLoket stay valid, and their mails were sent: Loket knows no way to withdraw them.",
                                       counts->pending),
                             counts->pending);
      g_strv_builder_add (builder, line);
    }
  if (counts->linked > 0)
    {
      g_autofree char *line = g_strdup_printf (ngettext ("%'u MijnLoket account is linked already and stays.",
                                                         "%'u MijnLoket accounts are linked already and stay.", counts->linked),
                                               counts->linked);
      g_strv_builder_add (builder, line);
    }
  if (counts->gone > 0 && today >= OVS_LEAVERS_2025_ACCESS_ENDS)
    {
      g_autofree char *line
          = g_strdup_printf (ngettext ("%'u has left employment: since 1 October 2026 Werknemerloket is of no use to leavers.",
                                       "%'u have left employment: since 1 October 2026 Werknemerloket is of no use to leavers.", counts->gone),
                             counts->gone);
      g_strv_builder_add (builder, line);
    }
  return g_strv_builder_end (builder);
}
