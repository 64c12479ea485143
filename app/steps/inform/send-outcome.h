/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "letters/post-run.h"

G_BEGIN_DECLS

#define OVS_TYPE_SEND_OUTCOME (ovs_send_outcome_get_type ())
G_DECLARE_FINAL_TYPE (OvsSendOutcome, ovs_send_outcome, OVS, SEND_OUTCOME, AdwBin)

/** What became of a run that sent messages. Its buttons call `window.close` and `send.outbox`. */
OvsSendOutcome *ovs_send_outcome_new  (void);

void            ovs_send_outcome_show (OvsSendOutcome *self, const OvsPostResult *result);

/** That nothing could be done, and why. */
void            ovs_send_outcome_fail (OvsSendOutcome *self, const char *why);

G_END_DECLS
