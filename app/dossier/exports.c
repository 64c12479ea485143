/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/exports.h"

#include "dossier/client-list.h"
#include "dossier/employee.h"
#include "dossier/judgement.h"

static const char make_table[] = "CREATE TEMP TABLE IF NOT EXISTS export_judged (employee INTEGER PRIMARY "
                                 "KEY, disposition INTEGER, reason INTEGER, "
                                 "stoppers INTEGER, open INTEGER);"
                                 "DELETE FROM export_judged;";

static void
keep (const OvsJudged *judged, gpointer data)
{
  const OvsVerdict *verdict = &judged->verdict;

  ovs_tx_run (data,
              "INSERT INTO temp.export_judged (employee, disposition, reason, stoppers, open) VALUES (?1, "
              "?2, ?3, ?4, ?5)",
              "iiiii", judged->employee, (gint64) verdict->disposition, (gint64) verdict->reason,
              (gint64) (verdict->findings & OVS_FINDINGS_STOPPERS), (gint64) verdict->open);
}

void
ovs_exports_judge (OvsTx *tx, OvsDay date)
{
  ovs_tx_exec (tx, make_table);
  ovs_judgement_run (tx, date, keep, tx);
}

void
ovs_exports_clients (OvsTx *tx, OvsExportClientFunc func, gpointer data)
{
  OvsRows rows =
      ovs_rows_open (tx,
                     "SELECT c.number, c.name, c.city, c.handler, "
                     "(SELECT count(*) FROM employee e JOIN temp.export_judged j ON j.employee = e.id "
                     "WHERE e.employer = c.id AND j.disposition = ?1), w.number, w.date "
                     "FROM employer c LEFT JOIN wave w ON w.id = c.wave WHERE c.selected AND c.excluded_reason IS NULL ORDER BY "
                     "w.number IS NULL, w.number, length(c.number_key), c.number_key",
                     "i", (gint64) OVS_DISPOSITION_READY);

  while (ovs_rows_next (&rows))
    {
      OvsExportClient client = {
        .number = ovs_rows_text (&rows, 0),
        .name = ovs_rows_text (&rows, 1),
        .city = ovs_rows_text (&rows, 2),
        .handler = ovs_rows_text (&rows, 3),
        .people = ovs_rows_int (&rows, 4),
        .wave = ovs_rows_int (&rows, 5),
        .wave_on = ovs_rows_day (&rows, 6),
      };
      func (&client, data);
    }
}

typedef struct
{
  OvsDay today;
  OvsExportCallFunc func;
  gpointer data;
} Calling;

static void
call_one (const OvsClientRow *row, gpointer data)
{
  const Calling *calling = data;
  gboolean due = row->call_back_on != OVS_NO_DAY && row->call_back_on <= calling->today;
  gboolean taking_part = row->selected && row->excluded_reason == NULL && !ovs_client_is_over (row);
  OvsExportCall call = {
    .number = row->number,
    .name = row->name,
    .contact_name = row->contact_name,
    .contact_phone = row->contact_phone,
    .handler = row->handler,
    .reason = due ? OVS_CALL_BACK : row->contact_left ? OVS_CALL_CONTACT_LEFT : OVS_CALL_NO_EMAIL,
    .call_back_on = row->call_back_on,
  };

  if (due || (taking_part && (row->contact_left || row->contact_email == NULL)))
    calling->func (&call, calling->data);
}

void
ovs_exports_calls (OvsTx *tx, OvsExportCallFunc func, gpointer data)
{
  Calling calling = { ovs_tx_today (tx), func, data };

  ovs_client_list_foreach (tx, NULL, call_one, &calling);
}

void
ovs_exports_people (OvsTx *tx, OvsExportPersonFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (
      tx,
      "SELECT c.number, c.name, e.number, e.initials, e.first_name, e.prefix, e.last_name, "
      "j.disposition, j.reason, j.stoppers, j.open "
      "FROM employee e JOIN employer c ON c.id = e.employer JOIN temp.export_judged j ON j.employee = e.id "
      "ORDER BY length(c.number_key), c.number_key, e.sort_key, e.id",
      "");

  while (ovs_rows_next (&rows))
    {
      g_autofree char *name = ovs_employee_format_name (ovs_rows_text (&rows, 3), ovs_rows_text (&rows, 4),
                                                        ovs_rows_text (&rows, 5), ovs_rows_text (&rows, 6));
      OvsExportPerson person = {
        .employer_number = ovs_rows_text (&rows, 0),
        .employer_name = ovs_rows_text (&rows, 1),
        .employee_number = ovs_rows_text (&rows, 2),
        .name = name,
        .disposition = (OvsDisposition) ovs_rows_int (&rows, 7),
        .reason = (OvsReason) ovs_rows_int (&rows, 8),
        .stoppers = (OvsFindings) ovs_rows_int (&rows, 9),
        .open = (OvsFindings) ovs_rows_int (&rows, 10),
      };
      func (&person, data);
    }
}

char *
ovs_exports_name (OvsTx *tx, gint64 employee, char **employer_name)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT c.name, e.initials, e.first_name, e.prefix, e.last_name "
                                "FROM employee e JOIN employer c ON c.id = e.employer WHERE e.id = ?1",
                                "i", employee);
  char *name = NULL;

  *employer_name = NULL;
  if (ovs_rows_next (&rows))
    {
      *employer_name = g_strdup (ovs_rows_text (&rows, 0));
      name = ovs_employee_format_name (ovs_rows_text (&rows, 1), ovs_rows_text (&rows, 2),
                                       ovs_rows_text (&rows, 3), ovs_rows_text (&rows, 4));
    }
  ovs_rows_close (&rows);
  return name;
}
