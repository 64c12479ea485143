/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loket/loket-kind.h"

G_BEGIN_DECLS

/**
 * ovs_loket_url_read:
 * @kind: (out): which Loket it means
 *
 * Judges a URL as ovs_loket_new() describes.
 * Returns: (transfer full) (nullable): the URL without a slash at the end; NULL with %OVS_LOKET_ERROR_REFUSED_URL.
 */
char *ovs_loket_url_read      (const char    *text,
                               OvsLoketKind  *kind,
                               GError       **error);

/** Where one signs in for the Loket at @url, as ovs_loket_url_read() gave it. Returns: (transfer full). */
char *ovs_loket_url_get_oauth (const char    *url,
                               OvsLoketKind   kind);

/** Host (and port) for sentences to the user. Returns: (transfer full). */
char *ovs_loket_url_get_host  (const char    *url);

G_END_DECLS
