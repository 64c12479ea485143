/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/employee.h"

G_BEGIN_DECLS

/*
 * Decisions and edits of the office, each one step that can be taken back. All return how many clients or employees were
 * changed, -1 with @error set (an employer or employee that is not there, or something that makes no sense).
 */

/** Who takes part. */
typedef enum
{
  OVS_SELECT_NUMBERS,
  OVS_SELECT_ALL,
  OVS_SELECT_NONE,
} OvsSelectWhat;

/**
 * Adds clients to the selection, or empties it. @numbers: (nullable): for %OVS_SELECT_NUMBERS. @without_werknemerloket_too: invite
 * their people without Werknemerloket as well.
 */
gint64 ovs_decisions_select  (OvsTx *tx, OvsSelectWhat what, const char *const *numbers, gboolean without_werknemerloket_too, GError **error);

/** Takes clients out of the selection. */
gint64 ovs_decisions_deselect (OvsTx *tx, const char *const *numbers, GError **error);

/** Leaves out an employee, or with a NULL @employee the whole client. */
gint64 ovs_decisions_exclude (OvsTx *tx, const char *employer, const char *employee, const char *reason, GError **error);

/**
 * Gives an employee another private address. It stays a stopper (change-in-loket) until it was changed in Loket too, because Loket sends
 * the mail; @done_in_loket says that it was.
 */
gint64 ovs_decisions_mend    (OvsTx *tx, const char *employer, const char *employee, const char *email, gboolean done_in_loket, GError **error);

/** Writes down on which @day clients were informed; %OVS_NO_DAY forgets it. @note: (nullable). */
gint64 ovs_decisions_inform  (OvsTx *tx, const char *const *employers, OvsDay day, const char *note, GError **error);

/**
 * Accepts the open warnings with @code, judged on @date, with a @reason: of one employee, of a client (NULL @employee) or of all (NULL
 * @employer too). An acceptance holds for the data it was about. @date %OVS_NO_DAY: judged as ovs_judgement_run() does today.
 */
gint64 ovs_decisions_accept  (OvsTx *tx, const char *code, const char *employer, const char *employee, OvsDay date, const char *reason, GError **error);

/*
 * The same for people chosen one by one, by id (element-type gint64), as one step. Who has no such open warning any more is passed over.
 * A NULL @code is every warning that is open.
 */
gint64 ovs_decisions_accept_people  (OvsTx *tx, const char *code, const GArray *employees, OvsDay date, const char *reason, GError **error);
gint64 ovs_decisions_exclude_people (OvsTx *tx, const GArray *employees, const char *reason, GError **error);

/**
 * ovs_decisions_pay_on_paper() for one, within the operation @sequence. Who was left out already keeps his reason. Returns: whether anything
 * changed.
 */
gboolean ovs_decisions_pay_on_paper_in (OvsTx *tx, gint64 sequence, const OvsEmployee *employee);

/** The reason of who has no e-mail at all, in the user's language. Returns: (transfer none). */
const char *ovs_decisions_reason_no_email (void);
/** Leaves people out who have no e-mail address, and puts them on the list of payslips that are printed. */
gint64 ovs_decisions_pay_on_paper   (OvsTx *tx, const GArray *employees, const char *reason, GError **error);

/** The mended addresses of these people were changed in Loket too. */
gint64 ovs_decisions_tick_off       (OvsTx *tx, const GArray *employees);

/** Lets people go along who were left out by hand. */
gint64 ovs_decisions_include_people (OvsTx *tx, const GArray *employees);

G_END_DECLS
