/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/office/address.h"

#include <string.h>

#define LONGEST 254
/* Characters that the field has room for. */
#define LONGEST_STORED 255

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

gboolean
ovs_practice_address_store (OvsPracticeState *state, gint64 employee, const char *address)
{
  if (address != NULL && g_utf8_strlen (address, -1) > LONGEST_STORED)
    return FALSE;
  ovs_practice_db_run (state->db, "UPDATE employee SET email = nullif (?, '') WHERE id = ?", "tl", address, employee);
  return TRUE;
}
