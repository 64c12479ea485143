/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

#define OVS_TYPE_FRAME (ovs_frame_get_type ())
G_DECLARE_FINAL_TYPE (OvsFrame, ovs_frame, OVS, FRAME, AdwBin)

/**
 * OvsFrame:
 *
 * One opened dossier: the step list at the left, the header, the page of the chosen step, the foot. Everything that it shows
 * follows from the pages (OvsStepPage) and the figures of the workspace.
 */
GtkWidget    *ovs_frame_new           (OvsWorkspace *workspace);

OvsWorkspace *ovs_frame_get_workspace (OvsFrame *self);

/** Shows the page of the step @id (select, check, inform, apply, track). */
void          ovs_frame_show_step     (OvsFrame *self, const char *id);

/** Activates an action of the present page. @parameter: (nullable). */
void          ovs_frame_activate      (OvsFrame *self, const char *action, GVariant *parameter);

/** Shows or hides the search of the present page. */
void          ovs_frame_search        (OvsFrame *self);

/** Searches the present page for @text. */
void          ovs_frame_search_for    (OvsFrame *self, const char *text);

/** Puts the search of the present page away, so that everything is shown again. */
void          ovs_frame_clear_search  (OvsFrame *self);

/** One level back within the page. */
void          ovs_frame_back          (OvsFrame *self);

/** A toast; with a button that takes the last step back when @undoable. */
void          ovs_frame_tell          (OvsFrame *self, const char *text, gboolean undoable);

/**
 * A lasting notice above the page (read only, no practice Loket, trouble on order); NULL takes it away.
 * @verb, @action: (nullable): a button in it, and the action that it activates
 */
void          ovs_frame_set_notice    (OvsFrame *self, const char *text, const char *verb, const char *action);

/** Shows the menu for practising. */
void          ovs_frame_set_practice  (OvsFrame *self, gboolean practice);

G_END_DECLS
