/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "letters/lint-finding.h"

G_BEGIN_DECLS

/** A sentence of a source, or a line without an end; merge fields in it are blanks. */
typedef struct
{
  const char *text; /* (owned) in lower case, as many bytes as in the source where that does not change them */
  const char *raw;  /* (owned) as it stands there */
  const char *intro; /* (nullable) (borrowed): text of the sentence with a colon whose list this is in */
  guint start;       /* bytes from the beginning of the source */
  guint line;
} OvsLintSentence;

/** Returns: (transfer full) (element-type OvsLintSentence). */
GPtrArray *ovs_lint_sentences     (const char *source);

/** Where one of @words stands in @text as a whole word; a word that ends with `*` may go on. Returns: (nullable): within @text. */
const char *ovs_lint_find_word    (const char *text, const char *const *words);

/** Adds a finding about @length bytes from @offset in the sentence; 0 for all of it. @format gives what is said. */
OvsLintFinding *ovs_lint_add      (GPtrArray *findings, OvsLint code, gboolean forbids, const OvsLintSentence *sentence, gsize offset, gsize length,
                                   const char *said);

/* What can be wrong with one sentence. */
void       ovs_lint_secrets       (const OvsLintSentence *sentence, GPtrArray *findings);
void       ovs_lint_links         (const OvsLintSentence *sentence, GPtrArray *findings);
void       ovs_lint_dates         (const OvsLintSentence *sentence, GPtrArray *findings);

/** je and u: the form that is less often used is the one that is told. @sentences: (element-type OvsLintSentence). */
void       ovs_lint_forms         (const GPtrArray *sentences, GPtrArray *findings);

G_END_DECLS
