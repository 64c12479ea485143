/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/lint-sentences.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "rules/boundary.h"

/* What a sentence about the conversion speaks of. */
static const char *const about_conversion[] = { "overstap*", "overgestapt", "overgaan", "gaan over", "gaat over", "geblokkeerd", "geblokkeerde",
                                                "blokkeren", "blokkeert", "werknemerloket", "mijnloket", "uitnodiging*", "uitgenodigd", NULL };

/* --- secrets -------------------------------------------------------------------------------------------------------------- */

static const char *const denials[] = { "nooit", "niet", "geen", "niemand", "zonder", "nergens", NULL };

/* Whether what stands at @word is denied: before it, or after it in the same clause. "… niet, maar …" denies no longer. */
static gboolean
is_denied (const char *text, const char *word)
{
  const char *end = word + strcspn (word, ",;:");
  g_autofree char *clause = NULL;
  const char *turn;

  while ((turn = g_strstr_len (text, word - text, " maar ")) != NULL)
    text = turn + strlen (" maar ");
  clause = g_strndup (text, (gsize) (end - text));
  return ovs_lint_find_word (clause, denials) != NULL;
}

static gboolean
asks (const OvsLintSentence *sentence, const char *const *secrets, const char *const *requests)
{
  const char *secret = ovs_lint_find_word (sentence->text, secrets);

  if (secret == NULL || is_denied (sentence->text, secret))
    return FALSE;
  if (requests == NULL || ovs_lint_find_word (sentence->text, requests) != NULL)
    return TRUE;
  return sentence->intro != NULL && ovs_lint_find_word (sentence->intro, requests) != NULL && ovs_lint_find_word (sentence->intro, denials) == NULL;
}

void
ovs_lint_secrets (const OvsLintSentence *sentence, GPtrArray *findings)
{
  static const char *const passwords[] = { "wachtwoord*", "pincode*", "inlogcode*", "inloggegevens", "digid*", "password*", "hasło", "hasła", NULL };
  static const char *const numbers[] = { "bsn", "bsn's", "bsn-nummer*", "burgerservicenummer*", "sofinummer*", "sofi-nummer*", NULL };
  static const char *const births[] = { "geboortedatum", "geboortedata", "geboortedatums", NULL };
  static const char *const requests[] = { "stuur*", "sturen", "mail", "mailt", "mailen", "geef", "geeft", "geven", "doorgeven", "opgeven", "noem*",
                                          "vermeld*", "laat", "schrijf*", "app", "appen", "antwoord*", "deel", "delen", "wat is", "wij hebben", "hebben wij",
                                          "nodig", "vragen", "verstrek*", "lever*", "aanleveren", "send", "email", "tell", "provide", "podaj*", "wyślij*",
                                          "prześlij*", NULL };
  static const char *const by_mail[] = { "stuur*", "sturen", "mail", "mailt", "mailen", "geef", "geeft", "doorgeven", "antwoord*", "laat", NULL };

  if (asks (sentence, passwords, requests))
    ovs_lint_add (findings, OVS_LINT_ASKS_SECRET, TRUE, sentence, 0, 0,
                  _ ("This asks for a password or a way to sign in. Nobody may ask for that: take it out."));
  else if (asks (sentence, numbers, NULL))
    ovs_lint_add (findings, OVS_LINT_ASKS_SECRET, TRUE, sentence, 0, 0,
                  _ ("This asks for a BSN. It is not needed for MijnLoket, and does not belong in a letter: take it out."));
  else if (asks (sentence, births, by_mail))
    ovs_lint_add (findings, OVS_LINT_ASKS_SECRET, TRUE, sentence, 0, 0,
                  _ ("This asks to send a birth date. That does not go by ordinary mail: take it out, or say where it is to be entered."));
}

/* --- links ---------------------------------------------------------------------------------------------------------------- */

static gsize
length_of_link (const char *link)
{
  gsize length = strcspn (link, " \t<>\"");

  while (length > 0 && strchr (".,;:!?)", link[length - 1]) != NULL)
    length--;
  return length;
}

static gboolean
leads_to_login (const char *link, const char *sentence)
{
  static const char *const signs[] = { "login", "inlog", "log-in", "signin", "sign-in", "aanmeld", "activ", "account", "wachtwoord", "token", "loket.nl" };
  static const char *const words[] = { "log in", "inloggen", "inlog*", "meld u aan", "aanmelden", "activeer*", "wachtwoord*", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (link, signs[i]) != NULL)
      return TRUE;
  return ovs_lint_find_word (sentence, words) != NULL;
}

void
ovs_lint_links (const OvsLintSentence *sentence, GPtrArray *findings)
{
  static const char *const beginnings[] = { "http://", "https://", "www." };

  for (const char *p = sentence->text; *p != '\0'; p++)
    for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
      if (g_str_has_prefix (p, beginnings[i]))
        {
          gsize length = length_of_link (p);
          g_autofree char *link = g_strndup (p, length);

          if (leads_to_login (link, sentence->text))
            ovs_lint_add (findings, OVS_LINT_LOGIN_LINK, TRUE, sentence, (gsize) (p - sentence->text), length,
                          _ ("A link to a page to log in looks like phishing. Write mijn.loket.nl, without a link."));
          p += MAX (length, 1) - 1;
          break;
        }
}

/* --- dates ---------------------------------------------------------------------------------------------------------------- */

static int
month_of (const char *name)
{
  static const char *const months[] = { "jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec" };

  if (g_str_has_prefix (name, "mrt"))
    return 3;
  for (int i = 0; i < 12; i++)
    if (g_str_has_prefix (name, months[i]))
      return i + 1;
  return 0;
}

static int
number_of (GMatchInfo *match, const char *name)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);

  return text != NULL ? atoi (text) : 0;
}

/* A date without a year stands in the year 4: a leap year in which nobody converts. */
static OvsDay
day_of (GMatchInfo *match)
{
  g_autofree char *name = g_match_info_fetch_named (match, "name");
  int month = name != NULL && *name != '\0' ? month_of (name) : number_of (match, "month");
  int year = number_of (match, "year");

  if (year > 0 && year < 100)
    year += 2000;
  return ovs_day_from_ymd (year > 0 ? year : 4, month, number_of (match, "day"));
}

static const GRegex *
date_pattern (void)
{
  static GRegex *pattern = NULL;

  if (g_once_init_enter (&pattern))
    g_once_init_leave (&pattern, g_regex_new ("(?<![\\d-])(?<day>\\d{1,2})(?:\\s+(?<name>jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|"
                                              "aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?(?:\\s+(?<year>\\d{4}))?"
                                              "|[-/](?<month>\\d{1,2})[-/](?<year>\\d{4}|\\d{2})(?![\\d-]))",
                                              G_REGEX_DUPNAMES | G_REGEX_OPTIMIZE, 0, NULL));
  return pattern;
}

/* The rule about who left in 2025 has a day of its own. */
static gboolean
is_of_a_rule (OvsDay day)
{
  return day == OVS_LEAVERS_2025_ACCESS_ENDS || day == OVS_LEAVERS_2025_ACCESS_ENDS - 1;
}

static void
add_date (const OvsLintSentence *sentence, GMatchInfo *match, GPtrArray *findings)
{
  OvsDay day = day_of (match);
  gboolean forbids = ovs_lint_find_word (sentence->text, about_conversion) != NULL;
  g_autofree char *written = g_match_info_fetch (match, 0);
  g_autofree char *said = NULL;
  int start, end;

  if (day == OVS_NO_DAY || is_of_a_rule (day) || !g_match_info_fetch_pos (match, 0, &start, &end))
    return;
  said = g_strdup_printf (_ ("“%s” is typed by hand and does not move along with the round. Is it the day of the round? Then write {overstapdatum}."),
                          written);
  ovs_lint_add (findings, OVS_LINT_TYPED_DATE, forbids, sentence, (gsize) start, (gsize) (end - start), said)->day = day;
}

void
ovs_lint_dates (const OvsLintSentence *sentence, GPtrArray *findings)
{
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (date_pattern (), sentence->text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    add_date (sentence, match, findings);
}

/* --- je and u ------------------------------------------------------------------------------------------------------------- */

static const char *const informal[] = { "je", "jij", "jou", "jouw", "jouwe", "jezelf", "jullie", NULL };
static const char *const formal[] = { "u", "uw", "uwe", "uzelf", NULL };

/* What somebody else says between quotes, and "a.u.b.", are no form of address. */
static char *
without_quotes (const char *text)
{
  static GRegex *quotes = NULL;

  if (g_once_init_enter (&quotes))
    g_once_init_leave (&quotes, g_regex_new ("“[^”]*”|„[^”“]*[”“]|‘[^’]*’|\"[^\"]*\"|(?<!\\pL)'[^']*'(?!\\pL)|a\\.u\\.b\\.?|\\b\\d+ u\\b", G_REGEX_OPTIMIZE,
                                             0, NULL));
  return g_regex_replace_literal (quotes, text, -1, 0, " ", 0, NULL);
}

static guint
count_form (const GPtrArray *sentences, const char *const *words)
{
  guint number = 0;

  for (guint i = 0; i < sentences->len; i++)
    {
      const OvsLintSentence *sentence = g_ptr_array_index (sentences, i);
      g_autofree char *text = without_quotes (sentence->text);

      number += ovs_lint_find_word (text, words) != NULL;
    }
  return number;
}

void
ovs_lint_forms (const GPtrArray *sentences, GPtrArray *findings)
{
  guint n_informal = count_form (sentences, informal);
  guint n_formal = count_form (sentences, formal);
  gboolean mostly_formal = n_formal >= n_informal;

  if (n_informal == 0 || n_formal == 0)
    return;
  for (guint i = 0; i < sentences->len; i++)
    {
      const OvsLintSentence *sentence = g_ptr_array_index (sentences, i);
      g_autofree char *text = without_quotes (sentence->text);

      if (ovs_lint_find_word (text, mostly_formal ? informal : formal))
        ovs_lint_add (findings, OVS_LINT_MIXED_FORMS, FALSE, sentence, 0, 0,
                      mostly_formal ? _ ("This says “je”, while the rest of the text says “u”. Choose one of them.")
                                    : _ ("This says “u”, while the rest of the text says “je”. Choose one of them."));
    }
}
