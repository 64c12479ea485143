/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/work-paper.h"

#include "dossier/settings.h"
#include "letters/paper-table.h"
#include "letters/pdf.h"
#include "letters/work-list.h"

/* Room to tick by hand. */
#define ROW_LEAST 22.0
/* Headings never stand alone at the end of a page. */
#define HEADED_ROW 60.0

#define TITLE "Werklijst voor Loket"
#define WHERE "Werkgever › Collectief › MijnLoket › Overstappen van Werknemerloket naar MijnLoket"

typedef enum
{
  COLUMN_TICK,
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_NOTE,
  N_COLUMNS
} Column;

static const OvsPaperColumn columns[N_COLUMNS + 1] = { { 34 }, { 62 }, { 170 }, { 233.28 }, { 0 } };

static const OvsPenStyle plain = { 9.5, FALSE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle cell = { 9, FALSE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle soft = { 9.5, FALSE, PANGO_ALIGN_LEFT, 0.3 };
static const OvsPenStyle strong = { 11, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle right = { 10.5, TRUE, PANGO_ALIGN_RIGHT, 0 };
static const OvsPenStyle title = { 18, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle client_style = { 12.5, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle foot_left = { 8, FALSE, PANGO_ALIGN_LEFT, 0.3 };
static const OvsPenStyle foot_right = { 8, FALSE, PANGO_ALIGN_RIGHT, 0.3 };

typedef struct
{
  OvsPen pen;
  const char *firm; /* (nullable) */
  OvsDay today;
  guint pages;
} Paper;

/* One client on its pages; without a cairo context they are only counted. */
typedef struct
{
  OvsPen pen;
  const Paper *paper;
  const OvsWorkClient *client;
  guint page; /* from 1 */
  guint n_pages;
  double y;
} Sheet;

static const char *
name_of (const OvsWorkClient *client)
{
  return client->name != NULL ? client->name : client->number;
}

static void
end_page (Sheet *sheet)
{
  g_autofree char *left = g_strdup_printf ("%s (%s)", name_of (sheet->client), sheet->client->number);
  g_autofree char *number = g_strdup_printf ("Bladzijde %u van %u", sheet->page, sheet->n_pages);

  if (sheet->pen.cr == NULL)
    return;
  ovs_pen_text (&sheet->pen, &foot_left, OVS_PAPER_LEFT, OVS_PAPER_FOOT, OVS_PAPER_TEXT_WIDTH - 110, left);
  ovs_pen_text (&sheet->pen, &foot_right, OVS_PAPER_LEFT, OVS_PAPER_FOOT, OVS_PAPER_TEXT_WIDTH, number);
  cairo_show_page (sheet->pen.cr);
}

static void
put (Sheet *sheet, const OvsPenStyle *style, const char *tag, const char *text, double gap)
{
  sheet->y = ovs_paper_paragraph (&sheet->pen, style, tag, OVS_PAPER_LEFT, sheet->y, OVS_PAPER_TEXT_WIDTH, text, gap);
}

static guint
count_to_tick (const OvsWorkClient *client)
{
  guint number = 0;

  for (guint i = 0; i < client->lines->len; i++)
    number += ((const OvsWorkLine *) g_ptr_array_index (client->lines, i))->tick;
  return number;
}

static void
put_beginning (Sheet *sheet)
{
  const OvsWorkClient *client = sheet->client;
  g_autofree char *day = ovs_day_to_dutch (sheet->paper->today);
  g_autofree char *about = g_strdup_printf ("Werkgevernummer %s · stand van %s%s%s", client->number, day, client->handler != NULL ? " · " : "",
                                            client->handler != NULL ? client->handler : "");
  guint tick = count_to_tick (client);
  g_autofree char *sum = g_strdup_printf ("%u aanvinken, %u niet aanvinken", tick, client->lines->len - tick);

  ovs_paper_paragraph (&sheet->pen, &right, "P", OVS_PAPER_LEFT, sheet->y, OVS_PAPER_TEXT_WIDTH, "Vertrouwelijk", 0);
  put (sheet, &strong, "P", sheet->paper->firm != NULL ? sheet->paper->firm : " ", 20);
  put (sheet, &title, "H1", TITLE, 8);
  put (sheet, &client_style, "P", name_of (client), 2);
  put (sheet, &soft, "P", about, 12);
  put (sheet, &plain, "P", "In Loket: " WHERE ". Vink aan wie hieronder een vakje heeft, klik op Toepassen en vink de klant daarna af in Overstap.", 12);
  put (sheet, &plain, "P", "Toepassen gedaan op ____ - ____ - ________   door ______________________________", 14);
  put (sheet, &strong, "P", sum, 8);
}

static void
begin_table (Sheet *sheet, gboolean tick)
{
  const char *texts[N_COLUMNS] = { "", "Nummer", "Naam", tick ? "Wat Loket zegt" : "Niet aanvinken, want" };

  sheet->y = ovs_paper_headings (&sheet->pen, columns, texts, sheet->y);
}

static void
turn_page (Sheet *sheet)
{
  end_page (sheet);
  sheet->page++;
  sheet->y = OVS_PAPER_TOP;
}

static void
put_line (Sheet *sheet, const OvsWorkLine *line)
{
  const char *texts[N_COLUMNS] = { line->tick ? ovs_paper_tick : ovs_paper_closed, line->number, line->name, line->note };
  double height = ovs_paper_measure (&sheet->pen, columns, &cell, texts, ROW_LEAST);

  if (sheet->y + height > OVS_PAPER_BOTTOM)
    {
      turn_page (sheet);
      begin_table (sheet, line->tick);
    }
  sheet->y = ovs_paper_row (&sheet->pen, columns, &cell, "TD", texts, sheet->y, height);
}

static void
put_lines (Sheet *sheet, gboolean tick)
{
  const GPtrArray *lines = sheet->client->lines;
  guint tickable = count_to_tick (sheet->client);
  guint from = tick ? 0 : tickable;
  guint to = tick ? tickable : lines->len;

  if (from == to)
    return;
  if (sheet->y + HEADED_ROW > OVS_PAPER_BOTTOM)
    turn_page (sheet);
  ovs_pen_begin (&sheet->pen, "Table");
  begin_table (sheet, tick);
  for (guint i = from; i < to; i++)
    put_line (sheet, g_ptr_array_index (lines, i));
  ovs_pen_end (&sheet->pen, "Table");
  sheet->y += 14;
}

/* Returns: how many pages it takes. */
static guint
draw_client (const Paper *paper, const OvsPen *pen, const OvsWorkClient *client, guint n_pages)
{
  Sheet sheet = { *pen, paper, client, 1, n_pages, OVS_PAPER_TOP };

  put_beginning (&sheet);
  put_lines (&sheet, TRUE);
  put_lines (&sheet, FALSE);
  end_page (&sheet);
  return sheet.page;
}

static gboolean
add_client (const OvsWorkClient *client, gpointer data, GError **error)
{
  Paper *paper = data;
  OvsPen measure = { NULL, paper->pen.context };

  paper->pages += draw_client (paper, &paper->pen, client, draw_client (paper, &measure, client, 0));
  return TRUE;
}

typedef struct
{
  OvsTx *tx;
  gint64 wave;
  gint64 employer;
  Paper paper;
} Drawing;

static void
draw (const OvsPen *pen, gpointer data)
{
  Drawing *drawing = data;

  drawing->paper.pen = *pen;
  ovs_work_list_foreach (drawing->tx, drawing->wave, drawing->employer, add_client, &drawing->paper, NULL);
}

gboolean
ovs_work_paper_save (OvsTx *tx, gint64 wave, gint64 employer, const char *path, guint *pages, GError **error)
{
  g_autofree char *firm = ovs_settings_get (tx, OVS_SETTING_FIRM);
  Drawing drawing = { tx, wave, employer, { .firm = firm, .today = ovs_tx_today (tx) } };
  const OvsPdfAbout about = { .title = TITLE, .author = firm, .made_on = drawing.paper.today };
  g_autoptr (GBytes) pdf = ovs_pdf_make (&about, draw, &drawing, error);

  *pages = drawing.paper.pages;
  if (pdf == NULL || *pages == 0)
    return pdf != NULL;
  return g_file_set_contents_full (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf),
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}
