/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planning/proposal.h"

G_BEGIN_DECLS

/* An office that plans rounds, for tests, and what holds for every proposal. */

/* 24 November 2026, a Tuesday. */
#define TODAY ((OvsDay) 739944)

typedef struct
{
  OvsPlanAsk ask;
  GArray *clients;
  GArray *ties;
  GArray *blocked;
  GArray *standing;
  GArray *standing_ties;
  GStringChunk *texts;
} Office;

/** On TODAY, with nobody and the usual rules. */
Office          *office_new         (guint64 per_day);
void             office_free        (Office *office);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Office, office_free)

/** Informed long ago, nothing known of its pay. Returns: (transfer none): until the next one is added. */
OvsPlanClient   *office_add_client  (Office *office, guint64 people);
void             office_add_clients (Office *office, guint count, guint64 people);
void             office_tie         (Office *office, guint a, guint b, OvsTie kind);
void             office_block       (Office *office, OvsDay first, OvsDay last, const char *handler);

/** A proposal of which everything holds that always does: everybody once, good days, gaps, no day with too many questions. */
OvsProposal     *office_propose     (const Office *office);

OvsPlannedRound *proposal_round     (OvsProposal *proposal, guint at);

/** The round with this number, or of a client. Returns: (nullable). @planned: (out) (optional). */
OvsPlannedRound *proposal_number    (OvsProposal *proposal, gint64 number);
OvsPlannedRound *proposal_find      (OvsProposal *proposal, guint client, OvsPlannedClient *planned);

gboolean         reasons_have       (const GArray *reasons, OvsPlanWhy why);

G_END_DECLS
