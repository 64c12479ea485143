/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/api/exchange.h"

G_BEGIN_DECLS

/* Characters that a password has (NIST SP 800-63B, 5.1.1.2: length counts, and nothing is asked of what it consists of). */
#define OVS_PRACTICE_PASSWORD_LEAST 10
#define OVS_PRACTICE_PASSWORD_MOST 128

/* Goes on with the answer. @hash is NULL when the machine has no memory for it. */
typedef void (*OvsPracticeHashed) (OvsPracticeExchange *exchange, const char *hash, gpointer data);
typedef void (*OvsPracticeChecked) (OvsPracticeExchange *exchange, gboolean fits, gpointer data);

/**
 * Hashes @password (argon2id, 19 MiB, 2 passes) and then goes on with the answer to @exchange.
 * @data: (transfer full) (nullable): freed with @free_data
 */
void ovs_practice_passwords_hash  (OvsPracticeExchange *exchange, const char *password, OvsPracticeHashed resume, gpointer data,
                                   GDestroyNotify free_data);

/**
 * Checks @password against @hash and then goes on with the answer to @exchange.
 * @hash: (nullable): NULL fits to nothing, but takes as long: how long it takes tells nobody whether an account is there
 */
void ovs_practice_passwords_check (OvsPracticeExchange *exchange, const char *password, const char *hash, OvsPracticeChecked resume,
                                   gpointer data, GDestroyNotify free_data);

G_END_DECLS
