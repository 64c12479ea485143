/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/dossier.h"
#include "steps/figures.h"

G_BEGIN_DECLS

#define OVS_TYPE_WORKSPACE (ovs_workspace_get_type ())
G_DECLARE_FINAL_TYPE (OvsWorkspace, ovs_workspace, OVS, WORKSPACE, GObject)

/**
 * OvsWorkspace:
 *
 * An opened dossier as the steps share it: who may change what, which clients are looked at, and the figures of which step list, strips and
 * feet are made. Lives in the main thread; nothing here blocks.
 *
 * After every change whom it concerns is judged again and the figures are made anew, off the main thread; then #OvsWorkspace::changed
 * tells the pages to look again. Changes that follow each other quickly are taken together. Where it concerns many, as after the night or
 * an import, they are judged in portions behind the pages, which show what there is.
 *
 * Properties: "handler" (nullable string): only the clients of this colleague; NULL all. "wave" (int64): only those of the round with this id,
 * %OVS_WITHOUT_WAVE those without one, 0 all. "figures" (pointer, read only, notify): the
 * latest #OvsFigures, NULL before the first. "busy" (boolean, read only): a conversion is under way. "waiting" (uint, read only): so many people are
 * about to be sent to Loket, and can still be taken back.
 *
 * Signals: "changed". For who sends a moment later, "take-back" (returns boolean: something was) and "send-now".
 */

/** @dossier: opened to write, or to read where somebody else works in it (@read_only). */
OvsWorkspace     *ovs_workspace_new            (OvsDossier *dossier, gboolean read_only);

OvsDossier       *ovs_workspace_get_dossier    (OvsWorkspace *self);
gboolean          ovs_workspace_get_read_only  (OvsWorkspace *self);

/** The latest figures (nullable), valid until the next notify. Every page takes its numbers from here, so that they agree. */
const OvsFigures *ovs_workspace_get_figures    (OvsWorkspace *self);

const char       *ovs_workspace_get_handler    (OvsWorkspace *self);
void              ovs_workspace_set_handler    (OvsWorkspace *self, const char *handler);

gint64            ovs_workspace_get_wave       (OvsWorkspace *self);
void              ovs_workspace_set_wave       (OvsWorkspace *self, gint64 wave);

/** Both filters, as every list of the dossier takes them (dossier/client-filter.h); NULL for all clients. Valid until one of them changes. */
const char       *ovs_workspace_get_filter     (OvsWorkspace *self);

gboolean          ovs_workspace_get_busy       (OvsWorkspace *self);
void              ovs_workspace_set_busy       (OvsWorkspace *self, gboolean busy);

guint             ovs_workspace_get_waiting    (OvsWorkspace *self);
void              ovs_workspace_set_waiting    (OvsWorkspace *self, guint people);

/** Takes back what was last given to be sent and was not sent yet; FALSE where there is nothing. Goes before ovs_workspace_undo_async(). */
gboolean          ovs_workspace_take_back      (OvsWorkspace *self);

/** Sends at once what would be sent a moment later; the workspace is busy then. */
void              ovs_workspace_send_now       (OvsWorkspace *self);

/** Judges and counts again, then emits ::changed. For who changed the dossier by another way (intake, conversion). */
void              ovs_workspace_refresh        (OvsWorkspace *self);

/**
 * Runs @func in the writer's thread and refreshes after it. @data must live until @callback. A read-only workspace fails with
 * %OVS_DOSSIER_ERROR_READ_ONLY.
 */
void              ovs_workspace_write_async    (OvsWorkspace *self, OvsDossierFunc func, gpointer data, GCancellable *cancellable,
                                                GAsyncReadyCallback callback, gpointer user_data);
gboolean          ovs_workspace_write_finish   (OvsWorkspace *self, GAsyncResult *result, GError **error);

/** Takes the last step back (Ctrl+Z); refreshes. ovs_workspace_undo_finish() returns (transfer full) the code of what was undone. */
void              ovs_workspace_undo_async     (OvsWorkspace *self, GAsyncReadyCallback callback, gpointer user_data);
char             *ovs_workspace_undo_finish    (OvsWorkspace *self, GAsyncResult *result, GError **error);

G_END_DECLS
