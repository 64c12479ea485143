/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/list.h"

#include "practice/api/json.h"
#include "practice/api/row-cache.h"

#define DEFAULT_PAGE_SIZE 250

typedef struct
{
  gint64 total;
  gint64 number;
  gint64 size; /* 0: all rows on one page */
} Page;

static gboolean
read_query_number (OvsPracticeExchange *exchange, const char *name, gint64 otherwise, gint64 *value)
{
  const char *text = ovs_practice_exchange_get_query (exchange, name);

  *value = otherwise;
  return text == NULL || g_ascii_string_to_signed (text, 10, 1, G_MAXINT32, value, NULL);
}

static gboolean
read_page (OvsPracticeExchange *exchange, gint64 default_size, Page *page)
{
  if (!read_query_number (exchange, "pageNumber", 1, &page->number) ||
      !read_query_number (exchange, "pageSize", default_size, &page->size))
    {
      ovs_practice_exchange_refuse (exchange, "pageNumber and pageSize must be whole numbers from 1.");
      return FALSE;
    }
  if (page->size > 0)
    page->size = MIN (page->size, exchange->state->behaviour->max_page_size);
  return TRUE;
}

static OvsPracticeJson *
begin (OvsPracticeExchange *exchange, const Page *page)
{
  OvsPracticeJson *json = ovs_practice_json_new ();
  gint64 size = page->size > 0 ? page->size : MAX (page->total, 1);

  ovs_practice_json_begin_object (json);
  ovs_practice_put_number (json, "totalSize", page->total);
  ovs_practice_put_number (json, "pageSize", size);
  ovs_practice_put_number (json, "totalPages",
                           page->total > 0 ? (page->total + size - 1) / size
                                           : exchange->state->behaviour->empty_list_pages);
  ovs_practice_put_number (json, "currentPage", page->number);
  ovs_practice_exchange_put_envelope (exchange, json, NULL);
  ovs_practice_put_array (json, "_embedded");
  return json;
}

OvsPracticeJson *
ovs_practice_list_begin (OvsPracticeExchange *exchange, int total)
{
  Page page = { .total = total, .number = 1, .size = DEFAULT_PAGE_SIZE };

  return begin (exchange, &page);
}

void
ovs_practice_list_end (OvsPracticeExchange *exchange, OvsPracticeJson *json)
{
  ovs_practice_json_end_array (json);
  ovs_practice_exchange_end_object (exchange, json);
  ovs_practice_exchange_reply_json (exchange, SOUP_STATUS_OK, json);
}

static gboolean
add_filter (OvsPracticeExchange *exchange, const OvsPracticeList *list, GString *source, GArray *values)
{
  const char *filter = ovs_practice_exchange_get_query (exchange, "filter");

  if (filter == NULL || *filter == '\0')
    return TRUE;
  g_string_append (source, " AND ");
  if (list->fields != NULL && ovs_practice_filter_to_sql (filter, list->fields, source, values))
    return TRUE;
  ovs_practice_exchange_refuse (
      exchange, "The filter is not understood, or names a field that this list cannot be filtered by.");
  return FALSE;
}

static gboolean
add_order (OvsPracticeExchange *exchange, const OvsPracticeList *list, GString *sql)
{
  const char *order = ovs_practice_exchange_get_query (exchange, "orderBy");

  if (order != NULL && *order != '\0')
    {
      if (list->fields == NULL || !ovs_practice_order_to_sql (order, list->fields, sql))
        {
          ovs_practice_exchange_refuse (exchange, "This list cannot be ordered by that field.");
          return FALSE;
        }
      g_string_append (sql, ", ");
    }
  g_string_append (sql, list->order);
  return TRUE;
}

static gint64
count (OvsPracticeExchange *exchange, const char *source, GArray *values, gboolean again)
{
  g_autofree char *sql = g_strconcat ("SELECT count(*) FROM ", source, NULL);
  g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query_array (exchange->state->db, sql, values, again);

  return ovs_practice_rows_next (rows) ? ovs_practice_rows_number (rows, 0) : 0;
}

static void
put_row (OvsPracticeExchange *exchange, const OvsPracticeList *list, OvsPracticeRows *row, OvsPracticeJson *json)
{
  ovs_practice_json_begin_object (json);
  list->put (row, json, exchange);
  ovs_practice_exchange_end_object (exchange, json);
}

/* A question to the database for one list, as it was asked for. */
typedef struct
{
  const OvsPracticeList *list;
  const char *source;
  const char *order;
  GArray *values;
  gboolean again;
} Question;

/* All on the way to the page are walked past. */
static OvsPracticeJson *
walk (OvsPracticeExchange *exchange, const Question *question, Page *page)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s ORDER BY %s LIMIT ? OFFSET ?", question->list->columns,
                                          question->source, question->order);
  g_autoptr (OvsPracticeRows) rows = NULL;
  OvsPracticeJson *json;

  page->total = count (exchange, question->source, question->values, question->again);
  ovs_practice_values_add_number (question->values, page->size > 0 ? page->size : -1);
  ovs_practice_values_add_number (question->values, page->size > 0 ? (page->number - 1) * page->size : 0);
  json = begin (exchange, page);
  rows = ovs_practice_db_query_array (exchange->state->db, sql, question->values, question->again);
  while (ovs_practice_rows_next (rows))
    put_row (exchange, question->list, rows, json);
  return json;
}

/* Only those of the page are read. */
static OvsPracticeJson *
leap (OvsPracticeExchange *exchange, const Question *question, Page *page)
{
  const OvsPracticeList *list = question->list;
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s ORDER BY %s", list->row, question->source, question->order);
  g_autofree char *one = g_strdup_printf ("SELECT %s FROM %s", list->columns, list->one);
  GArray *found = ovs_practice_row_cache_find (exchange->state->rows, exchange->state->db, sql, question->values, question->again);
  gint64 first = (page->number - 1) * page->size, after;
  OvsPracticeJson *json;

  page->total = found->len;
  after = page->size > 0 ? MIN (first + page->size, page->total) : page->total;
  json = begin (exchange, page);
  for (gint64 i = first; i < after; i++)
    {
      g_autoptr (OvsPracticeRows) row
          = ovs_practice_db_query (exchange->state->db, one, "l", g_array_index (found, gint64, i));

      if (ovs_practice_rows_next (row))
        put_row (exchange, list, row, json);
    }
  return json;
}

static void
reply (OvsPracticeExchange *exchange, const OvsPracticeList *list, GArray *given, gint64 default_size)
{
  g_autoptr (GArray) values = given != NULL ? given : ovs_practice_values_new ();
  g_autoptr (GString) source = g_string_new (list->source);
  g_autoptr (GString) order = g_string_new (NULL);
  g_autoptr (OvsPracticeJson) json = NULL;
  Question question = { .list = list, .values = values };
  Page page;

  if (!read_page (exchange, default_size, &page) || !add_filter (exchange, list, source, values) ||
      !add_order (exchange, list, order))
    return;
  question.source = source->str;
  question.order = order->str;
  /* A filter or an order makes a text of its own. */
  question.again = ovs_practice_exchange_get_query (exchange, "filter") == NULL &&
                   ovs_practice_exchange_get_query (exchange, "orderBy") == NULL;
  json = list->row != NULL ? leap (exchange, &question, &page) : walk (exchange, &question, &page);
  ovs_practice_list_end (exchange, json);
}

void
ovs_practice_list_reply (OvsPracticeExchange *exchange, const OvsPracticeList *list, GArray *values)
{
  reply (exchange, list, values, DEFAULT_PAGE_SIZE);
}

void
ovs_practice_list_reply_for (OvsPracticeExchange *exchange, const OvsPracticeList *list, gint64 parent)
{
  GArray *values = ovs_practice_values_new ();

  ovs_practice_values_add_number (values, parent);
  reply (exchange, list, values, DEFAULT_PAGE_SIZE);
}

void
ovs_practice_list_reply_whole (OvsPracticeExchange *exchange, const OvsPracticeList *list, GArray *values)
{
  reply (exchange, list, values, 0);
}
