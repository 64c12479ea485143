/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why Loket does not do an action for one person. Loket publishes no codes; these are the practice Loket's own. */
typedef enum
{
  OVS_PRACTICE_ACCEPTED = 0,
  OVS_PRACTICE_REFUSED_UNKNOWN = 9001,
  OVS_PRACTICE_REFUSED_NO_ADDRESS,
  OVS_PRACTICE_REFUSED_BAD_ADDRESS,
  OVS_PRACTICE_REFUSED_RIGHTS,
  OVS_PRACTICE_REFUSED_MAIL_SERVER,
  OVS_PRACTICE_REFUSED_PRODUCT,
  OVS_PRACTICE_REFUSED_HAS_ACCESS,
  OVS_PRACTICE_REFUSED_PENDING,
  OVS_PRACTICE_REFUSED_BLOCKED,
  OVS_PRACTICE_REFUSED_NO_ACCESS,
  OVS_PRACTICE_REFUSED_NOT_BLOCKED,
  OVS_PRACTICE_REFUSED_NOT_PENDING,
  OVS_PRACTICE_REFUSED_AGAIN,
  OVS_PRACTICE_REFUSED_ON_ORDER, /* a fault that was asked for */
} OvsPracticeRefusal;

/** The `type` of the message. */
const char *ovs_practice_refusal_type (OvsPracticeRefusal refusal);

/** What Loket would write, in Dutch. */
const char *ovs_practice_refusal_text (OvsPracticeRefusal refusal);

G_END_DECLS
