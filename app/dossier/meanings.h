/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * What words of Loket mean, as the office says it once: known from then on wherever Loket says so. See rules/reason-words.h for what counts as the
 * same words.
 */

/**
 * Says what @words mean, and what to do about it, as one step that can be taken back; a blank @meaning forgets it. @advice: (nullable). FALSE with
 * @error set where nothing can be kept.
 */
gboolean ovs_meanings_set      (OvsTx *tx, const char *words, const char *meaning, const char *advice, GError **error);

/** Returns: (transfer full) (nullable): NULL where nobody said it. @words: (nullable). @advice: (out) (optional) (transfer full) (nullable). */
char    *ovs_meanings_get      (OvsTx *tx, const char *words, char **advice);

/**
 * OvsReasonGroup:
 * @words: as Loket said it last
 * @number: how many refusals
 * @meaning: (nullable), @advice: (nullable)
 *
 * Refusals with the same words of Loket. Texts are owned.
 */
typedef struct
{
  char *words;
  gint64 number;
  char *meaning;
  char *advice;
} OvsReasonGroup;

/** What Loket said of who was refused, the most frequent first. @filter: (nullable). Returns: (transfer full) (element-type OvsReasonGroup). */
GPtrArray *ovs_meanings_groups (OvsTx *tx, const char *filter);

G_END_DECLS
