/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/fetch-client.h"

#include "dossier/end-task.h"
#include "dossier/fetched.h"
#include "intake/products.h"
#include "loket/details.h"
#include "loket/lists.h"
#include "loket/pages.h"

static const OvsLoketList lists[OVS_N_FETCHED_LISTS] = {
  [OVS_FETCHED_EMPLOYEES] = OVS_LOKET_LIST_EMPLOYEES,
  [OVS_FETCHED_EMPLOYMENTS] = OVS_LOKET_LIST_EMPLOYMENTS,
  [OVS_FETCHED_WERKNEMERLOKET] = OVS_LOKET_LIST_WERKNEMERLOKET,
  [OVS_FETCHED_MIJNLOKET] = OVS_LOKET_LIST_MIJNLOKET,
};

typedef struct
{
  OvsFetchClient *client; /* (unowned) */
  OvsDossier *dossier;    /* (owned) */
  OvsLoket *loket;        /* (owned) */
  OvsFetchClientFunc func;
  gpointer data;
  GCancellable *inner; /* (owned) stops the others when one of them fails */
  gulong follows;      /* the handler by which @inner follows the caller's */
  guint under_way;
  guint readings[OVS_N_FETCHED_LISTS]; /* the first that counts, 0 while unknown */
  GError *error; /* (owned) (nullable) the first one */
} Read;

/* One list of the client. */
typedef struct
{
  GTask *task; /* (owned) */
  OvsFetchedList list;
} ListRead;

/* A page on its way into the dossier. */
typedef struct
{
  GTask *task; /* (owned) */
  gint64 client;
  OvsFetchedList list;
  GPtrArray *records; /* (owned) */
  guint reading;
  char *as_of;
} Page;

OvsFetchClient *
ovs_fetch_client_new (gint64 ordinal, const OvsLoketEmployer *employer)
{
  OvsFetchClient *client = g_new0 (OvsFetchClient, 1);

  client->ordinal = ordinal;
  client->employer = employer;
  return client;
}

void
ovs_fetch_client_free (OvsFetchClient *client)
{
  g_free (client->contact_email);
  g_clear_pointer (&client->modules, g_ptr_array_unref);
  g_free (client->no_people);
  g_free (client->no_access);
  g_free (client->no_products);
  g_free (client);
}

static void
read_free (gpointer data)
{
  Read *read = data;

  g_clear_object (&read->dossier);
  g_clear_object (&read->loket);
  g_clear_object (&read->inner);
  g_clear_error (&read->error);
  g_free (read);
}

static void
page_free (Page *page)
{
  g_object_unref (page->task);
  g_ptr_array_unref (page->records);
  g_free (page->as_of);
  g_free (page);
}

/* Takes over @error: the first one ends everything. */
static void
fail (Read *read, GError *error)
{
  if (read->error == NULL)
    read->error = error;
  else
    g_error_free (error);
  g_cancellable_cancel (read->inner);
}

/* Whether this user may just not read it: Loket hides what is not his as if it were not there. */
static gboolean
is_barred (const GError *error)
{
  return g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_FORBIDDEN) || g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_NOT_FOUND);
}

/* Takes over @error. */
static void
bar (Read *read, char **why, GError *error)
{
  if (!is_barred (error))
    {
      fail (read, error);
      return;
    }
  if (*why == NULL)
    *why = g_strdup (error->message);
  g_error_free (error);
}

/* --- the end --- */

static gboolean
write_client (OvsTx *tx, gpointer data, GError **error)
{
  Read *read = data;
  const OvsFetchClient *client = read->client;
  const OvsLoketEmployer *employer = client->employer;
  OvsProducts products = { OVS_TOLD_UNKNOWN, OVS_TOLD_UNKNOWN, "" };

  if (client->modules != NULL)
    ovs_products_read (client->modules, &products);
  for (OvsFetchedList list = 0; list < OVS_N_FETCHED_LISTS; list++)
    ovs_fetched_keep_from (tx, client->ordinal, list, read->readings[list]);
  ovs_fetched_add_employer (tx, &(OvsFetchedEmployer){
                                    .ordinal = client->ordinal,
                                    .loket_id = employer->id,
                                    .number = employer->number,
                                    .name = employer->name,
                                    .city = employer->city,
                                    .contact_name = employer->contact_name,
                                    .contact_email = client->contact_email,
                                    .contact_phone = employer->contact_phone,
                                    .group_code = employer->group,
                                    .tells_products = client->modules != NULL,
                                    .product_500 = products.product_500,
                                    .mijnloket = products.mijnloket,
                                    .tier = products.tier,
                                });
  return !ovs_tx_failed (tx);
}

/* Gives up what was under way, and ends when nothing is any more. */
static void
one_less (GTask *task)
{
  Read *read = g_task_get_task_data (task);

  if (--read->under_way > 0)
    return;
  if (read->follows != 0)
    g_cancellable_disconnect (g_task_get_cancellable (task), read->follows);
  if (read->error != NULL)
    g_task_return_error (task, g_steal_pointer (&read->error));
  else if (read->client->no_people != NULL)
    g_task_return_boolean (task, TRUE);
  else
    ovs_dossier_write_async (read->dossier, write_client, read, g_task_get_cancellable (task), ovs_dossier_end_task, g_object_ref (task));
}

/* --- pages --- */

static void
write_employee (OvsTx *tx, const Page *page, const OvsLoketEmployee *employee)
{
  ovs_fetched_add_employee (tx,
                            &(OvsFetchedEmployee){
                                .employer = page->client,
                                .loket_id = employee->id,
                                .number = employee->number,
                                .first_name = employee->first_name,
                                .initials = employee->initials,
                                .prefix = employee->prefix,
                                .last_name = employee->last_name,
                                .birth_date = employee->birth_date,
                                .deceased_on = employee->deceased_on,
                                .private_email = employee->private_email,
                                .work_email = employee->work_email,
                            },
                            page->reading);
}

static void
write_record (OvsTx *tx, const Page *page, gconstpointer record)
{
  const OvsLoketEmployment *employment = record;
  const OvsLoketAccess *access = record;

  switch (page->list)
    {
    case OVS_FETCHED_EMPLOYEES:
      write_employee (tx, page, record);
      return;
    case OVS_FETCHED_EMPLOYMENTS:
      ovs_fetched_add_employment (tx, page->client, employment->id, employment->employee_id, employment->start, employment->end, page->reading);
      return;
    default:
      ovs_fetched_add_access (tx, page->client, page->list, access->employee_id, access->status, page->as_of, page->reading);
      return;
    }
}

static gboolean
write_page (OvsTx *tx, gpointer data, GError **error)
{
  const Page *page = data;

  for (guint i = 0; i < page->records->len; i++)
    write_record (tx, page, g_ptr_array_index (page->records, i));
  return !ovs_tx_failed (tx);
}

static void
on_page_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Page *page = user_data;
  Read *read = g_task_get_task_data (page->task);
  GError *error = NULL;

  if (!ovs_dossier_write_finish (OVS_DOSSIER (source), result, &error))
    fail (read, error);
  one_less (page->task);
  page_free (page);
}

static void
on_page (GPtrArray *records, guint reading, gpointer user_data)
{
  ListRead *list_read = user_data;
  Read *read = g_task_get_task_data (list_read->task);
  Page *page = g_new0 (Page, 1);

  page->task = g_object_ref (list_read->task);
  page->client = read->client->ordinal;
  page->list = list_read->list;
  page->records = g_ptr_array_ref (records);
  page->reading = reading;
  page->as_of = ovs_clock_to_iso (ovs_clock_now (ovs_dossier_get_clock (read->dossier)));
  read->under_way++;
  ovs_dossier_write_async (read->dossier, write_page, page, NULL, on_page_written, page);
  if (page->list != OVS_FETCHED_EMPLOYEES || reading > 1)
    return;
  read->client->people += records->len;
  read->func (read->client, read->data);
}

static gboolean
is_portal (OvsFetchedList list)
{
  return list == OVS_FETCHED_WERKNEMERLOKET || list == OVS_FETCHED_MIJNLOKET;
}

static void
on_list (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ListRead *list_read = user_data;
  g_autoptr (GTask) task = list_read->task;
  Read *read = g_task_get_task_data (task);
  OvsFetchedList list = list_read->list;
  GError *error = NULL;

  read->readings[list] = ovs_loket_read_pages_finish (OVS_LOKET (source), result, &error);
  if (read->readings[list] == 0)
    bar (read, is_portal (list) ? &read->client->no_access : &read->client->no_people, error);
  g_free (list_read);
  one_less (task);
}

static void
read_list (GTask *task, OvsFetchedList list)
{
  Read *read = g_task_get_task_data (task);
  ListRead *list_read = g_new0 (ListRead, 1);

  list_read->task = g_object_ref (task);
  list_read->list = list;
  read->under_way++;
  ovs_loket_read_pages_async (read->loket, lists[list], read->client->employer->id, on_page, list_read, read->inner, on_list, list_read);
}

/* --- the client itself --- */

static void
on_contact (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Read *read = g_task_get_task_data (task);
  g_autofree char *unused = NULL;
  GError *error = NULL;

  read->client->contact_email = ovs_loket_read_contact_email_finish (OVS_LOKET (source), result, &error);
  /* Without it nothing lacks that a list of clients must have. */
  if (read->client->contact_email == NULL)
    bar (read, &unused, error);
  one_less (task);
}

static void
on_modules (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Read *read = g_task_get_task_data (task);
  GError *error = NULL;

  read->client->modules = ovs_loket_read_modules_finish (OVS_LOKET (source), result, &error);
  if (read->client->modules == NULL)
    bar (read, &read->client->no_products, error);
  one_less (task);
}

static void
on_cancelled (GCancellable *outer, GCancellable *inner)
{
  g_cancellable_cancel (inner);
}

void
ovs_fetch_client_read_async (OvsFetchClient *client,
                             OvsDossier *dossier,
                             OvsLoket *loket,
                             OvsFetchClientFunc func,
                             gpointer data,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Read *read = g_new0 (Read, 1);

  read->client = client;
  read->dossier = g_object_ref (dossier);
  read->loket = g_object_ref (loket);
  read->func = func;
  read->data = data;
  read->inner = g_cancellable_new ();
  read->under_way = 1;
  g_task_set_source_tag (task, ovs_fetch_client_read_async);
  g_task_set_task_data (task, read, read_free);
  if (cancellable != NULL)
    read->follows = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), g_object_ref (read->inner), g_object_unref);

  for (OvsFetchedList list = 0; list < OVS_N_FETCHED_LISTS; list++)
    read_list (task, list);
  read->under_way += 2;
  ovs_loket_read_contact_email_async (loket, client->employer->id, read->inner, on_contact, g_object_ref (task));
  ovs_loket_read_modules_async (loket, client->employer->id, read->inner, on_modules, g_object_ref (task));
  one_less (task);
}

gboolean
ovs_fetch_client_read_finish (OvsFetchClient *client, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
