/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OVS_TYPE_IMPORT_RUNNING (ovs_import_running_get_type ())
G_DECLARE_FINAL_TYPE (OvsImportRunning, ovs_import_running, OVS, IMPORT_RUNNING, AdwBin)

/** A file that is being read in: how far it is, and a button that stops it. Signal: "stop". */
GtkWidget *ovs_import_running_new          (void);

/** Begins with @n_rows rows of the file @name. */
void       ovs_import_running_begin        (OvsImportRunning *self, const char *name, guint64 n_rows);

/** Begins with taking back what the file @name did. */
void       ovs_import_running_begin_back   (OvsImportRunning *self, const char *name);

/** A file that is only looked at, which takes a moment. */
GtkWidget *ovs_import_looking_new          (void);

/** From 0 to 1. */
void       ovs_import_running_set_progress (OvsImportRunning *self, double fraction);

/** Begins with something that is no file: @title says what; then ovs_import_running_set_units(). */
void       ovs_import_running_begin_with   (OvsImportRunning *self, const char *title);

/** How far it is, from 0 to 1, and what that comes to. */
void       ovs_import_running_set_units    (OvsImportRunning *self, double fraction, const char *units);

G_END_DECLS
