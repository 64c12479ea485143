/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/secret.h"

G_BEGIN_DECLS

/**
 * OvsRedirect:
 * @OVS_REDIRECT_CODE: the code, in answer to our question
 * @OVS_REDIRECT_DENIED: who signs in did not allow it (`access_denied`)
 * @OVS_REDIRECT_REFUSED: another refusal, or neither a code nor a refusal
 * @OVS_REDIRECT_FOREIGN: it belongs to another question, or shows nothing of whose it is: it must not be used
 * @OVS_REDIRECT_NOTHING: it is no answer to a sign-in at all
 *
 * What the address means that a sign-in ends on.
 */
typedef enum
{
  OVS_REDIRECT_CODE,
  OVS_REDIRECT_DENIED,
  OVS_REDIRECT_REFUSED,
  OVS_REDIRECT_FOREIGN,
  OVS_REDIRECT_NOTHING,
} OvsRedirect;

/**
 * ovs_redirect_read:
 * @query: (nullable): what stands behind the question mark
 * @state: what was asked with; compared in a time that tells nothing
 * @code: (out) (transfer full) (nullable): set with %OVS_REDIRECT_CODE
 */
OvsRedirect ovs_redirect_read     (const char *query, const char *state, OvsSecret **code);

/** What of an address that somebody copied is the query: spaces, line ends, quotation marks and a lacking scheme do no harm. Returns: (transfer
 * full): empty where there is none. */
char       *ovs_redirect_get_query (const char *pasted);

/** A finished sentence for what is no code, of %OVS_LOKET_ERROR_SIGN_IN. It holds nothing of the address. Returns: (transfer full). */
GError     *ovs_redirect_to_error (OvsRedirect redirect);

G_END_DECLS
