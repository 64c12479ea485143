/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/track/track-view.h"

G_BEGIN_DECLS

#define OVS_TYPE_PAYSLIPS_VIEW (ovs_payslips_view_get_type ())
G_DECLARE_FINAL_TYPE (OvsPayslipsView, ovs_payslips_view, OVS, PAYSLIPS_VIEW, OvsTrackView)

/**
 * OvsPayslipsView:
 *
 * Who does not find his payslip in MijnLoket, for the colleague who makes the wages: per client, who pays next first, who has no account yet; and who
 * left in 2025 or since. A client opens its people; each list is saved as a table or to print, all of them in a folder.
 */
GtkWidget *ovs_payslips_view_new (OvsStepPage *page);

G_END_DECLS
