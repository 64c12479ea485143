/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/records.h"

gboolean
ovs_loket_action_is_completed (const OvsLoketAction *action)
{
  return g_str_equal (action->status, "Completed");
}

char *
ovs_loket_messages_to_text (const GPtrArray *messages)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < messages->len; i++)
    {
      const OvsLoketMessage *message = g_ptr_array_index (messages, i);
      if (*message->description == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, "; ");
      g_string_append (text, message->description);
    }
  return g_string_free (text, FALSE);
}

void
ovs_loket_provider_free (OvsLoketProvider *provider)
{
  g_free (provider->id);
  g_free (provider->name);
  g_free (provider);
}

void
ovs_loket_employer_free (OvsLoketEmployer *employer)
{
  g_free (employer->id);
  g_free (employer->number);
  g_free (employer->name);
  g_free (employer->city);
  g_free (employer->contact_name);
  g_free (employer->contact_phone);
  g_free (employer->group);
  g_free (employer->debtor_number);
  g_free (employer);
}

void
ovs_loket_employee_free (OvsLoketEmployee *employee)
{
  g_free (employee->id);
  g_free (employee->number);
  g_free (employee->first_name);
  g_free (employee->initials);
  g_free (employee->prefix);
  g_free (employee->last_name);
  g_free (employee->formatted_name);
  g_free (employee->private_email);
  g_free (employee->work_email);
  g_free (employee);
}

void
ovs_loket_employment_free (OvsLoketEmployment *employment)
{
  g_free (employment->id);
  g_free (employment->employee_id);
  g_free (employment->employee_number);
  g_free (employment);
}

void
ovs_loket_access_free (OvsLoketAccess *access)
{
  g_free (access->employee_id);
  g_free (access->employee_number);
  g_free (access->status);
  g_free (access);
}

void
ovs_loket_migration_free (OvsLoketMigration *migration)
{
  g_free (migration->employee_id);
  g_free (migration->employee_number);
  g_free (migration->name);
  g_free (migration->email);
  g_free (migration->status_werknemerloket);
  g_free (migration->status_mijnloket);
  g_free (migration);
}

void
ovs_loket_module_free (OvsLoketModule *module)
{
  g_free (module->id);
  g_free (module->description);
  g_free (module->bundle);
  g_free (module);
}

void
ovs_loket_message_free (OvsLoketMessage *message)
{
  g_free (message->type);
  g_free (message->description);
  g_free (message->id);
  g_free (message);
}

void
ovs_loket_action_free (OvsLoketAction *action)
{
  g_free (action->id);
  g_free (action->employer_id);
  g_free (action->type);
  g_free (action->status);
  g_ptr_array_unref (action->messages);
  g_free (action);
}

void
ovs_loket_action_item_free (OvsLoketActionItem *item)
{
  g_free (item->id);
  g_free (item->entity_id);
  g_free (item->employer_id);
  g_ptr_array_unref (item->messages);
  g_free (item);
}
