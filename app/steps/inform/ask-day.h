/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/day.h"

G_BEGIN_DECLS

/** Answers that are no day. */
#define OVS_ASK_DAY_NEVER ((OvsDay) -1) /* it did not happen: forget the day that was written down */

/**
 * OvsDayQuestion:
 * @heading: the question, with its numbers
 * @body: what follows from the day
 * @day: what the calendar is called
 * @never: (nullable): the verb that says that it did not happen; NULL where that is no answer
 * @with_note: asks for a note too
 * @today: what is chosen at first; a later day cannot be chosen
 *
 * On which day something happened. Borrowed.
 */
typedef struct
{
  const char *heading;
  const char *body;
  const char *day;
  const char *never;
  gboolean with_note;
  OvsDay today;
} OvsDayQuestion;

/**
 * Asks it. ovs_ask_day_finish() gives the day, %OVS_ASK_DAY_NEVER, or %OVS_NO_DAY when the user thought better of it;
 * @note: (out) (transfer full) (nullable).
 */
void   ovs_ask_day_async  (GtkWindow *parent, const OvsDayQuestion *question, GAsyncReadyCallback callback, gpointer user_data);
OvsDay ovs_ask_day_finish (GAsyncResult *result, char **note);

G_END_DECLS
