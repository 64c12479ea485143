/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/outcome-rows.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "dossier/message-list.h"
#include "steps/track/fallout-people.h"
#include "steps/track/outcome-words.h"
#include "steps/track/waiting-people.h"

static const char *const column_ids[OVS_N_OUTCOME_COLUMNS] = {
  "name", "client", "number", "status", "advice", "sent", "days", "attempts", "email",
};

enum
{
  MESSAGE_WHEN,
  MESSAGE_NAME,
  MESSAGE_CLIENT,
  MESSAGE_WHAT,
  MESSAGE_TEXT,
  N_MESSAGE_COLUMNS,
};

const char *
ovs_outcome_column_id (OvsOutcomeColumn column)
{
  return column_ids[column];
}

char *
ovs_outcome_rows_filter (OvsOutcomeList list, int group)
{
  return group >= 0 ? g_strdup_printf ("%d:%d", list, group) : g_strdup_printf ("%d", list);
}

static OvsOutcomeSort
sort_of (const char *column)
{
  static const struct
  {
    OvsOutcomeColumn column;
    OvsOutcomeSort sort;
  } sorts[] = {
    { OVS_OUTCOME_COLUMN_CLIENT, OVS_OUTCOME_SORT_EMPLOYER },
    { OVS_OUTCOME_COLUMN_STATUS, OVS_OUTCOME_SORT_REASON },
    { OVS_OUTCOME_COLUMN_SENT, OVS_OUTCOME_SORT_SENT },
    { OVS_OUTCOME_COLUMN_DAYS, OVS_OUTCOME_SORT_SENT },
    { OVS_OUTCOME_COLUMN_ATTEMPTS, OVS_OUTCOME_SORT_ATTEMPTS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_strcmp0 (column, column_ids[sorts[i].column]) == 0)
      return sorts[i].sort;
  return OVS_OUTCOME_SORT_NAME;
}

GArray *
ovs_outcome_rows_query (OvsTx *tx, const OvsTableQuery *query, const char *handler)
{
  g_autofree char *search = ovs_text_fold (query->search);
  g_autoptr (GArray) waiting = NULL;
  OvsOutcomeList list = query->filter != NULL ? (OvsOutcomeList) atoi (query->filter) : OVS_OUTCOMES_INVITED;
  const char *colon = query->filter != NULL ? strchr (query->filter, ':') : NULL;
  int group = colon != NULL ? atoi (colon + 1) : -1;
  gboolean by_days = g_strcmp0 (query->sort, column_ids[OVS_OUTCOME_COLUMN_DAYS]) == 0;
  OvsOutcomeQuery asked = {
    .list = list,
    .handler = handler,
    .search = search,
    .sort = sort_of (query->sort),
    /* Many days ago is an early day. */
    .descending = query->descending != by_days,
    .keep = group >= 0 ? ovs_fallout_people_keep : NULL,
    .data = &group,
  };

  if (list == OVS_OUTCOMES_WAITING && group >= 0 && group < OVS_N_FOLLOW_STEPS)
    {
      waiting = ovs_waiting_people_find (tx, handler, ovs_waiting_steps[group]);
      asked.keep = ovs_waiting_people_keep;
      asked.data = waiting;
    }
  /* Who waits longest comes first, unless another order is asked for. */
  if (query->sort == NULL && list == OVS_OUTCOMES_WAITING)
    asked.sort = OVS_OUTCOME_SORT_SENT;
  if (asked.sort == OVS_OUTCOME_SORT_REASON && list != OVS_OUTCOMES_FALLOUT)
    asked.sort = OVS_OUTCOME_SORT_STATUS;
  return ovs_outcome_list_query (tx, ovs_tx_today (tx), &asked);
}

static void
set_sent (OvsTableRow *row, const OvsOutcomePerson *person, OvsDay today)
{
  OvsDay day = person->sent != 0 ? ovs_clock_day_of (person->sent) : OVS_NO_DAY;
  g_autofree char *sent = ovs_day_to_dutch (day);
  g_autofree char *days = day != OVS_NO_DAY ? g_strdup_printf ("%d", today - day) : g_strdup ("");

  ovs_table_row_set_cell (row, OVS_OUTCOME_COLUMN_SENT, sent, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, OVS_OUTCOME_COLUMN_DAYS, days, OVS_CELL_PLAIN);
}

static void
add_person (GPtrArray *rows, OvsTx *tx, gint64 id)
{
  OvsDay today = ovs_tx_today (tx);
  g_autoptr (OvsOutcomePerson) person = ovs_outcome_person_get (tx, today, id);
  g_autofree char *attempts = NULL;
  OvsTableRow *row;

  if (person == NULL)
    return;
  row = ovs_table_row_new (id, OVS_N_OUTCOME_COLUMNS);
  attempts = g_strdup_printf ("%" G_GINT64_FORMAT, person->outcome.attempts);
  ovs_table_row_set_cell (row, OVS_OUTCOME_COLUMN_NAME, person->name, OVS_CELL_STRONG);
  ovs_table_row_set_cell (row, OVS_OUTCOME_COLUMN_CLIENT, person->employer_name, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, OVS_OUTCOME_COLUMN_NUMBER, person->employee_number, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, OVS_OUTCOME_COLUMN_STATUS, ovs_outcome_words_status (person), ovs_outcome_words_kind (person));
  ovs_table_row_set_cell (row, OVS_OUTCOME_COLUMN_ADVICE, ovs_outcome_words_advice (person), OVS_CELL_PLAIN);
  set_sent (row, person, today);
  ovs_table_row_set_cell (row, OVS_OUTCOME_COLUMN_ATTEMPTS, attempts, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, OVS_OUTCOME_COLUMN_EMAIL, person->email, OVS_CELL_PLAIN);
  g_ptr_array_add (rows, row);
}

GPtrArray *
ovs_outcome_rows_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free);

  for (gsize i = 0; i < n_ids; i++)
    add_person (rows, tx, ids[i]);
  return rows;
}

GArray *
ovs_message_rows_query (OvsTx *tx, const OvsTableQuery *query, const char *handler)
{
  g_autofree char *search = ovs_text_fold (query->search);
  OvsMessageQuery asked = {
    .which = query->filter != NULL ? (OvsMessages) atoi (query->filter) : OVS_MESSAGES_ALL,
    .handler = handler,
    .search = search,
    .sort = OVS_MESSAGE_SORT_TIME,
    .descending = query->descending,
  };

  if (g_strcmp0 (query->sort, "name") == 0)
    asked.sort = OVS_MESSAGE_SORT_NAME;
  else if (g_strcmp0 (query->sort, "client") == 0)
    asked.sort = OVS_MESSAGE_SORT_EMPLOYER;
  return ovs_messages_query (tx, &asked);
}

static void
add_message (GPtrArray *rows, OvsTx *tx, gint64 id)
{
  g_autoptr (OvsMessage) message = ovs_message_get (tx, id);
  g_autofree char *at = NULL;
  OvsTableRow *row;

  if (message == NULL)
    return;
  row = ovs_table_row_new (id, N_MESSAGE_COLUMNS);
  at = ovs_clock_to_dutch (message->at);
  ovs_table_row_set_cell (row, MESSAGE_WHEN, at, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, MESSAGE_NAME, message->name, OVS_CELL_STRONG);
  ovs_table_row_set_cell (row, MESSAGE_CLIENT, message->employer_name, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, MESSAGE_WHAT, ovs_message_words_title (message), ovs_message_words_kind (message));
  ovs_table_row_set_cell (row, MESSAGE_TEXT, message->text, OVS_CELL_SOFT);
  g_ptr_array_add (rows, row);
}

GPtrArray *
ovs_message_rows_fetch (OvsTx *tx, const gint64 *ids, gsize n_ids)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free);

  for (gsize i = 0; i < n_ids; i++)
    add_message (rows, tx, ids[i]);
  return rows;
}
