/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/problem.h"
#include "dossier/dossier.h"
#include "dossier/outcomes.h"

G_BEGIN_DECLS

/** What a new invitation gave. Free with ovs_reinvited_free(). */
typedef struct
{
  guint invited;
  GPtrArray *refused; /* (element-type OvsProblem) with the employee's number */
} OvsReinvited;

void          ovs_reinvited_free   (OvsReinvited *reinvited);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsReinvited, ovs_reinvited_free)

/**
 * ovs_reinvite_async:
 * @employer_number, @employee_number: (nullable): whom; both NULL for all that fell out and were not put off (ovs_follow_up_snooze()), or
 *   are without any portal
 * @again: also who was invited today already
 *
 * Invites anew: who fell out, or whose invitation was not used. Journalled and settled like the conversion; once the invitation is
 * confirmed Werknemerloket is blocked like there. Who is over, or blocked in MijnLoket, is refused.
 */
void          ovs_reinvite_async   (OvsDossier *dossier, const char *employer_number, const char *employee_number, gboolean again,
                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/**
 * ovs_reinvite_people_async:
 * @employees: ids in the dossier, as of its lists; copied. Whoever is no longer there is passed over.
 *
 * The same for some people. Ends with ovs_reinvite_finish().
 */
void          ovs_reinvite_people_async (OvsDossier *dossier, const gint64 *employees, gsize n_employees, gboolean again,
                                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
OvsReinvited *ovs_reinvite_finish  (OvsDossier *dossier, GAsyncResult *result, GError **error);

/**
 * Why somebody cannot be invited anew, whatever the day, in the user's language. @linked: Loket's id of him is known. Returns: (transfer
 * none) (nullable): NULL when he can.
 */
const char   *ovs_reinvite_find_objection (const OvsOutcomeRow *row, gboolean linked);

G_END_DECLS
