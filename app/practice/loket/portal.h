/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/web/form.h"
#include "practice/web/page.h"

G_BEGIN_DECLS

/* What the pages of the office have in common. */

/** The office's session; sends the browser to the log-in page and gives NULL when nobody is in. Returns: (transfer full) (nullable). */
OvsPracticeSession *ovs_practice_loket_enter  (OvsPracticeExchange *exchange);

/** Answers with a page of Loket under its menu; puts `{csrf}`. @content: (transfer full). */
void                ovs_practice_loket_reply  (OvsPracticeExchange *exchange, guint status, const char *title, OvsPracticeSession *session,
                                               OvsPracticeHtml *content);

/** The same for something that is not there (any more). */
void                ovs_practice_loket_missing (OvsPracticeExchange *exchange, OvsPracticeSession *session);

/** Part of a list on a page: which one the query asks for, and how many rows come before it. */
typedef struct
{
  gint64 number; /* of the page, from 1 */
  gint64 pages;
  gint64 total; /* rows */
  gint64 size;  /* rows on a page */
  gint64 skip;  /* rows before it */
} OvsPracticePart;

/** Page @number of a list of @total rows; the last one where there are fewer. */
OvsPracticePart     ovs_practice_loket_part   (gint64 number, gint64 total, gint64 size);

/** The number of the page that the query asks for. */
gint64              ovs_practice_loket_asked  (OvsPracticeExchange *exchange);

/** Puts `{bladeren}`: links to the page before and after it. @path has whatever else the query has, and ends so that a name can follow. */
void                ovs_practice_loket_put_part (OvsPracticeHtml *html, const OvsPracticePart *part, const char *path);

/** An employer, as its pages name it. */
typedef struct
{
  gint64 id;
  gint64 number;
  char *name;
  gboolean mijnloket;   /* the product is on */
  gboolean product_500; /* so is Werknemerloket */
} OvsPracticeEmployer;

/** The employer whose number is in the path; NULL, and answered with 404, when there is none. Returns: (transfer full) (nullable). */
OvsPracticeEmployer *ovs_practice_loket_find_employer (OvsPracticeExchange *exchange, OvsPracticeSession *session);
void                 ovs_practice_employer_free       (OvsPracticeEmployer *employer);

/** Puts `{werkgever}` and `{werkgevernummer}`. */
void                 ovs_practice_loket_put_employer  (OvsPracticeHtml *html, const OvsPracticeEmployer *employer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticeEmployer, ovs_practice_employer_free)

G_END_DECLS
