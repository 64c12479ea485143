/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/plan-paper.h"

#include <cairo.h>
#include <glib/gi18n.h>

#include "letters/paper-table.h"
#include "letters/pdf.h"

/* Room to tick by hand. */
#define ROW_LEAST 22.0
/* The heading of a round, and of its table, never stand alone at the end of a page. */
#define HEADED_ROUND 150.0
#define HEADED_LINE 30.0

typedef enum
{
  COLUMN_TICK,
  COLUMN_LABEL,
  COLUMN_DAY,
  COLUMN_WHAT,
  COLUMN_STATE,
  N_COLUMNS
} Column;

static const OvsPaperColumn columns[N_COLUMNS + 1] = { { 34 }, { 48 }, { 96 }, { 206 }, { 115.28 }, { 0 } };

static const OvsPenStyle cell = { 9, FALSE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle plain = { 9.5, FALSE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle soft = { 9.5, FALSE, PANGO_ALIGN_LEFT, 0.3 };
static const OvsPenStyle strong = { 11, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle title_style = { 18, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle round_style = { 13, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle foot_left = { 8, FALSE, PANGO_ALIGN_LEFT, 0.3 };
static const OvsPenStyle foot_right = { 8, FALSE, PANGO_ALIGN_RIGHT, 0.3 };

/* Without a cairo context the pages are only counted. */
typedef struct
{
  OvsPen pen;
  const OvsCalendar *calendar;
  guint page; /* from 1 */
  guint n_pages;
  double y;
} Sheet;

/* --- words --- */

static char *
say_day (OvsDay day, const char *format)
{
  int year, month, day_of_month;
  g_autoptr (GDateTime) date = NULL;

  ovs_day_to_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);
  return g_date_time_format (date, format);
}

static char *
say_round (const OvsCalendarRound *round)
{
  /* Translators: see g_date_time_format(): Tuesday 8 December 2026. */
  g_autofree char *day = round->round.day != OVS_NO_DAY ? say_day (round->round.day, _ ("%A %-e %B %Y")) : g_strdup (_ ("no day yet"));

  return g_strdup_printf (_ ("Round %d: %s"), (int) round->number, day);
}

static char *
say_size (const OvsCalendarRound *round)
{
  g_autofree char *clients = g_strdup_printf (ngettext ("%'d client", "%'d clients", round->clients->len), (int) round->clients->len);
  g_autofree char *people = g_strdup_printf (ngettext ("%'d employee", "%'d employees", (gulong) round->employees), (int) round->employees);

  return g_strdup_printf ("%s · %s · %s", ovs_route_title (round->round.route), clients, people);
}

/* --- pages --- */

static void
end_page (Sheet *sheet)
{
  g_autofree char *day = ovs_day_to_dutch (sheet->calendar->today);
  g_autofree char *left = g_strdup_printf (_ ("As of %s"), day);
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), sheet->page, sheet->n_pages);

  if (sheet->pen.cr == NULL)
    return;
  ovs_pen_text (&sheet->pen, &foot_left, OVS_PAPER_LEFT, OVS_PAPER_FOOT, OVS_PAPER_TEXT_WIDTH - 110, left);
  ovs_pen_text (&sheet->pen, &foot_right, OVS_PAPER_LEFT, OVS_PAPER_FOOT, OVS_PAPER_TEXT_WIDTH, number);
  cairo_show_page (sheet->pen.cr);
}

static void
turn_page (Sheet *sheet)
{
  end_page (sheet);
  sheet->page++;
  sheet->y = OVS_PAPER_TOP;
}

static void
need (Sheet *sheet, double height)
{
  if (sheet->y + height > OVS_PAPER_BOTTOM && sheet->y > OVS_PAPER_TOP)
    turn_page (sheet);
}

static void
put (Sheet *sheet, const OvsPenStyle *style, const char *tag, const char *text, double gap)
{
  sheet->y = ovs_paper_paragraph (&sheet->pen, style, tag, OVS_PAPER_LEFT, sheet->y, OVS_PAPER_TEXT_WIDTH, text, gap);
}

/* --- a round --- */

static void
put_headings (Sheet *sheet)
{
  const char *texts[N_COLUMNS] = { "", _ ("When"), _ ("Day"), _ ("What"), _ ("How far") };

  sheet->y = ovs_paper_headings (&sheet->pen, columns, texts, sheet->y);
}

static void
put_row (Sheet *sheet, const char *const *texts)
{
  double height = ovs_paper_measure (&sheet->pen, columns, &cell, texts, ROW_LEAST);

  if (sheet->y + height > OVS_PAPER_BOTTOM)
    {
      turn_page (sheet);
      put_headings (sheet);
    }
  sheet->y = ovs_paper_row (&sheet->pen, columns, &cell, "TD", texts, sheet->y, height);
}

static void
put_milestone (Sheet *sheet, const OvsCalendarRound *round, OvsMilestone milestone)
{
  const OvsMilestoneFact *fact = &round->facts[milestone];
  OvsMilestoneState state = ovs_milestone_judge (milestone, &round->round, fact);
  /* Translators: see g_date_time_format(): Tue 24 Nov. */
  g_autofree char *day = say_day (ovs_milestone_due (milestone, round->round.day), _ ("%a %-e %b"));
  g_autofree char *words = ovs_milestone_say (milestone, &round->round, fact);
  const char *texts[N_COLUMNS] = { state == OVS_MILESTONE_DONE ? ovs_paper_closed : ovs_paper_tick, ovs_milestone_label (milestone), day,
                                   ovs_milestone_title (milestone, round->round.route), words };

  if (state != OVS_MILESTONE_NOT_NEEDED)
    put_row (sheet, texts);
}

static void
put_milestones (Sheet *sheet, const OvsCalendarRound *round)
{
  ovs_pen_begin (&sheet->pen, "Table");
  put_headings (sheet);
  for (int i = 0; i < OVS_N_MILESTONES; i++)
    put_milestone (sheet, round, (OvsMilestone) i);
  ovs_pen_end (&sheet->pen, "Table");
  sheet->y += 10;
}

/* A client on a line, so that a round of hundreds goes on over the next page. */
static void
put_clients (Sheet *sheet, const OvsCalendarRound *round)
{
  put (sheet, &strong, "P", _ ("Clients"), 3);
  for (guint i = 0; i < round->clients->len; i++)
    {
      need (sheet, 16);
      put (sheet, &plain, "P", g_ptr_array_index (round->clients, i), 1);
    }
}

static void
put_round (Sheet *sheet, const OvsCalendarRound *round)
{
  g_autofree char *name = say_round (round);
  g_autofree char *size = say_size (round);

  need (sheet, HEADED_ROUND);
  put (sheet, &round_style, "H2", name, 3);
  put (sheet, &soft, "P", size, round->reason != NULL ? 2 : 8);
  if (round->reason != NULL)
    {
      g_autofree char *reason = g_strdup_printf (_ ("Less than two weeks ahead, because: %s"), round->reason);

      put (sheet, &soft, "P", reason, 8);
    }
  if (round->round.day != OVS_NO_DAY)
    put_milestones (sheet, round);
  need (sheet, HEADED_LINE);
  if (round->clients->len > 0)
    put_clients (sheet, round);
  sheet->y += 18;
}

/* Returns: how many pages it takes. */
static guint
draw_all (const OvsPen *pen, const OvsCalendar *calendar, guint n_pages)
{
  Sheet sheet = { *pen, calendar, 1, n_pages, OVS_PAPER_TOP };

  put (&sheet, &strong, "P", calendar->firm != NULL ? calendar->firm : " ", 16);
  put (&sheet, &title_style, "H1", _ ("Plan of the conversion"), 16);
  if (calendar->rounds->len == 0)
    put (&sheet, &plain, "P", _ ("There are no rounds yet."), 0);
  for (guint i = 0; i < calendar->rounds->len; i++)
    put_round (&sheet, g_ptr_array_index (calendar->rounds, i));
  end_page (&sheet);
  return sheet.page;
}

static void
draw (const OvsPen *pen, gpointer data)
{
  OvsPen measure = { NULL, pen->context };

  draw_all (pen, data, draw_all (&measure, data, 0));
}

GBytes *
ovs_plan_paper_pdf (const OvsCalendar *calendar, GError **error)
{
  const OvsPdfAbout about = { .title = _ ("Plan of the conversion"), .author = calendar->firm, .made_on = calendar->today };

  return ovs_pdf_make (&about, draw, (gpointer) calendar, error);
}
