/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "conversion/difference.h"
#include "dossier/runs.h"

G_BEGIN_DECLS

/** Above this share of the people that somebody agreed to, changes since stop the run. */
#define OVS_APPROVAL_CHANGED_PERCENT 10

/**
 * OvsApproval:
 * @people: how many people somebody agreed to, %OVS_RUN_NOBODY_ASKED where nobody was asked
 * @employees: (nullable): a set of who they were, ids of the dossier, element-type gint64; NULL where only the number is known
 * @seen: (nullable): a set of whose differences with Loket were shown with the question
 * @agreed: (nullable): a set of what Loket has otherwise and somebody agreed to, so that those people go all the same: ovs_differences_add_bases()
 * @code: (nullable): of all differences that somebody agreed to, ovs_differences_get_code()
 *
 * What the user said yes to. Between that moment and the first request the dossier and Loket can change; so the run compares.
 */
typedef struct
{
  gint64 people;
  GHashTable *employees;
  GHashTable *seen;
  GHashTable *agreed;
  const char *code;
} OvsApproval;

/** A set as the approval wants it, of @n ids. Returns: (transfer full). */
GHashTable *ovs_approval_set_of (const gint64 *employees, gsize n_employees);

/**
 * ovs_approval_check:
 * @wanted: (element-type gint64): whom the run takes
 * @planned: how many of them it would invite; the others cannot be, and are fallout at once
 * @differences: (element-type OvsDifference): what Loket has otherwise than was judged
 *
 * Fails with %OVS_CONVERSION_ERROR_MORE_THAN_APPROVED where somebody would be invited whom nobody agreed to, or where more than
 * %OVS_APPROVAL_CHANGED_PERCENT of those agreed to have changed since, or are not to be invited any more. Pure.
 */
gboolean ovs_approval_check (const OvsApproval *approval, const GArray *wanted, guint planned, const GPtrArray *differences, GError **error);

/**
 * Adds to @approval->agreed what its code is for. Fails with %OVS_CONVERSION_ERROR_MORE_THAN_APPROVED where Loket has something else otherwise by now
 * than was agreed to.
 */
gboolean ovs_approval_read_code (OvsApproval *approval, const GPtrArray *differences, GError **error);

/**
 * ovs_approval_check_second:
 * @above: above how many people a second person has to agree; 0 for never
 * @first: who is at work
 * @second: (nullable): who agreed as well
 *
 * Fails with %OVS_CONVERSION_ERROR_SECOND_PERSON where one is needed and there is none, or it is the same name in other letters. Pure.
 */
gboolean ovs_approval_check_second (gint64 people, gint64 above, const char *first, const char *second, GError **error);

G_END_DECLS
