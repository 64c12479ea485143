/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Does to a file what happens to files: it is cut off, bits fall over, lines go or come twice, delimiters change, encodings mix, the header
 * is lost, a cell holds what nobody expects. One or two such things at once, as @chance has it.
 * @other: another file, of which a part may end up in this one
 */
void mutate (GString *file, const GString *other, GRand *chance);

G_END_DECLS
