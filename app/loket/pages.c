/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/pages.h"

#include "loket/pager.h"

static const struct
{
  OvsResourceId resource;
  const OvsRecordType *type;
} lists[] = {
  [OVS_LOKET_LIST_EMPLOYEES] = { OVS_RESOURCE_EMPLOYEES, &ovs_record_employee },
  [OVS_LOKET_LIST_EMPLOYMENTS] = { OVS_RESOURCE_EMPLOYMENTS, &ovs_record_employment },
  [OVS_LOKET_LIST_WERKNEMERLOKET] = { OVS_RESOURCE_WERKNEMERLOKET, &ovs_record_werknemerloket },
  [OVS_LOKET_LIST_MIJNLOKET] = { OVS_RESOURCE_MIJNLOKET, &ovs_record_mijnloket },
};

void
ovs_loket_read_pages_async (OvsLoket *self,
                            OvsLoketList list,
                            const char *employer_id,
                            OvsLoketPageFunc func,
                            gpointer data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (OVS_IS_LOKET (self));
  g_return_if_fail (list < G_N_ELEMENTS (lists));
  g_return_if_fail (employer_id != NULL && *employer_id != '\0');

  ovs_pager_hand_out_async (self, ovs_resource_get (lists[list].resource), lists[list].type, employer_id, func, data, cancellable,
                            callback, user_data);
}

guint
ovs_loket_read_pages_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  return ovs_pager_hand_out_finish (self, result, error);
}
