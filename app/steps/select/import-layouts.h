/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "csv/profiles.h"

G_BEGIN_DECLS

/**
 * The layouts that this user has kept: reading and changing their file off the main thread, one change after another. Each finish
 * gives all that there are then: (transfer full) (element-type OvsCsvProfile), or NULL with an error.
 */

/** Reads them. */
void       ovs_import_layouts_list_async     (gpointer source, GAsyncReadyCallback callback, gpointer user_data);

/** Keeps @profile. */
void       ovs_import_layouts_remember_async (gpointer source, const OvsCsvProfile *profile, GAsyncReadyCallback callback, gpointer user_data);

/** Calls the one with @id otherwise. */
void       ovs_import_layouts_rename_async   (gpointer source, const char *id, const char *name, GAsyncReadyCallback callback, gpointer user_data);

/** Forgets the one with @id. */
void       ovs_import_layouts_remove_async   (gpointer source, const char *id, GAsyncReadyCallback callback, gpointer user_data);

GPtrArray *ovs_import_layouts_finish         (GAsyncResult *result, GError **error);

G_END_DECLS
