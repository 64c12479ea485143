/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/told.h"

G_BEGIN_DECLS

/**
 * OvsEmployer:
 *
 * A client of the firm as the dossier knows it. Texts are owned and nullable: NULL is unknown. Free with ovs_employer_clear().
 */
typedef struct
{
  gint64 id;        /* 0 for one that is not stored yet */
  char *number;     /* as the office wrote it */
  char *number_key; /* without leading zeros */
  char *name;
  char *city;
  char *contact_name;
  char *contact_email;
  char *contact_phone;
  char *handler;
  char *group_code;
  char *payroll;
  char *payday;
  char *tier;
  OvsDay contract_ends_on; /* for Werknemerloket */
  OvsTold product_500;
  OvsTold mijnloket;
  OvsTold uses_leave;
  OvsTold uses_expenses;
  OvsTold uses_changes;
  OvsDay overview_on;
  gint64 missing_since; /* import in which it was no longer found, 0 for none */
} OvsEmployer;

void     ovs_employer_clear     (OvsEmployer *employer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OvsEmployer, ovs_employer_clear)

/** A copy of everything. @copy must be empty. */
void     ovs_employer_copy      (const OvsEmployer *employer, OvsEmployer *copy);

/** Finds an employer by its number, leading zeros or not. FALSE (and an empty @employer) where there is none. */
gboolean ovs_employers_find     (OvsTx *tx, const char *number, OvsEmployer *employer);

/** As ovs_employers_find(); fails with %OVS_DOSSIER_ERROR_NOT_FOUND. Returns: the id. */
gboolean ovs_employers_require  (OvsTx *tx, const char *number, gint64 *id, GError **error);

/** Stores a new employer; sets its id. */
void     ovs_employers_add      (OvsTx *tx, OvsEmployer *employer, gint64 import);

/**
 * Writes what differs between @old (as found) and @employer, with history under @sequence. An employer that was missing is found again.
 * Returns: TRUE when anything that a file tells changed.
 */
gboolean ovs_employers_update   (OvsTx *tx, const OvsEmployer *old, OvsEmployer *employer, gint64 sequence);

/** As ovs_employers_update() for an employer that the operation @sequence wrote before; see ovs_employees_update_again(). */
gboolean ovs_employers_update_again (OvsTx *tx, const OvsEmployer *current, OvsEmployer *employer, gint64 sequence);

/** Forgets what the operation @sequence wrote into the history of this employer itself. */
void     ovs_employers_forget_changes (OvsTx *tx, gint64 employer, gint64 sequence);

/**
 * Gives an employer back what the operation @undone changed of it, with history under @sequence. FALSE, and nothing changed, when
 * something of that has another value by now.
 */
gboolean ovs_employers_put_back (OvsTx *tx, gint64 employer, gint64 undone, gint64 sequence);

/** Calls @func for each employer that takes part, or of whom somebody was ever submitted. @loket_id: (nullable). */
typedef void (*OvsEmployerFunc) (gint64 id, const char *number, const char *name, const char *loket_id, gboolean selected, gpointer data);
void     ovs_employers_in_conversion (OvsTx *tx, OvsEmployerFunc func, gpointer data);

/** The number of the employer with this id, as the office wrote it. Returns: (transfer full) (nullable). */
char    *ovs_employers_get_number (OvsTx *tx, gint64 employer);

/** Keeps Loket's id of the employer with @number. FALSE where the dossier has none with that number. */
gboolean ovs_employers_link     (OvsTx *tx, const char *number, const char *loket_id);

/** How many take part, and how many people they have. */
void     ovs_employers_count_selected (OvsTx *tx, gint64 *employers, gint64 *employees);

G_END_DECLS
