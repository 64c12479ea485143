/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OvsLoketKind:
 * @OVS_LOKET_KIND_PRODUCTION: api.loket.nl
 * @OVS_LOKET_KIND_ACCEPTANCE: api.loket-acc.nl
 * @OVS_LOKET_KIND_PRACTICE: a loopback address: a practice Loket, with or without its doors
 * @OVS_LOKET_KIND_OTHER: any other host, over https
 */
typedef enum
{
  OVS_LOKET_KIND_PRODUCTION,
  OVS_LOKET_KIND_ACCEPTANCE,
  OVS_LOKET_KIND_PRACTICE,
  OVS_LOKET_KIND_OTHER,
} OvsLoketKind;

/** The kind in one word, as dossiers and keyrings hold it: production, acceptance, practice, other. */
const char *ovs_loket_kind_get_word (OvsLoketKind kind);

/** Where a Loket of this kind is. Returns: (nullable): NULL where the kind does not tell. */
const char *ovs_loket_kind_get_url  (OvsLoketKind kind);

G_END_DECLS
