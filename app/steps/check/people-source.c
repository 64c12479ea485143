/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/people-source.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dossier/people-list.h"
#include "steps/check/birth-date.h"

struct _OvsPeopleSource
{
  GObject parent_instance;

  OvsDossier *dossier; /* (owned) */
  char *handler;       /* (nullable) */
  GHashTable *ticked;  /* (owned) (element-type gint64) */
  char *filter;        /* (nullable): of the latest query: what the rows are about */
  char *search;        /* (nullable): of the latest query */
};

static void table_source_init (OvsTableSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OvsPeopleSource,
                               ovs_people_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (OVS_TYPE_TABLE_SOURCE, table_source_init))

/* Who was left out by hand, apart from each other. */
#define BY_HAND_ON_PAPER "by-hand:on-paper"
#define BY_HAND_OTHERS "by-hand:others"

/* --- the words of a query -------------------------------------------------------------------------------------- */

static const struct
{
  const char *id;
  OvsPeopleSort sort;
} columns[OVS_N_PEOPLE_COLUMNS] = {
  [OVS_PEOPLE_NAME] = { "name", OVS_PEOPLE_SORT_NAME },
  [OVS_PEOPLE_CLIENT] = { "client", OVS_PEOPLE_SORT_CLIENT },
  [OVS_PEOPLE_NUMBER] = { "number", OVS_PEOPLE_SORT_NUMBER },
  [OVS_PEOPLE_EMAIL] = { "email", OVS_PEOPLE_SORT_EMAIL },
  [OVS_PEOPLE_BIRTH_DATE] = { "birth-date", OVS_PEOPLE_SORT_BIRTH_DATE },
  [OVS_PEOPLE_DATES] = { "dates", OVS_PEOPLE_SORT_NONE },
  [OVS_PEOPLE_OUTCOME] = { "outcome", OVS_PEOPLE_SORT_DISPOSITION },
  [OVS_PEOPLE_HANDLER] = { "handler", OVS_PEOPLE_SORT_HANDLER },
};

const char *
ovs_people_column_id (OvsPeopleColumn column)
{
  return columns[column].id;
}

OvsPeopleColumn
ovs_people_column_of (OvsFinding finding)
{
  switch (finding)
    {
    case OVS_FINDING_NO_PRIVATE_EMAIL:
    case OVS_FINDING_INVALID_PRIVATE_EMAIL:
    case OVS_FINDING_CHANGE_IN_LOKET:
    case OVS_FINDING_EMAIL_NOT_UNIQUE:
    case OVS_FINDING_EMAIL_PLACEHOLDER:
    case OVS_FINDING_EMAIL_IS_ROLE_ADDRESS:
    case OVS_FINDING_EMAIL_AT_FIRM:
    case OVS_FINDING_EMAIL_AT_WORK:
    case OVS_FINDING_EMAIL_LOOKS_MISTYPED:
    case OVS_FINDING_EMAIL_DIFFERS:
      return OVS_PEOPLE_EMAIL;
    case OVS_FINDING_BIRTH_DATE_MISSING:
    case OVS_FINDING_BIRTH_DATE_IMPLAUSIBLE:
      return OVS_PEOPLE_BIRTH_DATE;
    case OVS_FINDING_EMPLOYMENT_DATES_CONFLICT:
    case OVS_FINDING_ENDS_AROUND_WAVE:
    case OVS_FINDING_ENDS_AFTER_WAVE:
      return OVS_PEOPLE_DATES;
    case OVS_FINDING_EMPLOYER_WITHOUT_MIJNLOKET:
    case OVS_FINDING_SEVERAL_EMPLOYERS:
    case OVS_FINDING_NO_WERKNEMERLOKET:
    case OVS_FINDING_NEW_SINCE_ANNOUNCEMENT:
    default:
      return OVS_PEOPLE_OUTCOME;
    }
}

char *
ovs_people_filter_finding (OvsFinding finding)
{
  return g_strconcat ("finding:", ovs_rule_get (finding)->code, NULL);
}

char *
ovs_people_filter_disposition (OvsDisposition disposition, OvsReason reason)
{
  const char *code = ovs_reason_code (reason);

  return g_strconcat ("disposition:", ovs_disposition_code (disposition), code != NULL ? ":" : "", code, NULL);
}

char *
ovs_people_filter_by_hand (gboolean on_paper)
{
  return g_strdup (on_paper ? BY_HAND_ON_PAPER : BY_HAND_OTHERS);
}

static gboolean
parse_by_hand (const char *filter, OvsPeopleQuery *query)
{
  if (g_strcmp0 (filter, BY_HAND_ON_PAPER) == 0)
    query->on_paper = OVS_ON_PAPER_ONLY;
  else if (g_strcmp0 (filter, BY_HAND_OTHERS) == 0)
    query->on_paper = OVS_ON_PAPER_NOT;
  else
    return FALSE;
  query->disposition = OVS_DISPOSITION_LEFT_OUT;
  query->reason = OVS_REASON_EXCLUDED_BY_HAND;
  return TRUE;
}

static gboolean
parse_filter (const char *filter, OvsPeopleQuery *query)
{
  g_auto (GStrv) words = g_strsplit (filter != NULL ? filter : "", ":", 3);
  guint n_words = g_strv_length (words);
  OvsFinding finding;

  query->finding = -1;
  query->reason = OVS_REASON_NONE;
  if (parse_by_hand (filter, query))
    return TRUE;
  if (n_words == 2 && strcmp (words[0], "finding") == 0 && ovs_rule_lookup (words[1], &finding))
    {
      query->finding = (int) finding;
      return TRUE;
    }
  if (n_words == 3 && !ovs_reason_from_code (words[2], &query->reason))
    return FALSE;
  return n_words >= 2 && ovs_disposition_from_code (words[1], &query->disposition);
}

/* --- which rows ------------------------------------------------------------------------------------------------ */

typedef struct
{
  OvsPeopleQuery query;
  char *handler;
  char *search;
  GArray *ids; /* (owned) (nullable) */
} Find;

static void
find_free (gpointer data)
{
  Find *find = data;

  g_free (find->handler);
  g_free (find->search);
  g_clear_pointer (&find->ids, g_array_unref);
  g_free (find);
}

static gboolean
find_people (OvsTx *tx, gpointer data, GError **error)
{
  Find *find = data;

  find->ids = ovs_people_find (tx, &find->query);
  return TRUE;
}

static void
on_found (GObject *dossier, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Find *find = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (dossier), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&find->ids), (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static OvsPeopleSort
sort_of (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_strcmp0 (columns[i].id, id) == 0)
      return columns[i].sort;
  return OVS_PEOPLE_SORT_NONE;
}

static void
ovs_people_source_query_async (OvsTableSource *source,
                               const OvsTableQuery *query,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  OvsPeopleSource *self = OVS_PEOPLE_SOURCE (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Find *find = g_new0 (Find, 1);

  g_task_set_source_tag (task, ovs_people_source_query_async);
  g_task_set_task_data (task, find, find_free);
  g_free (self->filter);
  self->filter = g_strdup (query->filter);
  g_free (self->search);
  self->search = g_strdup (query->search);
  find->handler = g_strdup (self->handler);
  find->search = g_strdup (query->search);
  find->query.handler = find->handler;
  find->query.search = find->search;
  find->query.sort = sort_of (query->sort);
  find->query.descending = query->descending;
  if (parse_filter (query->filter, &find->query))
    {
      ovs_dossier_read_async (self->dossier, find_people, find, cancellable, on_found, task);
      return;
    }
  g_task_return_pointer (task, g_array_new (FALSE, FALSE, sizeof (gint64)), (GDestroyNotify) g_array_unref);
  g_object_unref (task);
}

static GArray *
ovs_people_source_query_finish (OvsTableSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ovs_people_source_find_client_async (OvsPeopleSource *self, gint64 employer, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Find *find = g_new0 (Find, 1);

  g_task_set_source_tag (task, ovs_people_source_find_client_async);
  g_task_set_task_data (task, find, find_free);
  parse_filter (self->filter, &find->query);
  find->search = g_strdup (self->search);
  find->query.search = find->search;
  find->query.employer = employer;
  ovs_dossier_read_async (self->dossier, find_people, find, NULL, on_found, task);
}

GArray *
ovs_people_source_find_client_finish (OvsPeopleSource *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- what stands in them --------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 *ids;
  gsize n_ids;
  int finding; /* that the rows are about, -1 for none */
  GPtrArray *rows; /* (owned) (nullable) */
} Fetch;

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  g_free (fetch->ids);
  g_clear_pointer (&fetch->rows, g_ptr_array_unref);
  g_free (fetch);
}

static OvsCellKind
kind_of (OvsFinding finding)
{
  switch (ovs_rule_get (finding)->kind)
    {
    case OVS_FINDING_KIND_STOPPER:
      return OVS_CELL_STOPPER;
    case OVS_FINDING_KIND_WARNING:
      return OVS_CELL_WARNING;
    case OVS_FINDING_KIND_INFO:
    default:
      return OVS_CELL_INFO;
    }
}

static char *
describe_email (const OvsPeopleRow *person)
{
  if (person->email != NULL)
    return g_strdup (person->email);
  if (person->email_as_read != NULL)
    return g_strdup_printf ("“%s”", person->email_as_read);
  return g_strdup (_ ("empty"));
}

static char *
describe_dates (const OvsPeopleRow *person)
{
  g_autofree char *start = ovs_day_to_dutch (person->start);
  g_autofree char *end = ovs_day_to_dutch (person->end);

  return g_strdup_printf ("%s – %s", start, end);
}

/* The open finding that weighs most: stoppers come first in the enumeration. */
static int
first_open (const OvsPeopleRow *person)
{
  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if (person->open & OVS_FINDING_BIT (finding))
      return finding;
  return -1;
}

static void
set_outcome (OvsTableRow *row, const OvsPeopleRow *person, int finding)
{
  if (finding < 0 && (person->disposition == OVS_DISPOSITION_STOPPER || person->disposition == OVS_DISPOSITION_DECIDE))
    finding = first_open (person);
  if (finding >= 0)
    ovs_table_row_set_cell (row, OVS_PEOPLE_OUTCOME, ovs_rule_title ((OvsFinding) finding), kind_of ((OvsFinding) finding));
  else if (person->reason != OVS_REASON_NONE)
    ovs_table_row_set_cell (row, OVS_PEOPLE_OUTCOME, ovs_reason_title (person->reason),
                            person->disposition == OVS_DISPOSITION_DONE ? OVS_CELL_DONE : OVS_CELL_PLAIN);
  else
    ovs_table_row_set_cell (row, OVS_PEOPLE_OUTCOME, ovs_disposition_title (person->disposition), OVS_CELL_DONE);
}

static void
add_row (const OvsPeopleRow *person, gpointer data)
{
  Fetch *fetch = data;
  OvsTableRow *row = ovs_table_row_new (person->id, OVS_N_PEOPLE_COLUMNS);
  OvsPeopleColumn question = fetch->finding >= 0 ? ovs_people_column_of ((OvsFinding) fetch->finding) : OVS_PEOPLE_OUTCOME;
  OvsCellKind kind = fetch->finding >= 0 ? kind_of ((OvsFinding) fetch->finding) : OVS_CELL_PLAIN;
  g_autofree char *name = ovs_people_list_name (person);
  g_autofree char *email = describe_email (person);
  g_autofree char *birth_date = ovs_birth_date_mask (person->birth_date);
  g_autofree char *dates = describe_dates (person);

  ovs_table_row_set_cell (row, OVS_PEOPLE_NAME, name, OVS_CELL_STRONG);
  ovs_table_row_set_cell (row, OVS_PEOPLE_CLIENT, person->employer_name != NULL ? person->employer_name : person->employer_number,
                          OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, OVS_PEOPLE_NUMBER, person->number, OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, OVS_PEOPLE_EMAIL, email, question == OVS_PEOPLE_EMAIL ? kind : OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, OVS_PEOPLE_BIRTH_DATE, birth_date, question == OVS_PEOPLE_BIRTH_DATE ? kind : OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, OVS_PEOPLE_DATES, dates, question == OVS_PEOPLE_DATES ? kind : OVS_CELL_PLAIN);
  ovs_table_row_set_cell (row, OVS_PEOPLE_HANDLER, person->handler != NULL ? person->handler : "", OVS_CELL_PLAIN);
  set_outcome (row, person, fetch->finding);
  g_ptr_array_add (fetch->rows, row);
}

static gboolean
fetch_people (OvsTx *tx, gpointer data, GError **error)
{
  Fetch *fetch = data;

  ovs_people_read (tx, fetch->ids, fetch->n_ids, add_row, fetch);
  return TRUE;
}

static void
on_fetched (GObject *dossier, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsPeopleSource *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!ovs_dossier_read_finish (OVS_DOSSIER (dossier), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  for (guint i = 0; i < fetch->rows->len; i++)
    {
      OvsTableRow *row = g_ptr_array_index (fetch->rows, i);

      row->ticked = g_hash_table_contains (self->ticked, &row->id);
    }
  g_task_return_pointer (task, g_steal_pointer (&fetch->rows), (GDestroyNotify) g_ptr_array_unref);
}

static void
ovs_people_source_fetch_async (OvsTableSource *source,
                               const gint64 *ids,
                               gsize n_ids,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  OvsPeopleSource *self = OVS_PEOPLE_SOURCE (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Fetch *fetch = g_new0 (Fetch, 1);
  OvsPeopleQuery query = { 0 };

  g_task_set_source_tag (task, ovs_people_source_fetch_async);
  g_task_set_task_data (task, fetch, fetch_free);
  parse_filter (self->filter, &query);
  fetch->ids = g_memdup2 (ids, n_ids * sizeof *ids);
  fetch->n_ids = n_ids;
  fetch->finding = query.finding;
  fetch->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_table_row_free);
  ovs_dossier_read_async (self->dossier, fetch_people, fetch, cancellable, on_fetched, task);
}

static GPtrArray *
ovs_people_source_fetch_finish (OvsTableSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- the object ------------------------------------------------------------------------------------------------ */

static void
table_source_init (OvsTableSourceInterface *iface)
{
  iface->query_async = ovs_people_source_query_async;
  iface->query_finish = ovs_people_source_query_finish;
  iface->fetch_async = ovs_people_source_fetch_async;
  iface->fetch_finish = ovs_people_source_fetch_finish;
}

static void
ovs_people_source_finalize (GObject *object)
{
  OvsPeopleSource *self = OVS_PEOPLE_SOURCE (object);

  g_clear_object (&self->dossier);
  g_hash_table_unref (self->ticked);
  g_free (self->handler);
  g_free (self->filter);
  g_free (self->search);
  G_OBJECT_CLASS (ovs_people_source_parent_class)->finalize (object);
}

static void
ovs_people_source_class_init (OvsPeopleSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_people_source_finalize;
}

static void
ovs_people_source_init (OvsPeopleSource *self)
{
  self->ticked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

OvsPeopleSource *
ovs_people_source_new (OvsDossier *dossier)
{
  OvsPeopleSource *self = g_object_new (OVS_TYPE_PEOPLE_SOURCE, NULL);

  self->dossier = g_object_ref (dossier);
  return self;
}

void
ovs_people_source_refresh (OvsPeopleSource *self, const char *handler)
{
  g_free (self->handler);
  self->handler = g_strdup (handler);
  ovs_table_source_changed (OVS_TABLE_SOURCE (self));
}

static void
set_ticked (OvsPeopleSource *self, gint64 id, gboolean ticked)
{
  if (ticked)
    g_hash_table_add (self->ticked, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->ticked, &id);
}

void
ovs_people_source_tick (OvsPeopleSource *self, gint64 id, gboolean ticked)
{
  set_ticked (self, id, ticked);
  ovs_table_source_changed (OVS_TABLE_SOURCE (self));
}

void
ovs_people_source_tick_all (OvsPeopleSource *self, const GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    set_ticked (self, g_array_index (ids, gint64, i), TRUE);
  ovs_table_source_changed (OVS_TABLE_SOURCE (self));
}

void
ovs_people_source_untick_all (OvsPeopleSource *self)
{
  if (g_hash_table_size (self->ticked) == 0)
    return;
  g_hash_table_remove_all (self->ticked);
  ovs_table_source_changed (OVS_TABLE_SOURCE (self));
}

GArray *
ovs_people_source_get_ticked (OvsPeopleSource *self, const GArray *ids)
{
  GArray *ticked = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (g_hash_table_size (self->ticked) == 0)
    return ticked;
  for (guint i = 0; i < ids->len; i++)
    if (g_hash_table_contains (self->ticked, &g_array_index (ids, gint64, i)))
      g_array_append_val (ticked, g_array_index (ids, gint64, i));
  return ticked;
}
