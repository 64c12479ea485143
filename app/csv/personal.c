/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "csv/personal.h"

#include <glib/gi18n.h>
#include <string.h>

#include "rules/bsn.h"

#define IBAN_MIN 15
#define IBAN_MAX 34
#define WAGE_TAX_SIZE 12

/* A column is that of somebody's numbers when so many cells say so: by chance three numbers pass the eleven-test once in 1,331 times. */
#define ENOUGH 3

/* So many cells show what a column holds. */
#define SETTLED_WITHOUT 2000
#define SETTLED_WITH    50000

const char *
ovs_personal_get_title (OvsPersonal personal)
{
  switch (personal)
    {
    case OVS_PERSONAL_BSN:
      return _ ("citizen service numbers (BSN)");
    case OVS_PERSONAL_WAGE_TAX:
      return _ ("wage tax numbers");
    case OVS_PERSONAL_IBAN:
      return _ ("bank account numbers");
    case OVS_PERSONAL_ADDRESS:
      return _ ("addresses");
    case OVS_PERSONAL_PHONE:
      return _ ("telephone numbers");
    case OVS_PERSONAL_SALARY:
      return _ ("wages");
    default:
      return _ ("personal data");
    }
}

/* --- within a text --- */

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

/* The length of nine digits at @text, as they are or in groups (1234.56.782, 123 456 782), which go to @digits; 0 for none. */
static gsize
take_nine (const char *text, char *digits)
{
  gsize n = 0;
  const char *p = text;
  char separator = 0;

  while (n < 9 && g_ascii_isdigit (*p))
    {
      digits[n++] = *p++;
      if ((n == 3 || n == 4 || n == 6) && (*p == '.' || *p == ' ') && (separator == 0 || separator == *p) && g_ascii_isdigit (p[1]))
        separator = *p++;
    }
  return n == 9 && !g_ascii_isdigit (*p) ? (gsize) (p - text) : 0;
}

/* A loonheffingennummer, 123456789L01. */
static gsize
take_wage_tax (const char *text)
{
  gboolean is_one = count_digits (text) == 9 && g_ascii_toupper (text[9]) == 'L' && count_digits (text + 10) == 2;

  return is_one ? WAGE_TAX_SIZE : 0;
}

static guint
add_to_remainder (guint remainder, char c)
{
  if (g_ascii_isdigit (c))
    return (remainder * 10 + (guint) (c - '0')) % 97;
  return (remainder * 100 + (guint) (g_ascii_toupper (c) - 'A' + 10)) % 97;
}

static gboolean
is_iban (const char *characters, gsize n)
{
  guint remainder = 0;

  for (gsize i = 0; i < n; i++)
    remainder = add_to_remainder (remainder, characters[(i + 4) % n]);
  return remainder == 1;
}

/* Letters for the country, two digits, and the account; with spaces or without. */
static gsize
take_iban (const char *text)
{
  char characters[IBAN_MAX];
  const char *p = text;
  gsize n = 0, length = 0;

  if (!g_ascii_isalpha (text[0]) || !g_ascii_isalpha (text[1]) || !g_ascii_isdigit (text[2]) || !g_ascii_isdigit (text[3]))
    return 0;
  while (n < IBAN_MAX && g_ascii_isalnum (*p))
    {
      characters[n++] = *p++;
      if (n >= IBAN_MIN && !g_ascii_isalnum (*p) && is_iban (characters, n))
        length = (gsize) (p - text);
      if (*p == ' ' && g_ascii_isalnum (p[1]))
        p++;
    }
  return length;
}

/* What stands at @p, which is where a word or a number begins. */
static OvsPersonal
take_personal (const char *p, gboolean keep_numbers, gsize *length)
{
  char digits[9];

  if ((*length = take_wage_tax (p)) > 0)
    return OVS_PERSONAL_WAGE_TAX;
  if ((*length = take_iban (p)) > 0)
    return OVS_PERSONAL_IBAN;
  if (!keep_numbers && (*length = take_nine (p, digits)) > 0 && p[*length] != '@' && ovs_bsn_passes (digits, 9))
    return OVS_PERSONAL_BSN;
  *length = 0;
  return OVS_PERSONAL_NONE;
}

static gboolean
begins_here (const char *text, const char *p)
{
  if (p == text)
    return TRUE;
  return g_ascii_isdigit (*p) ? !g_ascii_isdigit (p[-1]) : !g_ascii_isalnum (p[-1]);
}

/* The next one from @p on. */
static OvsPersonal
find_from (const char *text, gboolean keep_numbers, const char **p, gsize *length)
{
  OvsPersonal found;

  for (; **p != '\0'; (*p)++)
    if (g_ascii_isalnum (**p) && begins_here (text, *p) && (found = take_personal (*p, keep_numbers, length)) != OVS_PERSONAL_NONE)
      return found;
  return OVS_PERSONAL_NONE;
}

/* All of them have nine digits at least; names and words have none. */
static gboolean
may_have_any (const char *text)
{
  guint n_digits = 0;

  for (; *text != '\0' && n_digits < OVS_PERSONAL_DIGITS; text++)
    n_digits += g_ascii_isdigit (*text);
  return n_digits == OVS_PERSONAL_DIGITS;
}

OvsPersonal
ovs_personal_find (const char *text, gboolean keep_numbers)
{
  const char *p = text;
  gsize length;

  return may_have_any (text) ? find_from (text, keep_numbers, &p, &length) : OVS_PERSONAL_NONE;
}

char *
ovs_personal_mask (const char *text, gboolean keep_numbers)
{
  GString *out;
  const char *p = text;
  const char *done = text;
  gsize length;

  if (ovs_personal_find (text, keep_numbers) == OVS_PERSONAL_NONE)
    return NULL;
  out = g_string_new (NULL);
  while (find_from (text, keep_numbers, &p, &length) != OVS_PERSONAL_NONE)
    {
      g_string_append_len (out, done, p - done);
      g_string_append (out, "•••");
      done = p = p + length;
    }
  g_string_append (out, done);
  return g_string_free (out, FALSE);
}

/* --- a whole column --- */

/* Dutch numbers: 0612345678, 06-12345678, +31 6 12345678, 020 123 4567. */
static gboolean
is_phone (const char *cell)
{
  guint n_digits = 0;

  if (cell[0] != '+' && cell[0] != '0' && cell[0] != '(')
    return FALSE;
  for (const char *p = cell; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      n_digits++;
    else if (strchr ("+-() ", *p) == NULL)
      return FALSE;
  return cell[0] == '+' ? n_digits >= 10 && n_digits <= 13 : n_digits == 10;
}

static gboolean
is_postcode (const char *cell)
{
  const char *letters;

  if (count_digits (cell) != 4)
    return FALSE;
  letters = cell + (cell[4] == ' ' ? 5 : 4);
  return g_ascii_isupper (letters[0]) && g_ascii_isupper (letters[1]) && letters[2] == '\0';
}

/* Or the quote that closes ="123456782". */
static gboolean
ends_here (const char *p)
{
  return *p == '\0' || (*p == '"' && p[1] == '\0');
}

static void
remember_number (OvsPersonalTally *tally, const char *digits, gsize n_digits)
{
  guint64 number = 0;

  for (gsize i = 0; i < n_digits; i++)
    number = number * 10 + (guint64) (digits[i] - '0');
  for (guint i = 0; i < tally->n_different; i++)
    if (tally->different[i] == number)
      return;
  if (tally->n_different == OVS_PERSONAL_DIFFERENT)
    return;
  tally->different[tally->n_different++] = number;
  tally->n_different_bsn += ovs_bsn_passes (digits, n_digits);
}

static void
see_number (OvsPersonalTally *tally, const char *cell)
{
  gsize n_digits = count_digits (cell);
  char digits[9];
  gsize length = n_digits == 8 ? 0 : take_nine (cell, digits);

  if (n_digits == 8 && ends_here (cell + 8))
    {
      remember_number (tally, cell, 8);
      tally->n_eight++;
      tally->n_eight_bsn += ovs_bsn_passes (cell, 8);
    }
  else if (length > 0 && ends_here (cell + length))
    {
      remember_number (tally, digits, 9);
      tally->n_nine++;
      tally->n_nine_bsn += ovs_bsn_passes (digits, 9);
    }
  else if (take_wage_tax (cell) > 0)
    tally->n_wage_tax++;
  else if (is_postcode (cell))
    tally->n_postcode++;
}

static gboolean
has_any (const OvsPersonalTally *tally)
{
  return tally->n_nine + tally->n_eight + tally->n_wage_tax + tally->n_iban + tally->n_postcode + tally->n_phone > 0;
}

void
ovs_personal_tally_see (OvsPersonalTally *tally, const char *cell)
{
  gsize length;

  /* What spreadsheets put before a number to keep it a text. */
  while (*cell == ' ' || *cell == '\'' || *cell == '=' || *cell == '"')
    cell++;
  if (*cell == '\0')
    return;
  tally->n_filled++;
  if (g_ascii_isdigit (*cell))
    see_number (tally, cell);
  else if (g_ascii_isalpha (*cell) && (length = take_iban (cell)) > 0 && ends_here (cell + length))
    tally->n_iban++;
  if (is_phone (cell))
    tally->n_phone++;
  tally->settled = tally->n_filled >= (has_any (tally) ? SETTLED_WITH : SETTLED_WITHOUT);
}

static gboolean
are_most (guint n, guint n_filled)
{
  return n >= ENOUGH && (guint64) n * 10 >= (guint64) n_filled * 8;
}

OvsPersonal
ovs_personal_tally_judge (const OvsPersonalTally *tally, gboolean of_people)
{
  guint n_numbers = tally->n_nine + tally->n_eight;
  guint n_bsn = tally->n_nine_bsn + tally->n_eight_bsn;

  /* Their own form tells them, one is enough. */
  if (tally->n_iban > 0 && tally->n_iban * 2 >= tally->n_filled)
    return OVS_PERSONAL_IBAN;
  if (tally->n_wage_tax > 0 && tally->n_wage_tax * 2 >= tally->n_filled)
    return OVS_PERSONAL_WAGE_TAX;
  if (are_most (n_numbers, tally->n_filled) && tally->n_different >= ENOUGH && tally->n_different_bsn * 10 >= tally->n_different * 9 &&
      (guint64) n_bsn * 10 >= (guint64) n_numbers * 9)
    return OVS_PERSONAL_BSN;
  if (of_people && are_most (tally->n_postcode, tally->n_filled))
    return OVS_PERSONAL_ADDRESS;
  if (of_people && are_most (tally->n_phone, tally->n_filled))
    return OVS_PERSONAL_PHONE;
  return OVS_PERSONAL_NONE;
}

gboolean
ovs_personal_tally_has_codes (const OvsPersonalTally *tally)
{
  return tally->n_nine >= ENOUGH && tally->n_nine_bsn * 2 < tally->n_nine;
}

gboolean
ovs_personal_tally_has_strays (const OvsPersonalTally *tally, gboolean certain)
{
  if (tally->n_nine == 0 || tally->n_nine != tally->n_nine_bsn)
    return FALSE;
  return tally->n_different >= ENOUGH || (!certain && tally->n_nine < tally->n_filled);
}
