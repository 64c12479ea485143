/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "commands/wait.h"

G_BEGIN_DECLS

/**
 * OvsDemoDoor:
 *
 * Knocks at the doors of a practice Loket, over HTTP as any witness outside the program would, waiting in the
 * main context.
 */
typedef struct _OvsDemoDoor OvsDemoDoor;

/** @wait must outlive the door; a signal stops the knocking. */
OvsDemoDoor *ovs_demo_door_new (const char *url, OvsWait *wait);
void ovs_demo_door_free (OvsDemoDoor *door);

/** Posts the JSON @body to @path. */
gboolean ovs_demo_door_post (OvsDemoDoor *door, const char *path, const char *body, GError **error);

/**
 * Calls @func for every item of the list at @path (with its query, if any), all pages of it.
 */
typedef void (*OvsDemoItemFunc) (JsonObject *item, gpointer data);
gboolean ovs_demo_door_foreach (
    OvsDemoDoor *door, const char *path, OvsDemoItemFunc func, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsDemoDoor, ovs_demo_door_free)

G_END_DECLS
