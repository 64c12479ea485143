/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dossier/judgement.h"

G_BEGIN_DECLS

#define OVS_TYPE_EXCEPTIONS (ovs_exceptions_get_type ())
G_DECLARE_FINAL_TYPE (OvsExceptions, ovs_exceptions, OVS, EXCEPTIONS, GtkWidget)

/**
 * OvsExceptions:
 *
 * The exceptions that are found now, with their counts, parted by who says so: Loket stops, Loket warns, our own advice. Signal
 * "chosen" (int: OvsFinding).
 */
GtkWidget *ovs_exceptions_new        (void);
void       ovs_exceptions_set_counts (OvsExceptions *self, const OvsJudgementCounts *counts);

/** No exception is chosen. */
void       ovs_exceptions_unselect   (OvsExceptions *self);

G_END_DECLS
