/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/employee.h"

G_BEGIN_DECLS

/** Finds a person with employments by @number_key (see ovs_text_number_key()). FALSE (and an empty @employee) for none. */
gboolean ovs_employees_find      (OvsTx *tx, gint64 employer, const char *number_key, OvsEmployee *employee);

/** As ovs_employees_find(), by the number as written; fails with %OVS_DOSSIER_ERROR_NOT_FOUND. */
gboolean ovs_employees_require   (OvsTx *tx, gint64 employer, const char *number, OvsEmployee *employee, GError **error);

/** Stores a new person with employments; sets the id. */
void     ovs_employees_add       (OvsTx *tx, OvsEmployee *employee, gint64 import);

/**
 * Writes what differs between @old (as found) and @employee, with history under @sequence, employments included. Whose
 * @missing_since is taken away, is found again. Returns: TRUE when anything that a file tells changed.
 */
gboolean ovs_employees_update    (OvsTx *tx, const OvsEmployee *old, OvsEmployee *employee, gint64 sequence);

/**
 * Puts in @original what the person was before the operation @sequence changed him: @employee, as found now, with the
 * old values of the history. For a person whose rows lie apart in one file.
 */
void     ovs_employees_before    (OvsTx *tx, const OvsEmployee *employee, gint64 sequence, OvsEmployee *original);

/** Forgets what the operation @sequence wrote into the history of this person, but for access and missing. */
void     ovs_employees_forget_changes (OvsTx *tx, gint64 employee, gint64 sequence);

/**
 * As ovs_employees_update() for somebody whom the operation @sequence wrote before: @current is as it stored him. History then tells
 * the difference from before the operation, or nothing. Returns: TRUE when there is one.
 */
gboolean ovs_employees_update_again (OvsTx *tx, const OvsEmployee *current, OvsEmployee *employee, gint64 sequence);

/** Marks a person as no longer in the file of @import, with history. */
void     ovs_employees_mark_missing (OvsTx *tx, gint64 employee, gint64 import, gint64 sequence);

/** Calls @func for every person of @employer. */
typedef void (*OvsEmployeeIdFunc) (gint64 id, gboolean missing, gpointer data);
void     ovs_employees_foreach   (OvsTx *tx, gint64 employer, OvsEmployeeIdFunc func, gpointer data);

/** Keeps Loket's id of a person, found by the number that Loket gives. Returns: his id, 0 where the dossier has none. */
gint64   ovs_employees_link      (OvsTx *tx, gint64 employer, const char *number, const char *loket_id);

/** TRUE when Loket's id of the person is known. */
gboolean ovs_employees_is_linked  (OvsTx *tx, gint64 employee);

/** The id of the person's employer. */
gint64   ovs_employees_get_employer (OvsTx *tx, gint64 employee);

/** His number as the office wrote it, and that of his client. Returns: (transfer full) (nullable). @employer: (out) (transfer full) (nullable). */
char    *ovs_employees_get_numbers (OvsTx *tx, gint64 employee, char **employer);

/** The person with this id of Loket; 0 for none. */
gint64   ovs_employees_find_linked (OvsTx *tx, const char *loket_id);

/**
 * Loket shows @email as the private address of a person: where that is what was mended here, the change in Loket is
 * ticked off, with history under @sequence.
 */
void     ovs_employees_see_email (OvsTx *tx, gint64 employee, const char *email, gint64 sequence);

G_END_DECLS
