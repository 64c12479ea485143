/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loket/loket.h"
#include "loket/records.h"

G_BEGIN_DECLS

/** The lists of one employer that can be read page by page, with what their records are. */
typedef enum
{
  OVS_LOKET_LIST_EMPLOYEES,      /* OvsLoketEmployee */
  OVS_LOKET_LIST_EMPLOYMENTS,    /* OvsLoketEmployment */
  OVS_LOKET_LIST_WERKNEMERLOKET, /* OvsLoketAccess */
  OVS_LOKET_LIST_MIJNLOKET,      /* OvsLoketAccess */
} OvsLoketList;

/**
 * OvsLoketPageFunc:
 * @records: (transfer none): of one page; frees them; a reference may be kept
 * @reading: 1, and one more each time the list is read again from its begin because it changed under way
 *
 * Called in the main context for each page as it comes in. One person can come twice: then the later one counts.
 */
typedef void (*OvsLoketPageFunc) (GPtrArray *records, guint reading, gpointer data);

/**
 * ovs_loket_read_pages_async:
 *
 * Reads one list as loket/lists.h does, but without keeping it: memory grows by the ids only.
 */
void  ovs_loket_read_pages_async  (OvsLoket             *self,
                                   OvsLoketList          list,
                                   const char           *employer_id,
                                   OvsLoketPageFunc      func,
                                   gpointer              data,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);

/**
 * ovs_loket_read_pages_finish:
 *
 * Returns: the first reading that counts; what only earlier ones told is no longer there. 0 with an error as in
 * loket/lists.h.
 */
guint ovs_loket_read_pages_finish (OvsLoket             *self,
                                   GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
