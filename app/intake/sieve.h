/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OvsSieve:
 *
 * For this room: which people a file told of so far, in a memory that does not grow with them. It may take somebody for met who was not,
 * never the reverse; so who passes it need not be looked for in the dossier.
 */
typedef struct _OvsSieve OvsSieve;

OvsSieve *ovs_sieve_new  (void);
void      ovs_sieve_free (OvsSieve *sieve);

/** Whether this one was perhaps met before. From now on he was. */
gboolean  ovs_sieve_meet (OvsSieve *sieve, gint64 employer, const char *number_key);

G_END_DECLS
