/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OvsAccess:
 *
 * The access of an employee to one portal at one employer. Loket uses the same eight words for Werknemerloket and for
 * MijnLoket. Dossiers store Loket's word, never the number.
 */
typedef enum
{
  OVS_ACCESS_UNKNOWN, /* nothing is known; counts as access to Werknemerloket */
  OVS_ACCESS_ACTIVE, /* HasAccessToClient */
  OVS_ACCESS_NONE, /* NoAccessToClient */
  OVS_ACCESS_INVITE_PENDING, /* InvitePending */
  OVS_ACCESS_INVITE_FAILED, /* InviteFailed */
  OVS_ACCESS_INVITE_CANCELLED, /* InviteCancelled */
  OVS_ACCESS_INVITE_EXPIRED, /* InviteExpired */
  OVS_ACCESS_BLOCKED, /* AccessToClientIsBlocked: at this employer */
  OVS_ACCESS_USER_BLOCKED, /* UserIsBlocked: at every employer */
  OVS_ACCESS_OTHER, /* a word outside the eight: as good as unknown; who read it keeps the raw word */
} OvsAccess;

/**
 * The access that Loket's @word means: %OVS_ACCESS_UNKNOWN for NULL or an empty word, %OVS_ACCESS_OTHER for a word
 * outside the eight. Loket's words are compared exactly.
 */
OvsAccess   ovs_access_from_word  (const char *word);

/** Loket's word. Returns: (transfer none) (nullable): NULL for unknown and other. */
const char *ovs_access_to_word    (OvsAccess access);

/**
 * ovs_access_from_cell:
 * @text: (nullable): a cell of an office file
 * @access: (out): %OVS_ACCESS_UNKNOWN when the text is not recognised
 *
 * Reads Loket's word or a Dutch label of it, compared without case and accents. An empty cell, `-`, `nvt`, `n.v.t.` and
 * `onbekend` are "unknown"; `geen` alone is not read, since it may mean either "no access" or "no data".
 * Returns: FALSE for anything else: the row is to be refused.
 */
gboolean    ovs_access_from_cell  (const char *text, OvsAccess *access);

/**
 * The Dutch label as office files hold it, in any language of the desktop; ovs_access_from_cell() reads it back. Empty
 * for unknown and other. Returns: (transfer none).
 */
const char *ovs_access_to_cell    (OvsAccess access);

/** The access in the user's language, to show ("access active"). Returns: (transfer none). */
const char *ovs_access_title      (OvsAccess access);

/** TRUE unless it is known that there is no active access: unknown and other count as access. */
gboolean    ovs_access_may_be_active (OvsAccess access);

/** TRUE for who has an account (active) or awaits one (invited). */
gboolean    ovs_access_has_or_awaits (OvsAccess access);

/** TRUE when blocked, at this employer or everywhere. */
gboolean    ovs_access_is_blocked (OvsAccess access);

G_END_DECLS
