/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * OvsCallerIndex:
 *
 * Finds who is on the telephone by any part of name, number, address or client, while it is typed. What is searched is kept in memory, some
 * seventy bytes for each employee: reading a million rows for each letter takes seconds, and an index in the file would make each import slower. It
 * follows the dossier by itself: what was added or changed since is read at the next search.
 *
 * Made anywhere; to be used in the reader's thread of one dossier only. Reference counted.
 */
typedef struct _OvsCallerIndex OvsCallerIndex;

OvsCallerIndex *ovs_caller_index_new   (void);
OvsCallerIndex *ovs_caller_index_ref   (OvsCallerIndex *self);
void            ovs_caller_index_unref (OvsCallerIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsCallerIndex, ovs_caller_index_unref)

/**
 * OvsCaller:
 * @employee: 0 for a client
 *
 * Who was found. Texts are owned; nullable but for the number of the client.
 */
typedef struct
{
  gint64 employer;
  gint64 employee;
  char *name;
  char *employer_name;
  char *employer_number;
  char *employee_number;
  char *email;
} OvsCaller;

/**
 * OvsCallers:
 * @rows: (element-type OvsCaller): the first of them: whose surname begins so before others, by name; clients after people
 * @total: how many there are; some of @rows can be gone in the meantime
 *
 * Free with ovs_callers_free().
 */
typedef struct
{
  GPtrArray *rows;
  guint total;
} OvsCallers;

void            ovs_callers_free       (OvsCallers *callers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsCallers, ovs_callers_free)

/** Reads what is new; the first time everybody. By itself to have it ready before somebody types. */
void            ovs_caller_index_refresh (OvsCallerIndex *self, OvsTx *tx);

/**
 * Finds whom @text may mean: everybody who has all its words, in any case and without accents, in his own row or in that of his client. Refreshes
 * first. Returns: (transfer full): nobody for a blank text. @most: how many rows.
 */
OvsCallers     *ovs_caller_index_search  (OvsCallerIndex *self, OvsTx *tx, const char *text, guint most);

/** The memory it takes, in bytes. */
gsize           ovs_caller_index_size    (OvsCallerIndex *self);

G_END_DECLS
