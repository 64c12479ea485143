/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

#define OVS_TYPE_TRACK_PAGE (ovs_track_page_get_type ())
G_DECLARE_FINAL_TYPE (OvsTrackPage, ovs_track_page, OVS, TRACK_PAGE, OvsStepPage)

G_END_DECLS
