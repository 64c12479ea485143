/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "loket/resources.h"

G_BEGIN_DECLS

/*
 * Which members Loket describes in its answers, also those that this program does not read: what is not among them is new since this version was
 * made. It is passed over in reading, and told.
 */

/** @field: its path, `personalDetails.name`; never a value. Borrowed. */
typedef void (*OvsShapeFunc) (const char *field, gpointer data);

/** Calls @func for every member in an answer of @resource that Loket does not describe; more than once for one that comes more than once. */
void ovs_shape_find_unknown (const OvsResource *resource, JsonNode *document, OvsShapeFunc func, gpointer data);

G_END_DECLS
