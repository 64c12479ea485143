/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

#define OVS_TYPE_INFORM_PAGE (ovs_inform_page_get_type ())
G_DECLARE_FINAL_TYPE (OvsInformPage, ovs_inform_page, OVS, INFORM_PAGE, OvsStepPage)

/**
 * OvsInformPage:
 *
 * Step 3: the rounds and what is due in them, which clients know of it and how, and every piece of the toolkit as each client receives it.
 */

G_END_DECLS
