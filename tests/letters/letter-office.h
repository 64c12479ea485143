/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/fixture.h"

#include "dossier/employers.h"
#include "dossier/imports.h"
#include "dossier/trail.h"
#include "letters/letter.h"

/* An office with clients in a round, of which every piece has something to tell. */

#define OFFICE_CLIENTS 3

typedef struct
{
  const char *const *names; /* (nullable): of the clients, their contacts and handlers, in turn */
  gsize n_names;
} OfficeNames;

static inline const char *
office_name (const OfficeNames *names, gsize i, const char *usual)
{
  return names->names != NULL ? names->names[i % names->n_names] : usual;
}

static inline gboolean
office_add_clients (OvsTx *tx, gpointer data, GError **error)
{
  const OfficeNames *names = data;
  gsize clients = names->names != NULL ? names->n_names : OFFICE_CLIENTS;
  gint64 sequence;
  gint64 import = ovs_imports_begin (tx, "employers", "klanten.csv", "", "{}", "utf-8", ";", &sequence);

  for (gsize i = 0; i < clients; i++)
    {
      g_auto (OvsEmployer) employer = { .number = g_strdup_printf ("90%02d", (int) i + 1) };
      g_autofree char *client = g_strdup_printf ("Klantnaam%02d BV", (int) i + 1);
      g_autofree char *contact = g_strdup_printf ("Contact%02d Persoon", (int) i + 1);
      g_autofree char *handler = g_strdup_printf ("Behandelaar%02d", (int) i + 1);

      employer.number_key = g_strdup (employer.number);
      employer.name = g_strdup (office_name (names, i, client));
      employer.contact_name = g_strdup (office_name (names, i + 1, contact));
      employer.contact_email = g_strdup_printf ("adres%02d@klant%02d.nl", (int) i + 1, (int) i + 1);
      employer.handler = g_strdup (office_name (names, i + 2, handler));
      employer.uses_leave = employer.uses_expenses = employer.uses_changes = OVS_TOLD_YES;
      ovs_employers_add (tx, &employer, import);
    }
  ovs_trail_end (tx, sequence, "import", "{}", NULL);
  return TRUE;
}

static inline void
office_set_up (Fixture *fixture, const OfficeNames *names)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (fixture, NULL);
  ovs_dossier_write (fixture->dossier, office_add_clients, (gpointer) names, NULL, &error);
  g_assert_no_error (error);
  fixture_execute (
      fixture,
      "INSERT INTO wave (id, number, date, route) VALUES (1, 1, date('now', '+20 days'), 'loket');"
      "UPDATE employer SET selected = 1, wave = 1;"
      "INSERT INTO setting (name, value) VALUES ('firm', 'Kantoor De Vries'), ('office-address', 'Dorpsstraat 1' || char(10) || '1234 AB Ons Dorp'),"
      "('office-phone', '012-3456789'), ('office-email', 'kantoor@devries.nl'), ('help-contact', 'Sanne Bakker'), ('help-phone', '012-3456780'),"
      "('help-hours', 'maandag tot en met vrijdag van 9 tot 12 uur');"
      "INSERT INTO tally (employer, what, number) SELECT c.id, t.what, t.number FROM employer c, (SELECT 'ready' AS what, 30 AS number "
      "UNION SELECT 'stopper', 2 UNION SELECT 'finding:no-private-email', 2 UNION SELECT 'reason:left-2025-access-ended', 4 "
      "UNION SELECT 'outcome:submitted', 12 UNION SELECT 'outcome:invited', 9 UNION SELECT 'outcome:unknown', 1 UNION SELECT 'list:fallout', 2 "
      "UNION SELECT 'outcome:linked', 5 UNION SELECT 'list:waiting', 4 UNION SELECT 'outcome:stranded', 1) t");
  /* Somebody without an address at each, about whom the client is asked. */
  fixture_execute (
      fixture,
      "INSERT INTO employee (employer, number, number_key, first_name, last_name, email, email_kind, email_as_read, work_email, birth_date, sort_key, "
      "first_seen, added_by) SELECT id, '77001', '77001', 'Voornaamgeheim', 'Achternaamgeheim', 'prive@geheim.nl', 'absent', 'prive@geheim.nl', "
      "'werk@geheim.nl', '1985-03-04', 'x', '2026-01-01', 1 FROM employer;"
      "INSERT INTO judgement (employee, judged_on, disposition, reason) SELECT id, '2026-01-01', 'stopper', '' FROM employee;"
      "INSERT INTO finding (employee, code, accepted) SELECT id, 'no-private-email', 0 FROM employee");
}

/* They were told another day before, so that there is something to correct. */
#define OFFICE_TOLD_OTHER_DAY                                                                                                        \
  "INSERT INTO letter (piece, employer, wave, round_day, way, subject, text, message_id, state, written, audit) "                    \
  "SELECT 'client', id, 1, '2026-01-05', 'mail', 'x', 'y', 'm' || id, 'sent', '2026-01-01T10:00:00Z', 1 FROM employer"

/* What has to be so that a piece has something to tell. (nullable) */
static inline const char *
office_change_for (OvsPiece piece)
{
  if (piece == OVS_PIECE_CORRECTION)
    return OFFICE_TOLD_OTHER_DAY;
  return piece == OVS_PIECE_WITHDRAWAL ? "UPDATE employer SET selected = 0" : NULL;
}

typedef struct
{
  const OvsPieceText *text;
  const char *change; /* (nullable): what is different this time */
  gint64 employer;
  gint64 wave;
  OvsLetter *letter;
} OfficeCompose;

static inline gboolean
office_compose_one (OvsTx *tx, gpointer data, GError **error)
{
  OfficeCompose *compose = data;

  ovs_tx_set_dry_run (tx);
  if (compose->change != NULL)
    g_assert_true (ovs_tx_exec (tx, compose->change));
  compose->letter = ovs_letter_compose (tx, compose->text, compose->employer, compose->wave);
  return TRUE;
}

static inline OvsLetter *
office_compose (Fixture *fixture, const OvsPieceText *text, const char *change, gint64 employer, gint64 wave)
{
  OfficeCompose compose = { text, change, employer, wave, NULL };
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, office_compose_one, &compose, NULL, &error);
  g_assert_no_error (error);
  return compose.letter;
}

static inline OvsLetter *
office_compose_piece (Fixture *fixture, OvsPiece piece, const char *change, gint64 employer, gint64 wave)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsPieceText) text = ovs_piece_text_load (piece, &error);

  g_assert_no_error (error);
  return office_compose (fixture, text, change, employer, wave);
}
