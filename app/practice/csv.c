/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/csv.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

GString *
ovs_practice_csv_new (void)
{
  return g_string_new (BYTE_ORDER_MARK);
}

static gboolean
begins_line (const GString *csv)
{
  return csv->len == strlen (BYTE_ORDER_MARK) || csv->str[csv->len - 1] == '\n';
}

static gboolean
is_like_a_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

void
ovs_practice_csv_add_text (GString *csv, const char *text)
{
  g_autofree char *safe = g_strconcat (text != NULL && is_like_a_formula (text) ? "'" : "", text != NULL ? text : "", NULL);

  if (!begins_line (csv))
    g_string_append_c (csv, ';');
  /* Quotes also tell an empty first cell from no cell. */
  if (*safe != '\0' && strpbrk (safe, ";\"\r\n") == NULL)
    {
      g_string_append (csv, safe);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *p = safe; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

void
ovs_practice_csv_add_number (GString *csv, gint64 number)
{
  if (!begins_line (csv))
    g_string_append_c (csv, ';');
  g_string_append_printf (csv, "%" G_GINT64_FORMAT, number);
}

void
ovs_practice_csv_end_line (GString *csv)
{
  g_string_append (csv, "\r\n");
}

void
ovs_practice_csv_add_line (GString *csv, const char *const *texts)
{
  for (; *texts != NULL; texts++)
    ovs_practice_csv_add_text (csv, *texts);
  ovs_practice_csv_end_line (csv);
}
