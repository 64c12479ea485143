/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * OvsVerified:
 * @entries: how many entries of the trail were read
 * @broken_at: the first one that does not fit on the one before it, 0 where all do
 * @operation, @at: what that entry says was done, and when; "" where it is not there at all. Owned
 * @last_hash: the hash of the last entry that holds: whoever kept one of before can compare it. Owned
 * @damage: what SQLite says of the file itself where something is wrong with it. Owned, nullable
 * @loose: rows that refer to others that are not there
 *
 * Whether trail and file are as they were written. Clear with ovs_verified_clear().
 */
typedef struct
{
  gint64 entries;
  gint64 broken_at;
  char *operation;
  char *at;
  char *last_hash;
  char *damage;
  gint64 loose;
} OvsVerified;

/** Reads the whole trail and the whole file. */
void     ovs_verify_run       (OvsTx *tx, OvsVerified *verified);

/** TRUE where nothing is wrong. */
gboolean ovs_verified_intact  (const OvsVerified *verified);

void     ovs_verified_clear   (OvsVerified *verified);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OvsVerified, ovs_verified_clear)

G_END_DECLS
