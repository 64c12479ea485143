/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define OVS_TYPE_PRACTICE_CHILD (ovs_practice_child_get_type ())
G_DECLARE_FINAL_TYPE (OvsPracticeChild, ovs_practice_child, OVS, PRACTICE_CHILD, GObject)

/**
 * OvsPracticeChild:
 *
 * A practice Loket as a process of its own, this same program, that ends when this object does, and with the program
 * however that ends. Signal "lost": it ended by itself. Or one that somebody else started: that is only asked, and never ended.
 */

/**
 * Starts one that keeps its data (and the files of its office) in @folder. Where data are there already it goes on with them.
 * @start: the day on which its office begins, `2026-09-01`, or `vandaag`
 * @before: (nullable): one that kept its data there until it was lost: the links in its mails stay good where that can be
 */
void              ovs_practice_child_start_async  (const char *folder, const char *start, OvsPracticeChild *before, GCancellable *cancellable,
                                                   GAsyncReadyCallback callback, gpointer user_data);
OvsPracticeChild *ovs_practice_child_start_finish (GAsyncResult *result, GError **error);

/** One that somebody else started at @url. Whether it answers is not looked at. */
OvsPracticeChild *ovs_practice_child_new_at       (const char *url);

/** Ends it at once; what was asked and not answered fails. */
void              ovs_practice_child_end          (OvsPracticeChild *self);

const char       *ovs_practice_child_get_url      (OvsPracticeChild *self);

/** Asks one of its doors, with a JSON @body (nullable). */
void              ovs_practice_child_ask_async    (OvsPracticeChild *self, const char *method, const char *path, const char *body,
                                                   GAsyncReadyCallback callback, gpointer user_data);

/** Returns: (transfer full): the object that it answered; NULL with @error when it did not do what was asked. */
JsonNode         *ovs_practice_child_ask_finish   (OvsPracticeChild *self, GAsyncResult *result, GError **error);

G_END_DECLS
