/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "dossier/account.h"

G_BEGIN_DECLS

/** A verantwoording as a PDF of A4, in Dutch. @pages: (out). Returns: (transfer full): NULL with @error set. */
GBytes *ovs_account_paper_pdf (const OvsAccount *account, guint *pages, GError **error);

G_END_DECLS
