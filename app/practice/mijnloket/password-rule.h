/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Why @password cannot be chosen, in a sentence for whoever chose it; NULL when it can. What is asked is a length, that both fields
 * hold the same, and that it is none of those that everybody tries first.
 * @password: (nullable)
 * @again: (nullable): what the second field holds
 * @email: (nullable): the address of the account
 */
const char *ovs_practice_password_problem (const char *password, const char *again, const char *email);

G_END_DECLS
