/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/paper-table.h"

#define PADDING 5.0
#define SQUARE 12.0
#define LINE_GREY 0.6

const char ovs_paper_tick[] = "tick";
const char ovs_paper_closed[] = "closed";

static const OvsPenStyle heading = { 8.5, TRUE, PANGO_ALIGN_LEFT, 0 };

static gboolean
is_text (const char *text)
{
  return text != NULL && text != ovs_paper_tick && text != ovs_paper_closed;
}

double
ovs_paper_paragraph (const OvsPen *pen, const OvsPenStyle *style, const char *tag, double x, double y, double width, const char *text, double gap)
{
  ovs_pen_begin (pen, tag);
  y += ovs_pen_text (pen, style, x, y, width, text) + gap;
  ovs_pen_end (pen, tag);
  return y;
}

double
ovs_paper_measure (const OvsPen *pen, const OvsPaperColumn *columns, const OvsPenStyle *style, const char *const *texts, double least)
{
  OvsPen measure = { NULL, pen->context };
  double height = least;

  for (int i = 0; columns[i].width > 0; i++)
    if (is_text (texts[i]))
      height = MAX (height, ovs_pen_text (&measure, style, 0, 0, columns[i].width - 2 * PADDING, texts[i]) + 2 * PADDING);
  return height;
}

static void
put_cell (const OvsPen *pen, const OvsPaperColumn *column, const OvsPenStyle *style, const char *text, double x, double y, double height)
{
  double width = column->width;
  OvsPenStyle own = *style;

  if (column->number)
    own.alignment = PANGO_ALIGN_RIGHT;
  if (text == ovs_paper_closed)
    ovs_pen_fill (pen, x + 0.5, y + 0.5, width - 1, height - 1, 0.93);
  else if (text == ovs_paper_tick)
    ovs_pen_square (pen, x + (width - SQUARE) / 2, y + (height - SQUARE) / 2, SQUARE);
  else if (text != NULL)
    ovs_pen_text (pen, &own, x + PADDING, y + PADDING, width - 2 * PADDING, text);
}

double
ovs_paper_row (const OvsPen *pen, const OvsPaperColumn *columns, const OvsPenStyle *style, const char *tag, const char *const *texts, double y,
               double height)
{
  double x = OVS_PAPER_LEFT;

  ovs_pen_begin (pen, "TR");
  for (int i = 0; columns[i].width > 0; i++)
    {
      ovs_pen_begin (pen, tag);
      put_cell (pen, &columns[i], style, texts[i], x, y, height);
      ovs_pen_end (pen, tag);
      ovs_pen_line (pen, x, y, x, y + height, LINE_GREY);
      x += columns[i].width;
    }
  ovs_pen_end (pen, "TR");
  ovs_pen_line (pen, x, y, x, y + height, LINE_GREY);
  ovs_pen_line (pen, OVS_PAPER_LEFT, y + height, x, y + height, LINE_GREY);
  return y + height;
}

double
ovs_paper_headings (const OvsPen *pen, const OvsPaperColumn *columns, const char *const *texts, double y)
{
  double height = ovs_paper_measure (pen, columns, &heading, texts, 0);

  ovs_pen_fill (pen, OVS_PAPER_LEFT, y, OVS_PAPER_TEXT_WIDTH, height, 0.9);
  ovs_pen_line (pen, OVS_PAPER_LEFT, y, OVS_PAPER_RIGHT, y, LINE_GREY);
  return ovs_paper_row (pen, columns, &heading, "TH", texts, y, height);
}
