/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/outcome-list.h"
#include "steps/step-page.h"

G_BEGIN_DECLS

/** Asks for another private address of @person (copied from), writes it down as a step that can be undone, and tells so on @page. */
void ovs_mend_dialog_show (OvsStepPage *page, const OvsOutcomePerson *person);

G_END_DECLS
