/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "dossier/tally.h"

G_BEGIN_DECLS

/** Why somebody does not go along: an OvsReason, but for who has no e-mail, whose payslip is printed. */
typedef int OvsLeftOut;

#define OVS_LEFT_OUT_NONE ((OvsLeftOut) OVS_REASON_NONE)
#define OVS_LEFT_OUT_ON_PAPER ((OvsLeftOut) OVS_N_REASONS)
#define OVS_N_LEFT_OUT (OVS_LEFT_OUT_ON_PAPER + 1)

const char *ovs_left_out_title   (OvsLeftOut left_out);

/** What it means for them, and who says so. Returns: (transfer full). */
char       *ovs_left_out_explain (OvsLeftOut left_out);

/** Whom to show, for OvsPeopleSource. Returns: (transfer full). */
char       *ovs_left_out_filter  (OvsLeftOut left_out);

#define OVS_TYPE_LEFT_OUT_LIST (ovs_left_out_list_get_type ())
G_DECLARE_FINAL_TYPE (OvsLeftOutList, ovs_left_out_list, OVS, LEFT_OUT_LIST, AdwBin)

/**
 * OvsLeftOutList:
 *
 * The reasons why people do not go along, with how many there are. Signal "chosen" (int OvsLeftOut): the user wants to see them.
 */
void        ovs_left_out_list_show   (OvsLeftOutList *self, const OvsTally *counts, gint64 on_paper);

/** Chooses one without telling; %OVS_LEFT_OUT_NONE none. */
void        ovs_left_out_list_choose (OvsLeftOutList *self, OvsLeftOut left_out);

G_END_DECLS
