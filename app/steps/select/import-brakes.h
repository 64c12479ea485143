/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "intake/result.h"

G_BEGIN_DECLS

#define OVS_TYPE_IMPORT_BRAKES (ovs_import_brakes_get_type ())
G_DECLARE_FINAL_TYPE (OvsImportBrakes, ovs_import_brakes, OVS, IMPORT_BRAKES, AdwBin)

/**
 * OvsImportBrakes:
 *
 * Why the file looks like the wrong one, a card for each reason, with the two answers. Signals: "despite" (the code of the brake):
 * somebody says that it is right; "other-file".
 */
GtkWidget *ovs_import_brakes_new        (void);

/** Shows the brakes of @result (nullable) that are not among @answered; hides itself where there are none. */
void       ovs_import_brakes_show       (OvsImportBrakes *self, const OvsIntakeResult *result, const char *const *answered);

/** How many brakes of @result (nullable) are not among @answered. */
guint      ovs_import_brakes_count_open (const OvsIntakeResult *result, const char *const *answered);

G_END_DECLS
