/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/letter-office.h"

#include <string.h>

#include "practice/hostile.h"

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  office_set_up (fixture, &(OfficeNames){ NULL, 0 });
}

static gboolean
is_for_client (OvsPiece piece)
{
  return ovs_piece_reader (piece) == OVS_READER_CLIENT || ovs_piece_reader (piece) == OVS_READER_EMPLOYEES;
}

static void
assert_no_problem (const OvsLetter *letter)
{
  for (guint i = 0; i < letter->problems->len; i++)
    g_test_message ("%s: %s", ovs_piece_code (letter->piece), (const char *) g_ptr_array_index (letter->problems, i));
  g_assert_cmpuint (letter->problems->len, ==, 0);
}

/* --- every piece -------------------------------------------------------------------------------------------------------- */

static void
test_pieces (Fixture *fixture, gconstpointer unused)
{
  for (int piece = 0; piece < OVS_N_PIECES; piece++)
    {
      gboolean client = is_for_client (piece);
      g_autoptr (OvsLetter) letter = office_compose_piece (fixture, piece, office_change_for (piece), client ? 1 : 0, client ? 0 : 1);

      assert_no_problem (letter);
      g_assert_null (strchr (letter->text, '{'));
      g_assert_null (strchr (letter->subject, '{'));
      g_assert_null (strstr (letter->text, "\n\n\n"));
      g_assert_cmpint (strlen (letter->subject), >, 5);
      g_assert_null (strstr (letter->text, "geheim"));
      g_assert_null (strstr (letter->text, "77001"));
    }
}

static void
assert_says (const char *text, const char *words)
{
  g_test_message ("%s", words);
  g_assert_nonnull (strstr (text, words));
}

static void
test_client_mail (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OvsLetter) letter = office_compose_piece (fixture, OVS_PIECE_CLIENT, "UPDATE wave SET date = '2030-12-10'", 2, 0);

  assert_no_problem (letter);
  g_assert_cmpstr (letter->recipient, ==, "adres02@klant02.nl");
  g_assert_cmpstr (letter->recipient_name, ==, "Contact02 Persoon");
  g_assert_cmpstr (letter->employer_number, ==, "9002");
  g_assert_cmpint (letter->round_day, ==, ovs_day_from_ymd (2030, 12, 10));
  g_assert_cmpint (letter->wave, ==, 1);
  assert_says (letter->text, "dinsdag 10 december 2030");
  assert_says (letter->text, "Werknemerloket wordt geblokkeerd");
  assert_says (letter->text, "uitnodiging voor MijnLoket");
  assert_says (letter->text, "32 medewerkers");
  assert_says (letter->text, "Van 2 medewerkers");
  assert_says (letter->text, "vóór 3 december 2030");
  assert_says (letter->text, "Verlof aanvragen");
  assert_says (letter->text, "Sanne Bakker, telefoon 012-3456780, maandag tot en met vrijdag");
  assert_says (letter->text, "Behandelaar02");
}

/* What does not concern a client is not in its mail; one employee is not "1 medewerkers". */
static void
test_conditions (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OvsLetter) letter = office_compose_piece (fixture, OVS_PIECE_CLIENT,
                                                       "DELETE FROM tally; INSERT INTO tally VALUES (1, 'ready', 1);"
                                                       "UPDATE employer SET uses_leave = 0, uses_expenses = NULL, uses_changes = 0",
                                                       1, 0);

  assert_no_problem (letter);
  assert_says (letter->text, "1 medewerker.");
  g_assert_null (strstr (letter->text, "bruikbaar"));
  g_assert_null (strstr (letter->text, "Verlof"));
  g_assert_null (strstr (letter->text, "Declaraties"));
  g_assert_null (strstr (letter->text, "wijzigingen"));
}

static void
test_salutations (Fixture *fixture, gconstpointer unused)
{
  const char *const salutations[][2] = {
    { "Jan de Vries", "Beste Jan de Vries," },
    { "Dhr. P.J. van Dijk", "Geachte heer Van Dijk," },
    { "mevr. De Boer", "Geachte mevrouw De Boer," },
    { "mw Yılmaz", "Geachte mevrouw Yılmaz," },
    { "Dhr. Jansen en mevr. Bos", "Beste Dhr. Jansen en mevr. Bos," },
    { "", "Geachte heer, mevrouw," },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (salutations); i++)
    {
      g_autofree char *change = g_strdup_printf ("UPDATE employer SET contact_name = '%s'", salutations[i][0]);
      g_autoptr (OvsLetter) letter = office_compose_piece (fixture, OVS_PIECE_CLIENT, change, 1, 0);

      g_assert_true (g_str_has_prefix (letter->text, salutations[i][1]));
    }
}

/* --- problems ------------------------------------------------------------------------------------------------------------ */

/* The problem that there is after @change; the whole letter otherwise is fine. */
static OvsLetter *
compose_with_problem (Fixture *fixture, OvsPiece piece, const char *change, const char *words)
{
  OvsLetter *letter = office_compose_piece (fixture, piece, change, 1, 0);

  g_assert_cmpuint (letter->problems->len, >=, 1);
  assert_says (g_ptr_array_index (letter->problems, 0), words);
  g_assert_false (ovs_letter_may_go (letter, OVS_WAY_MAIL));
  return letter;
}

static void
test_problems (Fixture *fixture, gconstpointer unused)
{
  const struct
  {
    OvsPiece piece;
    const char *change;
    const char *words;
    gboolean on_paper;
    gboolean needless;
  } cases[] = {
    { OVS_PIECE_CLIENT, "UPDATE employer SET contact_email = NULL", "No e-mail address", TRUE, FALSE },
    { OVS_PIECE_CLIENT, "UPDATE employer SET contact_email = 'a@b@c.nl'", "cannot be one", TRUE, FALSE },
    { OVS_PIECE_CLIENT, "UPDATE employer SET contact_left = contact_name", "has left", TRUE, FALSE },
    { OVS_PIECE_CLIENT, "UPDATE employer SET selected = 0", "takes no part", FALSE, FALSE },
    { OVS_PIECE_CLIENT, "UPDATE employer SET excluded_reason = 'failliet'", "takes no part", FALSE, FALSE },
    { OVS_PIECE_CLIENT, "UPDATE employer SET wave = NULL", "{overstapdatum} is empty", FALSE, FALSE },
    { OVS_PIECE_CLIENT, "UPDATE wave SET date = '2026-01-06'", "has passed", FALSE, FALSE },
    { OVS_PIECE_CLIENT, "DELETE FROM setting WHERE name = 'firm'", "{kantoor} is empty", FALSE, FALSE },
    { OVS_PIECE_CLIENT,
      "INSERT INTO letter (piece, employer, round_day, way, subject, text, message_id, state, written, audit) "
      "VALUES ('client', 1, '2026-01-05', 'mail', 'x', 'y', 'm', 'sent', '2026-01-01T10:00:00Z', 1)",
      "was told 5-1-2026 before", FALSE, FALSE },
    { OVS_PIECE_CORRECTION, NULL, "nothing to correct", FALSE, TRUE },
    { OVS_PIECE_WITHDRAWAL, NULL, "takes part", FALSE, FALSE },
    { OVS_PIECE_DAY_OF, "DELETE FROM tally WHERE what = 'outcome:submitted'", "nothing to tell", FALSE, TRUE },
    { OVS_PIECE_CLOSING, "DELETE FROM tally WHERE what = 'outcome:submitted'", "nothing to tell", FALSE, TRUE },
    { OVS_PIECE_REMINDER, "DELETE FROM tally WHERE what = 'list:waiting'", "nobody to remind", FALSE, TRUE },
    { OVS_PIECE_FALLOUT, "DELETE FROM tally", "fell out", FALSE, TRUE },
    { OVS_PIECE_LEAVERS, "DELETE FROM tally", "left this client in 2025", FALSE, TRUE },
    { OVS_PIECE_MISSING_DATA, "DELETE FROM finding; DELETE FROM tally", "nothing to ask", FALSE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OvsLetter) letter = compose_with_problem (fixture, cases[i].piece, cases[i].change, cases[i].words);

      g_assert_cmpint (ovs_letter_may_go (letter, OVS_WAY_PAPER), ==, cases[i].on_paper);
      g_assert_cmpint (letter->needless, ==, cases[i].needless);
    }
}

static void
test_unknown_field (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OvsPieceText) text
      = ovs_piece_text_parse (OVS_PIECE_HELP, "Onderwerp: {klant}\nBeste {kontaktpersoon}, {?aantal}x{/aantal}{gebruikt_verlof}", NULL);
  g_autoptr (OvsLetter) letter = office_compose (fixture, text, NULL, 1, 0);

  g_assert_cmpuint (letter->problems->len, ==, 2);
  assert_says (g_ptr_array_index (letter->problems, 0), "{contactpersoon}");
  assert_says (g_ptr_array_index (letter->problems, 1), "{aantal}");
  g_assert_null (office_compose (fixture, text, NULL, 99, 0));
}

/* A text that may not be used goes to nobody; a date that was typed only where it is not the one of the round. */
static void
test_findings (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OvsPieceText) asks = ovs_piece_text_parse (OVS_PIECE_HELP, "Onderwerp: x\nStuur ons uw wachtwoord.", NULL);
  g_autoptr (OvsPieceText) typed = ovs_piece_text_parse (OVS_PIECE_HELP, "Onderwerp: {overstapdatum}\nDe overstap is op 10 december 2030.", NULL);
  g_autoptr (OvsLetter) asking = office_compose (fixture, asks, NULL, 1, 0);
  g_autoptr (OvsLetter) other_day = office_compose (fixture, typed, NULL, 1, 0);
  g_autoptr (OvsLetter) same_day = office_compose (fixture, typed, "UPDATE wave SET date = '2030-12-10'", 1, 0);

  g_assert_cmpuint (asking->problems->len, ==, 1);
  assert_says (g_ptr_array_index (asking->problems, 0), "Line 2 of the text");
  g_assert_cmpuint (other_day->problems->len, ==, 1);
  assert_no_problem (same_day);
}

/* What the client has to know may not stand in a part that is left out for this one. */
static void
test_omissions (Fixture *fixture, gconstpointer unused)
{
  const char *source = "Onderwerp: x\n\n{?gebruikt_verlof}\nOp {overstapdatum} wordt Werknemerloket geblokkeerd.\n{/gebruikt_verlof}\n"
                       "Medewerkers krijgen een uitnodiging voor MijnLoket.\n";
  g_autoptr (OvsPieceText) text = ovs_piece_text_parse (OVS_PIECE_CLIENT, source, NULL);
  g_autoptr (OvsLetter) whole = NULL;
  g_autoptr (OvsLetter) less = NULL;

  g_assert_cmpuint (text->findings->len, ==, 0);
  whole = office_compose (fixture, text, NULL, 1, 0);
  less = office_compose (fixture, text, "UPDATE employer SET uses_leave = 0", 1, 0);
  assert_no_problem (whole);
  g_assert_cmpuint (less->problems->len, ==, 2);
  assert_says (g_ptr_array_index (less->problems, 0), "is blocked");
  assert_says (g_ptr_array_index (less->problems, 1), "does not tell the day");
  g_assert_cmpint (less->round_day, ==, OVS_NO_DAY);
}

static void
test_other_round (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OvsLetter) letter = office_compose_piece (fixture, OVS_PIECE_CLIENT, NULL, 1, 7);

  g_assert_cmpuint (letter->problems->len, ==, 1);
}

/* --- only this client's data -------------------------------------------------------------------------------------------- */

static void
assert_nothing_of (const OvsLetter *letter, guint other)
{
  g_autofree char *number = g_strdup_printf ("90%02u", other);
  g_autofree char *client = g_strdup_printf ("Klantnaam%02u", other);
  g_autofree char *contact = g_strdup_printf ("Contact%02u", other);
  g_autofree char *handler = g_strdup_printf ("Behandelaar%02u", other);
  g_autofree char *address = g_strdup_printf ("adres%02u", other);
  g_autofree char *whole = g_strconcat (letter->subject, "\n", letter->text, "\n", letter->recipient, "\n", letter->recipient_name, "\n",
                                        letter->employer_number, "\n", letter->employer_name, NULL);
  const char *const all[] = { number, client, contact, handler, address };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    g_assert_null (strstr (whole, all[i]));
}

static void
test_only_this_client (Fixture *fixture, gconstpointer unused)
{
  for (int piece = 0; piece < OVS_N_PIECES; piece++)
    for (guint client = 1; is_for_client (piece) && client <= OFFICE_CLIENTS; client++)
      {
        g_autoptr (OvsLetter) letter = office_compose_piece (fixture, piece, office_change_for (piece), client, 0);
        g_autofree char *address = g_strdup_printf ("adres%02u@klant%02u.nl", client, client);

        g_assert_cmpstr (letter->recipient, ==, address);
        for (guint other = 1; other <= OFFICE_CLIENTS; other++)
          if (other != client)
            assert_nothing_of (letter, other);
      }
}

/* --- hostile names ------------------------------------------------------------------------------------------------------- */

static const char *const braces[] = { "{klant}", "{?kantoor}weg{/kantoor}", "}}{{", "=cmd|' /C calc'!A0", "Onderwerp: x\nBcc: y", "\xe2\x80\xae" "naam" };

static void
try_piece (Fixture *fixture, OvsPiece piece, gsize clients)
{
  for (gsize client = 1; client <= clients; client++)
    {
      g_autoptr (OvsLetter) letter = office_compose_piece (fixture, piece, office_change_for (piece), (gint64) client, 0);

      g_assert_true (g_utf8_validate (letter->text, -1, NULL));
      g_assert_null (strchr (letter->subject, '\n'));
      g_assert_null (strstr (letter->text, "\xe2\x80\xae"));
      g_assert_null (strstr (letter->text, "Achternaamgeheim"));
    }
}

static void
try_names (const char *const *list, gsize n_list)
{
  const OfficeNames names = { list, n_list };
  Fixture fixture;

  office_set_up (&fixture, &names);
  for (int piece = 0; piece < OVS_N_PIECES; piece++)
    if (is_for_client (piece))
      try_piece (&fixture, piece, n_list);
  fixture_tear_down (&fixture, NULL);
}

static void
test_hostile (void)
{
  try_names (braces, G_N_ELEMENTS (braces));
  try_names (hostile_names, G_N_ELEMENTS (hostile_names));
}

/* What looks like a mark in a name is a name. */
static void
test_braces_stay (void)
{
  const OfficeNames names = { braces, G_N_ELEMENTS (braces) };
  Fixture fixture;
  g_autoptr (OvsLetter) letter = NULL;

  office_set_up (&fixture, &names);
  letter = office_compose_piece (&fixture, OVS_PIECE_DAY_OF, NULL, 2, 0);
  assert_no_problem (letter);
  assert_says (letter->subject, "{?kantoor}weg{/kantoor}");
  fixture_tear_down (&fixture, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/letter/pieces", Fixture, NULL, set_up, test_pieces, fixture_tear_down);
  g_test_add ("/letter/client-mail", Fixture, NULL, set_up, test_client_mail, fixture_tear_down);
  g_test_add ("/letter/conditions", Fixture, NULL, set_up, test_conditions, fixture_tear_down);
  g_test_add ("/letter/salutations", Fixture, NULL, set_up, test_salutations, fixture_tear_down);
  g_test_add ("/letter/problems", Fixture, NULL, set_up, test_problems, fixture_tear_down);
  g_test_add ("/letter/unknown-field", Fixture, NULL, set_up, test_unknown_field, fixture_tear_down);
  g_test_add ("/letter/findings", Fixture, NULL, set_up, test_findings, fixture_tear_down);
  g_test_add ("/letter/omissions", Fixture, NULL, set_up, test_omissions, fixture_tear_down);
  g_test_add ("/letter/other-round", Fixture, NULL, set_up, test_other_round, fixture_tear_down);
  g_test_add ("/letter/only-this-client", Fixture, NULL, set_up, test_only_this_client, fixture_tear_down);
  g_test_add_func ("/letter/hostile", test_hostile);
  g_test_add_func ("/letter/braces-stay", test_braces_stay);
  return g_test_run ();
}
