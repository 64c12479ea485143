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
  double grey;       /* 0 is black */
  gboolean one_line; /* what does not fit is left out, for what stands elsewhere too */
} OvsPenStyle;

typedef struct
{
  double red;
  double green;
  double blue;
} OvsPenColour;

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

/** The same, in a colour. */
double        ovs_pen_text_in     (const OvsPen *pen, const OvsPenStyle *style, const OvsPenColour *colour, double x, double y, double width,
                                   const char *text);

/**
 * Asked before each line of a text that flows: where a line of this @height may stand that would begin at @y. It may turn the page, and give
 * the pen that writes another cairo context.
 */
typedef double (*OvsPenRoomFunc) (double y, double height, gpointer data);

/** Puts a text line by line. Returns: where the next one begins. */
double        ovs_pen_flow        (const OvsPen *pen, const OvsPenStyle *style, double x, double y, double width, const char *text,
                                   OvsPenRoomFunc room, gpointer data);

/** A horizontal or vertical hair line. */
void          ovs_pen_line        (const OvsPen *pen, double x1, double y1, double x2, double y2, double grey);

/** A filled box. */
void          ovs_pen_fill        (const OvsPen *pen, double x, double y, double width, double height, double grey);

/** A filled box with round corners. */
void          ovs_pen_panel       (const OvsPen *pen, double x, double y, double width, double height, double radius, const OvsPenColour *colour);

/** A picture, as large as fits into the box, in its upper left corner. */
void          ovs_pen_picture     (const OvsPen *pen, double x, double y, double width, double height, cairo_surface_t *picture);

/** An empty square to tick. */
void          ovs_pen_square      (const OvsPen *pen, double x, double y, double size);

/** What is put between these is a part of the document's structure, for who has it read out: `H1`, `P`, `Table`, `TR`, `TH`, `TD`. */
void          ovs_pen_begin       (const OvsPen *pen, const char *tag);
void          ovs_pen_end         (const OvsPen *pen, const char *tag);

G_END_DECLS
