/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/loket/search.h"

#include <string.h>

static char *
make_pattern (const char *text)
{
  GString *pattern = g_string_new ("%");

  for (const char *p = text; *p != '\0'; p++)
    {
      if (strchr ("%_\\", *p) != NULL)
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *p);
    }
  g_string_append_c (pattern, '%');
  return g_string_free (pattern, FALSE);
}

OvsPracticeSearch *
ovs_practice_search_read (OvsPracticeExchange *exchange)
{
  return ovs_practice_search_for (ovs_practice_exchange_get_query (exchange, "zoek"));
}

OvsPracticeSearch *
ovs_practice_search_for (const char *text)
{
  OvsPracticeSearch *search = g_new0 (OvsPracticeSearch, 1);

  search->text = g_strstrip (g_strdup (text != NULL ? text : ""));
  search->pattern = make_pattern (search->text);
  g_ascii_string_to_signed (search->text, 10, 1, G_MAXINT32, &search->number, NULL);
  return search;
}

void
ovs_practice_search_free (OvsPracticeSearch *search)
{
  g_free (search->text);
  g_free (search->pattern);
  g_free (search);
}

void
ovs_practice_search_put (OvsPracticeSearch *search, OvsPracticeHtml *page, const OvsPracticePart *part, const char *path)
{
  g_autofree char *safe = g_uri_escape_string (search->text, NULL, FALSE);
  g_autofree char *links = *safe != '\0' ? g_strconcat (path, "?zoek=", safe, "&", NULL) : g_strconcat (path, "?", NULL);

  ovs_practice_html_put (page, "zoek", search->text);
  ovs_practice_html_put_number (page, "aantal", part->total);
  ovs_practice_loket_put_part (page, part, links);
}
