/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* How a text looks: its size in points, and more. */
typedef struct
{
  double size;
  gboolean bold;
  PangoAlignment alignment;
  double grey; /* 0 is black */
} OvsPenStyle;

/**
 * OvsPen:
 * @cr: (unowned) (nullable): NULL measures only, by the same code
 * @context: (unowned)
 *
 * Puts texts on paper, in points. A pen belongs to one thread.
 */
typedef struct
{
  cairo_t *cr;
  PangoContext *context;
} OvsPen;

/** A context for texts in points, whatever it is drawn on. Returns: (transfer full). */
PangoContext *ovs_pen_context_new (void);

/** Puts @text at (@x, @y), wrapped at @width. Returns: its height. */
double        ovs_pen_text        (const OvsPen *pen, const OvsPenStyle *style, double x, double y, double width, const char *text);

/** A horizontal or vertical hair line. */
void          ovs_pen_line        (const OvsPen *pen, double x1, double y1, double x2, double y2, double grey);

/** A filled box. */
void          ovs_pen_fill        (const OvsPen *pen, double x, double y, double width, double height, double grey);

/** An empty square to tick. */
void          ovs_pen_square      (const OvsPen *pen, double x, double y, double size);

/** What is put between these is a part of the document's structure, for who has it read out: `H1`, `P`, `Table`, `TR`, `TH`, `TD`. */
void          ovs_pen_begin       (const OvsPen *pen, const char *tag);
void          ovs_pen_end         (const OvsPen *pen, const char *tag);

G_END_DECLS
