/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/fetched.h"

#include "base/text.h"

#define DROP                                                                                                                               \
  "DROP TABLE IF EXISTS temp.fetched_employer; DROP TABLE IF EXISTS temp.fetched_employee; "                                               \
  "DROP TABLE IF EXISTS temp.fetched_employment; DROP TABLE IF EXISTS temp.fetched_access;"

#define CREATE                                                                                                                             \
  "CREATE TABLE temp.fetched_employer (ordinal INTEGER PRIMARY KEY, loket_id TEXT, number TEXT, number_key TEXT, name TEXT, city TEXT, "   \
  "  contact_name TEXT, contact_email TEXT, contact_phone TEXT, group_code TEXT, tells_products INTEGER, product_500 INTEGER, "            \
  "  mijnloket INTEGER, tier TEXT) STRICT;"                                                                                                \
  "CREATE TABLE temp.fetched_employee (employer INTEGER, loket_id TEXT, reading INTEGER, number TEXT, number_key TEXT, first_name TEXT, "  \
  "  initials TEXT, prefix TEXT, last_name TEXT, birth_date TEXT, deceased_on TEXT, private_email TEXT, work_email TEXT, "                 \
  "  PRIMARY KEY (employer, loket_id)) STRICT, WITHOUT ROWID;"                                                                             \
  "CREATE INDEX temp.fetched_order ON fetched_employee (employer, number_key, loket_id);"                                                  \
  "CREATE TABLE temp.fetched_employment (employer INTEGER, employee TEXT, loket_id TEXT, reading INTEGER, start_date TEXT, end_date TEXT, "\
  "  PRIMARY KEY (employer, employee, loket_id)) STRICT, WITHOUT ROWID;"                                                                   \
  "CREATE TABLE temp.fetched_access (employer INTEGER, portal INTEGER, employee TEXT, reading INTEGER, status TEXT, as_of TEXT, "          \
  "  PRIMARY KEY (employer, portal, employee)) STRICT, WITHOUT ROWID;"

void
ovs_fetched_begin (OvsTx *tx)
{
  ovs_tx_exec (tx, DROP CREATE);
}

void
ovs_fetched_drop (OvsTx *tx)
{
  ovs_tx_exec (tx, DROP);
}

void
ovs_fetched_add_employer (OvsTx *tx, const OvsFetchedEmployer *employer)
{
  g_autofree char *key = ovs_text_number_key (employer->number);

  ovs_tx_run (tx,
              "INSERT OR REPLACE INTO temp.fetched_employer (ordinal, loket_id, number, number_key, name, city, contact_name, contact_email, "
              "contact_phone, group_code, tells_products, product_500, mijnloket, tier) "
              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
              "isssssssssbiis", employer->ordinal, employer->loket_id, employer->number, key, employer->name, employer->city,
              employer->contact_name, employer->contact_email, employer->contact_phone, employer->group_code, employer->tells_products,
              (gint64) employer->product_500, (gint64) employer->mijnloket, employer->tier);
}

void
ovs_fetched_add_employee (OvsTx *tx, const OvsFetchedEmployee *employee, guint reading)
{
  g_autofree char *key = ovs_text_number_key (employee->number);

  ovs_tx_run (tx,
              "INSERT OR REPLACE INTO temp.fetched_employee (employer, loket_id, reading, number, number_key, first_name, initials, prefix, "
              "last_name, birth_date, deceased_on, private_email, work_email) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
              "isissssssddss", employee->employer, employee->loket_id, (gint64) reading, employee->number, key, employee->first_name,
              employee->initials, employee->prefix, employee->last_name, employee->birth_date, employee->deceased_on, employee->private_email,
              employee->work_email);
}

void
ovs_fetched_add_employment (OvsTx *tx, gint64 employer, const char *loket_id, const char *employee_id, OvsDay start, OvsDay end, guint reading)
{
  ovs_tx_run (tx,
              "INSERT OR REPLACE INTO temp.fetched_employment (employer, loket_id, reading, employee, start_date, end_date) "
              "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
              "isisdd", employer, loket_id, (gint64) reading, employee_id, start, end);
}

void
ovs_fetched_add_access (OvsTx *tx, gint64 employer, OvsFetchedList portal, const char *employee_id, const char *status, const char *as_of, guint reading)
{
  ovs_tx_run (tx,
              "INSERT OR REPLACE INTO temp.fetched_access (employer, portal, employee, reading, status, as_of) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
              "iisiss", employer, (gint64) portal, employee_id, (gint64) reading, status, as_of);
}

void
ovs_fetched_keep_from (OvsTx *tx, gint64 employer, OvsFetchedList list, guint reading)
{
  switch (list)
    {
    case OVS_FETCHED_EMPLOYEES:
      ovs_tx_run (tx, "DELETE FROM temp.fetched_employee WHERE employer = ?1 AND reading < ?2", "ii", employer, (gint64) reading);
      return;
    case OVS_FETCHED_EMPLOYMENTS:
      ovs_tx_run (tx, "DELETE FROM temp.fetched_employment WHERE employer = ?1 AND reading < ?2", "ii", employer, (gint64) reading);
      return;
    default:
      ovs_tx_run (tx, "DELETE FROM temp.fetched_access WHERE employer = ?1 AND portal = ?3 AND reading < ?2", "iii", employer, (gint64) reading,
                  (gint64) list);
      return;
    }
}

gint64
ovs_fetched_count (OvsTx *tx)
{
  gint64 count;

  ovs_tx_get_int (tx, &count,
                  "SELECT count(*) FROM temp.fetched_employer c JOIN temp.fetched_employee p ON p.employer = c.ordinal "
                  "LEFT JOIN temp.fetched_employment m ON m.employer = p.employer AND m.employee = p.loket_id",
                  "");
  return count;
}

static const char *
text (OvsRows *rows, int column)
{
  const char *value = ovs_rows_text (rows, column);

  return value != NULL ? value : "";
}

gboolean
ovs_fetched_foreach_employer (OvsTx *tx, OvsFetchedEmployerFunc func, gpointer data, GError **error)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT ordinal, loket_id, number, name, city, contact_name, contact_email, contact_phone, group_code, "
                                "tells_products, product_500, mijnloket, tier FROM temp.fetched_employer ORDER BY ordinal",
                                "");
  gboolean goes_on = TRUE;

  while (goes_on && ovs_rows_next (&rows))
    {
      OvsFetchedEmployer employer = {
        .ordinal = ovs_rows_int (&rows, 0),
        .loket_id = text (&rows, 1),
        .number = text (&rows, 2),
        .name = text (&rows, 3),
        .city = text (&rows, 4),
        .contact_name = text (&rows, 5),
        .contact_email = ovs_rows_text (&rows, 6),
        .contact_phone = text (&rows, 7),
        .group_code = text (&rows, 8),
        .tells_products = ovs_rows_int (&rows, 9) != 0,
        .product_500 = (OvsTold) ovs_rows_int (&rows, 10),
        .mijnloket = (OvsTold) ovs_rows_int (&rows, 11),
        .tier = text (&rows, 12),
      };

      goes_on = func (&employer, data, error);
    }
  ovs_rows_close (&rows);
  return goes_on && !ovs_tx_failed (tx);
}

static void
read_row (OvsRows *rows, OvsFetchedRow *row)
{
  *row = (OvsFetchedRow){
    .employee = {
      .employer = ovs_rows_int (rows, 0),
      .loket_id = text (rows, 1),
      .number = text (rows, 2),
      .first_name = text (rows, 3),
      .initials = text (rows, 4),
      .prefix = text (rows, 5),
      .last_name = text (rows, 6),
      .birth_date = ovs_rows_day (rows, 7),
      .deceased_on = ovs_rows_day (rows, 8),
      .private_email = text (rows, 9),
      .work_email = text (rows, 10),
    },
    .has_employment = ovs_rows_int (rows, 11) != 0,
    .start = ovs_rows_day (rows, 12),
    .end = ovs_rows_day (rows, 13),
    .werknemerloket = ovs_rows_text (rows, 14),
    .werknemerloket_as_of = ovs_rows_text (rows, 15),
    .mijnloket = ovs_rows_text (rows, 16),
    .mijnloket_as_of = ovs_rows_text (rows, 17),
    .known_email = ovs_rows_text (rows, 18),
  };
}

gboolean
ovs_fetched_foreach (OvsTx *tx, OvsFetchedRowFunc func, gpointer data, GError **error)
{
  OvsRows rows = ovs_rows_open (
      tx,
      "SELECT p.employer, p.loket_id, p.number, p.first_name, p.initials, p.prefix, p.last_name, p.birth_date, p.deceased_on, "
      "p.private_email, p.work_email, m.loket_id IS NOT NULL, m.start_date, m.end_date, w.status, w.as_of, j.status, j.as_of, "
      "(SELECT e.email_as_read FROM employer k JOIN employee e ON e.employer = k.id WHERE k.number_key = c.number_key "
      " AND e.number_key = p.number_key) "
      "FROM temp.fetched_employer c CROSS JOIN temp.fetched_employee p ON p.employer = c.ordinal "
      "LEFT JOIN temp.fetched_employment m ON m.employer = p.employer AND m.employee = p.loket_id "
      "LEFT JOIN temp.fetched_access w ON w.employer = p.employer AND w.portal = ?1 AND w.employee = p.loket_id "
      "LEFT JOIN temp.fetched_access j ON j.employer = p.employer AND j.portal = ?2 AND j.employee = p.loket_id "
      "ORDER BY c.ordinal, p.number_key, p.loket_id",
      "ii", (gint64) OVS_FETCHED_WERKNEMERLOKET, (gint64) OVS_FETCHED_MIJNLOKET);
  gboolean goes_on = TRUE;

  while (goes_on && ovs_rows_next (&rows))
    {
      OvsFetchedRow row;

      read_row (&rows, &row);
      goes_on = func (&row, data, error);
    }
  ovs_rows_close (&rows);
  return goes_on && !ovs_tx_failed (tx);
}
