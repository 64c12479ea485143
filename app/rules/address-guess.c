/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/address-guess.h"

#include <string.h>

#include "rules/address.h"
#include "rules/mail-domain.h"

typedef struct
{
  const char *wrong;
  const char *right;
} Slip;

/* Each is put right everywhere, in this order. */
static const Slip slips[] = {
  { "(at)", "@" }, { "[at]", "@" }, { " at ", "@" }, { " @", "@" }, { "@ ", "@" }, { "@@", "@" },
  { " .", "." },   { ". ", "." },   { "..", "." },   { "@.", "@" }, { "@www.", "@" },
};

static char *
replace (char *text, const char *wrong, const char *right)
{
  g_autofree char *old = text;
  g_auto (GStrv) parts = g_strsplit (old, wrong, -1);

  return g_strjoinv (right, parts);
}

static const char *
find_only_at (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && strchr (at + 1, '@') == NULL ? at : NULL;
}

/* "jan@gmail,com": after the "@" a comma is a full stop. */
static void
mend_commas (char *text)
{
  char *at = strchr (text, '@');

  for (char *comma = at != NULL ? strchr (at, ',') : NULL; comma != NULL; comma = strchr (comma, ','))
    *comma = '.';
}

/* "jan@gmail": the ending is that of the only provider with this name. */
static char *
mend_ending (char *text)
{
  const char *at = find_only_at (text);
  const char *whole = at != NULL && strchr (at, '.') == NULL ? ovs_mail_domain_public_named (at + 1) : NULL;
  char *mended;

  if (whole == NULL)
    return text;
  mended = g_strdup_printf ("%.*s@%s", (int) (at - text), text, whole);
  g_free (text);
  return mended;
}

static char *
guess_invalid (const char *cell)
{
  g_autoptr (OvsAddress) mended = NULL;
  char *text = g_strdup (cell);
  g_autofree char *done = NULL;
  char *meant;

  for (gsize i = 0; i < G_N_ELEMENTS (slips); i++)
    text = replace (text, slips[i].wrong, slips[i].right);
  mend_commas (text);
  done = mend_ending (text);

  mended = ovs_address_parse (done);
  if (mended->kind != OVS_ADDRESS_OK)
    return NULL;
  meant = ovs_address_suggest (mended->address);
  return meant != NULL ? meant : g_strdup (mended->address);
}

char *
ovs_address_guess (const char *cell)
{
  g_autoptr (OvsAddress) address = ovs_address_parse (cell);

  switch (address->kind)
    {
    case OVS_ADDRESS_OK:
      return ovs_address_suggest (address->address);
    case OVS_ADDRESS_INVALID:
      return guess_invalid (address->address);
    case OVS_ADDRESS_ABSENT:
    default:
      return NULL;
    }
}
