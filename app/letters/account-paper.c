/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/account-paper.h"

#include <cairo.h>

#include "letters/account-lines.h"
#include "letters/paper-table.h"
#include "letters/pdf.h"

#define ROW_LEAST 18.0
/* A heading never stands alone at the end of a page. */
#define HEADED_ROWS 74.0

static const OvsPaperColumn pair[] = { { 299.28 }, { 200, TRUE }, { 0 } };
static const OvsPaperColumn clients[] = { { 52 },       { 141.28 },   { 46, TRUE }, { 56, TRUE }, { 46, TRUE },
                                          { 52, TRUE }, { 40, TRUE }, { 66, TRUE }, { 0 } };
static const OvsPaperColumn deeds[] = { { 189.28 }, { 120 }, { 50, TRUE }, { 70, TRUE }, { 70, TRUE }, { 0 } };

static const OvsPenStyle plain = { 9.5, FALSE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle cell = { 9, FALSE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle sum = { 9, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle soft = { 9.5, FALSE, PANGO_ALIGN_LEFT, 0.3 };
static const OvsPenStyle strong = { 11, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle right = { 10.5, TRUE, PANGO_ALIGN_RIGHT, 0 };
static const OvsPenStyle title = { 18, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle whose_style = { 12.5, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle foot_left = { 8, FALSE, PANGO_ALIGN_LEFT, 0.3 };
static const OvsPenStyle foot_right = { 8, FALSE, PANGO_ALIGN_RIGHT, 0.3 };

/* Without a cairo context the pages are only counted. */
typedef struct
{
  OvsPen pen;
  const OvsAccount *account;
  const char *whose;
  guint page; /* from 1 */
  guint n_pages;
  double y;
} Sheet;

/* --- pages ----------------------------------------------------------------------------------------------------- */

static void
end_page (Sheet *sheet)
{
  g_autofree char *day = ovs_day_to_dutch (sheet->account->today);
  g_autofree char *left = g_strdup_printf ("%s · %s · vertrouwelijk", sheet->whose, day);
  g_autofree char *number = g_strdup_printf ("Bladzijde %u van %u", sheet->page, sheet->n_pages);

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
put (Sheet *sheet, const OvsPenStyle *style, const char *tag, const char *text, double gap)
{
  sheet->y = ovs_paper_paragraph (&sheet->pen, style, tag, OVS_PAPER_LEFT, sheet->y, OVS_PAPER_TEXT_WIDTH, text, gap);
}

/* --- tables ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  Sheet *sheet;
  const OvsPaperColumn *columns;
  const char *const *heads;
} Table;

static Table
begin_table (Sheet *sheet, const char *name, const OvsPaperColumn *columns, const char *const *heads)
{
  if (sheet->y + HEADED_ROWS > OVS_PAPER_BOTTOM)
    turn_page (sheet);
  put (sheet, &strong, "H2", name, 6);
  ovs_pen_begin (&sheet->pen, "Table");
  sheet->y = ovs_paper_headings (&sheet->pen, columns, heads, sheet->y);
  return (Table) { sheet, columns, heads };
}

static void
end_table (Table *table)
{
  ovs_pen_end (&table->sheet->pen, "Table");
  table->sheet->y += 16;
}

static void
put_row (Table *table, const OvsPenStyle *style, const char *const *texts)
{
  Sheet *sheet = table->sheet;
  double height = ovs_paper_measure (&sheet->pen, table->columns, style, texts, ROW_LEAST);

  if (sheet->y + height > OVS_PAPER_BOTTOM)
    {
      turn_page (sheet);
      sheet->y = ovs_paper_headings (&sheet->pen, table->columns, table->heads, sheet->y);
    }
  sheet->y = ovs_paper_row (&sheet->pen, table->columns, style, "TD", texts, sheet->y, height);
}

/* As the Dutch write a number, under any desktop: 30.000. */
static char *
say_number (gint64 number)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%" G_GINT64_FORMAT, number);
  for (gssize i = (gssize) text->len - 3; i > 0; i -= 3)
    g_string_insert_c (text, i, '.');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
say_value (const OvsAccountLine *line)
{
  if (line->text != NULL)
    return g_strdup (line->text);
  return line->number >= 0 ? say_number (line->number) : ovs_account_days (line->from, line->to);
}

static void
put_part (Sheet *sheet, const OvsAccountPart *part)
{
  const char *const heads[] = { "Wat", part->head };
  Table table;

  /* A part is short, and stays together. */
  if (sheet->y + HEADED_ROWS + (part->lines->len - 1) * (ROW_LEAST + 4) > OVS_PAPER_BOTTOM)
    turn_page (sheet);
  table = begin_table (sheet, part->title, pair, heads);

  for (guint i = 0; i < part->lines->len; i++)
    {
      const OvsAccountLine *line = g_ptr_array_index (part->lines, i);
      g_autofree char *value = say_value (line);
      const char *texts[] = { line->label, value };

      put_row (&table, line->sum ? &sum : &cell, texts);
    }
  end_table (&table);
}

static void
put_deeds (Sheet *sheet)
{
  static const char *const heads[] = { "Wat", "Wie", "Keer", "Eerste", "Laatste" };
  const GPtrArray *list = sheet->account->deeds;
  Table table;

  if (list->len == 0)
    return;
  table = begin_table (sheet, "Wie deed wat", deeds, heads);
  for (guint i = 0; i < list->len; i++)
    {
      const OvsAccountDeed *deed = g_ptr_array_index (list, i);
      g_autofree char *number = say_number (deed->number);
      g_autofree char *first = ovs_day_to_dutch (deed->first);
      g_autofree char *last = ovs_day_to_dutch (deed->last);
      const char *texts[] = { ovs_account_deed_title (deed->operation), *deed->actor != '\0' ? deed->actor : "naam verwijderd", number, first, last };

      put_row (&table, &cell, texts);
    }
  end_table (&table);
}

static void
put_client (Table *table, const OvsAccountClient *client)
{
  gint64 open = 0;
  g_autofree char *over = say_number (client->ends[OVS_END_OVER]);
  g_autofree char *no_access = say_number (client->ends[OVS_END_NO_ACCESS]);
  g_autofree char *left = say_number (client->ends[OVS_END_LEFT]);
  g_autofree char *not_part = say_number (client->ends[OVS_END_NOT_PART]);
  g_autofree char *closed = client->closed ? ovs_day_to_dutch (client->closed_on) : g_strdup ("nog niet");
  g_autofree char *others = NULL;

  for (int state = 0; state < OVS_N_END_STATES; state++)
    open += ovs_end_state_is_open ((OvsEndState) state) ? client->ends[state] : 0;
  others = say_number (open);
  {
    const char *texts[] = { client->number, client->name, over, no_access, left, not_part, others, closed };

    put_row (table, &cell, texts);
  }
}

static void
put_clients (Sheet *sheet)
{
  static const char *const heads[] = { "Nummer", "Klant", "Over", "Geen toegang nodig", "Uit dienst", "Ging niet mee", "Open", "Afgesloten" };
  const GPtrArray *list = sheet->account->clients;
  Table table;

  if (list->len == 0)
    return;
  table = begin_table (sheet, "Klanten", clients, heads);
  for (guint i = 0; i < list->len; i++)
    put_client (&table, g_ptr_array_index (list, i));
  end_table (&table);
}

/* --- all of it ------------------------------------------------------------------------------------------------- */

static void
put_beginning (Sheet *sheet)
{
  const OvsAccount *account = sheet->account;
  g_autofree char *day = ovs_day_to_dutch (account->today);
  g_autofree char *about = g_strdup_printf ("Stand van %s%s%s. In dit stuk staan geen namen van medewerkers.", day,
                                            account->handler != NULL ? " · behandelaar " : "", account->handler != NULL ? account->handler : "");

  ovs_paper_paragraph (&sheet->pen, &right, "P", OVS_PAPER_LEFT, sheet->y, OVS_PAPER_TEXT_WIDTH, "Vertrouwelijk", 0);
  put (sheet, &strong, "P", account->firm != NULL ? account->firm : " ", 20);
  put (sheet, &title, "H1", ovs_account_title, 8);
  put (sheet, &whose_style, "P", sheet->whose, 2);
  put (sheet, &soft, "P", about, 14);
  if (account->broken_at != 0)
    put (sheet, &plain, "P", "Let op: het logboek klopt niet meer. Wat hieronder staat, is daarmee niet te bewijzen.", 12);
}

/* Returns: how many pages it takes. */
static guint
draw_all (const OvsPen *pen, const OvsAccount *account, guint n_pages)
{
  g_autofree char *whose = ovs_account_whose (account);
  g_autoptr (GPtrArray) parts = ovs_account_parts (account);
  Sheet sheet = { *pen, account, whose, 1, n_pages, OVS_PAPER_TOP };

  put_beginning (&sheet);
  for (guint i = 0; i < parts->len; i++)
    put_part (&sheet, g_ptr_array_index (parts, i));
  put_clients (&sheet);
  put_deeds (&sheet);
  end_page (&sheet);
  return sheet.page;
}

typedef struct
{
  const OvsAccount *account;
  guint pages;
} Drawing;

static void
draw (const OvsPen *pen, gpointer data)
{
  Drawing *drawing = data;
  OvsPen measure = { NULL, pen->context };

  drawing->pages = draw_all (pen, drawing->account, draw_all (&measure, drawing->account, 0));
}

GBytes *
ovs_account_paper_pdf (const OvsAccount *account, guint *pages, GError **error)
{
  g_autofree char *whose = ovs_account_whose (account);
  g_autofree char *name = g_strdup_printf ("%s: %s", ovs_account_title, whose);
  const OvsPdfAbout about = { .title = name, .author = account->firm, .made_on = account->today };
  Drawing drawing = { account };
  GBytes *pdf = ovs_pdf_make (&about, draw, &drawing, error);

  *pages = drawing.pages;
  return pdf;
}
