/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/told.h"
#include "dossier/transaction.h"

G_BEGIN_DECLS

/*
 * What was fetched from Loket, kept aside until it is read into the dossier in one go: page by page, so that neither memory nor a
 * transaction grows while the network is waited for. It lies in temporary tables of the writer's connection: a file without a name that only its
 * owner can read and that is gone with the connection, or before, by ovs_fetched_drop(). One fetch at a time for each dossier.
 *
 * Texts are borrowed. In what is handed in, NULL and empty are the same; what is read is never NULL unless it says so.
 */

/** The lists of one employer. */
typedef enum
{
  OVS_FETCHED_EMPLOYEES,
  OVS_FETCHED_EMPLOYMENTS,
  OVS_FETCHED_WERKNEMERLOKET,
  OVS_FETCHED_MIJNLOKET,
  OVS_N_FETCHED_LISTS,
} OvsFetchedList;

/**
 * OvsFetchedEmployer:
 * @ordinal: by which its people refer to it
 * @contact_email: (nullable): NULL where Loket did not tell
 * @tells_products: whether the three after it are known
 */
typedef struct
{
  gint64 ordinal;
  const char *loket_id;
  const char *number;
  const char *name;
  const char *city;
  const char *contact_name;
  const char *contact_email;
  const char *contact_phone;
  const char *group_code;
  gboolean tells_products;
  OvsTold product_500;
  OvsTold mijnloket;
  const char *tier;
} OvsFetchedEmployer;

typedef struct
{
  gint64 employer; /* its ordinal */
  const char *loket_id;
  const char *number;
  const char *first_name;
  const char *initials;
  const char *prefix;
  const char *last_name;
  OvsDay birth_date;
  OvsDay deceased_on;
  const char *private_email;
  const char *work_email;
} OvsFetchedEmployee;

/**
 * OvsFetchedRow:
 * @known_email: (nullable): the private address as the dossier read it before; NULL where it has none
 * @has_employment: whether @start and @end are one; without any employment there is one row all the same
 * @werknemerloket, @mijnloket: (nullable): Loket's word of the access, each as of its own instant
 *
 * An employee with one of his employments.
 */
typedef struct
{
  OvsFetchedEmployee employee;
  const char *known_email;
  gboolean has_employment;
  OvsDay start;
  OvsDay end;
  const char *werknemerloket;
  const char *werknemerloket_as_of;
  const char *mijnloket;
  const char *mijnloket_as_of;
} OvsFetchedRow;

/** Begins anew, with nothing. */
void     ovs_fetched_begin          (OvsTx *tx);

/** Forgets everything. Harmless where nothing was begun. */
void     ovs_fetched_drop           (OvsTx *tx);

void     ovs_fetched_add_employer   (OvsTx *tx, const OvsFetchedEmployer *employer);

/* Each takes the place of what was fetched before with the same id. @reading: how often the list was begun, see ovs_fetched_keep_from(). */
void     ovs_fetched_add_employee   (OvsTx *tx, const OvsFetchedEmployee *employee, guint reading);
void     ovs_fetched_add_employment (OvsTx *tx, gint64 employer, const char *loket_id, const char *employee_id, OvsDay start, OvsDay end, guint reading);
void     ovs_fetched_add_access     (OvsTx *tx, gint64 employer, OvsFetchedList portal, const char *employee_id, const char *status,
                                     const char *as_of, guint reading);

/** Forgets what only readings of a list before @reading told. */
void     ovs_fetched_keep_from      (OvsTx *tx, gint64 employer, OvsFetchedList list, guint reading);

/** How many rows ovs_fetched_foreach() will give. */
gint64   ovs_fetched_count          (OvsTx *tx);

typedef gboolean (*OvsFetchedEmployerFunc) (const OvsFetchedEmployer *employer, gpointer data, GError **error);
typedef gboolean (*OvsFetchedRowFunc)      (const OvsFetchedRow *row, gpointer data, GError **error);

/** Calls @func for each employer in order, until it says FALSE, which is passed on. */
gboolean ovs_fetched_foreach_employer (OvsTx *tx, OvsFetchedEmployerFunc func, gpointer data, GError **error);

/** The same for the people of the employers that were added, by employer and number; all rows of one employee lie together. */
gboolean ovs_fetched_foreach          (OvsTx *tx, OvsFetchedRowFunc func, gpointer data, GError **error);

G_END_DECLS
