/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conversion/mend.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "conversion/connect.h"
#include "conversion/error.h"
#include "loket/changes.h"
#include "loket/details.h"
#include "loket/lists.h"
#include "rules/address.h"

/* How often the same address is given: once more after a reading showed that the first time came to nothing. */
#define TRIES 2

typedef struct
{
  char *employer;
  char *employee;
  char *email;
  OvsAddressChange change;
  OvsLoket *loket; /* (owned) (nullable) */
  gboolean looked_up; /* the employee, in Loket's list of today */
  guint tries;
  OvsMended *outcome; /* (owned) */
} Mend;

static void look_up_employer (GTask *task);
static void look_up_employee (GTask *task);
static void ask (GTask *task);

void
ovs_mended_free (OvsMended *mended)
{
  if (mended == NULL)
    return;
  g_free (mended->answer);
  g_free (mended);
}

static void
mend_free (gpointer data)
{
  Mend *mend = data;

  g_free (mend->employer);
  g_free (mend->employee);
  g_free (mend->email);
  ovs_address_change_clear (&mend->change);
  g_clear_object (&mend->loket);
  g_clear_pointer (&mend->outcome, ovs_mended_free);
  g_free (mend);
}

static gboolean
record (OvsTx *tx, gpointer data, GError **error)
{
  Mend *mend = data;

  mend->outcome->changed = ovs_address_change_record (tx, &mend->change, mend->outcome->state, mend->outcome->answer, error);
  return mend->outcome->changed >= 0;
}

static void
on_recorded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Mend *mend = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_write_finish (OVS_DOSSIER (source), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&mend->outcome), (GDestroyNotify) ovs_mended_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Takes over @task and @answer. What Loket did is written down, even when somebody cancelled meanwhile. */
static void
settle (GTask *task, OvsAddressChangeState state, char *answer)
{
  Mend *mend = g_task_get_task_data (task);

  mend->outcome = g_new0 (OvsMended, 1);
  mend->outcome->state = state;
  mend->outcome->answer = answer;
  ovs_dossier_write_async (g_task_get_source_object (task), record, mend, NULL, on_recorded, task);
}

static char *
words_of (const GError *error)
{
  const char *reason = ovs_loket_error_get_reason (error);

  return g_strdup (reason != NULL && *reason != '\0' ? reason : error->message);
}

/* Takes over @task. Before anything was sent: cancelled is the end, every other trouble leaves the address here only. */
static void
give_up (GTask *task, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || error->domain == OVS_CONVERSION_ERROR)
    {
      g_task_return_error (task, g_error_copy (error));
      g_object_unref (task);
    }
  else
    settle (task, OVS_ADDRESS_CHANGE_REFUSED, words_of (error));
}

static gboolean
is_wanted (const Mend *mend, const char *email)
{
  g_autoptr (OvsAddress) shown = ovs_address_parse (email);
  g_autoptr (OvsAddress) wanted = ovs_address_parse (mend->change.email);

  return shown->kind == OVS_ADDRESS_OK && g_str_equal (shown->key, wanted->key);
}

/* Loket took the request, or may have. */
static void
on_read_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Mend *mend = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsLoketEmployee) employee = ovs_loket_read_employee_finish (OVS_LOKET (source), result, &error);

  if (employee == NULL)
    settle (task, OVS_ADDRESS_CHANGE_UNKNOWN,
            g_strdup (_ ("It is not known whether Loket changed the address, and it could not be read back. Fetch from Loket later to see it.")));
  else if (is_wanted (mend, employee->private_email))
    settle (task, OVS_ADDRESS_CHANGE_DONE, NULL);
  else if (mend->tries < TRIES)
    ask (task);
  else
    settle (task, OVS_ADDRESS_CHANGE_REFUSED, g_strdup (_ ("Loket took the address without a word, but still shows another one.")));
}

static void
on_changed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Mend *mend = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!ovs_loket_change_email_finish (OVS_LOKET (source), result, &error) && ovs_loket_error_nothing_done (error))
    settle (task, OVS_ADDRESS_CHANGE_REFUSED, words_of (error));
  else
    ovs_loket_read_employee_async (mend->loket, mend->change.employee_loket_id, NULL, on_read_back, task);
}

/* Takes over @task. From here on nothing is cancelled: whoever sends, reads back. */
static void
ask (GTask *task)
{
  Mend *mend = g_task_get_task_data (task);

  mend->tries++;
  ovs_loket_change_email_async (mend->loket, mend->change.employee_loket_id, mend->change.email, NULL, on_changed, task);
}

static gboolean
is_number (const char *a, const char *b)
{
  g_autofree char *key_a = ovs_text_number_key (a);
  g_autofree char *key_b = ovs_text_number_key (b);

  return g_str_equal (key_a, key_b);
}

static void
on_employee (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Mend *mend = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsLoketEmployee) employee = ovs_loket_read_employee_finish (OVS_LOKET (source), result, &error);
  gboolean is_same = employee != NULL && is_number (employee->number, mend->change.employee_number);

  /* An id of an earlier day may have become that of nobody. */
  if (!is_same && !mend->looked_up && (employee != NULL || g_error_matches (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_NOT_FOUND)))
    look_up_employer (task);
  else if (employee == NULL)
    give_up (task, error);
  else if (is_wanted (mend, employee->private_email))
    settle (task, OVS_ADDRESS_CHANGE_DONE, NULL);
  else
    ask (task);
}

static void
look_at_employee (GTask *task)
{
  Mend *mend = g_task_get_task_data (task);

  ovs_loket_read_employee_async (mend->loket, mend->change.employee_loket_id, g_task_get_cancellable (task), on_employee, task);
}

static char *
not_in_loket (const Mend *mend)
{
  return g_strdup_printf (_ ("Loket has no employee with number %s at client %s, as far as this user may see. Change the address in Loket yourself."),
                          mend->change.employee_number, mend->change.employer_number);
}

static void
on_employees (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Mend *mend = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) employees = ovs_loket_read_employees_finish (OVS_LOKET (source), result, &error);
  const char *found = NULL;

  if (employees == NULL)
    {
      give_up (task, error);
      return;
    }
  for (guint i = 0; found == NULL && i < employees->len; i++)
    {
      const OvsLoketEmployee *employee = g_ptr_array_index (employees, i);
      if (is_number (employee->number, mend->change.employee_number))
        found = employee->id;
    }
  if (found == NULL)
    {
      settle (task, OVS_ADDRESS_CHANGE_REFUSED, not_in_loket (mend));
      return;
    }
  g_free (mend->change.employee_loket_id);
  mend->change.employee_loket_id = g_strdup (found);
  look_at_employee (task);
}

static void
look_up_employee (GTask *task)
{
  Mend *mend = g_task_get_task_data (task);

  ovs_loket_read_employees_async (mend->loket, mend->change.employer_loket_id, g_task_get_cancellable (task), on_employees, task);
}

static void
on_employers (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Mend *mend = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) employers = ovs_loket_read_employers_finish (OVS_LOKET (source), result, &error);
  const char *found = NULL;

  if (employers == NULL)
    {
      give_up (task, error);
      return;
    }
  for (guint i = 0; found == NULL && i < employers->len; i++)
    {
      const OvsLoketEmployer *employer = g_ptr_array_index (employers, i);
      if (is_number (employer->number, mend->change.employer_number))
        found = employer->id;
    }
  if (found == NULL)
    {
      settle (task, OVS_ADDRESS_CHANGE_REFUSED, not_in_loket (mend));
      return;
    }
  g_free (mend->change.employer_loket_id);
  mend->change.employer_loket_id = g_strdup (found);
  look_up_employee (task);
}

/* Takes over @task. Ids come from Loket's lists only. */
static void
look_up_employer (GTask *task)
{
  Mend *mend = g_task_get_task_data (task);

  mend->looked_up = TRUE;
  ovs_loket_read_employers_async (mend->loket, g_task_get_cancellable (task), on_employers, task);
}

static void
on_signed_in (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Mend *mend = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  mend->loket = ovs_sign_in_finish (OVS_DOSSIER (source), result, &error);
  if (mend->loket == NULL)
    give_up (task, error);
  else if (mend->change.employee_loket_id != NULL)
    look_at_employee (task);
  else
    look_up_employer (task);
}

static gboolean
prepare (OvsTx *tx, gpointer data, GError **error)
{
  Mend *mend = data;

  return ovs_address_change_prepare (tx, mend->employer, mend->employee, mend->email, &mend->change, error);
}

static void
on_prepared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    ovs_sign_in_async (OVS_DOSSIER (source), g_task_get_cancellable (task), on_signed_in, g_object_ref (task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_mend_async (OvsDossier *dossier,
                const char *employer,
                const char *employee,
                const char *email,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  GTask *task = g_task_new (dossier, cancellable, callback, user_data);
  Mend *mend = g_new0 (Mend, 1);

  mend->employer = g_strdup (employer);
  mend->employee = g_strdup (employee);
  mend->email = g_strdup (email);
  g_task_set_source_tag (task, ovs_mend_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, mend, mend_free);
  ovs_dossier_read_async (dossier, prepare, mend, cancellable, on_prepared, task);
}

OvsMended *
ovs_mend_finish (OvsDossier *dossier, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, dossier), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
