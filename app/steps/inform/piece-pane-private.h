/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/inform/piece-pane.h"

#include "steps/inform/letter-view.h"
#include "steps/inform/piece-status.h"
#include "steps/inform/piece-view.h"

G_BEGIN_DECLS

struct _OvsPiecePane
{
  AdwBin parent_instance;

  GtkWidget *pieces;
  GtkWidget *clients; /* previous, place, next */
  GtkWidget *previous;
  GtkWidget *place;
  GtkWidget *next;
  GtkWidget *close;
  GtkWidget *name;
  GtkWidget *reader;
  GtkWidget *edit;
  GtkWidget *stack;
  OvsPieceStatus *status;
  OvsLetterView *paper;
  GtkWidget *enclosed; /* what goes along */
  GtkWidget *enclosed_label;
  GtkWidget *buttons;
  GtkWidget *draft;
  GtkWidget *send;

  OvsWorkspace *workspace; /* (owned) */
  gint64 client;
  guint at;
  guint count;
  GArray *ticked;          /* (owned) */
  gboolean as_now;         /* what was sent is not what is looked at */
  gboolean drafting;
  OvsPieceView *view;      /* (owned) (nullable) */
  GCancellable *reading;   /* (owned) (nullable) */
};

/** Whether what was sent is shown, not what would be sent now. */
gboolean ovs_piece_pane_shows_kept      (OvsPiecePane *self);

/** Shows what is known; reads it again. */
void     ovs_piece_pane_show_view       (OvsPiecePane *self);
void     ovs_piece_pane_look_again      (OvsPiecePane *self);

/** Installs what can be done with the piece that is shown: the actions "piece.…". */
void     ovs_piece_pane_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
