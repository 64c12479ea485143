/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/practice.h"

G_BEGIN_DECLS

/**
 * OvsPracticeMailOptions:
 *
 * What the command line says of the mail server of a practice Loket. A password never stands there: it comes out of a file or the
 * environment.
 */
typedef struct
{
  char *url;     /* (owned) (nullable) NULL: nothing leaves */
  char *sender;  /* (owned) (nullable) */
  char *to;      /* (owned) (nullable) */
  char *sign_in; /* (owned) (nullable) a file */
} OvsPracticeMailOptions;

void     ovs_practice_mail_options_clear (OvsPracticeMailOptions *options);

/** Sets the mail server of @practice, which listens. FALSE with a wrong use when it cannot be one. */
gboolean ovs_practice_mail_options_apply (const OvsPracticeMailOptions *options, OvsPractice *practice, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OvsPracticeMailOptions, ovs_practice_mail_options_clear)

G_END_DECLS
