/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/api/exchange.h"
#include "practice/web/html.h"

G_BEGIN_DECLS

/* The start page and the style sheet. */
extern const OvsPracticeRoute ovs_practice_page_routes[];

/**
 * Answers with a page, with the headers that keep a browser from doing more than showing it: no script, nothing from elsewhere, no
 * other site around it, no address passed on (it may hold a secret link), nothing kept.
 * @portal: whose page it is, a class of the style sheet: `start`, `post`, `loket`, `mijnloket` or `werknemerloket`
 * @title: of the browser's tab, escaped here
 * @head: (transfer full) (nullable): what stands above every page of the portal
 * @content: (transfer full): the page itself
 */
void ovs_practice_page_reply    (OvsPracticeExchange *exchange, guint status, const char *portal, const char *title,
                                 OvsPracticeHtml *head, OvsPracticeHtml *content);

/** Answers whoever asked for a page that is not there (@status 404), or not by this method (405). */
void ovs_practice_page_reply_missing (OvsPracticeExchange *exchange, guint status);

/**
 * Answers with a whole document that is no page of ours, the HTML of a mail, for a frame of such a page: its own style attributes count, and
 * its links open in a tab of their own; it runs nothing, sends nothing and fetches nothing. @markup: (transfer full).
 */
void ovs_practice_page_reply_framed (OvsPracticeExchange *exchange, char *markup);

/** Lets the page that was answered with hold a frame with such a document. */
void ovs_practice_page_allow_frame (OvsPracticeExchange *exchange);

/** Answers with a file to save, such as a list in CSV. @name must be plain ASCII. @text: (transfer full). */
void ovs_practice_page_download (OvsPracticeExchange *exchange, const char *name, const char *type, char *text);

/** Sends the browser on to @path (of this server) with GET, after a form. */
void ovs_practice_page_redirect (OvsPracticeExchange *exchange, const char *path);

G_END_DECLS
