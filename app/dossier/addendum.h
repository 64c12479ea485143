/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/told.h"

G_BEGIN_DECLS

/*
 * The addendum that the firm signs once before MijnLoket can be switched on for its clients (helpdeskwerkgevers.loket.nl 31552117434898):
 * one question per dossier.
 */

/** Whether it was signed; unknown until somebody answers. */
OvsTold  ovs_addendum_get    (OvsTx *tx);

/**
 * Answers the question, one step that can be taken back. @ticket: (nullable): number of the ticket by which Loket confirmed it; it is kept
 * among the tickets. @day: of that ticket, %OVS_NO_DAY for today. FALSE with @error set where the number holds a BSN.
 */
gboolean ovs_addendum_answer (OvsTx *tx, OvsTold is_signed, const char *ticket, OvsDay day, GError **error);

G_END_DECLS
