/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/* What whoever is activated by the practice Loket itself, and not by a person, logs in with. */
#define OVS_PRACTICE_ACCOUNT_PASSWORD "oefenloket"

/**
 * OvsPracticeAccount:
 *
 * One account of MijnLoket. It belongs to an e-mail address and can hold several employers.
 */
typedef struct
{
  gint64 id;
  char *email;
  char *first_name;
  char *password;     /* (nullable) argon2id, as libsodium writes it; NULL: OVS_PRACTICE_ACCOUNT_PASSWORD, or none yet */
  gboolean activated; /* a password was chosen */
} OvsPracticeAccount;

void                ovs_practice_account_free       (OvsPracticeAccount *account);

/** The account with that id, or with that address. Returns: (transfer full) (nullable). */
OvsPracticeAccount *ovs_practice_accounts_load      (OvsPracticeState *state, gint64 id);
OvsPracticeAccount *ovs_practice_accounts_find      (OvsPracticeState *state, const char *email);

/** The id of the account with that address, which is made when there is none: then it is not activated yet. */
gint64              ovs_practice_accounts_ensure    (OvsPracticeState *state, const char *email, const char *first_name);

/** Lets the account be logged in to, with @password (nullable: the practice password). */
void                ovs_practice_accounts_activate  (OvsPracticeState *state, gint64 id, const char *password);

/** Another address, which no other account may have, and another first name. */
void                ovs_practice_accounts_change    (OvsPracticeState *state, gint64 id, const char *email, const char *first_name);

/** Ties @employee to the account: from now on it is there that the birth date is asked for. */
void                ovs_practice_accounts_take      (OvsPracticeState *state, gint64 id, gint64 employee);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticeAccount, ovs_practice_account_free)

G_END_DECLS
