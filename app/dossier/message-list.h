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
 * @search: folded by ovs_text_fold(), "" for none: in names and numbers of people and clients, and in Loket's words
 */
typedef struct
{
  OvsMessages which;
  const char *handler;
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
  char *name;
  char *employer_name;
  char *employer_number;
  char *employee_number;
} OvsMessage;

/** Returns: (transfer full) (nullable): NULL where there is no such message any more. */
OvsMessage *ovs_message_get  (OvsTx *tx, gint64 id);
void        ovs_message_free (OvsMessage *message);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsMessage, ovs_message_free)

G_END_DECLS
