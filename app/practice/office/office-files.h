/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/** Writes the two files of the office, see ovs_practice_write_files(). */
gboolean ovs_practice_office_files_write (OvsPracticeState *state, const char *folder, GError **error);

G_END_DECLS
