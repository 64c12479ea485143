/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Text that was encoded in UTF-8 twice, by way of Windows-1252: `RenÃ©e` is `Renée`. Only letters of European names, punctuation and
 * the euro sign are taken for that, so that no real name is changed.
 */

/** Whether @text, UTF-8, has anything that was encoded twice. */
gboolean ovs_repair_finds (const char *text);

/** @text with that set right. Returns: (transfer full). */
char    *ovs_repair_text  (const char *text);

/**
 * OvsRepair:
 * @n_repaired: characters set right so far
 *
 * The same for a text that comes in pieces, which may end within a character. Zero it to begin.
 */
typedef struct
{
  char pending[12];
  gsize n_pending;
  guint64 n_repaired;
} OvsRepair;

/** Appends to @out what @text means; @last: nothing follows it. */
void     ovs_repair_feed  (OvsRepair *repair, const char *text, gsize length, gboolean last, GString *out);

G_END_DECLS
