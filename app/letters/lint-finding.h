/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/** What can be wrong with the text of a piece. */
typedef enum
{
  OVS_LINT_NO_TEMPLATE,    /* a brace or a part is not closed */
  OVS_LINT_NO_SUBJECT,
  OVS_LINT_UNKNOWN_FIELD,
  OVS_LINT_ASKS_SECRET,    /* a password, a BSN or a birth date is asked for */
  OVS_LINT_LOGIN_LINK,
  OVS_LINT_TYPED_DATE,     /* a date that does not follow the round */
  OVS_LINT_NO_DAY,         /* a mail to the client that does not tell the day */
  OVS_LINT_NO_BLOCK,       /* … that does not tell that Werknemerloket is blocked */
  OVS_LINT_NO_INVITATION,  /* … that does not tell that employees receive an invitation */
  OVS_LINT_MIXED_FORMS,    /* je and u */
  OVS_N_LINTS
} OvsLint;

/**
 * OvsLintFinding:
 * @forbids: the text may not be used like this; else it is only to be looked at
 * @line: from 1; 0 where it is about the text as a whole
 * @start: bytes of the source from here to before @end are what is meant; both 0 for the whole
 * @day: of a typed date; %OVS_NO_DAY else
 * @sentence: what is so, and what to do, in the user's language
 */
typedef struct
{
  OvsLint code;
  gboolean forbids;
  guint line;
  guint start;
  guint end;
  OvsDay day;
  char *sentence;
} OvsLintFinding;

void       ovs_lint_finding_free (OvsLintFinding *finding);

/** Whether the finding keeps a letter about a round on @round_day from going out: a typed date that is the day of the round does not. */
gboolean   ovs_lint_forbids      (const OvsLintFinding *finding, OvsDay round_day);

G_END_DECLS
