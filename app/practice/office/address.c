/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/office/address.h"

#include <string.h>

#define LONGEST 254

gboolean
ovs_practice_address_is_possible (const char *address)
{
  const char *at = address != NULL ? strchr (address, '@') : NULL;
  const char *dot = address != NULL ? strrchr (address, '.') : NULL;

  if (at == NULL || at == address || strchr (at + 1, '@') != NULL || strlen (address) > LONGEST)
    return FALSE;
  if (dot == NULL || dot < at + 2 || dot[1] == '\0' || strstr (at, "..") != NULL)
    return FALSE;
  for (const char *p = address; *p != '\0'; p++)
    if ((guchar) *p <= ' ' || *p == 0x7f || strchr ("<>()[],;:\\\"", *p) != NULL)
      return FALSE;
  return TRUE;
}
