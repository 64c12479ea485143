/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/resources.h"

#include <string.h>

static const OvsResource resources[OVS_N_RESOURCES] = {
  [OVS_RESOURCE_PROVIDERS] = { "providers", "2018-01-01", OVS_FAMILY_PROVIDERS, TRUE },
  [OVS_RESOURCE_USER] = { "user", "2018-01-01", OVS_FAMILY_USER, FALSE },
  [OVS_RESOURCE_EMPLOYERS] = { "providers/employers/minimized", "2018-01-01", OVS_FAMILY_EMPLOYERS, TRUE },
  [OVS_RESOURCE_EMPLOYER] = { "providers/employers/*", "2018-01-01", OVS_FAMILY_EMPLOYERS, FALSE },
  [OVS_RESOURCE_EMPLOYEES] = { "providers/employers/*/employees", "2021-03-29", OVS_FAMILY_EMPLOYERS, TRUE },
  [OVS_RESOURCE_EMPLOYEE] = { "providers/employers/employees/*", "2021-03-29", OVS_FAMILY_EMPLOYERS, FALSE },
  [OVS_RESOURCE_EMPLOYEE_EMAIL] = { "providers/employers/employees/*", "2018-12-31", OVS_FAMILY_EMPLOYERS,
                                    FALSE },
  [OVS_RESOURCE_EMPLOYMENTS] = { "providers/employers/*/employees/employments/minimized", "2019-12-16",
                                 OVS_FAMILY_EMPLOYERS, TRUE },
  [OVS_RESOURCE_WERKNEMERLOKET] = { "providers/employers/*/employees/selfservice", "2018-01-01",
                                    OVS_FAMILY_EMPLOYERS, TRUE },
  [OVS_RESOURCE_MIGRATION] = { "providers/employers/*/employees/selfservice/migration", "2018-01-01",
                               OVS_FAMILY_EMPLOYERS, TRUE },
  [OVS_RESOURCE_MIJNLOKET] = { "providers/employers/*/employees/essaccessstatus", "2018-01-01",
                               OVS_FAMILY_EMPLOYERS, TRUE },
  [OVS_RESOURCE_MODULES] = { "providers/employers/*/modules", "2018-01-01", OVS_FAMILY_EMPLOYERS, FALSE },
  [OVS_RESOURCE_AUTHORIZATIONS] = { "providers/employers/*/authorizations", "2019-02-11", OVS_FAMILY_EMPLOYERS, FALSE },
  [OVS_RESOURCE_ACTIONS] = { "users/collectiveactions", "2018-01-01", OVS_FAMILY_ACTIONS, TRUE },
  [OVS_RESOURCE_ACTION_ITEMS] = { "users/collectiveactions/*", "2018-01-01", OVS_FAMILY_ACTIONS, FALSE },
};

static const struct
{
  const char *name;
  OvsResourceId probe;
} families[OVS_N_FAMILIES] = {
  [OVS_FAMILY_PROVIDERS] = { "providers", OVS_RESOURCE_PROVIDERS },
  [OVS_FAMILY_EMPLOYERS] = { "employers", OVS_RESOURCE_EMPLOYERS },
  [OVS_FAMILY_USER] = { "user", OVS_RESOURCE_USER },
  [OVS_FAMILY_ACTIONS] = { "actions", OVS_RESOURCE_ACTIONS },
};

const OvsResource *
ovs_resource_get (OvsResourceId id)
{
  g_return_val_if_fail (id < OVS_N_RESOURCES, NULL);

  return &resources[id];
}

const OvsResource *
ovs_resource_get_probe (OvsFamily family)
{
  g_return_val_if_fail (family < OVS_N_FAMILIES, NULL);

  return &resources[families[family].probe];
}

gboolean
ovs_resource_has_id (const OvsResource *resource)
{
  return strchr (resource->path, '*') != NULL;
}

char *
ovs_resource_get_accept (const OvsResource *resource)
{
  return g_strconcat ("application/json;version=", resource->version, NULL);
}

char *
ovs_resource_get_path (const OvsResource *resource, OvsPrefix prefix, const char *id)
{
  const char *start = prefix == OVS_PREFIX_NONE ? "/" : "/v2/";
  const char *star = strchr (resource->path, '*');
  g_autofree char *escaped = NULL;

  if (star == NULL)
    return g_strconcat (start, resource->path, NULL);
  escaped = g_uri_escape_string (id, NULL, FALSE);
  return g_strdup_printf ("%s%.*s%s%s", start, (int) (star - resource->path), resource->path, escaped,
                          star + 1);
}

const char *
ovs_family_get_name (OvsFamily family)
{
  g_return_val_if_fail (family < OVS_N_FAMILIES, NULL);

  return families[family].name;
}
