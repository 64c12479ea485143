/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rule.h"

G_BEGIN_DECLS

/*
 * The words of the list for a client, from data/letters/aanvullijst.ini. They are Dutch under every language: a client reads them. Safe
 * from any thread.
 */

/** The text @name of the list. Returns: (transfer none): never NULL. */
const char *ovs_enquiry_words_get    (const char *name);

/** The heading of a column. Returns: (transfer none): never NULL. */
const char *ovs_enquiry_words_column (const char *name);

/**
 * The text @name with what stands between braces filled in: pairs of a name and its text (nullable: empty), ended by NULL.
 * Returns: (transfer full).
 */
char       *ovs_enquiry_words_fill   (const char *name, ...) G_GNUC_NULL_TERMINATED;

/** What is asked of a client, in plain words, a sentence each. Returns: (transfer full). */
char       *ovs_enquiry_words_missing (OvsFindings asked);

G_END_DECLS
