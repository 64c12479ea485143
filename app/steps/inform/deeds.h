/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

/** What is written down about clients by hand. */
typedef enum
{
  OVS_DEED_TOLD,               /* the office told the client, by telephone or in another way */
  OVS_DEED_EMPLOYEES_INFORMED, /* the client told its employees */
  OVS_DEED_FLYER_HANGS,
  OVS_N_DEEDS
} OvsDeed;

/** What its button says, in the user's language. Returns: (transfer none). */
const char *ovs_deed_title (OvsDeed deed);

/** Asks on which day that was, and writes it down of @clients ((transfer full) (element-type gint64), not empty) as one step, with a way back. */
void        ovs_deed_ask   (OvsStepPage *page, OvsDeed deed, GArray *clients);

G_END_DECLS
