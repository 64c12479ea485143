/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "letters/lint.h"
#include "letters/piece-text.h"

/* The codes of what is found in this text of a reader at a client, as bits; the duties of the client mail are not among them. */
static guint
find (const char *body)
{
  g_autofree char *source = g_strconcat ("Onderwerp: Proef\n", body, NULL);
  g_autoptr (GPtrArray) findings = ovs_lint_text (OVS_PIECE_DAY_OF, NULL, source);
  guint found = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const OvsLintFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("line %u: %s", finding->line, finding->sentence);
      g_assert_cmpuint (finding->end, <=, strlen (source));
      found |= 1u << finding->code;
    }
  return found;
}

static void
expect_all (const char *const *bodies, guint expected)
{
  for (gsize i = 0; bodies[i] != NULL; i++)
    {
      g_test_message ("%s", bodies[i]);
      g_assert_cmpuint (find (bodies[i]), ==, expected);
    }
}

/* What ships is right. */
static void
test_shipped (void)
{
  for (int piece = 0; piece < OVS_N_PIECES; piece++)
    {
      g_autofree char *source = ovs_piece_text_original (piece);
      g_autoptr (GPtrArray) findings = ovs_lint_text (piece, NULL, source);

      for (guint i = 0; i < findings->len; i++)
        {
          const OvsLintFinding *finding = g_ptr_array_index (findings, i);

          g_test_message ("%s, line %u: %s", ovs_piece_code (piece), finding->line, finding->sentence);
        }
      g_assert_cmpuint (findings->len, ==, 0);
    }
}

static void
test_secrets (void)
{
  const char *const asked[] = {
    "Stuur ons uw wachtwoord.",
    "Wij hebben uw BSN nodig.",
    "Stuur ons uw wachtwoord, dan hoeft u niet te bellen.",
    "Bel niet, maar stuur uw inloggegevens.",
    "Wat is uw pincode?",
    "Laat ons weten:\n- uw naam\n- uw wachtwoord",
    "Wilt u antwoorden met uw geboortedatum?",
    "Vermeld het burgerservicenummer van iedere medewerker.",
    "MAIL UW WACHTWOORD",
    "Send us your password.",
    "Prosimy: wyślij swoje hasło.",
    NULL,
  };
  const char *const fine[] = {
    "Wij vragen nooit om uw wachtwoord.",
    "Geef nooit, aan niemand, uw wachtwoord.",
    "Kies een wachtwoord en vul het twee keer in.",
    "Vul uw geboortedatum in. Stuur ons daarna een bericht.",
    "Stuur uw geboortedatum niet met een gewone mail.",
    "Zet geen BSN in de lijst.",
    "Choose a password and sign in at mijn.loket.nl.",
    "Geef uw wachtwoord aan niemand.",
    "Vermeld nooit:\n- uw wachtwoord",
    NULL,
  };

  expect_all (asked, 1u << OVS_LINT_ASKS_SECRET);
  expect_all (fine, 0);
}

static void
test_links (void)
{
  const char *const login[] = {
    "Log in op https://mijn.loket.nl.",
    "Zie https://www.kantoor.nl/inloggen voor meer.",
    "Inloggen? Klik op www.kantoor.nl/x om in te loggen, activeer daar.",
    "Ga naar http://voorbeeld.nl/activeren?token=12",
    NULL,
  };
  const char *const fine[] = { "Log in op mijn.loket.nl.", "Lees meer op https://www.kantoor.nl/nieuws.", NULL };

  expect_all (login, 1u << OVS_LINT_LOGIN_LINK);
  expect_all (fine, 0);
}

static const OvsLintFinding *
first_date (const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (((const OvsLintFinding *) g_ptr_array_index (findings, i))->code == OVS_LINT_TYPED_DATE)
      return g_ptr_array_index (findings, i);
  return NULL;
}

static void
test_dates (void)
{
  const char *const typed[] = {
    "De overstap is op 8 december 2026.", "De overstap is op 8-12-2026.", "De overstap is op 8/12/26.", "De overstap is op 8 dec.", "Op 8 mrt 2027 sluiten wij.", NULL,
  };
  const char *const fine[] = { "Tot en met 30 september 2026 werkt Werknemerloket.", "Bel 012-3456789.", "Artikel 12 mag.", "De overstap is op {overstapdatum}.", "Om 8 uur.", NULL };
  g_autoptr (GPtrArray) findings = ovs_lint_text (OVS_PIECE_HELP, NULL, "Onderwerp: x\nDe overstap is op 8 december 2026.\n");
  g_autoptr (GPtrArray) without_year = ovs_lint_text (OVS_PIECE_HELP, NULL, "Onderwerp: x\nDe overstap is op 8 december.\n");
  g_autoptr (GPtrArray) elsewhere = ovs_lint_text (OVS_PIECE_HELP, NULL, "Onderwerp: x\nOp 25 december 2026 zijn wij dicht.\n");
  const OvsLintFinding *date = first_date (findings);

  expect_all (typed, 1u << OVS_LINT_TYPED_DATE);
  expect_all (fine, 0);
  g_assert_cmpint (date->day, ==, ovs_day_from_ymd (2026, 12, 8));
  g_assert_true (ovs_lint_forbids (date, OVS_NO_DAY));
  g_assert_true (ovs_lint_forbids (date, ovs_day_from_ymd (2026, 12, 9)));
  g_assert_false (ovs_lint_forbids (date, ovs_day_from_ymd (2026, 12, 8)));
  g_assert_true (ovs_lint_forbids (first_date (without_year), ovs_day_from_ymd (2026, 12, 9)));
  g_assert_false (ovs_lint_forbids (first_date (without_year), ovs_day_from_ymd (2026, 12, 8)));
  g_assert_false (ovs_lint_forbids (first_date (elsewhere), ovs_day_from_ymd (2026, 12, 8)));
}

static void
test_forms (void)
{
  const char *const mixed[] = {
    "U krijgt een mail. Heb je vragen?",
    "Uw medewerkers stappen over. Jullie hoeven niets te doen.",
    "Je krijgt een mail. Je kiest zelf. Uw adres moet kloppen.",
    "U doet het uzelf. Doe het jezelf.",
    NULL,
  };
  const char *const fine[] = {
    "U krijgt een mail. Uw adres moet kloppen.",
    "Je krijgt een mail. Jouw adres moet kloppen.",
    "U kunt vragen: “Heb je de mail gezien?”",
    "U kunt vragen: 'Heb je de mail gezien?'",
    "Je mag bellen, a.u.b. tot 5 u precies.",
    "U krijgt foto's van het team.",
    NULL,
  };
  g_autoptr (GPtrArray) findings = ovs_lint_text (OVS_PIECE_HELP, NULL, "Onderwerp: x\nU belt.\nUw mail komt.\nEn jij dan?\n");

  expect_all (mixed, 1u << OVS_LINT_MIXED_FORMS);
  expect_all (fine, 0);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpuint (((OvsLintFinding *) g_ptr_array_index (findings, 0))->line, ==, 4);
  g_assert_false (((OvsLintFinding *) g_ptr_array_index (findings, 0))->forbids);
}

static void
test_fields (void)
{
  const char *source = "Onderwerp: x\nBeste {kontaktpersoon},\n{gebruikt_verlof}\n";
  g_autoptr (GPtrArray) findings = ovs_lint_text (OVS_PIECE_HELP, NULL, source);
  const OvsLintFinding *finding = g_ptr_array_index (findings, 0);

  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpuint (finding->line, ==, 2);
  g_assert_true (g_str_has_prefix (source + finding->start, "kontaktpersoon"));
  g_assert_cmpuint (finding->end - finding->start, ==, strlen ("kontaktpersoon"));
  g_assert_nonnull (strstr (finding->sentence, "{contactpersoon}"));
  g_assert_cmpuint (find ("Beste {klant,"), ==, 1u << OVS_LINT_NO_TEMPLATE);
  g_assert_cmpuint (find ("{?klant}Beste"), ==, 1u << OVS_LINT_NO_TEMPLATE);
}

static guint
find_duties (OvsPiece piece, const char *gone)
{
  g_autofree char *original = ovs_piece_text_original (piece);
  g_autoptr (GString) source = g_string_new (original);
  g_autoptr (GPtrArray) findings = NULL;
  guint found = 0;

  g_assert_cmpuint (g_string_replace (source, gone, "Zonnig", 0), >, 0);
  findings = ovs_lint_text (piece, NULL, source->str);
  for (guint i = 0; i < findings->len; i++)
    found |= 1u << ((const OvsLintFinding *) g_ptr_array_index (findings, i))->code;
  return found;
}

static void
test_duties (void)
{
  g_assert_cmpuint (find_duties (OVS_PIECE_CLIENT, "geblokkeerd"), ==, 1u << OVS_LINT_NO_BLOCK);
  g_assert_cmpuint (find_duties (OVS_PIECE_CLIENT, "wordt geblokkeerd"), ==, 1u << OVS_LINT_NO_BLOCK);
  g_assert_cmpuint (find_duties (OVS_PIECE_CLIENT, "een uitnodiging"), ==, 1u << OVS_LINT_NO_INVITATION);
  g_assert_cmpuint (find_duties (OVS_PIECE_CORRECTION, "geblokkeerd"), ==, 1u << OVS_LINT_NO_BLOCK);
  g_assert_cmpuint (find_duties (OVS_PIECE_CLIENT, "{overstapdatum"), ==, 1u << OVS_LINT_NO_DAY);
  g_assert_cmpuint (find_duties (OVS_PIECE_DAY_OF, "geblokkeerd"), ==, 0);
}

/* Nothing that somebody types makes it fall over. */
static void
test_anything (void)
{
  const char *const texts[] = { "", "\n\n\n", "{", "}", "{{{{", "é.é!é?", "1.", "- ", ":\n- x", "“", "http://", "32-13-2026 31 februari 2026", "\xe2\x80\xae" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    find (texts[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lint/shipped", test_shipped);
  g_test_add_func ("/lint/secrets", test_secrets);
  g_test_add_func ("/lint/links", test_links);
  g_test_add_func ("/lint/dates", test_dates);
  g_test_add_func ("/lint/forms", test_forms);
  g_test_add_func ("/lint/fields", test_fields);
  g_test_add_func ("/lint/duties", test_duties);
  g_test_add_func ("/lint/anything", test_anything);
  return g_test_run ();
}
