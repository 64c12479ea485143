/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/** How far a client is when it says that it does not take part after all. */
typedef enum
{
  OVS_STAGE_PLANNED,   /* or not even that: nobody outside the office knows of it */
  OVS_STAGE_INFORMED,  /* its people may expect the conversion */
  OVS_STAGE_HANDED_IN, /* Loket has it on a client list */
  OVS_STAGE_CONVERTED, /* people of it were invited */
} OvsStage;

/** What follows from a withdrawal; a set. */
typedef enum
{
  OVS_DUTY_LETTER = 1 << 0,  /* the client gets a letter that takes the announcement back */
  OVS_DUTY_TELL = 1 << 1,    /* Loket is told, in a ticket */
  OVS_DUTY_CONFIRM = 1 << 2, /* Loket confirms: until then the client may be converted all the same */
  OVS_DUTY_LOOK = 1 << 3,    /* those invited stay so: look whether Werknemerloket is to be opened again for them */
} OvsDuties;

/**
 * OvsWithdrawalFacts:
 * @informed_on: when the client was informed, %OVS_NO_DAY for never
 * @handed_in_on: when Loket last got a client list with it
 * @invited: how many of its people have an invitation or are over
 * @to_go: how many could still be invited
 * @letter_on, @told_on, @confirmed_on: when that was done, %OVS_NO_DAY while it was not
 */
typedef struct
{
  OvsDay informed_on;
  OvsDay handed_in_on;
  gint64 invited;
  gint64 to_go;
  OvsDay letter_on;
  OvsDay told_on;
  OvsDay confirmed_on;
} OvsWithdrawalFacts;

/**
 * OvsWithdrawal:
 * @possible: somebody of it can still be held back
 * @duties: everything that follows, done or not
 * @open: what of that is still to be done
 */
typedef struct
{
  OvsStage stage;
  gboolean possible;
  OvsDuties duties;
  OvsDuties open;
} OvsWithdrawal;

/** What a withdrawal means for a client of which these are the facts. */
OvsWithdrawal ovs_withdrawal_judge  (const OvsWithdrawalFacts *facts);

/** Whether Loket may still convert a client that has withdrawn. */
gboolean      ovs_withdrawal_at_risk (const OvsWithdrawal *withdrawal);

G_END_DECLS
