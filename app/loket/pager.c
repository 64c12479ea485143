/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "loket-pager"

#include "loket/pager.h"

#include "loket/call.h"

#define PAGE_SIZE 250
#define READ_AGAIN 2

/* The records of one reading, or of all, in the order in which they were first seen. */
typedef struct
{
  GPtrArray *records;  /* (owned) */
  GPtrArray *keys;     /* (owned) of the records at the same index */
  GHashTable *indexes; /* (owned) key (unowned) → index in records */
} Seen;

typedef struct
{
  const OvsResource *resource;
  const OvsRecordType *type;
  char *id; /* (nullable) */

  OvsPageFunc hand_out; /* (nullable) takes the records, page by page; then only keys are kept */
  gpointer hand_out_data;
  const char *order; /* (nullable) a static string; then only the first page is read */
  GHashTable *keys;        /* (owned) of the records of this reading, where they are handed out */
  GPtrArray *page_records; /* (owned) (nullable) to be handed out */

  Seen reading;
  Seen before; /* the readings before this one */
  int page;
  int page_size;
  int total_pages;
  int total_size;
  gboolean changed; /* the list, while this reading went on */
  guint readings;
} Pager;

static void ask_page (GTask *task);

static void
seen_init (Seen *seen, const OvsRecordType *type)
{
  seen->records = g_ptr_array_new_with_free_func (type->free);
  seen->keys = g_ptr_array_new_with_free_func (g_free);
  seen->indexes = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
seen_clear (Seen *seen)
{
  g_hash_table_unref (seen->indexes);
  g_ptr_array_unref (seen->keys);
  g_ptr_array_unref (seen->records);
}

/* Takes over @key and @record. FALSE when it was seen already; then the later one counts. */
static gboolean
seen_add (Seen *seen, char *key, gpointer record)
{
  gpointer index;

  if (!g_hash_table_lookup_extended (seen->indexes, key, NULL, &index))
    {
      g_hash_table_insert (seen->indexes, key, GUINT_TO_POINTER (seen->records->len));
      g_ptr_array_add (seen->keys, key);
      g_ptr_array_add (seen->records, record);
      return TRUE;
    }
  g_free (key);
  g_ptr_array_remove_index (seen->records, GPOINTER_TO_UINT (index));
  g_ptr_array_insert (seen->records, (int) GPOINTER_TO_UINT (index), record);
  return FALSE;
}

/* Moves what is in @from into @to and leaves @from empty. */
static void
seen_move (Seen *from, Seen *to, const OvsRecordType *type)
{
  gsize length;
  g_autofree gpointer *records = g_ptr_array_steal (from->records, &length);
  g_autofree gpointer *keys = g_ptr_array_steal (from->keys, NULL);

  for (gsize i = 0; i < length; i++)
    seen_add (to, keys[i], records[i]);
  seen_clear (from);
  seen_init (from, type);
}

static void
pager_free (gpointer data)
{
  Pager *pager = data;

  seen_clear (&pager->reading);
  seen_clear (&pager->before);
  g_hash_table_unref (pager->keys);
  g_clear_pointer (&pager->page_records, g_ptr_array_unref);
  g_free (pager->id);
  g_free (pager);
}

static void
begin_reading (Pager *pager)
{
  pager->page = 1;
  pager->page_size = PAGE_SIZE;
  pager->changed = FALSE;
  pager->readings++;
}

/* Takes over @key and @record. FALSE when it was seen already in this reading. */
static gboolean
take_record (Pager *pager, char *key, gpointer record)
{
  if (pager->hand_out == NULL)
    return seen_add (&pager->reading, key, record);
  g_ptr_array_add (pager->page_records, record);
  return g_hash_table_add (pager->keys, key);
}

/* FALSE with an error where the record is not as it must be. */
static gboolean
read_record (Pager *pager, JsonNode *node, const char *place, gboolean *is_new, GError **error)
{
  g_autoptr (OvsJsonReader) reader = ovs_json_reader_new (node, place);
  g_autofree char *key = ovs_json_reader_text (reader, pager->type->key);
  gpointer record = pager->type->read (reader);

  if (!ovs_json_reader_end (reader, error))
    {
      pager->type->free (record);
      return FALSE;
    }
  *is_new = take_record (pager, g_steal_pointer (&key), record);
  return TRUE;
}

/* @news: how many records were not on an earlier page. */
static gboolean
read_records (Pager *pager, JsonArray *list, guint *news, GError **error)
{
  *news = 0;
  g_clear_pointer (&pager->page_records, g_ptr_array_unref);
  pager->page_records = g_ptr_array_new_with_free_func (pager->type->free);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *place = g_strdup_printf ("_embedded[%u]", i);
      gboolean is_new;

      if (!read_record (pager, json_array_get_element (list, i), place, &is_new, error))
        return FALSE;
      if (is_new)
        (*news)++;
      else
        pager->changed = TRUE;
    }
  return TRUE;
}

static void
note_totals (Pager *pager, int total_pages, int total_size)
{
  if (pager->page > 1 && (total_pages != pager->total_pages || total_size != pager->total_size))
    pager->changed = TRUE;
  pager->total_pages = total_pages;
  pager->total_size = total_size;
}

static gboolean
read_page (Pager *pager, JsonNode *document, gboolean *is_last, GError **error)
{
  g_autoptr (OvsJsonReader) reader = ovs_json_reader_new (document, "");
  int total_pages = ovs_json_reader_int (reader, "totalPages", 1);
  int total_size = ovs_json_reader_int (reader, "totalSize", 0);
  int page_size = ovs_json_reader_int (reader, "pageSize", pager->page_size);
  JsonArray *list = ovs_json_reader_list (reader, "_embedded");
  guint news;

  if (list == NULL)
    ovs_json_reader_fail (reader, "_embedded", "list");
  if (!ovs_json_reader_end (reader, error) || !read_records (pager, list, &news, error))
    return FALSE;

  note_totals (pager, total_pages, total_size);
  /* Loket may give smaller pages than asked for: the next ones are asked for as they come. */
  if (page_size > 0)
    pager->page_size = page_size;
  *is_last = pager->page >= total_pages || news == 0;
  if (pager->order != NULL)
    {
      *is_last = TRUE;
      return TRUE;
    }
  /* A page that should have brought something and did not: the list shrank under way. */
  if (*is_last && (pager->page < total_pages || (pager->page > 1 && news == 0)))
    pager->changed = TRUE;
  return TRUE;
}

static void
end_reading (GTask *task)
{
  Pager *pager = g_task_get_task_data (task);
  gboolean is_steady = !pager->changed;

  if (!is_steady && pager->readings <= READ_AGAIN)
    {
      g_debug ("%s changed while it was read", pager->resource->path);
      seen_move (&pager->reading, &pager->before, pager->type);
      g_hash_table_remove_all (pager->keys);
      begin_reading (pager);
      ask_page (g_object_ref (task));
      return;
    }
  if (pager->hand_out != NULL)
    {
      /* Of a list that keeps changing, everyone who was seen at all counts. */
      g_task_return_int (task, is_steady ? pager->readings : 1);
      return;
    }
  if (!is_steady)
    {
      /* Nobody may be missed: everyone who was seen at all, as seen last. */
      seen_move (&pager->reading, &pager->before, pager->type);
      g_task_return_pointer (task, g_ptr_array_ref (pager->before.records),
                             (GDestroyNotify) g_ptr_array_unref);
      return;
    }
  g_task_return_pointer (task, g_ptr_array_ref (pager->reading.records), (GDestroyNotify) g_ptr_array_unref);
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Pager *pager = g_task_get_task_data (task);
  g_autoptr (JsonNode) document = NULL;
  GError *error = NULL;
  gboolean is_last;

  if (!ovs_call_finish (OVS_LOKET (source), result, &document, &error) ||
      !read_page (pager, document, &is_last, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (pager->hand_out != NULL)
    pager->hand_out (pager->page_records, pager->readings, pager->hand_out_data);
  if (is_last)
    {
      end_reading (task);
      return;
    }
  pager->page++;
  ask_page (g_steal_pointer (&task));
}

/* Takes over @task. */
static void
ask_page (GTask *task)
{
  Pager *pager = g_task_get_task_data (task);
  g_autofree char *query = NULL;

  if (pager->order != NULL)
    query = g_strdup_printf ("pageNumber=1&pageSize=%d&orderBy=%s", pager->page_size, pager->order);
  else if (pager->resource->paged || pager->page > 1)
    query = g_strdup_printf ("pageNumber=%d&pageSize=%d", pager->page, pager->page_size);
  ovs_call_async (g_task_get_source_object (task), pager->resource, pager->id, query, NULL,
                  g_task_get_cancellable (task), page_cb, task);
}

static GTask *
new_task (OvsLoket *loket,
          const OvsResource *resource,
          const OvsRecordType *type,
          const char *id,
          gpointer source_tag,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (loket, cancellable, callback, user_data);
  Pager *pager = g_new0 (Pager, 1);

  g_task_set_source_tag (task, source_tag);
  pager->resource = resource;
  pager->type = type;
  pager->id = g_strdup (id);
  pager->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  seen_init (&pager->reading, type);
  seen_init (&pager->before, type);
  begin_reading (pager);
  g_task_set_task_data (task, pager, pager_free);
  return task;
}

void
ovs_pager_read_async (OvsLoket *loket,
                      const OvsResource *resource,
                      const OvsRecordType *type,
                      const char *id,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  ask_page (new_task (loket, resource, type, id, ovs_pager_read_async, cancellable, callback, user_data));
}

GPtrArray *
ovs_pager_read_finish (OvsLoket *loket, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ovs_pager_read_first_async (OvsLoket *loket,
                            const OvsResource *resource,
                            const OvsRecordType *type,
                            const char *order,
                            int count,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = new_task (loket, resource, type, NULL, ovs_pager_read_first_async, cancellable, callback, user_data);
  Pager *pager = g_task_get_task_data (task);

  pager->order = order;
  pager->page_size = count;
  ask_page (task);
}

void
ovs_pager_hand_out_async (OvsLoket *loket,
                          const OvsResource *resource,
                          const OvsRecordType *type,
                          const char *id,
                          OvsPageFunc func,
                          gpointer data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = new_task (loket, resource, type, id, ovs_pager_hand_out_async, cancellable, callback, user_data);
  Pager *pager = g_task_get_task_data (task);

  pager->hand_out = func;
  pager->hand_out_data = data;
  ask_page (task);
}

guint
ovs_pager_hand_out_finish (OvsLoket *loket, GAsyncResult *result, GError **error)
{
  gssize reading = g_task_propagate_int (G_TASK (result), error);

  return reading > 0 ? (guint) reading : 0;
}
