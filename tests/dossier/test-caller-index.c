/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/clients.h"

#include "dossier/caller-index.h"
#include "dossier/decisions.h"
#include "dossier/notes.h"

/* Some people of Bakkerij Jansen (1) and Garage Smit (2). */
static void
set_up (Fixture *fixture, gconstpointer unused)
{
  clients_set_up (fixture, NULL);
  fixture_execute (fixture, "INSERT INTO employee (id, employer, number, number_key, prefix, last_name, email, email_key, email_kind, sort_key, first_seen, added_by) VALUES "
                            "(1, 1, '0012', '12', 'van', 'Leeuwen', 'merel@gmail.com', 'merel@gmail.com', 'ok', 'leeuwen m. merel', '2026', 1), "
                            "(2, 1, '13', '13', NULL, 'Özdemir', 'x@b.nl', 'x@b.nl', 'ok', 'ozdemir a.', '2026', 1), "
                            "(3, 2, '12', '12', 'De', 'Jansen', NULL, NULL, 'absent', 'jansen b.', '2026', 1)");
}

typedef struct
{
  OvsCallerIndex *index;
  const char *text;
  guint most;
  guint total;
  GString *found;
} Search;

static gboolean
search (OvsTx *tx, gpointer data, GError **error)
{
  Search *search = data;
  g_autoptr (OvsCallers) callers = ovs_caller_index_search (search->index, tx, search->text, search->most);

  search->total = callers->total;
  for (guint i = 0; i < callers->rows->len; i++)
    {
      const OvsCaller *caller = g_ptr_array_index (callers->rows, i);

      g_string_append_printf (search->found, "%s;", caller->name != NULL ? caller->name : caller->employer_name);
    }
  return TRUE;
}

static guint
find (Fixture *fixture, OvsCallerIndex *index, const char *text, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  Search asked = { index, text, 2, 0, found };
  g_autoptr (GError) error = NULL;

  ovs_dossier_read (fixture->dossier, search, &asked, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->str, ==, expected);
  return asked.total;
}

static void
test_any_part (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OvsCallerIndex) index = ovs_caller_index_new ();

  find (fixture, index, "", "");
  find (fixture, index, "  ", "");
  find (fixture, index, "van leeuw", "Leeuwen, van;");
  find (fixture, index, "MEREL", "Leeuwen, van;");
  find (fixture, index, "0012", "Leeuwen, van;");
  find (fixture, index, "ÖZ", "Özdemir;");
  find (fixture, index, "ozdem", "Özdemir;");
  find (fixture, index, "gmail", "Leeuwen, van;");
  /* The words may be those of the person and of his client. */
  find (fixture, index, "smit 12", "Jansen, De;");
  find (fixture, index, "bakkerij x@b", "Özdemir;");
  /* Whose surname begins so goes first; clients come last, and the rest is counted. */
  g_assert_cmpuint (find (fixture, index, "jansen", "Jansen, De;Leeuwen, van;"), ==, 4);
  find (fixture, index, "garage", "Jansen, De;Garage Smit;");
  /* Nothing is found across two fields. */
  find (fixture, index, "merel0012", "");
  find (fixture, index, "nobody", "");
}

static gboolean
mend (OvsTx *tx, gpointer address, GError **error)
{
  return ovs_decisions_mend (tx, "1", "12", address, FALSE, error) >= 0;
}

static gboolean
note (OvsTx *tx, gpointer unused, GError **error)
{
  return ovs_notes_add (tx, OVS_NOTES_ON_CLIENT, 1, "called", OVS_NO_DAY, error) > 0;
}

static void
test_follows (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (OvsCallerIndex) index = ovs_caller_index_new ();

  find (fixture, index, "merel@gmail", "Leeuwen, van;");
  clients_do (fixture, mend, (gpointer) "nieuw@ziggo.nl");
  find (fixture, index, "merel@gmail", "");
  find (fixture, index, "nieuw@ziggo", "Leeuwen, van;");
  clients_undo (fixture, "mend");
  find (fixture, index, "nieuw@ziggo", "");
  find (fixture, index, "merel@gmail", "Leeuwen, van;");

  fixture_execute (fixture, "INSERT INTO employee (id, employer, number, number_key, last_name, email_kind, sort_key, first_seen, added_by) "
                            "VALUES (4, 2, '99', '99', 'Nieuwkomer', 'absent', 'nieuwkomer', '2026', 1)");
  clients_do (fixture, note, NULL);
  find (fixture, index, "nieuwk", "Nieuwkomer;");
  fixture_execute (fixture, "DELETE FROM employee WHERE id = 3");
  find (fixture, index, "garage jansen", "");
  clients_do (fixture, note, NULL);
  g_assert_cmpuint (find (fixture, index, "garage jansen", ""), ==, 0);
  fixture_execute (fixture, "UPDATE employer SET name = 'Slager Vos' WHERE id = 2");
  clients_do (fixture, note, NULL);
  find (fixture, index, "vos 99", "Nieuwkomer;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/caller-index/any-part", Fixture, NULL, set_up, test_any_part, fixture_tear_down);
  g_test_add ("/caller-index/follows", Fixture, NULL, set_up, test_follows, fixture_tear_down);
  return g_test_run ();
}
