/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letters/pen.h"

G_BEGIN_DECLS

/** A4, in points. */
#define OVS_PAPER_WIDTH 595.28
#define OVS_PAPER_HEIGHT 841.89

/* Where on it is written. */
#define OVS_PAPER_LEFT 48.0
#define OVS_PAPER_RIGHT (OVS_PAPER_WIDTH - 48.0)
#define OVS_PAPER_TEXT_WIDTH (OVS_PAPER_RIGHT - OVS_PAPER_LEFT)
#define OVS_PAPER_TOP 44.0
#define OVS_PAPER_BOTTOM (OVS_PAPER_HEIGHT - 62.0)
#define OVS_PAPER_FOOT (OVS_PAPER_HEIGHT - 44.0)

/** Of a cell in place of a text: an empty square to tick; greyed, so that nobody writes in it. NULL leaves it open. */
extern const char ovs_paper_tick[];
extern const char ovs_paper_closed[];

/** Columns that fill the width of the text; the last has a width of 0. @number: its texts stand at the right. */
typedef struct
{
  double width;
  gboolean number;
} OvsPaperColumn;

/** A paragraph of its own, with @gap under it. @tag: as for ovs_pen_begin(). Returns: where the next begins. */
double ovs_paper_paragraph (const OvsPen *pen, const OvsPenStyle *style, const char *tag, double x, double y, double width, const char *text, double gap);

/** Returns: how high a row with these texts is, at least @least. */
double ovs_paper_measure   (const OvsPen *pen, const OvsPaperColumn *columns, const OvsPenStyle *style, const char *const *texts, double least);

/** A row with its lines. @tag: `TH` or `TD`. Returns: where the next begins. */
double ovs_paper_row       (const OvsPen *pen, const OvsPaperColumn *columns, const OvsPenStyle *style, const char *tag, const char *const *texts,
                            double y, double height);

/** A row of headings. Returns: where the first row begins. */
double ovs_paper_headings  (const OvsPen *pen, const OvsPaperColumn *columns, const char *const *texts, double y);

G_END_DECLS
