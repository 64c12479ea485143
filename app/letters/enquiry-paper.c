/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/enquiry-paper.h"

#include "letters/enquiry-words.h"

#define LEFT OVS_PAPER_LEFT
#define WIDTH OVS_PAPER_TEXT_WIDTH
#define TOP OVS_PAPER_TOP
#define BOTTOM OVS_PAPER_BOTTOM
#define FOOT OVS_PAPER_FOOT
/* Room to write by hand. */
#define ROW_LEAST 33.0

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_MISSING,
  COLUMN_EMAIL,
  COLUMN_NO_EMAIL,
  N_COLUMNS
} Column;

static const char *const headings[N_COLUMNS] = { "nummer", "naam", "ontbreekt", "e-mail", "geen_e-mail" };
static const OvsPaperColumn columns[N_COLUMNS + 1] = { { 52 }, { 106 }, { 132 }, { 157 }, { 52.28 }, { 0 } };

static const OvsPenStyle plain = { 9.5, FALSE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle cell = { 9, FALSE, PANGO_ALIGN_LEFT, 0 };
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
  y = ovs_paper_paragraph (pen, &strong, "P", LEFT + 12, y + 8, width, back, 3);
  return ovs_paper_paragraph (pen, &plain, "P", LEFT + 12, y, width, safe, 8);
}

static double
put_beginning (const OvsPen *pen, const OvsEnquiryList *list)
{
  g_autofree char *day = ovs_day_to_dutch (list->made_on);
  g_autofree char *number = ovs_enquiry_words_fill ("nummer", "nummer", list->number, "datum", day, NULL);
  double y = TOP;

  ovs_paper_paragraph (pen, &confidential, "P", LEFT, y, WIDTH, ovs_enquiry_words_get ("vertrouwelijk"), 0);
  y = ovs_paper_paragraph (pen, &firm_style, "P", LEFT, y, WIDTH - 120, list->firm != NULL ? list->firm : " ", 22);
  y = ovs_paper_paragraph (pen, &title, "H1", LEFT, y, WIDTH, ovs_enquiry_words_get ("titel"), 8);
  y = ovs_paper_paragraph (pen, &client_style, "P", LEFT, y, WIDTH, list->client, 2);
  y = ovs_paper_paragraph (pen, &soft, "P", LEFT, y, WIDTH, number, 14);
  y = ovs_paper_paragraph (pen, &plain, "P", LEFT, y, WIDTH, ovs_enquiry_words_get ("inleiding"), 10);
  y = put_return (pen, list, y) + 10;
  return ovs_paper_paragraph (pen, &plain, "P", LEFT, y, WIDTH, ovs_enquiry_words_get ("invullen"), 12);
}

/* --- the table ------------------------------------------------------------------------------------------------- */

static double
put_headings (const OvsPen *pen, double y)
{
  const char *texts[N_COLUMNS];

  for (int i = 0; i < N_COLUMNS; i++)
    texts[i] = ovs_enquiry_words_column (headings[i]);
  return ovs_paper_headings (pen, columns, texts, y);
}

/* What no address answers is greyed, so that nobody fills it in. */
static double
put_line (const OvsPen *pen, const OvsEnquiryLine *line, double y)
{
  const char *texts[N_COLUMNS] = {
    [COLUMN_NUMBER] = line->number,
    [COLUMN_NAME] = line->name,
    [COLUMN_MISSING] = line->missing,
    [COLUMN_EMAIL] = line->takes_address ? NULL : ovs_paper_closed,
    [COLUMN_NO_EMAIL] = line->takes_address ? ovs_paper_tick : ovs_paper_closed,
  };

  return ovs_paper_row (pen, columns, &cell, "TD", texts, y, ovs_paper_measure (pen, columns, &cell, texts, ROW_LEAST));
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

  y = ovs_paper_paragraph (pen, &soft, "P", LEFT, y + 8, WIDTH, people, 6);
  return ovs_paper_paragraph (pen, &plain, "P", LEFT, y, WIDTH, questions, 0);
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
