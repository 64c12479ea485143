/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/standing-clients.h"
#include "steps/track/question-days.h"

G_BEGIN_DECLS

/** A client that keeps its texts. */
typedef struct
{
  OvsStandingClient client; /* its texts are owned */
} OvsOverviewClient;

/** Without access: who, and at which client. Texts are owned; a client can lack a name. */
typedef struct
{
  char *name;
  char *client;
} OvsOverviewPerson;

/**
 * OvsOverviewData:
 * @days: (element-type OvsStandingDay): day by day, see dossier/standing-days.h; the last one is that of the latest word of Loket
 * @clients: (element-type OvsOverviewClient): what is most urgent first
 * @stranded: (element-type OvsOverviewPerson): the first few of them
 * @sent: clients of which somebody was sent
 * @fresh: of these: read on the latest day
 * @oldest: the day of which the oldest of the others is; %OVS_NO_DAY where one was never read
 *
 * All that the overview of Volgen shows beside the figures, read at one moment.
 */
typedef struct
{
  GArray *days;
  GPtrArray *clients;
  GPtrArray *stranded;
  guint sent;
  guint fresh;
  OvsDay oldest;
  OvsQuestionDays *questions;
} OvsOverviewData;

/** In a thread of the dossier. @filter: (nullable). Returns: (transfer full). */
OvsOverviewData *ovs_overview_data_read (OvsTx *tx, const char *filter);
void             ovs_overview_data_free (OvsOverviewData *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsOverviewData, ovs_overview_data_free)

/** How many people of a client somebody has to look after, or are not over yet. */
gint64           ovs_overview_open      (const gint64 lists[OVS_N_OUTCOME_LISTS]);

/** Which of two clients is more urgent, for sorting. */
int              ovs_overview_compare   (const OvsStandingClient *a, const OvsStandingClient *b);

/** What is open at a client: "2 without access · 3 fallout · 14 waiting", in the user's language. Returns: (transfer full): "" for nothing. */
char            *ovs_overview_say_open  (const gint64 lists[OVS_N_OUTCOME_LISTS]);

G_END_DECLS
