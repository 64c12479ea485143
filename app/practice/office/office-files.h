/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/office/file-styles.h"
#include "practice/state.h"

G_BEGIN_DECLS

/** Writes the two lists into @folder, as ovs_practice_write_files() says. */
gboolean ovs_practice_office_files_write       (OvsPracticeState *state, const char *folder, GError **error);

/** Writes them in another style, as `klanten-STYLE.csv` and `medewerkers-STYLE.csv`. */
gboolean ovs_practice_office_files_write_style (OvsPracticeState *state, const char *folder, const OvsPracticeFileStyle *style,
                                                GError **error);

G_END_DECLS
