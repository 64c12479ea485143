/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/outcome-words.h"

#include <glib/gi18n.h>

#include "conversion/fallout-reason.h"
#include "conversion/reinvite.h"

static gboolean
is_fallout (const OvsOutcomePerson *person)
{
  return ovs_outcome_list_has (OVS_OUTCOMES_FALLOUT, &person->outcome);
}

const char *
ovs_outcome_words_status (const OvsOutcomePerson *person)
{
  if (person->outcome.standing.outcome == OVS_OUTCOME_UNKNOWN)
    return _ ("Loket has not told what became of it");
  if (person->foreign_word != NULL)
    return person->foreign_word;
  if (ovs_outcome_list_has (OVS_OUTCOMES_BLOCKED_BEFORE, &person->outcome))
    return _ ("Blocked in Werknemerloket before the conversion");
  if (!is_fallout (person))
    return ovs_access_title (person->outcome.mijnloket);
  if (!person->email_usable)
    return _ ("There is no address to invite");
  if (person->outcome.reason != NULL && !g_str_equal (person->outcome.reason, OVS_FALLOUT_REFUSED_BY_LOKET))
    return ovs_fallout_reason_title (person->outcome.reason);
  if (person->meaning != NULL)
    return person->meaning;
  /* Loket's own words say more than that it refused. */
  if (person->message != NULL && *person->message != '\0')
    return person->message;
  return ovs_fallout_reason_title (OVS_FALLOUT_REFUSED_BY_LOKET);
}

OvsCellKind
ovs_outcome_words_kind (const OvsOutcomePerson *person)
{
  if (person->outcome.standing.stranded)
    return OVS_CELL_STOPPER;
  if (person->outcome.standing.outcome == OVS_OUTCOME_UNKNOWN)
    return OVS_CELL_UNKNOWN;
  if (is_fallout (person) || ovs_outcome_list_has (OVS_OUTCOMES_LAPSED, &person->outcome))
    return OVS_CELL_WARNING;
  return person->outcome.mijnloket == OVS_ACCESS_ACTIVE ? OVS_CELL_DONE : OVS_CELL_PLAIN;
}

const char *
ovs_outcome_words_advice (const OvsOutcomePerson *person)
{
  if (person->change_in_loket)
    return _ ("Change the address in Loket too: Loket sends the mail.");
  if (person->foreign_word != NULL)
    return _ ("A word of Loket that this version does not know. Look in Loket what it means.");
  if (is_fallout (person) && person->email_usable && person->meaning_advice != NULL)
    return person->meaning_advice;
  if (is_fallout (person) && person->address_refused)
    return _ ("Ask for another address, or put it right in Loket.");
  if (is_fallout (person))
    return person->email_usable ? ovs_fallout_reason_advice (person->outcome.reason != NULL ? person->outcome.reason : OVS_FALLOUT_REFUSED_BY_LOKET)
                                : _ ("Ask the client for an address.");
  if (ovs_outcome_list_has (OVS_OUTCOMES_LAPSED, &person->outcome))
    return _ ("The invitation is no longer valid: invite again.");
  return "";
}

const char *
ovs_outcome_words_invite (const OvsOutcomePerson *person)
{
  return person->outcome.attempts > 0 ? _ ("Invite again") : _ ("Invite after all");
}

const char *
ovs_outcome_words_obstacle (const OvsOutcomePerson *person)
{
  const char *objection = ovs_reinvite_find_objection (&person->outcome, person->linked);

  if (objection != NULL)
    return objection;
  if (!person->email_usable)
    return _ ("First an address");
  return person->change_in_loket ? _ ("First change the address in Loket") : NULL;
}

/* What a message says where Loket gave no reason of its own, by what was asked. */
static const struct
{
  const char *confirmed, *refused, *open;
} messages[] = {
  [OVS_INTENT_INVITE] = { N_ ("Invited"), NULL, N_ ("Invitation asked; no result yet") },
  [OVS_INTENT_BLOCK] = { N_ ("Werknemerloket blocked"), N_ ("Loket could not block Werknemerloket"), N_ ("Blocking asked; no result yet") },
  [OVS_INTENT_REINSTATE]
  = { N_ ("Werknemerloket given back"), N_ ("Loket could not give Werknemerloket back"), N_ ("Unblocking asked; no result yet") },
};

const char *
ovs_message_words_title (const OvsMessage *message)
{
  switch (message->state)
    {
    case OVS_INTENT_CONFIRMED:
      return _ (messages[message->kind].confirmed);
    case OVS_INTENT_REFUSED:
      if (messages[message->kind].refused != NULL)
        return _ (messages[message->kind].refused);
      if (message->meaning != NULL)
        return message->meaning;
      return ovs_fallout_reason_title (message->reason != NULL ? message->reason : OVS_FALLOUT_REFUSED_BY_LOKET);
    case OVS_INTENT_SENT:
    case OVS_INTENT_UNKNOWN:
    case OVS_INTENT_PLANNED:
    default:
      return message->reason != NULL ? ovs_fallout_reason_title (message->reason) : _ (messages[message->kind].open);
    }
}

OvsCellKind
ovs_message_words_kind (const OvsMessage *message)
{
  switch (message->state)
    {
    case OVS_INTENT_CONFIRMED:
      return OVS_CELL_DONE;
    case OVS_INTENT_REFUSED:
      return OVS_CELL_WARNING;
    case OVS_INTENT_SENT:
    case OVS_INTENT_UNKNOWN:
    case OVS_INTENT_PLANNED:
    default:
      return OVS_CELL_UNKNOWN;
    }
}
