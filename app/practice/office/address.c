/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/office/address.h"

#include <gio/gio.h>
#include <string.h>

#include "mail/message.h"

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
