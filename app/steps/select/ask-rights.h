/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

/** Whether Loket can be asked what the user may do there. */
gboolean ovs_ask_rights_can (OvsWorkspace *workspace);

/** Asks Loket anew what the user who signed in may do at the clients that take part; says what came of it in the page. */
void     ovs_ask_rights     (OvsStepPage *page);

G_END_DECLS
