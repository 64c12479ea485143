/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who gets what: decided before it is shown, and once more when it is written down. */
#include "dossier/clients.h"

#include <string.h>

#include "dossier/outbox.h"
#include "letters/post-run.h"
#include "letters/posting.h"

#define DAY ovs_day_from_ymd (2026, 12, 8)

typedef struct
{
  Fixture base;
  OvsPieceText *text;
  OvsPieceText *correction;
  GPtrArray *plan; /* (nullable) */
} Office;

/* Each client is in round 1, on 8 December, and has an address of its own. */
static void
set_up (Office *office, gconstpointer unused)
{
  GError *error = NULL;

  clients_set_up (&office->base, NULL);
  fixture_execute (&office->base, "INSERT INTO wave (id, number, date, route) VALUES (1, 1, '2026-12-08', 'api');"
                                  "UPDATE employer SET wave = 1, contact_email = 'contact' || id || '@voorbeeld.nl'");
  office->text = ovs_piece_text_parse (OVS_PIECE_CLIENT, "Onderwerp: Overstap\n\nBeste {contactpersoon}", &error);
  g_assert_no_error (error);
  office->correction = ovs_piece_text_parse (OVS_PIECE_CORRECTION, "Onderwerp: Andere dag\n\nBeste {contactpersoon}", &error);
  g_assert_no_error (error);
}

static void
tear_down (Office *office, gconstpointer unused)
{
  ovs_piece_text_free (office->text);
  ovs_piece_text_free (office->correction);
  g_clear_pointer (&office->plan, g_ptr_array_unref);
  fixture_tear_down (&office->base, NULL);
}

/* --- letters made by hand ---------------------------------------------------------------------------------------- */

/* What goes wrong in making one. */
static enum {
  RIGHT,
  OTHER_CLIENT,
  OTHER_NUMBER,
  OTHER_ADDRESS,
  OTHER_PIECE,
  OTHER_DAY,
  IMPOSSIBLE_ADDRESS,
  A_PROBLEM,
} mistake;

static OvsDay told_day;

static OvsLetter *
compose (OvsTx *tx, const OvsPieceText *text, gint64 employer, gint64 wave)
{
  OvsLetter *letter = g_new0 (OvsLetter, 1);
  gint64 other = mistake == OTHER_CLIENT ? 3 - employer : employer;

  letter->piece = mistake == OTHER_PIECE ? OVS_PIECE_FALLOUT : text->piece;
  letter->employer = other;
  letter->enclosed = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_letter_free);
  letter->wave = 1;
  letter->round_day = mistake == OTHER_DAY ? told_day + 1 : told_day;
  letter->employer_number = g_strdup_printf ("%d", (int) (mistake == OTHER_NUMBER ? 3 - employer : other));
  letter->employer_name = g_strdup ("Klant");
  letter->recipient_name = g_strdup ("Marja van Dam");
  letter->recipient = mistake == IMPOSSIBLE_ADDRESS
                          ? g_strdup ("contact1@voorbeeld.nl\r\nBcc: x@example.com")
                          : g_strdup_printf ("contact%d@voorbeeld.nl", (int) (mistake == OTHER_ADDRESS ? 3 - employer : other));
  letter->subject = g_strdup_printf ("Overstap van klant %d", (int) other);
  letter->text = g_strdup_printf ("# Klant %d\n\nBeste <b>Marja</b>,\n\n- een\n- twee\n", (int) other);
  letter->filled = g_array_new (FALSE, FALSE, sizeof (OvsLetterSpan));
  letter->problems = g_ptr_array_new_with_free_func (g_free);
  if (mistake == A_PROBLEM)
    g_ptr_array_add (letter->problems, g_strdup ("Er ontbreekt iets."));
  return letter;
}

static OvsPostingOrder
order_of (Office *office)
{
  return (OvsPostingOrder){ .text = office->text, .correction = office->correction, .compose = compose };
}

static gboolean
read_plan (OvsTx *tx, gpointer data, GError **error)
{
  Office *office = data;
  OvsPostingOrder order = order_of (office);

  office->plan = ovs_posting_plan (tx, &order);
  return TRUE;
}

static void
plan (Office *office)
{
  g_clear_pointer (&office->plan, g_ptr_array_unref);
  clients_do (&office->base, read_plan, office);
  g_assert_cmpuint (office->plan->len, ==, 2);
}

static OvsPostingItem *
item (Office *office, guint number)
{
  return g_ptr_array_index (office->plan, number - 1);
}

static void
expect (Office *office, guint number, OvsPostingVerdict verdict)
{
  g_assert_cmpstr (ovs_posting_verdict_code (item (office, number)->verdict), ==, ovs_posting_verdict_code (verdict));
  g_assert_cmpint (item (office, number)->reason == NULL, ==, verdict == OVS_POSTING_GOES);
}

static int
post (Office *office)
{
  OvsPostingOrder order = order_of (office);
  OvsPosting posting = { .order = &order, .plan = office->plan, .sender = { "Kantoor", "salaris@kantoor.nl", NULL } };
  g_autoptr (GError) error = NULL;
  int written = ovs_posting_post (office->base.dossier, &posting, NULL, &error);

  g_assert_no_error (error);
  return written;
}

static void
plan_and_post (Office *office)
{
  plan (office);
  post (office);
}

static void
become (Office *office, const char *state)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE letter SET state = '%s', settled = '2026-11-24T09:00:00Z' WHERE state <> 'dropped'", state);

  fixture_execute (&office->base, sql);
}

/* --- what goes --------------------------------------------------------------------------------------------------- */

static void
test_goes (Office *office, gconstpointer unused)
{
  plan (office);
  expect (office, 1, OVS_POSTING_GOES);
  expect (office, 2, OVS_POSTING_GOES);
  g_assert_cmpint (post (office), ==, 2);
  fixture_assert (&office->base, "SELECT piece, employer, wave, round_day, way, recipient, state FROM letter ORDER BY id",
                  "client|1|1|2026-12-08|mail|contact1@voorbeeld.nl|waiting\nclient|2|1|2026-12-08|mail|contact2@voorbeeld.nl|waiting\n");
  fixture_assert (&office->base, "SELECT count(*) FROM audit WHERE operation = 'letters-written'", "1\n");
  fixture_assert (&office->base, "SELECT count(DISTINCT message_id) FROM letter", "2\n");
  /* The content is for its own client, and what looks like HTML is none. */
  fixture_assert (&office->base,
                  "SELECT count(*) FROM letter WHERE instr(CAST(content AS TEXT), 'To: Marja van Dam <contact' || employer || '@voorbeeld.nl>') AND "
                  "instr(CAST(content AS TEXT), 'Klant ' || employer) AND NOT instr(CAST(content AS TEXT), 'lant ' || (3 - employer)) AND instr(CAST(content AS TEXT), '&lt;b&gt;Marja') AND "
                  "NOT instr(CAST(content AS TEXT), '# Klant')",
                  "2\n");
}

static void
test_mistakes (Office *office, gconstpointer data)
{
  mistake = GPOINTER_TO_INT (data);
  plan (office);
  mistake = RIGHT;
  expect (office, 1, OVS_POSTING_PROBLEM);
  g_assert_cmpint (post (office), ==, 0);
}

/* --- not twice --------------------------------------------------------------------------------------------------- */

static void
test_not_twice (Office *office, gconstpointer unused)
{
  static const struct
  {
    const char *state;
    OvsPostingVerdict verdict;
  } states[] = {
    { "waiting", OVS_POSTING_WAITS },   { "sending", OVS_POSTING_UNKNOWN }, { "unknown", OVS_POSTING_UNKNOWN },
    { "sent", OVS_POSTING_HAS_IT },     { "refused", OVS_POSTING_GOES },
  };

  plan_and_post (office);
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      become (office, states[i].state);
      plan (office);
      expect (office, 1, states[i].verdict);
      g_assert_cmpint (post (office), ==, states[i].verdict == OVS_POSTING_GOES ? 2 : 0);
    }
  fixture_assert (&office->base, "SELECT state, count(*) FROM letter GROUP BY state ORDER BY state", "dropped|2\nwaiting|2\n");
}

/* Who was shown as going and got it meanwhile from somebody else. */
static void
test_meanwhile (Office *office, gconstpointer unused)
{
  g_autoptr (GPtrArray) shown = NULL;

  plan (office);
  shown = g_steal_pointer (&office->plan);
  plan_and_post (office);
  g_clear_pointer (&office->plan, g_ptr_array_unref);
  office->plan = g_steal_pointer (&shown);
  g_assert_cmpint (post (office), ==, 0);
  expect (office, 1, OVS_POSTING_WAITS);
  fixture_assert (&office->base, "SELECT count(*) FROM letter", "2\n");
}

static void
test_changed_meanwhile (Office *office, gconstpointer data)
{
  plan (office);
  fixture_execute (&office->base, data);
  g_assert_cmpint (post (office), ==, 1);
  g_assert_nonnull (item (office, 1)->reason);
  expect (office, 2, OVS_POSTING_GOES);
  fixture_assert (&office->base, "SELECT employer FROM letter", "2\n");
}

/* --- another day ------------------------------------------------------------------------------------------------- */

static void
move_round (Office *office)
{
  fixture_execute (&office->base, "UPDATE wave SET date = '2026-12-15'");
  told_day = DAY + 7;
}

static void
test_correction (Office *office, gconstpointer unused)
{
  plan_and_post (office);
  become (office, "sent");
  move_round (office);
  plan (office);
  expect (office, 1, OVS_POSTING_GOES);
  g_assert_cmpint (item (office, 1)->letter->piece, ==, OVS_PIECE_CORRECTION);
  g_assert_cmpint (post (office), ==, 2);
  become (office, "sent");
  plan (office);
  expect (office, 1, OVS_POSTING_HAS_IT);
  told_day = DAY;
}

/* What still waited to tell the old day never goes; who was told nothing is announced, not corrected. */
static void
test_moved_before_it_went (Office *office, gconstpointer unused)
{
  plan_and_post (office);
  move_round (office);
  plan (office);
  expect (office, 1, OVS_POSTING_GOES);
  g_assert_cmpint (item (office, 1)->letter->piece, ==, OVS_PIECE_CLIENT);
  g_assert_cmpint (post (office), ==, 2);
  fixture_assert (&office->base, "SELECT state, round_day FROM letter WHERE employer = 1 ORDER BY id", "dropped|2026-12-08\nwaiting|2026-12-15\n");
  told_day = DAY;
}

/* Whether it was told the old day is not known: somebody has to say so first. */
static void
test_unknown_and_moved (Office *office, gconstpointer unused)
{
  plan_and_post (office);
  become (office, "unknown");
  move_round (office);
  plan (office);
  expect (office, 1, OVS_POSTING_UNKNOWN);
  told_day = DAY;
}

/* --- who takes part no more --------------------------------------------------------------------------------------- */

static void
test_withdrawn (Office *office, gconstpointer unused)
{
  plan_and_post (office);
  become (office, "sent");
  fixture_execute (&office->base, "UPDATE employer SET selected = 0 WHERE id = 1");
  plan (office);
  expect (office, 1, OVS_POSTING_WITHDRAWN);
  ovs_piece_text_free (office->text);
  office->text = ovs_piece_text_parse (OVS_PIECE_WITHDRAWAL, "Onderwerp: Toch niet\n\nBeste", NULL);
  plan (office);
  expect (office, 1, OVS_POSTING_GOES);
  g_assert_cmpint (post (office), ==, 2);
  become (office, "sent");
  plan (office);
  expect (office, 1, OVS_POSTING_HAS_IT);
}

/* --- other ways ---------------------------------------------------------------------------------------------------- */

static gboolean
keep_on_paper (OvsTx *tx, gpointer sent, GError **error)
{
  g_autoptr (OvsPieceText) text = ovs_piece_text_parse (OVS_PIECE_CLIENT, "Onderwerp: x\n\ny", NULL);
  g_autoptr (OvsLetter) letter = compose (tx, text, 1, 0);

  return ovs_posting_keep (tx, letter, OVS_WAY_PAPER, sent != NULL, error);
}

static void
test_paper (Office *office, gconstpointer unused)
{
  clients_do (&office->base, keep_on_paper, NULL);
  plan (office);
  expect (office, 1, OVS_POSTING_WAITS);
  expect (office, 2, OVS_POSTING_GOES);
  fixture_assert (&office->base, "SELECT informed_on IS NULL FROM employer WHERE id = 1", "1\n");
  clients_do (&office->base, keep_on_paper, GINT_TO_POINTER (TRUE));
  plan (office);
  expect (office, 1, OVS_POSTING_HAS_IT);
  fixture_assert (&office->base, "SELECT informed_on IS NULL FROM employer WHERE id = 1", "0\n");
}

/* A dossier that practises reaches nobody outside this computer. */
static void
test_practice (Office *office, gconstpointer unused)
{
  OvsPostingOrder order = order_of (office);
  g_autoptr (OvsSmtp) far = ovs_smtp_new ("smtp://mail.kantoor.example:587", NULL);
  g_autoptr (OvsSmtp) near = ovs_smtp_new ("smtp://127.0.0.1:2525", NULL);
  OvsPosting posting = { .order = &order, .smtp = far, .sender = { "Kantoor", "salaris@kantoor.nl", NULL } };
  g_autoptr (GError) error = NULL;

  fixture_execute (&office->base, "INSERT INTO setting (name, value) VALUES ('loket-kind', 'practice')");
  plan (office);
  posting.plan = office->plan;
  g_assert_cmpint (ovs_posting_post (office->base.dossier, &posting, NULL, &error), ==, -1);
  g_assert_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED);
  g_clear_error (&error);
  posting.smtp = near;
  g_assert_cmpint (ovs_posting_post (office->base.dossier, &posting, NULL, &error), >, 0);
  g_assert_no_error (error);
}

#define ADD(name, data, func) g_test_add ("/posting/" name, Office, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  told_day = DAY;
  ADD ("goes", NULL, test_goes);
  ADD ("mistakes/other-client", GINT_TO_POINTER (OTHER_CLIENT), test_mistakes);
  ADD ("mistakes/other-number", GINT_TO_POINTER (OTHER_NUMBER), test_mistakes);
  ADD ("mistakes/other-address", GINT_TO_POINTER (OTHER_ADDRESS), test_mistakes);
  ADD ("mistakes/other-piece", GINT_TO_POINTER (OTHER_PIECE), test_mistakes);
  ADD ("mistakes/other-day", GINT_TO_POINTER (OTHER_DAY), test_mistakes);
  ADD ("mistakes/impossible-address", GINT_TO_POINTER (IMPOSSIBLE_ADDRESS), test_mistakes);
  ADD ("mistakes/a-problem", GINT_TO_POINTER (A_PROBLEM), test_mistakes);
  ADD ("not-twice", NULL, test_not_twice);
  ADD ("meanwhile", NULL, test_meanwhile);
  ADD ("changed-meanwhile/contact", "UPDATE employer SET contact_email = 'nieuw@voorbeeld.nl' WHERE id = 1", test_changed_meanwhile);
  ADD ("changed-meanwhile/round", "UPDATE employer SET wave = NULL WHERE id = 1", test_changed_meanwhile);
  ADD ("changed-meanwhile/withdrawn", "UPDATE employer SET selected = 0 WHERE id = 1", test_changed_meanwhile);
  ADD ("changed-meanwhile/number", "UPDATE employer SET number = '77' WHERE id = 1", test_changed_meanwhile);
  ADD ("correction", NULL, test_correction);
  ADD ("moved-before-it-went", NULL, test_moved_before_it_went);
  ADD ("unknown-and-moved", NULL, test_unknown_and_moved);
  ADD ("withdrawn", NULL, test_withdrawn);
  ADD ("paper", NULL, test_paper);
  ADD ("practice", NULL, test_practice);
  return g_test_run ();
}
