/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/sheet.h"

#include "letters/save-file.h"

/* Headings never stand alone at the end of a page. */
#define KEEP_WITH_NEXT 64.0
#define ROW_LEAST 19.0
/* So much of a text surely fits on a page, in the narrowest column of words. */
#define LONGEST_CELL 1000

typedef enum
{
  BLOCK_TEXT,
  BLOCK_HEADING,
  BLOCK_TABLE,
} BlockKind;

typedef struct
{
  BlockKind kind;
  char *text;
  const OvsPaperColumn *columns;
  GStrv headings;  /* (nullable) */
  GPtrArray *rows; /* (element-type GStrv) (nullable) */
} Block;

struct _OvsSheet
{
  char *firm;
  char *title;
  char *subject;
  char *about;
  GPtrArray *blocks; /* (element-type Block) */
};

static const OvsPenStyle plain = { 9.5, FALSE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle cell = { 9, FALSE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle soft = { 9.5, FALSE, PANGO_ALIGN_LEFT, 0.3 };
static const OvsPenStyle strong = { 11, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle right = { 10.5, TRUE, PANGO_ALIGN_RIGHT, 0 };
static const OvsPenStyle title_style = { 18, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle subject_style = { 12.5, TRUE, PANGO_ALIGN_LEFT, 0 };
static const OvsPenStyle foot_left = { 8, FALSE, PANGO_ALIGN_LEFT, 0.3, TRUE };
static const OvsPenStyle foot_right = { 8, FALSE, PANGO_ALIGN_RIGHT, 0.3 };

static void
block_free (gpointer data)
{
  Block *block = data;

  g_free (block->text);
  g_strfreev (block->headings);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_free (block);
}

OvsSheet *
ovs_sheet_new (const char *firm, const char *title, const char *subject, const char *about)
{
  OvsSheet *sheet = g_new0 (OvsSheet, 1);

  sheet->firm = g_strdup (firm != NULL ? firm : " ");
  sheet->title = g_strdup (title);
  sheet->subject = g_strdup (subject);
  sheet->about = g_strdup (about);
  sheet->blocks = g_ptr_array_new_with_free_func (block_free);
  return sheet;
}

void
ovs_sheet_free (OvsSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free (sheet->firm);
  g_free (sheet->title);
  g_free (sheet->subject);
  g_free (sheet->about);
  g_ptr_array_unref (sheet->blocks);
  g_free (sheet);
}

static Block *
add_block (OvsSheet *sheet, BlockKind kind, const char *text)
{
  Block *block = g_new0 (Block, 1);

  block->kind = kind;
  block->text = g_strdup (text);
  g_ptr_array_add (sheet->blocks, block);
  return block;
}

void
ovs_sheet_add_text (OvsSheet *sheet, const char *text)
{
  add_block (sheet, BLOCK_TEXT, text);
}

void
ovs_sheet_add_heading (OvsSheet *sheet, const char *text)
{
  add_block (sheet, BLOCK_HEADING, text);
}

void
ovs_sheet_add_table (OvsSheet *sheet, const OvsPaperColumn *columns, const char *const *headings)
{
  Block *block = add_block (sheet, BLOCK_TABLE, NULL);

  block->columns = columns;
  block->headings = g_strdupv ((char **) headings);
  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

/* The first part of @text that is put in one row, cut after a word where there is one; @text goes on with the rest. */
static char *
take_part (const char **text)
{
  const char *end = *text;
  const char *last_space = NULL;
  char *part;
  glong n = 0;

  for (; *end != '\0' && n < LONGEST_CELL; end = g_utf8_next_char (end), n++)
    if (*end == ' ' || *end == '\n')
      last_space = end;
  if (*end != '\0' && last_space != NULL && last_space > *text)
    end = last_space;
  part = g_strndup (*text, (gsize) (end - *text));
  *text = *end == ' ' || *end == '\n' ? end + 1 : end;
  return part;
}

void
ovs_sheet_add_row (OvsSheet *sheet, const char *const *texts)
{
  const Block *block = g_ptr_array_index (sheet->blocks, sheet->blocks->len - 1);
  guint n = g_strv_length ((char **) texts);
  g_autofree const char **rest = g_new (const char *, n);
  gboolean more;

  for (guint i = 0; i < n; i++)
    rest[i] = texts[i];
  do
    {
      GStrv row = g_new0 (char *, n + 1);

      more = FALSE;
      for (guint i = 0; i < n; i++)
        {
          row[i] = take_part (&rest[i]);
          more = more || *rest[i] != '\0';
        }
      g_ptr_array_add (block->rows, row);
    }
  while (more);
}

/* --- on paper ---------------------------------------------------------------------------------------------------- */

/* A sheet being put on its pages; without a cairo context they are only counted. */
typedef struct
{
  OvsPen pen;
  const OvsSheet *sheet;
  guint page; /* from 1 */
  guint n_pages;
  double y;
} Writing;

static void
end_page (Writing *writing)
{
  g_autofree char *left = g_strdup_printf ("%s · %s", writing->sheet->title, writing->sheet->subject);
  g_autofree char *number = g_strdup_printf ("Bladzijde %u van %u", writing->page, writing->n_pages);

  if (writing->pen.cr == NULL)
    return;
  ovs_pen_text (&writing->pen, &foot_left, OVS_PAPER_LEFT, OVS_PAPER_FOOT, OVS_PAPER_TEXT_WIDTH - 110, left);
  ovs_pen_text (&writing->pen, &foot_right, OVS_PAPER_LEFT, OVS_PAPER_FOOT, OVS_PAPER_TEXT_WIDTH, number);
  cairo_show_page (writing->pen.cr);
}

static void
turn_page (Writing *writing)
{
  end_page (writing);
  writing->page++;
  writing->y = OVS_PAPER_TOP;
}

static void
put (Writing *writing, const OvsPenStyle *style, const char *tag, const char *text, double gap)
{
  writing->y = ovs_paper_paragraph (&writing->pen, style, tag, OVS_PAPER_LEFT, writing->y, OVS_PAPER_TEXT_WIDTH, text, gap);
}

static void
put_beginning (Writing *writing)
{
  ovs_paper_paragraph (&writing->pen, &right, "P", OVS_PAPER_LEFT, writing->y, OVS_PAPER_TEXT_WIDTH, "Vertrouwelijk", 0);
  put (writing, &strong, "P", writing->sheet->firm, 20);
  put (writing, &title_style, "H1", writing->sheet->title, 8);
  put (writing, &subject_style, "P", writing->sheet->subject, 2);
  put (writing, &soft, "P", writing->sheet->about, 12);
}

static void
put_headings (Writing *writing, const Block *block)
{
  if (block->headings != NULL)
    writing->y = ovs_paper_headings (&writing->pen, block->columns, (const char *const *) block->headings, writing->y);
}

static void
put_table (Writing *writing, const Block *block)
{
  ovs_pen_begin (&writing->pen, "Table");
  put_headings (writing, block);
  for (guint i = 0; i < block->rows->len; i++)
    {
      const char *const *texts = g_ptr_array_index (block->rows, i);
      double height = ovs_paper_measure (&writing->pen, block->columns, &cell, texts, ROW_LEAST);

      if (writing->y + height > OVS_PAPER_BOTTOM)
        {
          turn_page (writing);
          put_headings (writing, block);
        }
      writing->y = ovs_paper_row (&writing->pen, block->columns, &cell, "TD", texts, writing->y, height);
    }
  ovs_pen_end (&writing->pen, "Table");
  writing->y += 14;
}

static void
put_block (Writing *writing, const Block *block)
{
  if (writing->y + KEEP_WITH_NEXT > OVS_PAPER_BOTTOM)
    turn_page (writing);
  if (block->kind == BLOCK_TABLE)
    put_table (writing, block);
  else if (block->kind == BLOCK_HEADING)
    put (writing, &strong, "H2", block->text, 6);
  else
    put (writing, &plain, "P", block->text, 10);
}

/* Returns: how many pages it takes. */
static guint
write_sheet (const OvsSheet *sheet, const OvsPen *pen, guint n_pages)
{
  Writing writing = { *pen, sheet, 1, n_pages, OVS_PAPER_TOP };

  put_beginning (&writing);
  for (guint i = 0; i < sheet->blocks->len; i++)
    put_block (&writing, g_ptr_array_index (sheet->blocks, i));
  end_page (&writing);
  return writing.page;
}

static void
draw (const OvsPen *pen, gpointer data)
{
  const GPtrArray *sheets = data;
  OvsPen measure = { NULL, pen->context };

  for (guint i = 0; i < sheets->len; i++)
    {
      const OvsSheet *sheet = g_ptr_array_index (sheets, i);

      write_sheet (sheet, pen, write_sheet (sheet, &measure, 0));
    }
}

GBytes *
ovs_sheets_make_pdf (const GPtrArray *sheets, const OvsPdfAbout *about, GError **error)
{
  return ovs_pdf_make (about, draw, (gpointer) sheets, error);
}

gboolean
ovs_sheets_save_pdf (const GPtrArray *sheets, const OvsPdfAbout *about, const char *path, GError **error)
{
  g_autoptr (GBytes) pdf = ovs_sheets_make_pdf (sheets, about, error);

  return pdf != NULL && ovs_save_file (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), error);
}
