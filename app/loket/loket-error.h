/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define OVS_LOKET_ERROR (ovs_loket_error_quark ())

/**
 * OvsLoketError:
 * @OVS_LOKET_ERROR_REFUSED_URL: the URL cannot be that of a Loket, or is not safe; nothing was asked
 * @OVS_LOKET_ERROR_UNREACHABLE: no connection could be made, or (reading only) it broke or nothing was answered
 *   in time
 * @OVS_LOKET_ERROR_NOT_LOKET: something answers at the URL, but not as Loket does
 * @OVS_LOKET_ERROR_SIGN_IN: not signed in, or the sign-in is no longer valid: sign in anew
 * @OVS_LOKET_ERROR_FORBIDDEN: 403: a right or an activity lacks
 * @OVS_LOKET_ERROR_NOT_FOUND: 404 or 405: Loket does not have it, or does not offer this here
 * @OVS_LOKET_ERROR_BAD_REQUEST: 400, and nothing else: Loket refuses the content of the request
 * @OVS_LOKET_ERROR_BUSY: 429 or 503, also after the repeated tries; see ovs_loket_error_get_retry_after()
 * @OVS_LOKET_ERROR_CONFLICT: 409
 * @OVS_LOKET_ERROR_SERVER: (reading only) another failure of the server, also after the repeated tries
 * @OVS_LOKET_ERROR_UNKNOWN_OUTCOME: (writing only) it may have been done or not: read back
 * @OVS_LOKET_ERROR_MALFORMED: (reading only) an answer that is not as Loket describes it; the sentence names the
 *   place
 * @OVS_LOKET_ERROR_CALLED_OFF: (writing only) taken back before anything of it was sent, see ovs_loket_set_halt()
 *
 * What can go wrong between this program and Loket. Messages are finished sentences for the user in his language and
 * can hold words of Loket about a person: they are never logged. A cancelled call fails with %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  OVS_LOKET_ERROR_REFUSED_URL,
  OVS_LOKET_ERROR_UNREACHABLE,
  OVS_LOKET_ERROR_NOT_LOKET,
  OVS_LOKET_ERROR_SIGN_IN,
  OVS_LOKET_ERROR_FORBIDDEN,
  OVS_LOKET_ERROR_NOT_FOUND,
  OVS_LOKET_ERROR_BAD_REQUEST,
  OVS_LOKET_ERROR_BUSY,
  OVS_LOKET_ERROR_CONFLICT,
  OVS_LOKET_ERROR_SERVER,
  OVS_LOKET_ERROR_UNKNOWN_OUTCOME,
  OVS_LOKET_ERROR_MALFORMED,
  OVS_LOKET_ERROR_CALLED_OFF,
} OvsLoketError;

GQuark      ovs_loket_error_quark           (void);

/**
 * ovs_loket_error_nothing_done:
 * @error: (nullable): with what a *write* failed
 *
 * TRUE where it is certain that Loket did nothing: it answered 400, 401, 403, 404, 405, 429 or 503, or there was no
 * connection over which anything could be sent, or it was called off.
 */
gboolean    ovs_loket_error_nothing_done    (const GError *error);

/**
 * ovs_loket_error_is_unknown:
 * @error: (nullable): with what a *write* failed
 *
 * TRUE for every other failure: 500, 502, 504 and any other status, a dropped connection, a time-out, an answer that
 * cannot be read, and a write that was cancelled (it may have been on its way). Read back what became of it.
 */
gboolean    ovs_loket_error_is_unknown      (const GError *error);

/** The HTTP status that Loket answered, 0 where it answered none or @error is not of this domain. */
guint       ovs_loket_error_get_status      (const GError *error);

/** Seconds to wait as Loket asked with %OVS_LOKET_ERROR_BUSY (at most 120), 0 where it did not say. */
guint       ovs_loket_error_get_retry_after (const GError *error);

/**
 * ovs_loket_error_get_reason:
 *
 * Loket's own words (the descriptions in its answer), as for the uitvallijst. May hold a name.
 * Returns: (nullable) (transfer none): owned by @error.
 */
const char *ovs_loket_error_get_reason      (const GError *error);

G_END_DECLS
