/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/address.h"

#include <string.h>

#include "fuzz/fuzz.h"

static void
check_suggestion (const char *address)
{
  g_autofree char *suggested = ovs_address_suggest (address);
  g_autoptr (OvsAddress) read = NULL;

  if (suggested == NULL)
    return;
  read = ovs_address_parse (suggested);
  g_assert (!g_str_equal (suggested, address));
  /* One letter more may be one too many. */
  g_assert (read->kind == OVS_ADDRESS_OK || g_utf8_strlen (suggested, -1) > 254);
}

/* What is shown is what is stored and read again: then it has to be the same address. */
static void
check_again (const OvsAddress *address)
{
  g_autoptr (OvsAddress) again = ovs_address_parse (address->address);

  g_assert (again->kind == address->kind);
  g_assert (g_str_equal (again->address, address->address));
  g_assert (g_str_equal (again->key, address->key));
  g_assert (again->stripped == NULL);
}

static void
check_ok (const OvsAddress *address)
{
  g_autofree char *local = ovs_address_local_part (address->key);

  g_assert (*local != '\0' && strchr (ovs_address_domain (address->key), '.') != NULL);
  g_assert (g_str_is_ascii (ovs_address_domain (address->key)));
  ovs_address_is_placeholder (address->key);
  ovs_address_is_role (address->key);
  if (ovs_address_is_public (address->key))
    g_assert (!ovs_address_looks_mistyped (address->key));
  check_suggestion (address->address);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *cell = fuzz_text (data, size);
  g_autoptr (OvsAddress) address = ovs_address_parse (cell);

  g_assert (g_utf8_validate (address->address, -1, NULL) && g_utf8_validate (address->key, -1, NULL));
  g_assert (address->stripped == NULL || g_utf8_validate (address->stripped, -1, NULL));
  g_assert ((*address->key != '\0') == (address->kind == OVS_ADDRESS_OK));
  g_assert ((*address->address == '\0') == (address->kind == OVS_ADDRESS_ABSENT));
  check_again (address);
  if (address->kind == OVS_ADDRESS_OK)
    check_ok (address);
  return 0;
}
