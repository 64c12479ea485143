/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What follows for an employee: exactly one. */
typedef enum
{
  OVS_DISPOSITION_READY,
  OVS_DISPOSITION_DECIDE,   /* a warning waits for a decision */
  OVS_DISPOSITION_STOPPER,
  OVS_DISPOSITION_LEFT_OUT, /* takes no part; the reason says why */
  OVS_DISPOSITION_DONE,     /* is over or invited already; the reason says which */
} OvsDisposition;

#define OVS_N_DISPOSITIONS (OVS_DISPOSITION_DONE + 1)

/** Why somebody is left out or done, in the order in which they are tried: the first that applies holds. */
typedef enum
{
  OVS_REASON_NONE, /* in scope */
  OVS_REASON_CLIENT_NOT_SELECTED,
  OVS_REASON_DECEASED,
  OVS_REASON_EXCLUDED_BY_HAND,
  OVS_REASON_ALREADY_LINKED,
  OVS_REASON_ALREADY_INVITED,
  OVS_REASON_NOT_YET_EMPLOYED,
  OVS_REASON_LEFT_2025_KEEPS_ACCESS,
  OVS_REASON_LEFT_2025_ACCESS_ENDED,
  OVS_REASON_LEFT_BEFORE_2025,
  OVS_REASON_LEFT_EMPLOYMENT,
  OVS_REASON_NO_WERKNEMERLOKET,
} OvsReason;

#define OVS_N_REASONS (OVS_REASON_NO_WERKNEMERLOKET + 1)

/** `ready`, `decide`, `stopper`, `left-out` or `done`. Returns: (transfer none). */
const char    *ovs_disposition_code      (OvsDisposition disposition);

/** Reads what ovs_disposition_code() writes (nullable). FALSE when @code is none. */
gboolean       ovs_disposition_from_code (const char *code, OvsDisposition *disposition);

/** In the user's language. Returns: (transfer none). */
const char    *ovs_disposition_title     (OvsDisposition disposition);

/** The code of a reason, `client-not-selected`. Returns: (transfer none) (nullable): NULL for %OVS_REASON_NONE. */
const char    *ovs_reason_code           (OvsReason reason);

/** Reads what ovs_reason_code() writes (nullable). FALSE when @code is none. */
gboolean       ovs_reason_from_code      (const char *code, OvsReason *reason);

/** In the user's language; empty for %OVS_REASON_NONE. Returns: (transfer none). */
const char    *ovs_reason_title          (OvsReason reason);

/**
 * Where the reason can be read, like OvsRule's source. Returns: (transfer none) (nullable): NULL for %OVS_REASON_NONE.
 */
const char    *ovs_reason_source         (OvsReason reason);

/** TRUE when somebody with this @reason is done, FALSE when he is left out or in scope. */
gboolean       ovs_reason_is_done        (OvsReason reason);

G_END_DECLS
