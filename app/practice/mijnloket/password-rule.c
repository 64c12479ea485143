/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/mijnloket/password-rule.h"

#include <string.h>

#include "practice/web/passwords.h"

/* What is tried first, whatever digits and marks come after it. */
static const char *const words[] = {
  "wachtwoord", "wachtwoordje", "paswoord", "password",  "welkom",     "welkom01",  "mijnwachtwoord", "geheim",         "geheimpje", "inloggen",
  "mijnloket",  "oefenloket",   "loket",    "loonstrook", "werknemer", "werknemerloket", "nederland",  "amsterdam",      "rotterdam", "feyenoord",
  "ajax",       "zomer",        "winter",   "lente",      "herfst",    "qwerty",    "azerty",         "letmein",        "iloveyou",  "ikhouvanjou",
  "admin",      "administrator", "changeme", "football",  "baseball",  "sunshine",  "princess",       "superman",       "starwars",  "voetbal",
};

/* Along the keyboard, or in order. */
static const char *const rows[] = {
  "123456789012345678901234567890", "098765432109876543210987654321", "qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",   "q1w2e3r4t5y6u7i8o9p0",
};

static gboolean
is_one_character (const char *text)
{
  const char *first = text;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_utf8_get_char (text) != g_utf8_get_char (first))
      return FALSE;
  return TRUE;
}

static gboolean
is_common (const char *password)
{
  g_autofree char *lower = g_utf8_strdown (password, -1);
  gsize length = strlen (lower);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strstr (rows[i], lower) != NULL)
      return TRUE;
  if (is_one_character (lower))
    return TRUE;
  while (length > 0 && (g_ascii_isdigit (lower[length - 1]) || strchr ("!?.#@*-_ ", lower[length - 1]) != NULL))
    lower[--length] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (lower, words[i]))
      return TRUE;
  return FALSE;
}

/* The whole address, or what stands before its @. */
static gboolean
is_address (const char *password, const char *email)
{
  g_autofree char *lower = g_utf8_strdown (password, -1);
  const char *at = email != NULL ? strchr (email, '@') : NULL;

  if (at == NULL)
    return FALSE;
  return g_str_equal (lower, email) || (strlen (lower) == (gsize) (at - email) && g_str_has_prefix (email, lower));
}

const char *
ovs_practice_password_problem (const char *password, const char *again, const char *email)
{
  if (password == NULL || g_utf8_strlen (password, -1) < OVS_PRACTICE_PASSWORD_LEAST)
    return "Dit wachtwoord is te kort. Gebruik minstens 10 tekens, bijvoorbeeld een paar woorden achter elkaar.";
  if (g_utf8_strlen (password, -1) > OVS_PRACTICE_PASSWORD_MOST)
    return "Dit wachtwoord is te lang. Gebruik hoogstens 128 tekens.";
  if (g_strcmp0 (password, again) != 0)
    return "De twee wachtwoorden zijn niet gelijk. Vul ze opnieuw in.";
  if (is_common (password))
    return "Dit wachtwoord wordt vaak gebruikt en is makkelijk te raden. Kies een ander, bijvoorbeeld een paar woorden achter elkaar.";
  if (is_address (password, email))
    return "Je wachtwoord kan niet je e-mailadres zijn: dat is makkelijk te raden. Kies een ander.";
  return NULL;
}
