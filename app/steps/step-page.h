/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/workspace.h"

G_BEGIN_DECLS

/** The mark of a step in the list at the left; never by colour alone. */
typedef enum
{
  OVS_STEP_MARK_NONE,    /* not yet */
  OVS_STEP_MARK_DONE,
  OVS_STEP_MARK_STOPPER, /* with a count */
  OVS_STEP_MARK_WARNING, /* with a count */
} OvsStepMark;

/**
 * OvsStepFoot:
 * @totals: bold line at the left
 * @caption: (nullable): small line under it
 * @next: (nullable): label of the one suggested button; NULL for none
 * @next_possible: whether it can be pressed now
 * @plain: (nullable): label of the one plain button before it; NULL for none
 *
 * What the window's foot shows for a page.
 */
typedef struct
{
  char *totals;
  char *caption;
  char *next;
  gboolean next_possible;
  char *plain;
} OvsStepFoot;

/** Frees its texts. */
void ovs_step_foot_clear (OvsStepFoot *foot);

#define OVS_TYPE_STEP_PAGE (ovs_step_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (OvsStepPage, ovs_step_page, OVS, STEP_PAGE, AdwBin)

/**
 * OvsStepPage:
 *
 * What the window asks of a page, and all it asks. A page never touches the window's buttons: it says what is so, and the window
 * derives them. It reaches the window by "win." actions only. What was typed on a page stays while another one is shown.
 */
struct _OvsStepPageClass
{
  AdwBinClass parent_class;

  /* The workspace has other contents or figures: show them. Called once at the start too. */
  void (*update) (OvsStepPage *self, OvsWorkspace *workspace);
  /* The suggested button was pressed. */
  void (*next) (OvsStepPage *self);
  /* The plain button was pressed. NULL: it goes one level back. */
  void (*plain) (OvsStepPage *self);
  /* Searched text, "" for none. NULL where a page has nothing to search. */
  void (*search) (OvsStepPage *self, const char *text);
  /* Puts the focus where work begins. */
  void (*focus) (OvsStepPage *self);
  /* Goes one level back within the page (a sub page); FALSE when it is at its top. */
  gboolean (*back) (OvsStepPage *self);
};

/** The workspace that this page shows (transfer none). Setting it once, at construction ("workspace"). */
OvsWorkspace      *ovs_step_page_get_workspace (OvsStepPage *self);

/** "Selecteren", as in the step list, in the user's language. */
const char        *ovs_step_page_get_title     (OvsStepPage *self);

/** Title of a sub page ("Inlezen"), NULL at the top; the window then shows a back button. */
const char        *ovs_step_page_get_subtitle  (OvsStepPage *self);
void               ovs_step_page_set_subtitle  (OvsStepPage *self, const char *subtitle);

/** The line under the name in the step list ("42 van 120 klanten") and the mark behind it. */
void               ovs_step_page_set_state     (OvsStepPage *self, const char *line, OvsStepMark mark, guint count);
const char        *ovs_step_page_get_state     (OvsStepPage *self, OvsStepMark *mark, guint *count);

/** Sets what the foot shows, without a plain button; copies the texts. Emits ::shown-changed. */
void               ovs_step_page_set_foot      (OvsStepPage *self, const char *totals, const char *caption, const char *next, gboolean next_possible);

/** Adds a plain button to the foot that was set last ("Annuleren"); NULL takes it away. */
void               ovs_step_page_set_plain     (OvsStepPage *self, const char *label);
const OvsStepFoot *ovs_step_page_get_foot      (OvsStepPage *self);

/** For the window: run the class functions. */
void               ovs_step_page_update        (OvsStepPage *self);
void               ovs_step_page_next          (OvsStepPage *self);
void               ovs_step_page_plain         (OvsStepPage *self);
void               ovs_step_page_search        (OvsStepPage *self, const char *text);
gboolean           ovs_step_page_can_search    (OvsStepPage *self);
void               ovs_step_page_focus         (OvsStepPage *self);
gboolean           ovs_step_page_back          (OvsStepPage *self);

/** Tells something that happened, with a way back: a toast with "Undo" (win.undo) when @undoable. */
void               ovs_step_page_tell          (OvsStepPage *self, const char *text, gboolean undoable);

/** Tells that something failed: @error's sentence in a dialog (never for a cancelled one). Where the sign-in at Loket ended, it offers to sign in. */
void               ovs_step_page_tell_error    (OvsStepPage *self, const GError *error);

G_END_DECLS
