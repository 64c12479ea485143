/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "intake/run.h"

G_BEGIN_DECLS

/**
 * OvsIntakePerson:
 *
 * For this room: the employee whose rows are being read, between his first row and the moment he is written.
 * Somebody whom the same file wrote before is taken up again: his employments are joined, and what counts as
 * changed is the difference from before the file.
 */
typedef struct _OvsIntakePerson OvsIntakePerson;

OvsIntakePerson *ovs_intake_person_new   (OvsIntakeRun *run);
void             ovs_intake_person_free  (OvsIntakePerson *person);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsIntakePerson, ovs_intake_person_free)

/** Whether it is this one whose rows are being read. */
gboolean         ovs_intake_person_is    (OvsIntakePerson *person, gint64 employer, const char *number_key);

/** Begins with the next one, known or not; the one before must have been stored. */
void             ovs_intake_person_begin (OvsIntakePerson *person,
                                          gint64 employer,
                                          const char *number,
                                          const char *number_key);

/** Takes over what @row tells, or refuses it. FALSE when the file writes @number in two ways. */
gboolean         ovs_intake_person_take  (OvsIntakePerson *person,
                                          const OvsCsvRow *row,
                                          const char *number,
                                          GError **error);

/**
 * Writes and counts him, if there is one. FALSE when the file writes his number in two ways, or after a
 * failure of SQL.
 */
gboolean         ovs_intake_person_store (OvsIntakePerson *person, GError **error);

G_END_DECLS
