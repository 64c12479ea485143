/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/letter-paper.h"

#include "letters/day-words.h"
#include "letters/flyer-paper.h"
#include "letters/letter-lines.h"
#include "letters/logo.h"
#include "letters/paper-table.h"
#include "letters/pdf.h"

#define LEFT 71.0
#define WIDTH (OVS_PAPER_WIDTH - 2 * LEFT)
#define TOP 57.0
#define BOTTOM (OVS_PAPER_HEIGHT - 71.0)
#define LOGO_WIDTH 150.0
#define LOGO_HEIGHT 57.0
/* Where a window envelope shows who it is for (NEN 1026). */
#define ADDRESS_TOP 142.0
#define ITEM_INDENT 21.0
/* A heading never stands alone at the end of a page. */
#define HEADED 48.0
#define MOST_OPEN 3

static const OvsPenStyle plain = { 10.5, FALSE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle heading = { 11.5, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle subject = { 13, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle office = { 15, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle sender = { 8.5, FALSE, PANGO_ALIGN_RIGHT, 0.3 };
static const OvsPenStyle foot_left = { 8, FALSE, PANGO_ALIGN_LEFT, 0.3, TRUE };
static const OvsPenStyle foot_right = { 8, FALSE, PANGO_ALIGN_RIGHT, 0.3 };

struct _OvsLetterPaper
{
  const OvsLetter *letter;  /* (unowned) */
  PangoContext *context;    /* (owned) */
  cairo_surface_t *logo;    /* (owned) (nullable) */
  double flyer_scale;       /* of a flyer; 0 for a letter, as which a text comes that is too long for a wall */
  guint n_pages;
};

/* The letter on its way over the pages. */
typedef struct
{
  OvsLetterPaper *paper;
  OvsPen pen;         /* draws on the wanted page only */
  cairo_t *cr;        /* (nullable): of the wanted page */
  guint wanted;
  guint page;         /* from 0 */
  gboolean tagged;
  double y;
  const char *open[MOST_OPEN]; /* parts of the structure that have begun */
  guint n_open;
} Sheet;

/* --- pages and structure --------------------------------------------------------------------------------------------- */

static void
begin (Sheet *sheet, const char *tag)
{
  if (sheet->tagged)
    ovs_pen_begin (&sheet->pen, tag);
  sheet->open[sheet->n_open++] = tag;
}

static void
end (Sheet *sheet)
{
  const char *tag = sheet->open[--sheet->n_open];

  if (sheet->tagged)
    ovs_pen_end (&sheet->pen, tag);
}

static void
put_foot (Sheet *sheet)
{
  OvsLetterPaper *paper = sheet->paper;
  g_autofree char *number = g_strdup_printf ("Bladzijde %u van %u", sheet->page + 1, paper->n_pages);

  if (paper->n_pages < 2)
    return;
  ovs_pen_text (&sheet->pen, &foot_left, LEFT, OVS_PAPER_FOOT, WIDTH - 110, paper->letter->subject);
  ovs_pen_text (&sheet->pen, &foot_right, LEFT, OVS_PAPER_FOOT, WIDTH, number);
}

/* What has begun goes on on the next page. */
static void
turn_page (Sheet *sheet)
{
  const char *open[MOST_OPEN];
  guint n_open = sheet->n_open;

  while (sheet->n_open > 0)
    {
      open[sheet->n_open - 1] = sheet->open[sheet->n_open - 1];
      end (sheet);
    }
  put_foot (sheet);
  sheet->page++;
  sheet->pen.cr = sheet->page == sheet->wanted ? sheet->cr : NULL;
  sheet->y = TOP;
  for (guint i = 0; i < n_open; i++)
    begin (sheet, open[i]);
}

static double
make_room (double y, double height, gpointer data)
{
  Sheet *sheet = data;

  if (y + height <= BOTTOM || y <= TOP)
    return y;
  turn_page (sheet);
  return sheet->y;
}

static void
put (Sheet *sheet, const OvsPenStyle *style, const char *tag, double x, const char *text, double gap)
{
  begin (sheet, tag);
  sheet->y = ovs_pen_flow (&sheet->pen, style, x, sheet->y, LEFT + WIDTH - x, text, make_room, sheet) + gap;
  end (sheet);
}

/* --- the head ---------------------------------------------------------------------------------------------------------- */

static const char *
value (const OvsLetter *letter, const char *field)
{
  const char *text = ovs_field_values_lookup (field, letter->values);

  return text != NULL ? text : "";
}

static char *
tell_sender (const OvsLetter *letter, gboolean named)
{
  static const char *const fields[] = { "kantoor_adres", "kantoor_telefoon", "kantoor_email" };
  g_autoptr (GString) text = g_string_new (named ? value (letter, "kantoor") : "");

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (*value (letter, fields[i]) != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", value (letter, fields[i]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Employees get their letter from their employer: the office stands in it, not above it. */
static void
put_office (Sheet *sheet)
{
  OvsLetterPaper *paper = sheet->paper;
  gboolean from_client = ovs_piece_reader (paper->letter->piece) == OVS_READER_EMPLOYEES;
  g_autofree char *lines = tell_sender (paper->letter, paper->logo != NULL);
  double high = 0;

  if (from_client)
    {
      put (sheet, &office, "P", LEFT, paper->letter->employer_name != NULL ? paper->letter->employer_name : " ", 24);
      return;
    }
  if (paper->logo == NULL)
    {
      begin (sheet, "P");
      high = ovs_pen_text (&sheet->pen, &office, LEFT, TOP, WIDTH / 2, value (paper->letter, "kantoor"));
      end (sheet);
    }
  begin (sheet, "P");
  high = MAX (high, ovs_pen_text (&sheet->pen, &sender, LEFT + WIDTH / 2, TOP, WIDTH / 2, lines));
  end (sheet);
  /* After the first text and in no part of the structure, else cairo 1.16 leaves the structure out or makes no PDF; the name stands beside it. */
  if (paper->logo != NULL)
    ovs_pen_picture (&sheet->pen, LEFT, TOP, LOGO_WIDTH, LOGO_HEIGHT, paper->logo);
  sheet->y = MAX (ADDRESS_TOP, TOP + MAX (high, paper->logo != NULL ? LOGO_HEIGHT : 0) + 24);
}

static void
put_address (Sheet *sheet)
{
  const OvsLetter *letter = sheet->paper->letter;
  g_autofree char *day = ovs_day_words_dutch (letter->made_on);
  g_autofree char *person = letter->recipient_name != NULL ? g_strdup_printf ("T.a.v. %s", letter->recipient_name) : NULL;
  const OvsReader reader = ovs_piece_reader (letter->piece);

  if (reader == OVS_READER_CLIENT && letter->employer_name != NULL)
    put (sheet, &plain, "P", LEFT, letter->employer_name, 0);
  if (reader == OVS_READER_CLIENT && person != NULL)
    put (sheet, &plain, "P", LEFT, person, 0);
  if (reader == OVS_READER_CLIENT)
    sheet->y += 30;
  if (reader != OVS_READER_EMPLOYEES)
    put (sheet, &plain, "P", LEFT, day, 18);
}

/* --- the text ---------------------------------------------------------------------------------------------------------- */

static gboolean
is_item (const OvsLetterBlock *block)
{
  return block->mark != NULL;
}

static void
put_item (Sheet *sheet, const OvsLetterBlock *block)
{
  double line = ovs_pen_text (&(OvsPen){ NULL, sheet->pen.context }, &plain, 0, 0, WIDTH, " ");

  sheet->y = make_room (sheet->y, line, sheet);
  begin (sheet, "LI");
  begin (sheet, "Lbl");
  ovs_pen_text (&sheet->pen, &plain, LEFT, sheet->y, ITEM_INDENT, block->mark);
  end (sheet);
  put (sheet, &plain, "LBody", LEFT + ITEM_INDENT, block->text, 3);
  end (sheet);
}

static void
put_block (Sheet *sheet, const OvsLetterBlock *block)
{
  if (is_item (block))
    {
      put_item (sheet, block);
    }
  else if (block->kind == OVS_LETTER_LINE_HEADING)
    {
      sheet->y = make_room (sheet->y + 4, HEADED, sheet);
      put (sheet, &heading, "H2", LEFT, block->text, 4);
    }
  else
    {
      put (sheet, &plain, "P", LEFT, block->text, 9);
    }
}

static void
put_text (Sheet *sheet)
{
  g_autoptr (GPtrArray) blocks = ovs_letter_blocks_read (sheet->paper->letter->text);
  gboolean in_list = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const OvsLetterBlock *block = g_ptr_array_index (blocks, i);

      if (in_list && !is_item (block))
        {
          end (sheet);
          sheet->y += 6;
        }
      else if (!in_list && is_item (block))
        {
          begin (sheet, "L");
        }
      in_list = is_item (block);
      put_block (sheet, block);
    }
  if (in_list)
    end (sheet);
}

/* Returns: how many pages it takes. */
static guint
draw_letter (OvsLetterPaper *paper, cairo_t *cr, guint page, gboolean tagged)
{
  Sheet sheet = { .paper = paper, .pen = { page == 0 ? cr : NULL, paper->context }, .cr = cr, .wanted = page, .tagged = tagged, .y = TOP };

  put_office (&sheet);
  put_address (&sheet);
  put (&sheet, &subject, "H1", LEFT, paper->letter->subject, 12);
  put_text (&sheet);
  put_foot (&sheet);
  return sheet.page + 1;
}

/* --- the paper ----------------------------------------------------------------------------------------------------------- */

OvsLetterPaper *
ovs_letter_paper_new (const OvsLetter *letter)
{
  OvsLetterPaper *paper = g_new0 (OvsLetterPaper, 1);

  paper->letter = letter;
  paper->context = ovs_pen_context_new ();
  if (letter->language != NULL)
    pango_context_set_language (paper->context, pango_language_from_string (letter->language));
  paper->logo = ovs_logo_load ();
  paper->flyer_scale = letter->piece == OVS_PIECE_FLYER ? ovs_flyer_paper_fit (paper->context, letter) : 0;
  paper->n_pages = paper->flyer_scale > 0 ? 1 : draw_letter (paper, NULL, 0, FALSE);
  return paper;
}

void
ovs_letter_paper_free (OvsLetterPaper *paper)
{
  g_object_unref (paper->context);
  g_clear_pointer (&paper->logo, cairo_surface_destroy);
  g_free (paper);
}

guint
ovs_letter_paper_get_n_pages (OvsLetterPaper *paper)
{
  return paper->n_pages;
}

void
ovs_letter_paper_draw (OvsLetterPaper *paper, cairo_t *cr, guint page, gboolean tagged)
{
  if (paper->flyer_scale > 0)
    ovs_flyer_paper_draw (&(OvsPen){ cr, paper->context }, paper->letter, paper->logo, paper->flyer_scale, tagged);
  else
    draw_letter (paper, cr, page, tagged);
}

static void
draw_all (const OvsPen *pen, gpointer letter)
{
  g_autoptr (OvsLetterPaper) paper = ovs_letter_paper_new (letter);

  for (guint page = 0; page < paper->n_pages; page++)
    {
      ovs_letter_paper_draw (paper, pen->cr, page, TRUE);
      cairo_show_page (pen->cr);
    }
}

GBytes *
ovs_letter_paper_pdf (const OvsLetter *letter, GError **error)
{
  const char *author = value (letter, "kantoor");
  const OvsPdfAbout about = { .title = letter->subject, .author = *author != '\0' ? author : NULL, .made_on = letter->made_on };

  return ovs_pdf_make (&about, draw_all, (gpointer) letter, error);
}
