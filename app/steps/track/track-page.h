/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

#define OVS_TYPE_TRACK_PAGE (ovs_track_page_get_type ())
G_DECLARE_FINAL_TYPE (OvsTrackPage, ovs_track_page, OVS, TRACK_PAGE, OvsStepPage)

/**
 * OvsTrackPage:
 *
 * Volgen: who is over, who waits, who fell out and what to do about it, and what Loket said. Its action "track.show-stranded" shows who is
 * without any portal, and "track.new-question" begins with somebody who calls.
 */

G_END_DECLS
