/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/flyer-paper.h"

#include <string.h>

#include "letters/letter-lines.h"
#include "letters/paper-table.h"

#define MARGIN 54.0
#define WIDTH (OVS_PAPER_WIDTH - 2 * MARGIN)
#define BAND_PADDING 34.0
#define FOOT_TOP (OVS_PAPER_HEIGHT - 86.0)
#define LOGO_WIDTH 140.0
#define LOGO_HEIGHT 44.0
#define BADGE 46.0
#define CARD_PADDING 14.0
/* A text becomes as large as fits, but no smaller than what is read from a wall. */
#define SMALLEST 0.6
#define LARGER 0.05
#define SCALES 12
#define FOOT_LARGEST 12.0
#define FOOT_SMALLEST 6.0
#define FOOT_HEIGHT 52.0

/* On paper of any printer: dark enough to be read in grey. */
static const OvsPenColour blue = { 0.082, 0.325, 0.620 };
static const OvsPenColour pale = { 0.918, 0.949, 0.988 };
static const OvsPenColour white = { 1, 1, 1 };
static const OvsPenColour ink = { 0.13, 0.13, 0.16 };

/* The flyer, measured or drawn by the same code. */
typedef struct
{
  OvsPen pen;
  gboolean tagged;
  double scale;
  double y;
} Flyer;

static void
begin (Flyer *flyer, const char *tag)
{
  if (flyer->tagged)
    ovs_pen_begin (&flyer->pen, tag);
}

static void
end (Flyer *flyer, const char *tag)
{
  if (flyer->tagged)
    ovs_pen_end (&flyer->pen, tag);
}

/* Puts it where it is drawn. Returns: its height, 0 where it is only measured. */
static double
put (Flyer *flyer, const char *tag, double size, gboolean bold, const OvsPenColour *colour, double x, double y, double width, const char *text)
{
  const OvsPenStyle style = { size * flyer->scale, bold, PANGO_ALIGN_LEFT, 0 };
  double height;

  if (flyer->pen.cr == NULL)
    return 0;
  begin (flyer, tag);
  height = ovs_pen_text_in (&flyer->pen, &style, colour, x, y, width, text);
  end (flyer, tag);
  return height;
}

static double
measure (const Flyer *flyer, double size, gboolean bold, double width, const char *text)
{
  const OvsPen measures = { NULL, flyer->pen.context };
  const OvsPenStyle style = { size * flyer->scale, bold, PANGO_ALIGN_LEFT, 0 };

  return ovs_pen_text (&measures, &style, 0, 0, width, text);
}

/* --- the title, in a band over the whole width ------------------------------------------------------------------------- */

/* Returns: the least width in which a text is no higher than in the whole: lines of about one length. */
static double
balance (const Flyer *flyer, double size, const char *text)
{
  double height = measure (flyer, size, TRUE, WIDTH, text);
  double narrow = WIDTH / 2;
  double wide = WIDTH;

  while (wide - narrow > 2)
    {
      double middle = (narrow + wide) / 2;

      if (measure (flyer, size, TRUE, middle, text) > height)
        narrow = middle;
      else
        wide = middle;
    }
  return wide;
}

static void
put_band (Flyer *flyer, const char *title, const char *lead)
{
  double title_height = measure (flyer, 34, TRUE, WIDTH, title);
  double lead_height = lead != NULL ? measure (flyer, 16, FALSE, WIDTH, lead) + 12 : 0;
  double height = 2 * BAND_PADDING + title_height + lead_height;

  ovs_pen_panel (&flyer->pen, 0, 0, OVS_PAPER_WIDTH, height, 0, &blue);
  if (flyer->pen.cr != NULL)
    put (flyer, "H1", 34, TRUE, &white, MARGIN, BAND_PADDING, balance (flyer, 34, title), title);
  if (lead != NULL)
    put (flyer, "P", 16, FALSE, &white, MARGIN, BAND_PADDING + title_height + 12, WIDTH, lead);
  flyer->y = height + 26 * flyer->scale;
}

/* --- the steps ----------------------------------------------------------------------------------------------------------- */

static void
put_badge (Flyer *flyer, double y, const char *mark)
{
  g_autofree char *number = g_strndup (mark, strspn (mark, "0123456789"));
  const OvsPenStyle style = { 22 * flyer->scale, TRUE, PANGO_ALIGN_CENTER, 0 };
  double size = BADGE * flyer->scale;
  double height;

  if (flyer->pen.cr == NULL)
    return;
  height = measure (flyer, 22, TRUE, size, "1");
  ovs_pen_panel (&flyer->pen, MARGIN, y, size, size, size / 2, &blue);
  begin (flyer, "Lbl");
  ovs_pen_text_in (&flyer->pen, &style, &white, MARGIN, y + (size - height) / 2, size, *number != '\0' ? number : mark);
  end (flyer, "Lbl");
}

static void
put_step (Flyer *flyer, const OvsLetterBlock *block)
{
  double size = BADGE * flyer->scale;
  double x = MARGIN + size + 16;
  double height = measure (flyer, 19, FALSE, MARGIN + WIDTH - x, block->text);
  double row = MAX (size, height);

  begin (flyer, "LI");
  put_badge (flyer, flyer->y + (row - size) / 2, block->mark);
  put (flyer, "LBody", 19, FALSE, &ink, x, flyer->y + (row - height) / 2, MARGIN + WIDTH - x, block->text);
  end (flyer, "LI");
  flyer->y += row + 13 * flyer->scale;
}

/* --- what is good to know ------------------------------------------------------------------------------------------------- */

/* A heading with what stands under it. Returns: the index of what comes after. */
static guint
put_card (Flyer *flyer, GPtrArray *blocks, guint from)
{
  double inner = WIDTH - 2 * CARD_PADDING;
  double height = CARD_PADDING;
  double y;
  guint to = from;

  do
    {
      const OvsLetterBlock *block = g_ptr_array_index (blocks, to);

      height += measure (flyer, 15, to == from, inner, block->text) + 3;
      to++;
    }
  while (to < blocks->len && ((const OvsLetterBlock *) g_ptr_array_index (blocks, to))->kind != OVS_LETTER_LINE_HEADING);
  height += CARD_PADDING - 3;
  ovs_pen_panel (&flyer->pen, MARGIN, flyer->y, WIDTH, height, 8, &pale);
  y = flyer->y + CARD_PADDING;
  for (guint i = from; i < to; i++)
    {
      const OvsLetterBlock *block = g_ptr_array_index (blocks, i);

      y += put (flyer, i == from ? "H2" : "P", 15, i == from, &ink, MARGIN + CARD_PADDING, y, inner, block->text) + 3;
    }
  flyer->y += height + 12 * flyer->scale;
  return to;
}

/* --- the foot -------------------------------------------------------------------------------------------------------------- */

static void
put_firm (Flyer *flyer, const char *firm)
{
  OvsPenStyle style = { FOOT_LARGEST, FALSE, PANGO_ALIGN_RIGHT, 0 };
  OvsPen measures = { NULL, flyer->pen.context };

  while (style.size > FOOT_SMALLEST && ovs_pen_text (&measures, &style, 0, 0, WIDTH / 2, firm) > FOOT_HEIGHT)
    style.size -= 1;
  begin (flyer, "P");
  ovs_pen_text_in (&flyer->pen, &style, &ink, MARGIN + WIDTH / 2, FOOT_TOP + 22, WIDTH / 2, firm);
  end (flyer, "P");
}

static void
put_foot (Flyer *flyer, const OvsLetter *letter, cairo_surface_t *logo)
{
  const char *firm = ovs_field_values_lookup ("kantoor", letter->values);
  const OvsPenStyle left = { 15, TRUE, PANGO_ALIGN_LEFT, 0 };
  double scale;

  ovs_pen_line (&flyer->pen, MARGIN, FOOT_TOP, MARGIN + WIDTH, FOOT_TOP, 0.75);
  begin (flyer, "P");
  ovs_pen_text_in (&flyer->pen, &left, &blue, MARGIN, FOOT_TOP + 20, WIDTH / 2, "mijn.loket.nl");
  end (flyer, "P");
  if (logo == NULL)
    {
      put_firm (flyer, firm != NULL ? firm : "");
      return;
    }
  scale = MIN (LOGO_WIDTH / cairo_image_surface_get_width (logo), LOGO_HEIGHT / cairo_image_surface_get_height (logo));
  ovs_pen_picture (&flyer->pen, MARGIN + WIDTH - cairo_image_surface_get_width (logo) * scale, FOOT_TOP + 12, LOGO_WIDTH, LOGO_HEIGHT, logo);
}

/* --- the whole ------------------------------------------------------------------------------------------------------------- */

static guint
put_steps (Flyer *flyer, GPtrArray *blocks, guint from)
{
  guint to = from;

  begin (flyer, "L");
  while (to < blocks->len && ((const OvsLetterBlock *) g_ptr_array_index (blocks, to))->mark != NULL)
    put_step (flyer, g_ptr_array_index (blocks, to++));
  end (flyer, "L");
  flyer->y += 10 * flyer->scale;
  return to;
}

static void
put_body (Flyer *flyer, GPtrArray *blocks, guint from)
{
  while (from < blocks->len)
    from = ((const OvsLetterBlock *) g_ptr_array_index (blocks, from))->mark != NULL ? put_steps (flyer, blocks, from)
                                                                                   : put_card (flyer, blocks, from);
}

/* From 1 to %SCALES. */
static double
scale_of (int number)
{
  return SMALLEST + (number - 1) * LARGER;
}

/* Returns: where it ends. */
static double
draw (const OvsPen *pen, const OvsLetter *letter, GPtrArray *blocks, double scale, gboolean tagged)
{
  const OvsLetterBlock *first = blocks->len > 0 ? g_ptr_array_index (blocks, 0) : NULL;
  gboolean leads = first != NULL && first->kind == OVS_LETTER_LINE_TEXT;
  Flyer flyer = { .pen = *pen, .tagged = tagged, .scale = scale };

  put_band (&flyer, letter->subject, leads ? first->text : NULL);
  put_body (&flyer, blocks, leads ? 1 : 0);
  return flyer.y;
}

double
ovs_flyer_paper_fit (PangoContext *context, const OvsLetter *letter)
{
  g_autoptr (GPtrArray) blocks = ovs_letter_blocks_read (letter->text);
  const OvsPen measures = { NULL, context };
  int fits = 0;
  int fails = SCALES + 1;

  while (fails - fits > 1)
    {
      int middle = (fits + fails) / 2;

      if (draw (&measures, letter, blocks, scale_of (middle), FALSE) <= FOOT_TOP)
        fits = middle;
      else
        fails = middle;
    }
  return fits > 0 ? scale_of (fits) : 0;
}

void
ovs_flyer_paper_draw (const OvsPen *pen, const OvsLetter *letter, cairo_surface_t *logo, double scale, gboolean tagged)
{
  g_autoptr (GPtrArray) blocks = ovs_letter_blocks_read (letter->text);
  Flyer foot = { .pen = *pen, .tagged = tagged, .scale = 1 };

  draw (pen, letter, blocks, scale, tagged);
  put_foot (&foot, letter, logo);
}
