/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/people.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/text.h"
#include "dossier/employee.h"
#include "dossier/people-list.h"
#include "rules/disposition.h"

static void
read_filter (const char *text, OvsPeopleFilter *filter)
{
  if (text == NULL)
    return;
  if (g_str_has_prefix (text, "disposition "))
    filter->disposition = text + strlen ("disposition ");
  else if (g_str_has_prefix (text, "reason "))
    filter->reason = text + strlen ("reason ");
  else if (g_str_has_prefix (text, "finding "))
    filter->finding = text + strlen ("finding ");
}

GArray *
ovs_people_query (OvsTx *tx, const OvsTableQuery *query, const char *handler)
{
  g_autofree char *search = ovs_text_fold (query->search);
  OvsPeopleFilter filter = { .handler = handler, .search = search };
  OvsPeopleOrder order = OVS_PEOPLE_BY_NAME;
  GArray *ids;

  if (g_strcmp0 (query->sort, "client") == 0)
    order = OVS_PEOPLE_BY_CLIENT;
  else if (g_strcmp0 (query->sort, "number") == 0)
    order = OVS_PEOPLE_BY_NUMBER;
  read_filter (query->filter, &filter);
  ids = ovs_people_list_ids (tx, &filter, order);
  for (guint i = 0; query->descending && i < ids->len / 2; i++)
    {
      gint64 *first = &g_array_index (ids, gint64, i);
      gint64 *last = &g_array_index (ids, gint64, ids->len - 1 - i);
      gint64 kept = *first;

      *first = *last;
      *last = kept;
    }
  return ids;
}

static OvsCellKind
kind_of (OvsDisposition disposition)
{
  switch (disposition)
    {
    case OVS_DISPOSITION_STOPPER:
      return OVS_CELL_STOPPER;
    case OVS_DISPOSITION_DECIDE:
      return OVS_CELL_WARNING;
    case OVS_DISPOSITION_READY:
    case OVS_DISPOSITION_DONE:
      return OVS_CELL_DONE;
    case OVS_DISPOSITION_LEFT_OUT:
    default:
      return OVS_CELL_SOFT;
    }
}

static void
make_row (const OvsPersonRow *person, gpointer data)
{
  OvsTableRow *row = ovs_table_row_new (person->id, OVS_PEOPLE_COLUMNS);
  g_autofree char *name = ovs_employee_format_name (person->initials, person->first_name, person->prefix, person->last_name);
  OvsDisposition disposition = OVS_DISPOSITION_LEFT_OUT;
  OvsReason reason = OVS_REASON_NONE;

  ovs_disposition_from_code (person->disposition, &disposition);
  ovs_reason_from_code (person->reason, &reason);
  ovs_table_row_set_cell (row, 0, name, OVS_CELL_STRONG);
  ovs_table_row_set_cell (row, 1, person->employer_name, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, 2, person->number, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, 3, person->email != NULL ? person->email : _ ("empty"), person->email != NULL ? OVS_CELL_PLAIN : OVS_CELL_SOFT);
  ovs_table_row_set_cell (row, 4, reason != OVS_REASON_NONE ? ovs_reason_title (reason) : ovs_disposition_title (disposition),
                          kind_of (disposition));
  g_ptr_array_add (data, row);
}

GPtrArray *
ovs_people_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free);

  for (gsize i = 0; i < n_ids; i++)
    ovs_people_list_get (tx, ids[i], make_row, rows);
  return rows;
}
