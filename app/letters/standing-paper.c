/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/standing-paper.h"

#include <cairo.h>
#include <glib/gi18n.h>

#include "letters/paper-table.h"
#include "letters/pdf.h"

#define ROW 14.5
#define HEAD 22.0
#define BAR_HEIGHT 9.0
/* It is one page: what does not fit is told together. */
#define MOST_ROUNDS 8
#define MOST_HANDLERS 10

typedef enum
{
  COLUMN_CLIENTS,
  COLUMN_SENT,
  COLUMN_OVER,
  COLUMN_MORE,
  COLUMN_WAITING,
  COLUMN_FALLOUT,
  COLUMN_UNKNOWN,
  COLUMN_STRANDED,
  COLUMN_ENDED,
  N_COLUMNS
} Column;

/* What is over after it is the name's. */
static const struct
{
  const char *title;
  double width;
} columns[N_COLUMNS] = {
  [COLUMN_CLIENTS] = { NC_ ("standing", "Clients"), 37 },   [COLUMN_SENT] = { NC_ ("standing", "Sent"), 52 },
  [COLUMN_OVER] = { NC_ ("standing", "Over"), 41 },         [COLUMN_MORE] = { NC_ ("standing", "in 7 days"), 45 },
  [COLUMN_WAITING] = { NC_ ("standing", "Waiting"), 41 },   [COLUMN_FALLOUT] = { NC_ ("standing", "Fallout"), 34 },
  [COLUMN_UNKNOWN] = { NC_ ("standing", "Unknown"), 45 },   [COLUMN_STRANDED] = { NC_ ("standing", "No access"), 43 },
  [COLUMN_ENDED] = { NC_ ("standing", "Other end"), 38 },
};

static const OvsPenStyle plain = { 9, FALSE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle soft = { 8.5, FALSE, PANGO_ALIGN_LEFT, 0.3 };
static const OvsPenStyle strong = { 11, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle title_style = { 18, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle group_style = { 10.5, TRUE, PANGO_ALIGN_LEFT, 0, TRUE };
static const OvsPenStyle name_cell = { 8.5, FALSE, PANGO_ALIGN_LEFT, 0, TRUE };
static const OvsPenStyle number_cell = { 8.5, FALSE, PANGO_ALIGN_RIGHT, 0, TRUE };
static const OvsPenStyle strong_name = { 8.5, TRUE, PANGO_ALIGN_LEFT, 0, TRUE };
static const OvsPenStyle strong_number = { 8.5, TRUE, PANGO_ALIGN_RIGHT, 0, TRUE };
static const OvsPenStyle head_cell = { 7, TRUE, PANGO_ALIGN_RIGHT, 0.25 };
static const OvsPenStyle foot = { 8, FALSE, PANGO_ALIGN_LEFT, 0.3 };

typedef struct
{
  OvsPen pen;
  const OvsStandingReport *report;
  double y;
} Sheet;

/* --- words --- */

static gint64
number_of (const OvsStandingGroup *group, Column column)
{
  const gint64 numbers[N_COLUMNS] = {
    [COLUMN_CLIENTS] = group->clients,
    [COLUMN_SENT] = ovs_standing_sent (group->lists),
    [COLUMN_OVER] = group->lists[OVS_OUTCOMES_OVER],
    [COLUMN_MORE] = ovs_standing_group_more (group, OVS_OUTCOMES_OVER),
    [COLUMN_WAITING] = group->lists[OVS_OUTCOMES_WAITING],
    [COLUMN_FALLOUT] = group->lists[OVS_OUTCOMES_FALLOUT],
    [COLUMN_UNKNOWN] = group->lists[OVS_OUTCOMES_UNKNOWN],
    [COLUMN_STRANDED] = group->lists[OVS_OUTCOMES_STRANDED],
    [COLUMN_ENDED] = group->lists[OVS_OUTCOMES_NO_ACCESS] + group->lists[OVS_OUTCOMES_LEFT],
  };

  return numbers[column];
}

static char *
say_number (const OvsStandingGroup *group, Column column)
{
  gint64 number = number_of (group, column);

  if (number == 0)
    return g_strdup ("–");
  if (column == COLUMN_MORE)
    return g_strdup_printf ("%+'" G_GINT64_FORMAT, number);
  return g_strdup_printf ("%'" G_GINT64_FORMAT, number);
}

static char *
say_round (const OvsStandingGroup *group)
{
  g_autofree char *day = ovs_day_to_dutch (group->day);

  if (group->round == 0)
    return g_strdup (_ ("Without a round"));
  return group->day != OVS_NO_DAY ? g_strdup_printf (_ ("Round %d: %s"), (int) group->round, day) : g_strdup_printf (_ ("Round %d"), (int) group->round);
}

static char *
say_as_of (const OvsStandingReport *report)
{
  g_autofree char *moment = report->as_of != 0 ? ovs_clock_to_dutch (report->as_of) : NULL;

  if (moment == NULL)
    return g_strdup (_ ("Nothing was read from Loket yet. Confidential."));
  return g_strdup_printf (_ ("As Loket had it on %s. Confidential."), moment);
}

/* --- drawing --- */

static void
put (Sheet *sheet, const OvsPenStyle *style, const char *tag, const char *text, double gap)
{
  sheet->y = ovs_paper_paragraph (&sheet->pen, style, tag, OVS_PAPER_LEFT, sheet->y, OVS_PAPER_TEXT_WIDTH, text, gap);
}

static void
put_cell (Sheet *sheet, const OvsPenStyle *style, const char *tag, double x, double width, const char *text)
{
  ovs_pen_begin (&sheet->pen, tag);
  ovs_pen_text (&sheet->pen, style, x, sheet->y + 2, width, text);
  ovs_pen_end (&sheet->pen, tag);
}

/* What is left of the columns from @first on. */
static double
name_width (Column first)
{
  double width = OVS_PAPER_TEXT_WIDTH;

  for (int i = first; i < N_COLUMNS; i++)
    width -= columns[i].width;
  return width;
}

static void
put_headings (Sheet *sheet, const char *name, Column first)
{
  double x = OVS_PAPER_LEFT + name_width (first);

  ovs_pen_begin (&sheet->pen, "TR");
  put_cell (sheet, &group_style, "TH", OVS_PAPER_LEFT, name_width (first), name);
  for (int i = first; i < N_COLUMNS; i++)
    {
      put_cell (sheet, &head_cell, "TH", x + 2, columns[i].width - 2, g_dpgettext2 (NULL, "standing", columns[i].title));
      x += columns[i].width;
    }
  ovs_pen_end (&sheet->pen, "TR");
  sheet->y += HEAD;
  ovs_pen_line (&sheet->pen, OVS_PAPER_LEFT, sheet->y, OVS_PAPER_RIGHT, sheet->y, 0.2);
}

static void
put_row (Sheet *sheet, const OvsStandingGroup *group, const char *name, Column first, gboolean whole)
{
  double x = OVS_PAPER_LEFT + name_width (first);

  ovs_pen_begin (&sheet->pen, "TR");
  put_cell (sheet, whole ? &strong_name : &name_cell, "TD", OVS_PAPER_LEFT, name_width (first) - 4, name);
  for (int i = first; i < N_COLUMNS; i++)
    {
      g_autofree char *number = say_number (group, i);

      put_cell (sheet, whole ? &strong_number : &number_cell, "TD", x, columns[i].width, number);
      x += columns[i].width;
    }
  ovs_pen_end (&sheet->pen, "TR");
  sheet->y += ROW;
  ovs_pen_line (&sheet->pen, OVS_PAPER_LEFT, sheet->y, OVS_PAPER_RIGHT, sheet->y, 0.85);
}

static void
sum_up (OvsStandingGroup *sum, const OvsStandingGroup *group)
{
  sum->clients += group->clients;
  for (int list = 0; list < OVS_N_OUTCOME_LISTS; list++)
    {
      sum->lists[list] += group->lists[list];
      sum->week_ago[list] += group->week_ago[list];
    }
}

/* From @first on, in one row. */
static void
put_rest (Sheet *sheet, const GPtrArray *groups, guint first, const char *name)
{
  OvsStandingGroup rest = { 0 };

  for (guint i = first; i < groups->len; i++)
    sum_up (&rest, g_ptr_array_index (groups, i));
  if (first < groups->len)
    put_row (sheet, &rest, name, COLUMN_CLIENTS, FALSE);
}

/* The whole as a bar: dark is over, light what is still to come. */
static void
put_bar (Sheet *sheet)
{
  const gint64 *lists = sheet->report->whole->lists;
  gint64 invited = lists[OVS_OUTCOMES_INVITED];
  double share = invited > 0 ? (double) lists[OVS_OUTCOMES_OVER] / (double) invited : 0;

  ovs_pen_fill (&sheet->pen, OVS_PAPER_LEFT, sheet->y, OVS_PAPER_TEXT_WIDTH, BAR_HEIGHT, 0.85);
  ovs_pen_fill (&sheet->pen, OVS_PAPER_LEFT, sheet->y, OVS_PAPER_TEXT_WIDTH * share, BAR_HEIGHT, 0.25);
  sheet->y += BAR_HEIGHT + 12;
}

static void
put_whole (Sheet *sheet)
{
  const OvsStandingGroup *whole = sheet->report->whole;
  int invited = (int) whole->lists[OVS_OUTCOMES_INVITED];
  int over = (int) whole->lists[OVS_OUTCOMES_OVER];
  g_autofree char *moment = say_as_of (sheet->report);
  g_autofree char *text = g_strdup_printf (_ ("%'d of %'d who were invited are over: %d %%. In 7 days %+'d."), over, invited,
                                           invited > 0 ? (int) ((gint64) over * 100 / invited) : 0, (int) ovs_standing_group_more (whole, OVS_OUTCOMES_OVER));

  put (sheet, &strong, "P", sheet->report->firm != NULL ? sheet->report->firm : " ", 10);
  put (sheet, &title_style, "H1", _ ("How the conversion stands"), 4);
  put (sheet, &soft, "P", moment, 12);
  put (sheet, &plain, "P", invited > 0 ? text : _ ("Nobody was invited yet"), 5);
  put_bar (sheet);
}

static void
put_rounds (Sheet *sheet)
{
  const GPtrArray *rounds = sheet->report->rounds;

  ovs_pen_begin (&sheet->pen, "Table");
  put_headings (sheet, _ ("Rounds"), COLUMN_CLIENTS);
  for (guint i = 0; i < rounds->len && i < MOST_ROUNDS; i++)
    {
      const OvsStandingGroup *group = g_ptr_array_index (rounds, i);
      g_autofree char *name = say_round (group);

      put_row (sheet, group, name, COLUMN_CLIENTS, FALSE);
    }
  put_rest (sheet, rounds, MOST_ROUNDS, _ ("Other rounds"));
  put_row (sheet, sheet->report->whole, _ ("Together"), COLUMN_CLIENTS, TRUE);
  ovs_pen_end (&sheet->pen, "Table");
  sheet->y += 12;
}

static void
put_handlers (Sheet *sheet)
{
  const GPtrArray *handlers = sheet->report->handlers;

  ovs_pen_begin (&sheet->pen, "Table");
  put_headings (sheet, _ ("Handlers"), COLUMN_CLIENTS);
  for (guint i = 0; i < handlers->len && i < MOST_HANDLERS; i++)
    {
      const OvsStandingGroup *group = g_ptr_array_index (handlers, i);

      put_row (sheet, group, group->name != NULL ? group->name : _ ("Without a handler"), COLUMN_CLIENTS, FALSE);
    }
  put_rest (sheet, handlers, MOST_HANDLERS, _ ("Other handlers"));
  ovs_pen_end (&sheet->pen, "Table");
  sheet->y += 12;
}

static guint
count_open (const GPtrArray *clients)
{
  guint open = 0;

  for (guint i = 0; i < clients->len; i++)
    open += ovs_standing_group_open (g_ptr_array_index (clients, i)) > 0;
  return open;
}

/* Those where something is open come first. */
static void
put_clients (Sheet *sheet)
{
  const GPtrArray *clients = sheet->report->clients;
  guint open = count_open (clients);
  guint room = (guint) MAX ((OVS_PAPER_BOTTOM - sheet->y - HEAD) / ROW - 2, 0);
  guint shown = MIN (open, room);
  guint left = open - shown;
  g_autofree char *more = g_strdup_printf (ngettext ("And %'u client more; the table has them all.", "And %'u clients more; the table has them all.", left), left);

  if (open == 0)
    {
      put (sheet, &plain, "P", _ ("Nothing is open at any client."), 0);
      return;
    }
  ovs_pen_begin (&sheet->pen, "Table");
  put_headings (sheet, _ ("Clients, most urgent first"), COLUMN_SENT);
  for (guint i = 0; i < shown; i++)
    put_row (sheet, g_ptr_array_index (clients, i), ((OvsStandingGroup *) g_ptr_array_index (clients, i))->name, COLUMN_SENT, FALSE);
  ovs_pen_end (&sheet->pen, "Table");
  sheet->y += 5;
  if (left > 0)
    put (sheet, &soft, "P", more, 0);
}

static void
draw (const OvsPen *pen, gpointer data)
{
  Sheet sheet = { *pen, data, OVS_PAPER_TOP };
  g_autofree char *today = ovs_day_to_dutch (sheet.report->today);
  g_autofree char *made = g_strdup_printf (_ ("Made on %s. Other end: no access needed, or left employment. Names of employees are not on it."), today);

  put_whole (&sheet);
  put_rounds (&sheet);
  put_handlers (&sheet);
  put_clients (&sheet);
  ovs_pen_text (&sheet.pen, &foot, OVS_PAPER_LEFT, OVS_PAPER_FOOT, OVS_PAPER_TEXT_WIDTH, made);
  if (pen->cr != NULL)
    cairo_show_page (pen->cr);
}

GBytes *
ovs_standing_paper_pdf (const OvsStandingReport *report, GError **error)
{
  const OvsPdfAbout about = { .title = _ ("How the conversion stands"), .author = report->firm, .made_on = report->today };

  return ovs_pdf_make (&about, draw, (gpointer) report, error);
}
