/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/loket/portal.h"

G_BEGIN_DECLS

/** What somebody looks for in a list of Loket. */
typedef struct
{
  char *text;    /* (owned) without spaces around it, never NULL */
  char *pattern; /* (owned) for LIKE … ESCAPE '\' */
  gint64 number; /* the one that it is, or 0 */
} OvsPracticeSearch;

/** From the query. Returns: (transfer full). */
OvsPracticeSearch *ovs_practice_search_read (OvsPracticeExchange *exchange);

/** @text: (nullable). Returns: (transfer full). */
OvsPracticeSearch *ovs_practice_search_for  (const char *text);
void               ovs_practice_search_free (OvsPracticeSearch *search);

/** Puts `{zoek}`, `{aantal}` and `{bladeren}`; @path is that of the list. */
void               ovs_practice_search_put  (OvsPracticeSearch *search, OvsPracticeHtml *page, const OvsPracticePart *part, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticeSearch, ovs_practice_search_free)

G_END_DECLS
