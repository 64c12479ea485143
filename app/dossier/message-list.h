/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/journal.h"

G_BEGIN_DECLS

/** What Loket said, per person and request: the lines of the journal that are more than planned. */
typedef enum
{
  OVS_MESSAGES_ALL,
  OVS_MESSAGES_REFUSED,
  OVS_MESSAGES_UNKNOWN,   /* sent, and no known result */
  OVS_MESSAGES_CONFIRMED,
  OVS_MESSAGES_UNREAD,
  OVS_N_MESSAGES
} OvsMessages;

typedef enum
{
  OVS_MESSAGE_SORT_TIME,  /* the newest first */
  OVS_MESSAGE_SORT_NAME,
  OVS_MESSAGE_SORT_EMPLOYER,
} OvsMessageSort;

/**
 * OvsMessageQuery:
 * @handler: (nullable): only this colleague's clients
 * @words: (nullable): only refusals with these words of Loket, see rules/reason-words.h
 * @search: folded by ovs_text_fold(), "" for none: in names and numbers of people and clients, and in Loket's words
 */
typedef struct
{
  OvsMessages which;
  const char *handler;
  const char *words;
  const char *search;
  OvsMessageSort sort;
  gboolean descending;
} OvsMessageQuery;

/** Returns: (transfer full) (element-type gint64): ids of the messages. */
GArray *ovs_messages_query (OvsTx *tx, const OvsMessageQuery *query);

/**
 * OvsMessage:
 * @at: instant of the result, or of the request while there is none
 * @reason: (nullable): a code, see dossier/journal.h
 * @text: (nullable): Loket's own words, as they came
 * @meaning: (nullable): what these mean, as the office said it once; @advice: (nullable): what to do about it
 * @unread: nobody read it in this state yet
 *
 * Texts are owned and nullable. Free with ovs_message_free().
 */
typedef struct
{
  gint64 at;
  OvsIntentKind kind;
  OvsIntentState state;
  char *reason;
  char *text;
  char *meaning;
  char *advice;
  gboolean unread;
  char *name;
  char *employer_name;
  char *employer_number;
  char *employee_number;
} OvsMessage;

/** How many there are of each kind. @filter: (nullable), see client-filter.h. */
void ovs_messages_count (OvsTx *tx, const char *filter, gint64 counts[OVS_N_MESSAGES]);

/**
 * Writes down that these messages (element-type gint64) were read, or are not; NULL for all of them that pass @filter (nullable). One step that can
 * be taken back. Returns: how many were changed.
 */
gint64 ovs_messages_mark (OvsTx *tx, const GArray *messages, const char *filter, gboolean read);

/** Returns: (transfer full) (nullable): NULL where there is no such message any more. */
OvsMessage *ovs_message_get  (OvsTx *tx, gint64 id);
void        ovs_message_free (OvsMessage *message);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsMessage, ovs_message_free)

G_END_DECLS
