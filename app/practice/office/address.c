/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/office/address.h"

#include <gio/gio.h>
#include <string.h>

#include "mail/message.h"

/* Characters that the field has room for. */
#define LONGEST_STORED 255

char *
ovs_practice_address_to_ascii (const char *address)
{
  const char *at = address != NULL ? strrchr (address, '@') : NULL;
  g_autofree char *domain = at != NULL ? g_hostname_to_ascii (at + 1) : NULL;
  g_autofree char *local = at != NULL ? g_strndup (address, at - address) : NULL;
  g_autofree char *ascii = domain != NULL ? g_strdup_printf ("%s@%s", local, domain) : NULL;

  return ovs_mail_address_is_possible (ascii) ? g_steal_pointer (&ascii) : NULL;
}

gboolean
ovs_practice_address_is_possible (const char *address)
{
  g_autofree char *ascii = ovs_practice_address_to_ascii (address);

  return ascii != NULL && strchr (strrchr (ascii, '@'), '.') != NULL;
}

gboolean
ovs_practice_address_store (OvsPracticeState *state, gint64 employee, const char *address)
{
  if (address != NULL && g_utf8_strlen (address, -1) > LONGEST_STORED)
    return FALSE;
  ovs_practice_db_run (state->db, "UPDATE employee SET email = nullif (?, '') WHERE id = ?", "tl", address, employee);
  return TRUE;
}
