/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steps/select/import-choice.h"

G_BEGIN_DECLS

#define OVS_TYPE_IMPORT_OFFERS (ovs_import_offers_get_type ())
G_DECLARE_FINAL_TYPE (OvsImportOffers, ovs_import_offers, OVS, IMPORT_OFFERS, AdwBin)

/**
 * OvsImportOffers:
 *
 * What may be switched on and off for a file: the layout that was kept for such files, and the repair of text that was encoded twice.
 *
 * Signals: "profile" (gboolean): it is to be used or not; "repair" (gboolean).
 */
GtkWidget *ovs_import_offers_new  (void);

/** Shows what there is to offer for @preview; hides itself where there is nothing. */
void       ovs_import_offers_show (OvsImportOffers *self, const OvsImportChoice *choice, const OvsCsvPreview *preview);

G_END_DECLS
