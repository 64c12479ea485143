/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OVS_APPLICATION_ID "nl.overstap.Overstap"

#define OVS_TYPE_APPLICATION (ovs_application_get_type ())
G_DECLARE_FINAL_TYPE (OvsApplication, ovs_application, OVS, APPLICATION, AdwApplication)

/** Whether there is a display to show a window on. */
gboolean ovs_application_can_run (void);

/** Runs the window until it is closed. Returns: the exit status. */
int      ovs_application_run     (int argc, char **argv);

G_END_DECLS
