/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "letters/standing-report.h"

G_BEGIN_DECLS

/**
 * How the conversion stands on one A4, as a PDF in the user's language: the whole, the rounds, the colleagues, and as many clients as there is room for.
 * Returns: (transfer full): NULL with @error set.
 */
GBytes *ovs_standing_paper_pdf (const OvsStandingReport *report, GError **error);

G_END_DECLS
