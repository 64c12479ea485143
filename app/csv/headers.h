/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/field.h"
#include "csv/personal.h"

G_BEGIN_DECLS

/**
 * What headers mean, from data/headers.ini. Headers are given by the key of ovs_text_header_key(). Safe from any thread.
 */

/** How sure a header is of its meaning. */
typedef enum
{
  OVS_HEADER_UNKNOWN,
  OVS_HEADER_OTHERWISE, /* only where no other column has that meaning */
  OVS_HEADER_SURE,
} OvsHeaderRank;

/** What the header @key means in a file of @kind; sets @field unless it is unknown. */
OvsHeaderRank ovs_headers_look_up    (OvsCsvKind kind, const char *key, OvsField *field);

/** What a column with the header @key holds that is never stored, unless a field is called so. */
OvsPersonal   ovs_headers_get_personal (const char *key);

/** Whether a column with the header @key never means @field, although it looks so: `AanstellingTot` is no end date. */
gboolean      ovs_headers_is_never   (const char *key, OvsField field);

/** The header that this program itself gives @field in a file of @kind. Returns: (transfer none): never NULL. */
const char   *ovs_headers_get_own    (OvsCsvKind kind, OvsField field);

G_END_DECLS
