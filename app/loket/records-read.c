/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/records-read.h"

static gpointer
read_provider (OvsJsonReader *reader)
{
  OvsLoketProvider *provider = g_new0 (OvsLoketProvider, 1);

  provider->id = ovs_json_reader_text (reader, "id");
  provider->name = ovs_json_reader_text_or_empty (reader, "name");
  return provider;
}

static gpointer
read_employer (OvsJsonReader *reader)
{
  OvsLoketEmployer *employer = g_new0 (OvsLoketEmployer, 1);

  employer->id = ovs_json_reader_text (reader, "id");
  employer->number = ovs_json_reader_number (reader, "employerNumber");
  employer->name = ovs_json_reader_text_or_empty (reader, "companyName");
  employer->city = ovs_json_reader_text_or_empty (reader, "address.city");
  employer->contact_name = ovs_json_reader_text_or_empty (reader, "contact.name");
  employer->contact_phone = ovs_json_reader_text_or_empty (reader, "contact.phoneNumber");
  employer->group = ovs_json_reader_number_or_empty (reader, "providerSettings.groupCode");
  employer->debtor_number = ovs_json_reader_number_or_empty (reader, "providerSettings.administrationNumber");
  return employer;
}

static gpointer
read_employee (OvsJsonReader *reader)
{
  OvsLoketEmployee *employee = g_new0 (OvsLoketEmployee, 1);

  employee->id = ovs_json_reader_text (reader, "id");
  employee->number = ovs_json_reader_number (reader, "employeeNumber");
  employee->first_name = ovs_json_reader_text_or_empty (reader, "personalDetails.firstName");
  employee->initials = ovs_json_reader_text_or_empty (reader, "personalDetails.initials");
  employee->prefix = ovs_json_reader_text_or_empty (reader, "personalDetails.prefix");
  employee->last_name = ovs_json_reader_text_or_empty (reader, "personalDetails.lastName");
  employee->formatted_name = ovs_json_reader_text_or_empty (reader, "personalDetails.formattedName");
  employee->birth_date = ovs_json_reader_day (reader, "personalDetails.dateOfBirth");
  employee->deceased_on = ovs_json_reader_day (reader, "personalDetails.dateOfDeath");
  employee->private_email = ovs_json_reader_text_or_empty (reader, "contactInformation.emailAddress");
  employee->work_email = ovs_json_reader_text_or_empty (reader, "contactInformation.businessEmailAddress");
  return employee;
}

static gpointer
read_employment (OvsJsonReader *reader)
{
  OvsLoketEmployment *employment = g_new0 (OvsLoketEmployment, 1);

  employment->id = ovs_json_reader_text (reader, "id");
  employment->employee_id = ovs_json_reader_text (reader, "employee.id");
  employment->employee_number = ovs_json_reader_number_or_empty (reader, "employee.employeeNumber");
  employment->start = ovs_json_reader_day (reader, "startDate");
  employment->end = ovs_json_reader_day (reader, "endDate");
  return employment;
}

static gpointer
read_werknemerloket (OvsJsonReader *reader)
{
  OvsLoketAccess *access = g_new0 (OvsLoketAccess, 1);

  access->employee_id = ovs_json_reader_text (reader, "employee.id");
  access->employee_number = ovs_json_reader_number (reader, "employee.employeeNumber");
  access->status = ovs_json_reader_text (reader, "status");
  return access;
}

static gpointer
read_mijnloket (OvsJsonReader *reader)
{
  OvsLoketAccess *access = g_new0 (OvsLoketAccess, 1);

  access->employee_id = ovs_json_reader_text (reader, "employeeId");
  access->employee_number = g_strdup ("");
  access->status = ovs_json_reader_text (reader, "status");
  return access;
}

static gpointer
read_migration (OvsJsonReader *reader)
{
  OvsLoketMigration *migration = g_new0 (OvsLoketMigration, 1);

  migration->employee_id = ovs_json_reader_text (reader, "employee.id");
  migration->employee_number = ovs_json_reader_number (reader, "employee.employeeNumber");
  migration->name = ovs_json_reader_text_or_empty (reader, "employee.formattedName");
  migration->email = ovs_json_reader_text_or_empty (reader, "employee.emailAddress");
  migration->end_date = ovs_json_reader_day (reader, "employee.employmentEndDate");
  migration->status_werknemerloket = ovs_json_reader_text (reader, "statusWNL");
  migration->status_mijnloket = ovs_json_reader_text (reader, "statusESS");
  return migration;
}

static gpointer
read_module (OvsJsonReader *reader)
{
  OvsLoketModule *module = g_new0 (OvsLoketModule, 1);

  module->id = ovs_json_reader_text (reader, "id");
  module->number = ovs_json_reader_int (reader, "number", 0);
  module->description = ovs_json_reader_text_or_empty (reader, "description");
  module->bundle = ovs_json_reader_text_or_empty (reader, "bundle.description");
  return module;
}

static gpointer
read_action (OvsJsonReader *reader)
{
  OvsLoketAction *action = g_new0 (OvsLoketAction, 1);

  action->id = ovs_json_reader_text (reader, "collectiveActionId");
  action->employer_id = ovs_json_reader_text_or_empty (reader, "employerId");
  action->type = ovs_json_reader_text_or_empty (reader, "type");
  action->status = ovs_json_reader_text (reader, "status");
  action->submitted_on = ovs_json_reader_instant (reader, "submittedOn");
  action->total = ovs_json_reader_int (reader, "itemCount.total", 0);
  action->processed = ovs_json_reader_int (reader, "itemCount.processed", 0);
  action->processed_with_warning = ovs_json_reader_int (reader, "itemCount.processedWithWarning", 0);
  action->processed_with_error = ovs_json_reader_int (reader, "itemCount.processedWithError", 0);
  action->messages = ovs_record_read_messages (reader, "messages");
  return action;
}

static gpointer
read_action_item (OvsJsonReader *reader)
{
  OvsLoketActionItem *item = g_new0 (OvsLoketActionItem, 1);

  item->id = ovs_json_reader_text (reader, "collectiveActionItemId");
  item->entity_id = ovs_json_reader_text (reader, "entityId");
  item->employer_id = ovs_json_reader_text_or_empty (reader, "employerId");
  item->succeeded = ovs_json_reader_boolean (reader, "succes");
  item->messages = ovs_record_read_messages (reader, "messages");
  return item;
}

/* A word, or the older {"key": 1, "value": "word"}. */
static char *
read_message_type (OvsJsonReader *reader)
{
  JsonNode *node = ovs_json_reader_member (reader, "type");

  return ovs_json_reader_text_or_empty (reader, node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? "type.value"
                                                                                              : "type");
}

static void
add_message (GPtrArray *messages, OvsJsonReader *outer, JsonNode *node, const char *place)
{
  g_autoptr (OvsJsonReader) reader = ovs_json_reader_new (node, place);
  OvsLoketMessage *message = g_new0 (OvsLoketMessage, 1);

  message->type = read_message_type (reader);
  message->description = ovs_json_reader_text_or_empty (reader, "description");
  message->id = ovs_json_reader_text_or_empty (reader, "id");
  g_ptr_array_add (messages, message);
  if (!ovs_json_reader_end (reader, NULL))
    ovs_json_reader_fail (outer, place, "message");
}

GPtrArray *
ovs_record_read_messages (OvsJsonReader *reader, const char *path)
{
  GPtrArray *messages = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_loket_message_free);
  JsonArray *list = ovs_json_reader_list (reader, path);
  guint length = list != NULL ? json_array_get_length (list) : 0;

  for (guint i = 0; i < length; i++)
    {
      g_autofree char *place = g_strdup_printf ("%s[%u]", path, i);
      add_message (messages, reader, json_array_get_element (list, i), place);
    }
  return messages;
}

const OvsRecordType ovs_record_provider = { "id", read_provider, (GDestroyNotify) ovs_loket_provider_free };
const OvsRecordType ovs_record_employer = { "id", read_employer, (GDestroyNotify) ovs_loket_employer_free };
const OvsRecordType ovs_record_employee = { "id", read_employee, (GDestroyNotify) ovs_loket_employee_free };
const OvsRecordType ovs_record_employment = { "id", read_employment,
                                              (GDestroyNotify) ovs_loket_employment_free };
const OvsRecordType ovs_record_werknemerloket = { "employee.id", read_werknemerloket,
                                                  (GDestroyNotify) ovs_loket_access_free };
const OvsRecordType ovs_record_mijnloket = { "employeeId", read_mijnloket,
                                             (GDestroyNotify) ovs_loket_access_free };
const OvsRecordType ovs_record_migration = { "employee.id", read_migration,
                                             (GDestroyNotify) ovs_loket_migration_free };
const OvsRecordType ovs_record_module = { "id", read_module, (GDestroyNotify) ovs_loket_module_free };
const OvsRecordType ovs_record_action = { "collectiveActionId", read_action,
                                          (GDestroyNotify) ovs_loket_action_free };
const OvsRecordType ovs_record_action_item = { "collectiveActionItemId", read_action_item,
                                               (GDestroyNotify) ovs_loket_action_item_free };
