/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/layout.h"

G_BEGIN_DECLS

/** So many names are enough to see whether letters are right. */
#define OVS_CSV_SAMPLES 3

/**
 * Some cells of @input with letters that differ between encodings, names before others and never private ones, read as
 * @encoding. Leaves @input at a place of its own and in that encoding.
 * Returns: (transfer full) (array zero-terminated=1) (nullable): NULL with an %OVS_CSV_ERROR.
 */
char **ovs_csv_samples_take (OvsCsvInput *input,
                             const OvsCsvLayout *layout,
                             OvsEncoding encoding,
                             GCancellable *cancellable,
                             GError **error);

/** The same for texts that were encoded twice, headers too, in the encoding that @input has. */
char **ovs_csv_samples_take_double (OvsCsvInput *input,
                                    const OvsCsvLayout *layout,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
