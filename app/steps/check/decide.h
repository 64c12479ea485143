/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/rule.h"
#include "steps/check/loket-mends.h"
#include "steps/check/person-card.h"
#include "steps/step-page.h"

G_BEGIN_DECLS

/*
 * Decisions as the user sees them: a question where a reason is needed, the step in the dossier, and a toast that can take it back.
 * @people are ids (element-type gint64, transfer full); @name (nullable) is that of the only one. The page says what happened or went wrong.
 */

/**
 * Another private address for the person on @card; @done_in_loket: it was changed there too; @mends: (nullable): changes it there once it is
 * written down here.
 */
void ovs_decide_mend        (OvsStepPage *page, const OvsPersonCard *card, const char *address, gboolean done_in_loket, OvsLoketMends *mends);

/**
 * Asks for a reason, and takes people along in spite of a warning; @finding: -1 for every warning that they have. @client: (nullable): the
 * name of the client of whom they all are.
 */
void ovs_decide_accept      (OvsStepPage *page, int finding, GArray *people, const char *name, const char *client);

/** Asks for a reason, and leaves people out. */
void ovs_decide_exclude     (OvsStepPage *page, GArray *people, const char *name);

/** Leaves people out who have no e-mail address: payroll prints their payslips. */
void ovs_decide_on_paper    (OvsStepPage *page, GArray *people);

/** Their mended addresses were changed in Loket. */
void ovs_decide_tick_off    (OvsStepPage *page, GArray *people);

/** Lets people go along again. */
void ovs_decide_include     (OvsStepPage *page, GArray *people);

G_END_DECLS
