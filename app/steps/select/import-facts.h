/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "intake/result.h"

G_BEGIN_DECLS

#define OVS_TYPE_IMPORT_FACTS (ovs_import_facts_get_type ())
G_DECLARE_FINAL_TYPE (OvsImportFacts, ovs_import_facts, OVS, IMPORT_FACTS, AdwBin)

/**
 * OvsImportFacts:
 *
 * What an import leaves out and why: refused rows, columns that are never read or mean nothing here, fields that the file lacks,
 * lines passed over, and what else is to be known of the file.
 */
GtkWidget *ovs_import_facts_new  (void);

/** Shows what @result tells, with at most @n_refused of the refused rows; hides itself where there is nothing to tell. */
void       ovs_import_facts_show (OvsImportFacts *self, const OvsIntakeResult *result, guint n_refused);

G_END_DECLS
