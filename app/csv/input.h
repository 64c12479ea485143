/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "csv/encoding.h"

G_BEGIN_DECLS

/**
 * OvsCsvInput:
 *
 * The text of a file, as UTF-8 in blocks, from the one time that it was opened; to be gone through as often as needed.
 */
typedef struct _OvsCsvInput OvsCsvInput;

/**
 * ovs_csv_input_open:
 * @encoding: (nullable): the name of an encoding; NULL judges the whole file: its byte order mark, else the zeros of UTF-16, else
 *   strict UTF-8, else Windows-1252
 *
 * Returns: (transfer full) (nullable): NULL with an %OVS_CSV_ERROR.
 */
OvsCsvInput *ovs_csv_input_open         (const char *path,
                                         const char *encoding,
                                         GCancellable *cancellable,
                                         GError **error);

void         ovs_csv_input_free         (OvsCsvInput *input);

/** Back to the beginning of the text. */
gboolean     ovs_csv_input_rewind       (OvsCsvInput *input, GError **error);

/**
 * The next block, without a zero byte in it; a character may be cut by the end of a block. At the end it has no length.
 * @text: (out) (transfer none): valid until the next call.
 */
gboolean     ovs_csv_input_read         (OvsCsvInput *input,
                                         const char **text,
                                         gsize *length,
                                         GCancellable *cancellable,
                                         GError **error);

/** The name of the file for a sentence, in UTF-8. Returns: (transfer none). */
const char  *ovs_csv_input_get_name     (OvsCsvInput *input);

OvsEncoding  ovs_csv_input_get_encoding (OvsCsvInput *input);

/** Whether text that was encoded twice is set right from the next rewinding on; at first it is not. */
void         ovs_csv_input_set_repairs (OvsCsvInput *input, gboolean repairs);

/** How many characters were set right since the beginning. */
guint64      ovs_csv_input_get_n_repaired (OvsCsvInput *input);

/** Whether the bytes themselves tell the encoding: a byte order mark, zeros, or strict UTF-8. Else it is a guess, or the caller's word. */
gboolean     ovs_csv_input_is_certain   (OvsCsvInput *input);

/** Back to the beginning of the text, to read it as another encoding without a byte order mark. */
gboolean     ovs_csv_input_rewind_as    (OvsCsvInput *input, OvsEncoding encoding, GError **error);

/** Of all bytes, in hexadecimal digits. Returns: (transfer none). */
const char  *ovs_csv_input_get_sha256   (OvsCsvInput *input);

/** When the file was last changed, in microseconds since 1970, as it was when it was opened. */
gint64       ovs_csv_input_get_modified (OvsCsvInput *input);

/** Bytes read since the beginning, and all there are. */
guint64      ovs_csv_input_get_position (OvsCsvInput *input);
guint64      ovs_csv_input_get_size     (OvsCsvInput *input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsCsvInput, ovs_csv_input_free)

G_END_DECLS
