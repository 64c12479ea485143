/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz/mutate.h"

#include <string.h>

typedef void (*Mutation) (GString *file, const GString *other, GRand *chance);

static gsize
pick (GRand *chance, gsize n)
{
  return n > 0 ? (gsize) g_rand_int_range (chance, 0, (gint32) n) : 0;
}

static const char *
pick_text (GRand *chance, const char *const *texts)
{
  return texts[pick (chance, g_strv_length ((char **) texts))];
}

/* Where some line begins, and where the one behind it does. */
static void
pick_line (const GString *file, GRand *chance, gsize *start, gsize *end)
{
  gsize at = pick (chance, file->len);
  const char *after = memchr (file->str + at, '\n', file->len - at);

  while (at > 0 && file->str[at - 1] != '\n')
    at--;
  *start = at;
  *end = after != NULL ? (gsize) (after - file->str) + 1 : file->len;
}

static void
cut_off (GString *file, const GString *other, GRand *chance)
{
  g_string_truncate (file, pick (chance, file->len));
}

static void
flip_bits (GString *file, const GString *other, GRand *chance)
{
  for (gsize n = 1 + pick (chance, 8); n > 0 && file->len > 0; n--)
    file->str[pick (chance, file->len)] ^= (char) (1 << pick (chance, 8));
}

static void
replace_all (GString *file, char from, char to, gboolean some, GRand *chance)
{
  for (gsize i = 0; i < file->len; i++)
    if (file->str[i] == from && (!some || pick (chance, 3) == 0))
      file->str[i] = to;
}

static void
swap_delimiters (GString *file, const GString *other, GRand *chance)
{
  static const char delimiters[] = ";,\t|";

  replace_all (file, delimiters[pick (chance, 4)], delimiters[pick (chance, 4)], pick (chance, 2) == 0, chance);
}

static void
swap_line_ends (GString *file, const GString *other, GRand *chance)
{
  replace_all (file, '\n', pick (chance, 2) == 0 ? '\r' : ' ', pick (chance, 2) == 0, chance);
}

static void
delete_lines (GString *file, const GString *other, GRand *chance)
{
  for (gsize n = 1 + pick (chance, 3), start, end; n > 0 && file->len > 0; n--)
    {
      pick_line (file, chance, &start, &end);
      g_string_erase (file, (gssize) start, (gssize) (end - start));
    }
}

static void
delete_header (GString *file, const GString *other, GRand *chance)
{
  const char *end = memchr (file->str, '\n', file->len);

  if (end != NULL)
    g_string_erase (file, 0, end - file->str + 1);
}

static void
repeat_line (GString *file, const GString *other, GRand *chance)
{
  g_autofree char *line = NULL;
  gsize start, end;

  if (file->len == 0)
    return;
  pick_line (file, chance, &start, &end);
  line = g_memdup2 (file->str + start, end - start);
  g_string_insert_len (file, (gssize) (pick (chance, 2) == 0 ? start : file->len), line, (gssize) (end - start));
}

static void
repeat_file (GString *file, const GString *other, GRand *chance)
{
  gsize size = file->len;

  for (gsize n = pick (chance, 40); n > 0; n--)
    {
      g_autofree char *copy = g_memdup2 (file->str, size);

      g_string_append_len (file, copy, (gssize) size);
    }
}

static void
insert_zeros (GString *file, const GString *other, GRand *chance)
{
  gsize at = pick (chance, file->len + 1);

  for (gsize n = 1 + pick (chance, 4); n > 0; n--)
    g_string_insert_c (file, (gssize) at, '\0');
}

static void
mix_encodings (GString *file, const GString *other, GRand *chance)
{
  static const char *const bytes[] = { "\xe9", "\xc3\xa9", "\x82", "\xff\xfe", "\xef\xbb\xbf", "\xc3\x83\xc2\xa9", "\xf0\x9f", "\xed\xa0\x80",
                                       "\x81", "\xe2\x80\x8b", "\xcc\x81", NULL };

  for (gsize n = 1 + pick (chance, 5); n > 0; n--)
    g_string_insert (file, (gssize) pick (chance, file->len + 1), pick_text (chance, bytes));
}

static void
insert_huge (GString *file, const GString *other, GRand *chance)
{
  static const char *const fillings[] = { "x", "\"", "\"\"", ";", "é ", "\r\n", "0", NULL };
  const char *filling = pick_text (chance, fillings);
  g_autoptr (GString) huge = g_string_new (NULL);
  gsize size = pick (chance, 8) == 0 ? 300000 : 5000;

  while (huge->len < size)
    g_string_append (huge, filling);
  g_string_insert_len (file, (gssize) pick (chance, file->len + 1), huge->str, (gssize) huge->len);
}

static void
insert_quotes (GString *file, const GString *other, GRand *chance)
{
  for (gsize n = 1 + pick (chance, 3); n > 0; n--)
    g_string_insert_c (file, (gssize) pick (chance, file->len + 1), '"');
}

static gboolean
ends_cell (char c)
{
  return strchr (";,\t|\r\n", c) != NULL;
}

/* Puts in some cell what nobody expects there. */
static void
replace_cell (GString *file, const GString *other, GRand *chance)
{
  static const char *const cells[] = { "", "0", "-1", "1,23E+11", "31-02-2025", "12/25/2025", "10-dec", "00123", "20001", "020001", "99999999999999999999",
                                       "31-12-9999", "0001-01-01", "45000", "jan@ziggo.nl, piet@ziggo.nl", "@", "'=1+1", "=cmd|' /C calc'!A0", "#N/B",
                                       "totaal", "Werkgevernummer", "toegang actief", "NL91ABNA0417164300", "'", "NULL", "\\", "' OR 1=1 --", NULL };
  gsize start = pick (chance, file->len), end = start;

  while (start > 0 && !ends_cell (file->str[start - 1]))
    start--;
  while (end < file->len && !ends_cell (file->str[end]))
    end++;
  g_string_erase (file, (gssize) start, (gssize) (end - start));
  g_string_insert (file, (gssize) start, pick_text (chance, cells));
}

static void
replace_cells (GString *file, const GString *other, GRand *chance)
{
  for (gsize n = 1 + pick (chance, 4); n > 0; n--)
    replace_cell (file, other, chance);
}

static void
take_from_other (GString *file, const GString *other, GRand *chance)
{
  gsize start, end;

  pick_line (other, chance, &start, &end);
  g_string_insert_len (file, (gssize) pick (chance, file->len + 1), other->str + start, (gssize) (end - start));
}

void
mutate (GString *file, const GString *other, GRand *chance)
{
  static const Mutation mutations[] = { cut_off,      flip_bits,     swap_delimiters, swap_line_ends, delete_lines,  delete_header, repeat_line,
                                        repeat_file,  insert_zeros,  mix_encodings,   insert_huge,    insert_quotes, replace_cells, replace_cells,
                                        repeat_line,  replace_cells, take_from_other };

  for (gsize n = 1 + pick (chance, 2); n > 0; n--)
    mutations[pick (chance, G_N_ELEMENTS (mutations))](file, other, chance);
}
