/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OVS_TYPE_TRACK_TABS (ovs_track_tabs_get_type ())
G_DECLARE_FINAL_TYPE (OvsTrackTabs, ovs_track_tabs, OVS, TRACK_TABS, GtkWidget)

/**
 * OvsTrackTabs:
 *
 * A strip of tabs as wide as their words, each with a count where there is one. A view switcher would give all of them the width of the
 * widest.
 *
 * Signal "chosen" (const char *name).
 */
GtkWidget *ovs_track_tabs_new       (void);

void       ovs_track_tabs_add       (OvsTrackTabs *self, const char *name, const char *title);

/** Chooses a tab, without a signal. */
void       ovs_track_tabs_choose    (OvsTrackTabs *self, const char *name);

/** The count behind the title; 0 for none. @urgent: something has to be done about it. */
void       ovs_track_tabs_set_count (OvsTrackTabs *self, const char *name, gint64 count, gboolean urgent);

G_END_DECLS
