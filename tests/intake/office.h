/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/fixture.h"
#include "intake/intake.h"

#define EMPLOYEES_HEADER                                                                                     \
  "Werkgevernummer;Personeelsnummer;Voorletters;Achternaam;Geboortedatum;Privé e-mail;Datum in "            \
  "dienst;Datum uit dienst\n"

/* Everything that an import can write, but for its own entry in the trail. */
#define OFFICE_TABLES                                                                                        \
  "SELECT * FROM employer; SELECT * FROM employee; SELECT * FROM employment; SELECT employee, portal, "      \
  "status, source FROM access; "                                                                             \
  "SELECT * FROM history; SELECT * FROM fallout_entry; SELECT * FROM undo_step;"

static inline char *
office_write (Fixture *fixture, const char *text)
{
  char *path = fixture_path (fixture, "kantoor.csv");
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static inline OvsIntakeResult *
office_try (Fixture *fixture, OvsCsvKind kind, const char *text, GError **error)
{
  g_autofree char *path = office_write (fixture, text);
  OvsIntakeRequest request = { .path = path, .kind = kind };
  OvsIntakeResult *result = ovs_intake_run (fixture->dossier, &request, NULL, error);

  if (result != NULL)
    g_assert_cmpuint (result->rows, ==,
                      result->added + result->changed + result->unchanged + result->skipped +
                          result->refused->len);
  return result;
}

static inline OvsIntakeResult *
office_read (Fixture *fixture, OvsCsvKind kind, const char *text)
{
  g_autoptr (GError) error = NULL;
  OvsIntakeResult *result = office_try (fixture, kind, text, &error);

  g_assert_no_error (error);
  return result;
}

/* Reads a file in and compares "added changed unchanged missing refused". */
#define office_expect(fixture, kind, text, expected)                                                         \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autoptr (OvsIntakeResult) office_result = office_read ((fixture), (kind), (text));                     \
    g_autofree char *office_counts =                                                                         \
        g_strdup_printf ("%d %d %d %d %u", (int) office_result->added, (int) office_result->changed,         \
                         (int) office_result->unchanged, (int) office_result->missing,                       \
                         office_result->refused->len);                                                       \
    g_assert_cmpstr (office_counts, ==, (expected));                                                         \
  }                                                                                                          \
  G_STMT_END

/* A dossier with the clients 20 and 30. */
static inline void
office_set_up (Fixture *fixture, gconstpointer unused)
{
  fixture_set_up (fixture, NULL);
  office_expect (fixture, OVS_CSV_EMPLOYERS, "Werkgevernummer;Werkgever\n20;Bakkerij\n30;Garage\n",
                 "2 0 0 0 0");
}

/* The dossier as it is now, to compare with later. */
static inline char *
office_dump (Fixture *fixture)
{
  return fixture_query (fixture, OFFICE_TABLES);
}

/* Reads the same file again: all unchanged, and nothing in the dossier differs. */
static inline void
office_expect_no_change (Fixture *fixture, OvsCsvKind kind, const char *text)
{
  g_autofree char *before = office_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (OvsIntakeResult) result = office_read (fixture, kind, text);

  g_assert_cmpuint (result->added + result->changed, ==, 0);
  after = office_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}
