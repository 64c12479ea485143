/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/outcomes.h"

G_BEGIN_DECLS

/**
 * The lists that a number of the outcome opens. Submitted = invited + refused + unknown, whatever became of it later. And whoever was submitted or
 * stands on Loket's uitvallijst is in exactly one of: over, waiting, fallout, unknown, no access needed, left; or he was invited otherwise.
 */
typedef enum
{
  OVS_OUTCOMES_INVITED,
  OVS_OUTCOMES_OVER,         /* invited, and has a MijnLoket account at this client */
  OVS_OUTCOMES_WAITING,      /* invited, not over, and no other end state */
  OVS_OUTCOMES_LAPSED,       /* of these: the invitation is no longer alive */
  OVS_OUTCOMES_REFUSED,      /* submitted, and no invitation came about */
  OVS_OUTCOMES_UNKNOWN,
  OVS_OUTCOMES_FALLOUT,      /* the uitvallijst: refused, or on Loket's own list and still without an invitation; without an end state */
  OVS_OUTCOMES_STRANDED,
  OVS_OUTCOMES_BOTH_PORTALS,
  OVS_OUTCOMES_HANDLED,      /* once on the uitvallijst, now invited or over */
  OVS_OUTCOMES_NEWCOMERS,    /* first seen after the client was converted: Loket may have invited them already */
  OVS_OUTCOMES_NO_ACCESS,    /* not over, and it was decided that no access is needed */
  OVS_OUTCOMES_LEFT,         /* submitted or on the uitvallijst, not over, and left employment since */
  OVS_OUTCOMES_BLOCKED_BEFORE, /* at a converted client, active, blocked in Werknemerloket but not by this conversion, and no MijnLoket */
  OVS_N_OUTCOME_LISTS,
} OvsOutcomeList;

/** By what a list is sorted; names break ties. */
typedef enum
{
  OVS_OUTCOME_SORT_NAME,
  OVS_OUTCOME_SORT_EMPLOYER,
  OVS_OUTCOME_SORT_SENT,     /* the latest invitation, the oldest first */
  OVS_OUTCOME_SORT_ATTEMPTS,
  OVS_OUTCOME_SORT_REASON,   /* the code */
  OVS_OUTCOME_SORT_STATUS,   /* the access to MijnLoket */
} OvsOutcomeSort;

/**
 * OvsOutcomePerson:
 *
 * Whom a row is about, for the few rows that are visible. Texts are owned and nullable. Free with ovs_outcome_person_free().
 */
typedef struct
{
  OvsOutcomeRow outcome;    /* its texts are NULL but for the reason, a constant */
  char *employer_number;
  char *employer_name;
  char *employee_number;
  char *name;
  char *email;              /* as read; NULL for none */
  gboolean email_usable;
  gboolean change_in_loket; /* mended here, not yet changed in Loket */
  gboolean linked;          /* Loket's id is known */
  gboolean address_refused; /* the latest refusal was about the address, which was not changed since */
  gboolean client_asked;    /* a question about this address is for the list of his client */
  char *message;            /* Loket's words about the latest refusal, or those of its uitvallijst */
  char *meaning;            /* what they mean, as the office said it once */
  char *meaning_advice;     /* and what to do about it */
  char *foreign_word;       /* Loket's word for the access to MijnLoket where it is one that is not known here */
  gint64 sent;              /* instant of the latest invitation, 0 for none */
  gint64 went_out;          /* instant of the latest one that went out, or may have; 0 for none */
} OvsOutcomePerson;

/**
 * OvsOutcomeQuery:
 * @handler: (nullable): only this colleague's clients
 * @search: folded by ovs_text_fold(), "" for none: in names and numbers of people and clients
 * @keep: (nullable): asked with @data for each whether he belongs to what is looked for; of the person it is given only the outcome and the
 *   booleans about the address and Loket's id
 */
typedef struct
{
  OvsOutcomeList list;
  const char *handler;
  const char *search;
  OvsOutcomeSort sort;
  gboolean descending;
  gboolean (*keep) (const OvsOutcomePerson *person, OvsDay today, gpointer data);
  gpointer data;
} OvsOutcomeQuery;

/** Under which code the size of a list is kept, see dossier/tally.h. Returns: (transfer none). */
const char *ovs_outcome_list_code (OvsOutcomeList list);

/** TRUE for who belongs in the list. */
gboolean ovs_outcome_list_has   (OvsOutcomeList list, const OvsOutcomeRow *row);

/** The people of a list in the order asked for. Returns: (transfer full) (element-type gint64): ids of employees. */
GArray  *ovs_outcome_list_query (OvsTx *tx, OvsDay today, const OvsOutcomeQuery *query);

/** Returns: (transfer full) (nullable): NULL where the dossier has no such employee. */
OvsOutcomePerson *ovs_outcome_person_get  (OvsTx *tx, OvsDay today, gint64 employee);
void              ovs_outcome_person_free (OvsOutcomePerson *person);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsOutcomePerson, ovs_outcome_person_free)

G_END_DECLS
