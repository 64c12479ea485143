/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** Tells something below the pages of the care of the dossier. @page: one of them; nothing where it was closed. */
void ovs_care_tell (GtkWidget *page, const char *text);

G_END_DECLS
