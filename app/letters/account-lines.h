/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/account.h"

G_BEGIN_DECLS

/*
 * A verantwoording in words. It is Dutch data like every file that clients read, see dutch.h.
 */

/**
 * OvsAccountLine:
 * @number: -1 where there is none
 * @text: (nullable): in place of a number
 * @from, @to: %OVS_NO_DAY where it is not about days; equal for one day
 * @sum: it is the sum of the lines before it
 */
typedef struct
{
  char *label;
  gint64 number;
  char *text;
  OvsDay from;
  OvsDay to;
  gboolean sum;
} OvsAccountLine;

/** @head: above the values. @lines: (element-type OvsAccountLine). */
typedef struct
{
  const char *title;
  const char *head;
  GPtrArray *lines;
} OvsAccountPart;

/** What it tells in lines: people, invitations, days, the trail. Returns: (transfer full) (element-type OvsAccountPart). */
GPtrArray  *ovs_account_parts      (const OvsAccount *account);

/** "Overgestapt", "Geen toegang nodig" … Returns: (transfer none). */
const char *ovs_account_end_title  (OvsEndState state);

/** What somebody did, by its code in the trail; an unknown code as it is. Returns: (transfer none). */
const char *ovs_account_deed_title (const char *operation);

/** "Verantwoording van de overstap naar MijnLoket". */
extern const char ovs_account_title[];

/** Of whom it is: the name of the client and its number, or "Alle klanten". Returns: (transfer full). */
char       *ovs_account_whose      (const OvsAccount *account);

/** `8-12-2026`, or `8-12-2026 t/m 11-1-2027`. Returns: (transfer full): "" for none. */
char       *ovs_account_days       (OvsDay from, OvsDay to);

G_END_DECLS
