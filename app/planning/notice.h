/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/**
 * OvsNotice:
 *
 * How long before their round its clients know of it. Begins empty; plain values.
 */
typedef struct
{
  guint clients;
  guint not_informed;
  OvsDay last_informed; /* %OVS_NO_DAY while nobody was */
} OvsNotice;

/** What the earliest possible day follows from. */
typedef enum
{
  OVS_EARLIEST_TODAY,        /* everybody was informed long enough ago, or there are no clients */
  OVS_EARLIEST_INFORMED,     /* the client that was informed last */
  OVS_EARLIEST_NOT_INFORMED, /* some were not informed: as if that were done today */
} OvsEarliest;

/** Adds a client; @informed_on: %OVS_NO_DAY for one that was not informed. */
void        ovs_notice_add        (OvsNotice *notice, OvsDay informed_on);

/** The first day that leaves everybody OVS_NOTICE_DAYS (rules/boundary.h), never before @today. @why: (out) (optional). */
OvsDay      ovs_notice_earliest   (const OvsNotice *notice, OvsDay today, OvsEarliest *why);

/** Whether on @day somebody was informed later than that, or not at all. */
gboolean    ovs_notice_is_short   (const OvsNotice *notice, OvsDay day);

/** "Earliest 15-12-2026: the last client was informed on 1-12-2026, and 14 days …", in the user's language. Returns: (transfer full). */
char       *ovs_notice_tell       (const OvsNotice *notice, OvsDay today);

G_END_DECLS
