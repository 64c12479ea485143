/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/person-card.h"

#include <glib/gi18n.h>

#include "dossier/people-list.h"
#include "rules/address.h"
#include "steps/check/birth-date.h"

typedef struct
{
  gint64 employee;
  int finding;
  OvsPersonCard *card; /* (owned) (nullable) */
} Reading;

void
ovs_person_card_free (OvsPersonCard *card)
{
  if (card == NULL)
    return;
  g_free (card->employer_number);
  g_free (card->number);
  g_free (card->name);
  g_free (card->employer_name);
  g_free (card->contact_name);
  g_free (card->contact_phone);
  g_free (card->contact_email);
  g_free (card->birth_date);
  g_free (card->email);
  g_free (card->loket_email);
  g_free (card->work_email);
  g_free (card->other);
  g_free (card->excluded_reason);
  g_free (card);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  ovs_person_card_free (reading->card);
  g_free (reading);
}

/* What stands in the field, unless it only says that there is no address. */
static void
take_address (OvsPersonCard *card, const OvsPeopleRow *row)
{
  const char *text = row->email != NULL ? row->email : row->email_as_read;
  g_autoptr (OvsAddress) address = ovs_address_parse (text);
  g_autoptr (OvsAddress) work = ovs_address_parse (row->work_email);

  card->email = address->kind != OVS_ADDRESS_ABSENT ? g_strdup (text) : NULL;
  card->loket_email = row->email_as_read != NULL && *row->email_as_read != '\0' ? g_strdup (row->email_as_read) : NULL;
  if (address->kind == OVS_ADDRESS_ABSENT && work->kind == OVS_ADDRESS_OK)
    card->work_email = g_strdup (work->address);
}

static void
take_person (const OvsPeopleRow *row, gpointer data)
{
  Reading *reading = data;
  OvsPersonCard *card = g_new0 (OvsPersonCard, 1);

  card->id = row->id;
  card->employer = row->employer;
  card->employer_number = g_strdup (row->employer_number);
  card->number = g_strdup (row->number);
  card->name = ovs_people_list_name (row);
  card->employer_name = g_strdup (row->employer_name != NULL ? row->employer_name : row->employer_number);
  card->contact_name = g_strdup (row->contact_name);
  card->contact_phone = g_strdup (row->contact_phone);
  card->contact_email = g_strdup (row->contact_email);
  card->birth_date = ovs_birth_date_mask (row->birth_date);
  card->has_birth_date = row->birth_date != OVS_NO_DAY;
  take_address (card, row);
  card->excluded_reason = g_strdup (row->excluded_reason);
  card->disposition = row->disposition;
  card->reason = row->reason;
  card->open = row->open;
  reading->card = card;
}

static void
take_other (const OvsPeopleRow *row, gpointer data)
{
  OvsPersonCard *card = data;
  g_autofree char *name = ovs_people_list_name (row);
  const char *client = row->employer_name != NULL ? row->employer_name : row->employer_number;

  g_free (card->other);
  card->other = row->email != NULL && g_strcmp0 (row->email, card->email) != 0
                    ? g_strdup_printf (_ ("At %s: %s"), client, row->email)
                    : g_strdup_printf (_ ("Also of %s, %s"), name, client);
}

static gboolean
read_card (OvsTx *tx, gpointer data, GError **error)
{
  Reading *reading = data;

  ovs_people_read (tx, &reading->employee, 1, take_person, reading);
  if (reading->card != NULL && reading->finding >= 0)
    ovs_people_others (tx, reading->employee, (OvsFinding) reading->finding, 1, take_other, reading->card);
  return TRUE;
}

static void
on_read (GObject *dossier, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (dossier), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&reading->card), (GDestroyNotify) ovs_person_card_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_person_card_read_async (OvsDossier *dossier,
                            gint64 employee,
                            int finding,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (dossier, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->employee = employee;
  reading->finding = finding;
  g_task_set_source_tag (task, ovs_person_card_read_async);
  g_task_set_task_data (task, reading, reading_free);
  ovs_dossier_read_async (dossier, read_card, reading, cancellable, on_read, task);
}

OvsPersonCard *
ovs_person_card_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
