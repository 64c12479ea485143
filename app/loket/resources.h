/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OvsFamily:
 *
 * Paths that share their prefix. Loket's description leaves open whether some of them begin with `/v2`; each family
 * has one list without an id by which that is found out: there a 404 can only mean the other prefix.
 */
typedef enum
{
  OVS_FAMILY_PROVIDERS,
  OVS_FAMILY_EMPLOYERS,
  OVS_FAMILY_USER,
  OVS_FAMILY_ACTIONS,
  OVS_N_FAMILIES,
} OvsFamily;

typedef enum
{
  OVS_PREFIX_UNKNOWN,
  OVS_PREFIX_V2,
  OVS_PREFIX_NONE,
} OvsPrefix;

typedef enum
{
  OVS_RESOURCE_PROVIDERS,
  OVS_RESOURCE_USER,
  OVS_RESOURCE_EMPLOYERS,
  OVS_RESOURCE_EMPLOYER,
  OVS_RESOURCE_EMPLOYEES,
  OVS_RESOURCE_EMPLOYEE,
  OVS_RESOURCE_EMPLOYEE_EMAIL,
  OVS_RESOURCE_EMPLOYMENTS,
  OVS_RESOURCE_WERKNEMERLOKET,
  OVS_RESOURCE_MIGRATION,
  OVS_RESOURCE_MIJNLOKET,
  OVS_RESOURCE_MODULES,
  OVS_RESOURCE_AUTHORIZATIONS,
  OVS_RESOURCE_ACTIONS,
  OVS_RESOURCE_ACTION_ITEMS,
  OVS_N_RESOURCES,
} OvsResourceId;

typedef struct
{
  const char *path;    /* `*` stands for the id; serves as its name too */
  const char *version; /* of the table of resources in Loket's description */
  OvsFamily family;
  gboolean paged; /* takes pageNumber and pageSize */
} OvsResource;

const OvsResource *ovs_resource_get           (OvsResourceId      id);

/** The resource by which the prefix of @family is found out. */
const OvsResource *ovs_resource_get_probe     (OvsFamily          family);

gboolean           ovs_resource_has_id        (const OvsResource *resource);

/** `application/json;version=…`. Returns: (transfer full). */
char              *ovs_resource_get_accept    (const OvsResource *resource);

/** The path with its prefix, `/v2/providers`. @id: (nullable): escaped here. Returns: (transfer full). */
char              *ovs_resource_get_path      (const OvsResource *resource,
                                               OvsPrefix          prefix,
                                               const char        *id);

/** A short word for @family, as kept in the dossier. */
const char        *ovs_family_get_name        (OvsFamily          family);

G_END_DECLS
