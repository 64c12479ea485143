/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/invocation.h"
#include "intake/result.h"

G_BEGIN_DECLS

/* What commands answer that read something into the dossier. */

/** The members `kind`, `rows`, `added`, `changed`, `unchanged`, `missing`, `skipped` and `refused`. */
void ovs_answer_intake      (OvsJsonWriter *json, const OvsIntakeResult *result);

/** A list of texts. @texts: (nullable). */
void ovs_answer_texts       (OvsJsonWriter *json, const char *name, char **texts);

/** How many rows were read, and what they did, for people. */
void ovs_say_intake         (OvsInvocation *invocation, const OvsIntakeResult *result);

/** The first refused rows, and how many more there are. */
void ovs_say_refused        (OvsInvocation *invocation, const OvsIntakeResult *result);

G_END_DECLS
