/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/outcomes.h"

G_BEGIN_DECLS

/**
 * OvsRollbackScope:
 *
 * To whom Werknemerloket is to be given back: some people, one person by his numbers, some clients, a round, or everybody. Belongs to whoever made it;
 * free with ovs_rollback_scope_free().
 */
typedef struct
{
  GArray *people;        /* (nullable) (element-type gint64) employees of the dossier, as of its lists */
  GStrv employers;       /* (nullable) numbers */
  char *employee_number; /* (nullable) of the only employer */
  gint64 wave;           /* number of the round, 0 for none, OVS_WITHOUT_WAVE for the clients without one */
  gboolean everybody;
} OvsRollbackScope;

OvsRollbackScope *ovs_rollback_scope_new_people    (const gint64 *employees, gsize n_employees);

/** @employee: (nullable): only this one of the only employer. */
OvsRollbackScope *ovs_rollback_scope_new_employers (const char *const *employers, const char *employee);

/** @number: of a round, or %OVS_WITHOUT_WAVE (dossier/client-filter.h). */
OvsRollbackScope *ovs_rollback_scope_new_wave      (gint64 number);
OvsRollbackScope *ovs_rollback_scope_new_everybody (void);
void              ovs_rollback_scope_free          (OvsRollbackScope *scope);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsRollbackScope, ovs_rollback_scope_free)

/**
 * OvsRollbackCounts:
 *
 * Whom a roll-back is about, and what stays as it is for those to whom Werknemerloket is given back.
 */
typedef struct
{
  guint possible;
  guint pending;     /* of these: an invitation to MijnLoket is alive */
  guint linked;      /* of these: with an account in MijnLoket */
  guint gone;        /* of these: no longer employed */
  guint before;      /* blocked, and not by this conversion */
  guint impossible;  /* others to whom it cannot be given back */
} OvsRollbackCounts;

/**
 * ovs_rollback_scope_foreach:
 *
 * Calls @func for the people of the scope who were submitted, and for everybody who was named. Fails with %OVS_DOSSIER_ERROR_NOT_FOUND where the
 * dossier has no such employer, employee or round. @employers: (out) (optional) (nullable) (transfer full) (element-type gint64): of whom they are,
 * NULL for everybody.
 */
gboolean ovs_rollback_scope_foreach (const OvsRollbackScope *scope, OvsTx *tx, OvsOutcomeFunc func, gpointer data, GHashTable **employers,
                                     GError **error);

/** Counts them. In the reader's thread. */
gboolean ovs_rollback_scope_count   (const OvsRollbackScope *scope, OvsTx *tx, OvsRollbackCounts *counts, GError **error);

/** Adds one person to whom it is given back. */
void     ovs_rollback_counts_add    (OvsRollbackCounts *counts, const OvsOutcomeRow *row);

/** TRUE for who is to be told of when it cannot be given back: everybody who was named, else who was concerned. */
gboolean ovs_rollback_scope_tells   (const OvsRollbackScope *scope, const OvsOutcomeRow *row);

/** Why Werknemerloket cannot be given back, a finished sentence in the user's language. Returns: (transfer none) (nullable): NULL when it can. */
const char *ovs_rollback_find_objection (const OvsOutcomeRow *row);

/**
 * What is not undone for those who are counted, in the user's language: a sentence each, as many as apply. Returns: (transfer full).
 */
GStrv    ovs_rollback_tell_lasting  (const OvsRollbackCounts *counts, OvsDay today);

G_END_DECLS
