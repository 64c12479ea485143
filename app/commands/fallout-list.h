/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/outcomes.h"

G_BEGIN_DECLS

/**
 * OvsFalloutRow:
 * @employee: our id, 0 for somebody on Loket's own list who is not known here
 * @name: (nullable): as Loket's list has it, of who is not known here
 * @code: (nullable): of the reason, see dossier/journal.h
 * @message: (nullable): Loket's own words
 * @resolved: was invited or linked since
 *
 * A line of the uitvallijst. Borrowed, valid during the callback only.
 */
typedef struct
{
  gint64 employee;
  const char *employer_number;
  const char *employee_number;
  const char *name;
  const char *code;
  const char *message;
  gint64 attempts;
  gboolean resolved;
} OvsFalloutRow;

typedef void (*OvsFalloutFunc) (const OvsFalloutRow *row, gpointer data);

/** Everybody who fell out, solved since or not, and at the end whom Loket's list names and nobody here knows.
 */
void ovs_fallout_list (OvsTx *tx, OvsFalloutFunc func, gpointer data);

G_END_DECLS
