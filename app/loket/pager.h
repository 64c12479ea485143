/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loket/loket.h"
#include "loket/records-read.h"
#include "loket/resources.h"

G_BEGIN_DECLS

/**
 * ovs_pager_read_async:
 * @id: (nullable): of which employer or action, where the resource wants one
 *
 * Reads a list of @resource to its end, page by page as the answers say, without doubles; see loket/lists.h for a
 * list that changes meanwhile.
 */
void       ovs_pager_read_async  (OvsLoket             *loket,
                                  const OvsResource    *resource,
                                  const OvsRecordType  *type,
                                  const char           *id,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);

/** Returns: (transfer full) (nullable): the records; the array frees them. */
GPtrArray *ovs_pager_read_finish (OvsLoket             *loket,
                                  GAsyncResult         *result,
                                  GError              **error);

/**
 * Reads no more than the first page of @count, in the order that `orderBy` gives it; @order: a static string. Finish with
 * ovs_pager_read_finish().
 */
void       ovs_pager_read_first_async (OvsLoket             *loket,
                                       const OvsResource    *resource,
                                       const OvsRecordType  *type,
                                       const char           *order,
                                       int                   count,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);

/** Takes the records of one page, of the given reading of the list: see OvsLoketPageFunc in loket/pages.h. */
typedef void (*OvsPageFunc) (GPtrArray *records, guint reading, gpointer data);

/** The same without keeping the records. */
void       ovs_pager_hand_out_async  (OvsLoket             *loket,
                                      const OvsResource    *resource,
                                      const OvsRecordType  *type,
                                      const char           *id,
                                      OvsPageFunc           func,
                                      gpointer              data,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);

/** Returns: the first reading that counts; 0 with an error. */
guint      ovs_pager_hand_out_finish (OvsLoket             *loket,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
