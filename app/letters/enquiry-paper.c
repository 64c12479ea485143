/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/enquiry-paper.h"

#include "letters/enquiry-words.h"
#include "letters/pen.h"

#define LEFT 48.0
#define RIGHT (OVS_PAPER_WIDTH - 48.0)
#define WIDTH (RIGHT - LEFT)
#define TOP 44.0
#define BOTTOM (OVS_PAPER_HEIGHT - 62.0)
#define FOOT (OVS_PAPER_HEIGHT - 44.0)
#define PADDING 5.0
/* Room to write by hand. */
#define ROW_LEAST 33.0
#define SQUARE 12.0

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_MISSING,
  COLUMN_EMAIL,
  COLUMN_NO_EMAIL,
  N_COLUMNS
} Column;

static const struct
{
  const char *heading;
  double width;
} columns[N_COLUMNS] = {
  [COLUMN_NUMBER] = { "nummer", 52 },   [COLUMN_NAME] = { "naam", 106 },         [COLUMN_MISSING] = { "ontbreekt", 132 },
  [COLUMN_EMAIL] = { "e-mail", 157 },   [COLUMN_NO_EMAIL] = { "geen_e-mail", 52.28 },
};

static const OvsPenStyle plain = { 9.5, FALSE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle cell = { 9, FALSE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle heading = { 8.5, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle firm_style = { 10.5, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle confidential = { 10.5, TRUE, PANGO_ALIGN_RIGHT, 0 };
static const OvsPenStyle title = { 18, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle client_style = { 12.5, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle soft = { 9.5, FALSE, PANGO_ALIGN_LEFT, 0.3 };
static const OvsPenStyle strong = { 11, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle foot_left = { 8, FALSE, PANGO_ALIGN_LEFT, 0.3 };
static const OvsPenStyle foot_right = { 8, FALSE, PANGO_ALIGN_RIGHT, 0.3 };

struct _OvsEnquiryPaper
{
  const OvsEnquiryList *list; /* (unowned) */
  PangoContext *context;      /* (owned) */
  GArray *starts;             /* (owned) (element-type guint): the first line of each page */
  gboolean end_apart;         /* what stands below the table has a page of its own */
};

/* A paragraph of its own, with a gap under it. Returns: where the next begins. */
static double
put_paragraph (const OvsPen *pen, const OvsPenStyle *style, const char *tag, double x, double y, double width, const char *text, double gap)
{
  ovs_pen_begin (pen, tag);
  y += ovs_pen_text (pen, style, x, y, width, text) + gap;
  ovs_pen_end (pen, tag);
  return y;
}

/* --- above the table ------------------------------------------------------------------------------------------- */

static double
put_return (const OvsPen *pen, const OvsEnquiryList *list, double y)
{
  OvsPen measure = { NULL, pen->context };
  g_autofree char *deadline = ovs_day_to_dutch (list->deadline);
  g_autofree char *back = ovs_enquiry_words_fill ("terug", "uiterlijk", deadline, NULL);
  const char *safe = ovs_enquiry_words_get ("veilig");
  double width = WIDTH - 20;
  double height = ovs_pen_text (&measure, &strong, 0, 0, width, back) + 3 + ovs_pen_text (&measure, &plain, 0, 0, width, safe) + 16;

  ovs_pen_fill (pen, LEFT, y, WIDTH, height, 0.93);
  ovs_pen_fill (pen, LEFT, y, 3, height, 0.25);
  y = put_paragraph (pen, &strong, "P", LEFT + 12, y + 8, width, back, 3);
  return put_paragraph (pen, &plain, "P", LEFT + 12, y, width, safe, 8);
}

static double
put_beginning (const OvsPen *pen, const OvsEnquiryList *list)
{
  g_autofree char *day = ovs_day_to_dutch (list->made_on);
  g_autofree char *number = ovs_enquiry_words_fill ("nummer", "nummer", list->number, "datum", day, NULL);
  double y = TOP;

  put_paragraph (pen, &confidential, "P", LEFT, y, WIDTH, ovs_enquiry_words_get ("vertrouwelijk"), 0);
  y = put_paragraph (pen, &firm_style, "P", LEFT, y, WIDTH - 120, list->firm != NULL ? list->firm : " ", 22);
  y = put_paragraph (pen, &title, "H1", LEFT, y, WIDTH, ovs_enquiry_words_get ("titel"), 8);
  y = put_paragraph (pen, &client_style, "P", LEFT, y, WIDTH, list->client, 2);
  y = put_paragraph (pen, &soft, "P", LEFT, y, WIDTH, number, 14);
  y = put_paragraph (pen, &plain, "P", LEFT, y, WIDTH, ovs_enquiry_words_get ("inleiding"), 10);
  y = put_return (pen, list, y) + 10;
  return put_paragraph (pen, &plain, "P", LEFT, y, WIDTH, ovs_enquiry_words_get ("invullen"), 12);
}

/* --- the table ------------------------------------------------------------------------------------------------- */

/* Texts of a row, NULL for what is left open. Returns: its height. */
static double
measure_cells (const OvsPen *pen, const OvsPenStyle *style, const char *const *texts, double least)
{
  OvsPen measure = { NULL, pen->context };
  double height = least;

  for (int i = 0; i < N_COLUMNS; i++)
    if (texts[i] != NULL)
      height = MAX (height, ovs_pen_text (&measure, style, 0, 0, columns[i].width - 2 * PADDING, texts[i]) + 2 * PADDING);
  return height;
}

/* @open: whether what has no text is to be filled in; else it is greyed, so that nobody does. */
static void
put_cells (const OvsPen *pen, const OvsPenStyle *style, const char *tag, const char *const *texts, gboolean open, double y, double height)
{
  double x = LEFT;

  ovs_pen_begin (pen, "TR");
  for (int i = 0; i < N_COLUMNS; i++)
    {
      ovs_pen_begin (pen, tag);
      if (texts[i] != NULL)
        ovs_pen_text (pen, style, x + PADDING, y + PADDING, columns[i].width - 2 * PADDING, texts[i]);
      else if (!open)
        ovs_pen_fill (pen, x + 0.5, y + 0.5, columns[i].width - 1, height - 1, 0.93);
      else if (i == COLUMN_NO_EMAIL)
        ovs_pen_square (pen, x + (columns[i].width - SQUARE) / 2, y + (height - SQUARE) / 2, SQUARE);
      ovs_pen_end (pen, tag);
      ovs_pen_line (pen, x, y, x, y + height, 0.6);
      x += columns[i].width;
    }
  ovs_pen_end (pen, "TR");
  ovs_pen_line (pen, x, y, x, y + height, 0.6);
  ovs_pen_line (pen, LEFT, y + height, RIGHT, y + height, 0.6);
}

static double
put_headings (const OvsPen *pen, double y)
{
  const char *texts[N_COLUMNS];
  double height;

  for (int i = 0; i < N_COLUMNS; i++)
    texts[i] = ovs_enquiry_words_column (columns[i].heading);
  height = measure_cells (pen, &heading, texts, 0);
  ovs_pen_fill (pen, LEFT, y, WIDTH, height, 0.9);
  ovs_pen_line (pen, LEFT, y, RIGHT, y, 0.6);
  put_cells (pen, &heading, "TH", texts, TRUE, y, height);
  return y + height;
}

static double
put_line (const OvsPen *pen, const OvsEnquiryLine *line, double y)
{
  const char *texts[N_COLUMNS] = { [COLUMN_NUMBER] = line->number, [COLUMN_NAME] = line->name, [COLUMN_MISSING] = line->missing };
  double height = measure_cells (pen, &cell, texts, ROW_LEAST);

  put_cells (pen, &cell, "TD", texts, line->takes_address, y, height);
  return y + height;
}

/* --- below it -------------------------------------------------------------------------------------------------- */

static double
put_ending (const OvsPen *pen, const OvsEnquiryList *list, double y)
{
  g_autofree char *count = g_strdup_printf ("%u", list->lines->len);
  g_autofree char *people = ovs_enquiry_words_fill ("aantal", "aantal", count, NULL);
  const char *firm = list->firm != NULL ? list->firm : ovs_enquiry_words_get ("kantoor");
  g_autofree char *questions
      = ovs_enquiry_words_fill (list->handler != NULL ? "vragen" : "vragen_kantoor", "behandelaar", list->handler, "kantoor", firm, NULL);

  y = put_paragraph (pen, &soft, "P", LEFT, y + 8, WIDTH, people, 6);
  return put_paragraph (pen, &plain, "P", LEFT, y, WIDTH, questions, 0);
}

static void
put_foot (const OvsPen *pen, const OvsEnquiryList *list, guint page, guint n_pages)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *all = g_strdup_printf ("%u", n_pages);
  g_autofree char *left = ovs_enquiry_words_fill ("voet", "klant", list->client, "nummer", list->number, NULL);
  g_autofree char *right = ovs_enquiry_words_fill ("bladzijde", "bladzijde", number, "bladzijden", all, NULL);

  ovs_pen_text (pen, &foot_left, LEFT, FOOT, WIDTH - 110, left);
  ovs_pen_text (pen, &foot_right, LEFT, FOOT, WIDTH, right);
}

/* --- the pages ------------------------------------------------------------------------------------------------- */

/* Where the table of a page begins. */
static double
begin_page (const OvsPen *pen, const OvsEnquiryList *list, guint page)
{
  return page == 0 ? put_beginning (pen, list) : TOP;
}

static void
divide (OvsEnquiryPaper *self)
{
  OvsPen pen = { NULL, self->context };
  const GPtrArray *lines = self->list->lines;
  double y = put_headings (&pen, begin_page (&pen, self->list, 0));
  guint first = 0;

  g_array_append_val (self->starts, first);
  for (guint i = 0; i < lines->len; i++)
    {
      double end = put_line (&pen, g_ptr_array_index (lines, i), y);

      if (end > BOTTOM && i > first)
        {
          first = i;
          g_array_append_val (self->starts, first);
          end = put_line (&pen, g_ptr_array_index (lines, i), put_headings (&pen, TOP));
        }
      y = end;
    }
  self->end_apart = put_ending (&pen, self->list, y) > BOTTOM;
}

OvsEnquiryPaper *
ovs_enquiry_paper_new (const OvsEnquiryList *list)
{
  OvsEnquiryPaper *self = g_new0 (OvsEnquiryPaper, 1);

  self->list = list;
  self->context = ovs_pen_context_new ();
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  divide (self);
  return self;
}

void
ovs_enquiry_paper_free (OvsEnquiryPaper *self)
{
  g_object_unref (self->context);
  g_array_unref (self->starts);
  g_free (self);
}

guint
ovs_enquiry_paper_get_n_pages (OvsEnquiryPaper *self)
{
  return self->starts->len + (self->end_apart ? 1 : 0);
}

static double
draw_table (OvsEnquiryPaper *self, const OvsPen *pen, guint page)
{
  const GPtrArray *lines = self->list->lines;
  guint next = page + 1 < self->starts->len ? g_array_index (self->starts, guint, page + 1) : lines->len;
  double y = begin_page (pen, self->list, page);

  ovs_pen_begin (pen, "Table");
  y = put_headings (pen, y);
  for (guint i = g_array_index (self->starts, guint, page); i < next; i++)
    y = put_line (pen, g_ptr_array_index (lines, i), y);
  ovs_pen_end (pen, "Table");
  return y;
}

void
ovs_enquiry_paper_draw (OvsEnquiryPaper *self, cairo_t *cr, guint page)
{
  OvsPen pen = { cr, self->context };
  guint n_pages = ovs_enquiry_paper_get_n_pages (self);
  double y = page < self->starts->len ? draw_table (self, &pen, page) : TOP;

  if (page + 1 == n_pages)
    put_ending (&pen, self->list, y);
  put_foot (&pen, self->list, page, n_pages);
}
