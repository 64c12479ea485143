/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The encodings of office files; the names are those of `--encoding`. */
typedef enum
{
  OVS_ENCODING_UTF_8,
  OVS_ENCODING_WINDOWS_1252,
  OVS_ENCODING_UTF_16LE,
  OVS_ENCODING_UTF_16BE,
  OVS_ENCODING_CP850,
  OVS_ENCODING_ISO_8859_15,
  OVS_N_ENCODINGS,
} OvsEncoding;

/** The longest byte order mark. */
#define OVS_BOM_MAX 3

/** The encoding called @name, in any case; FALSE when there is none. */
gboolean    ovs_encoding_from_name (const char *name, OvsEncoding *encoding);

/** Returns: (transfer none): the name of @encoding. */
const char *ovs_encoding_get_name  (OvsEncoding encoding);

/** The length of the byte order mark at the beginning of @bytes, 0 for none; sets @encoding where there is one. */
gsize       ovs_encoding_from_bom  (const char *bytes, gsize length, OvsEncoding *encoding);

/**
 * Whether the beginning of a file without a byte order mark is UTF-16: text of the West has a zero in every other byte. Sets
 * @encoding where it is.
 */
gboolean    ovs_encoding_from_zeros (const char *bytes, gsize length, OvsEncoding *encoding);

/** The byte for @c in Windows-1252 (0x80 to 0xff; what it does not define stands for itself), or -1. */
int         ovs_windows_1252_byte  (gunichar c);

/**
 * OvsUtf8Check:
 *
 * Judges whether bytes that come in pieces are strict UTF-8 (no overlong forms, no surrogates). Zero it to begin.
 */
typedef struct
{
  char pending[4];
  gsize n_pending;
  gboolean invalid;
} OvsUtf8Check;

/** Adds a piece. */
void        ovs_utf8_check_feed    (OvsUtf8Check *check, const char *bytes, gsize length);

/** Whether all of it was UTF-8; a sequence cut off at the end is not. */
gboolean    ovs_utf8_check_finish  (OvsUtf8Check *check);

/**
 * OvsDecoder:
 *
 * Turns bytes that come in pieces into UTF-8. Bytes that Windows-1252 does not define become U+FFFD.
 */
typedef struct _OvsDecoder OvsDecoder;

/** A decoder at the beginning of a text. Returns: (transfer full). */
OvsDecoder *ovs_decoder_new        (OvsEncoding encoding);

void        ovs_decoder_free       (OvsDecoder *decoder);

/**
 * Appends to @out what @bytes mean. UTF-8 is taken as it is: whoever needs it valid checks it with OvsUtf8Check.
 * Returns: FALSE when @bytes cannot be text of this encoding.
 */
gboolean    ovs_decoder_feed       (OvsDecoder *decoder, const char *bytes, gsize length, GString *out);

/** Whether the text ended where a character ends. */
gboolean    ovs_decoder_finish     (OvsDecoder *decoder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsDecoder, ovs_decoder_free)

G_END_DECLS
