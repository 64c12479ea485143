/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/select/client-facts.h"

G_BEGIN_DECLS

/** What was answered. Free with ovs_withdrawal_answer_free(). */
typedef struct
{
  char *reason;
  char *said_by; /* (nullable) */
  OvsDay said_on;
} OvsWithdrawalAnswer;

void                 ovs_withdrawal_answer_free   (OvsWithdrawalAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsWithdrawalAnswer, ovs_withdrawal_answer_free)

/** Asks why a client does not take part after all, who said so and when, and shows what follows. A client of which everybody was invited
 * cannot withdraw: then it only says what can be done. */
void                 ovs_withdrawal_dialog_async  (GtkWindow *parent, const OvsClientFacts *facts, GAsyncReadyCallback callback, gpointer user_data);

/** Returns: (transfer full) (nullable): NULL when the user thought better of it. */
OvsWithdrawalAnswer *ovs_withdrawal_dialog_finish (GAsyncResult *result);

G_END_DECLS
