/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/fixture.h"

#include "csv/headers.h"
#include "letters/enquiry-file.h"
#include "letters/enquiry-paper.h"
#include "letters/enquiry-words.h"
#include "rules/client-question.h"

/* A list of @n_lines people, each with the same question. */
static OvsEnquiryList *
make_list (guint n_lines, const char *client)
{
  OvsEnquiryList *list = g_new0 (OvsEnquiryList, 1);

  list->firm = g_strdup ("Kantoor De Vries");
  list->number = g_strdup ("0020");
  list->client = g_strdup (client);
  list->made_on = ovs_day_from_ymd (2026, 11, 26);
  list->deadline = ovs_day_from_ymd (2026, 12, 10);
  list->lines = g_ptr_array_new ();
  list->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < n_lines; i++)
    {
      OvsEnquiryLine *line = g_new0 (OvsEnquiryLine, 1);

      line->number = g_strdup_printf ("%u", i + 1);
      line->name = g_strdup ("J.P. de Vries-van den Berg");
      line->missing = ovs_enquiry_words_missing (OVS_FINDING_BIT (OVS_FINDING_EMAIL_NOT_UNIQUE));
      line->takes_address = TRUE;
      g_ptr_array_add (list->lines, line);
    }
  return list;
}

static void
free_list (OvsEnquiryList *list)
{
  for (guint i = 0; i < list->lines->len; i++)
    {
      OvsEnquiryLine *line = g_ptr_array_index (list->lines, i);

      g_free (line->number);
      g_free (line->name);
      g_free (line->missing);
      g_free (line);
    }
  ovs_enquiry_list_free (list);
}

/* Every question has its words, and they tell nothing of another employer or of what is secret. */
static void
test_words (void)
{
  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    {
      g_autofree char *words = ovs_enquiry_words_missing (OVS_FINDING_BIT (finding));

      g_test_message ("%s", ovs_rule_get ((OvsFinding) finding)->code);
      g_assert_cmpint (*words != '\0', ==, ovs_client_question_is ((OvsFinding) finding));
      g_assert_null (strstr (words, "werkgever"));
    }
}

static void
test_words_together (void)
{
  g_autofree char *words = ovs_enquiry_words_missing (OVS_FINDING_BIT (OVS_FINDING_NO_PRIVATE_EMAIL)
                                                      | OVS_FINDING_BIT (OVS_FINDING_BIRTH_DATE_MISSING)
                                                      | OVS_FINDING_BIT (OVS_FINDING_CHANGE_IN_LOKET));

  g_assert_cmpstr (words, ==, "Het privé e-mailadres ontbreekt. De geboortedatum ontbreekt. Bel ons hierover.");
}

static void
test_filled_in (void)
{
  g_autofree char *text = ovs_enquiry_words_fill ("voet", "klant", "Bakkerij {nummer}", "nummer", "20", NULL);

  g_assert_nonnull (strstr (text, "20"));
  g_assert_null (strchr (text, '{'));
}

static void
test_file_names (void)
{
  static const struct
  {
    const char *client;
    const char *name;
  } cases[] = {
    { "Bakkerij 'De Zon' B.V.", "aanvullijst-0020-bakkerij-de-zon-bv-2026-11-26-vertrouwelijk" },
    { "Café Ümit & Zn / ../x", "aanvullijst-0020-cafe-umit-zn-x-2026-11-26-vertrouwelijk" },
    { "Łódź", "aanvullijst-0020-odz-2026-11-26-vertrouwelijk" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OvsEnquiryList *list = make_list (1, cases[i].client);
      g_autofree char *name = ovs_enquiry_list_name (list);

      g_assert_cmpstr (name, ==, cases[i].name);
      free_list (list);
    }
}

/* All lines get a place, each page holds what fits, and no list is too short for a page. */
static void
test_pages (void)
{
  static const struct
  {
    guint lines;
    guint least;
    guint most;
  } cases[] = { { 1, 1, 1 }, { 8, 1, 1 }, { 40, 2, 4 }, { 1000, 40, 80 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OvsEnquiryList *list = make_list (cases[i].lines, "Bakkerij");
      g_autoptr (OvsEnquiryPaper) paper = ovs_enquiry_paper_new (list);
      guint pages = ovs_enquiry_paper_get_n_pages (paper);

      g_test_message ("%u lines on %u pages", cases[i].lines, pages);
      g_assert_cmpuint (pages, >=, cases[i].least);
      g_assert_cmpuint (pages, <=, cases[i].most);
      g_clear_pointer (&paper, ovs_enquiry_paper_free);
      free_list (list);
    }
}

static void
test_table (Fixture *fixture, gconstpointer unused)
{
  OvsEnquiryList *list = make_list (1, "Bakkerij");
  g_autofree char *path = fixture_path (fixture, "lijst.csv");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  ovs_enquiry_file_save_table (list, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==,
                   "\xef\xbb\xbfWerkgevernummer;Personeelsnummer;Naam;Wat ontbreekt;Nieuw privé e-mail;Heeft geen e-mail J/N\r\n"
                   "0020;1;J.P. de Vries-van den Berg;Iemand anders gebruikt dit e-mailadres ook. Een eigen adres is nodig.;;\r\n");
  free_list (list);
}

static gboolean
contains (const char *bytes, gsize length, const char *word)
{
  for (gsize i = 0; i + strlen (word) <= length; i++)
    if (memcmp (bytes + i, word, strlen (word)) == 0)
      return TRUE;
  return FALSE;
}

static void
test_pdf (Fixture *fixture, gconstpointer unused)
{
  OvsEnquiryList *list = make_list (30, "Bakkerij");
  g_autofree char *path = fixture_path (fixture, "lijst.pdf");
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  ovs_enquiry_file_save_pdf (list, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpint (strncmp (bytes, "%PDF-", 5), ==, 0);
  /* Who has it read out hears headings and cells. */
  g_assert_true (contains (bytes, length, "StructTreeRoot"));
  free_list (list);
}

/* The headers of the table are those that are known when it comes back. */
static void
test_comes_back (void)
{
  static const OvsField fields[] = { OVS_FIELD_EMPLOYER_NUMBER, OVS_FIELD_EMPLOYEE_NUMBER, OVS_FIELD_PRIVATE_EMAIL, OVS_FIELD_NO_EMAIL };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_true (ovs_field_is_in_kind (fields[i], OVS_CSV_CORRECTIONS));
  g_assert_cmpstr (ovs_headers_get_own (OVS_CSV_CORRECTIONS, OVS_FIELD_PRIVATE_EMAIL), ==, "Nieuw privé e-mail");
  g_assert_cmpstr (ovs_headers_get_own (OVS_CSV_CORRECTIONS, OVS_FIELD_NO_EMAIL), ==, "Heeft geen e-mail J/N");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letters/enquiry/words", test_words);
  g_test_add_func ("/letters/enquiry/words-together", test_words_together);
  g_test_add_func ("/letters/enquiry/filled-in", test_filled_in);
  g_test_add_func ("/letters/enquiry/file-names", test_file_names);
  g_test_add_func ("/letters/enquiry/pages", test_pages);
  g_test_add ("/letters/enquiry/table", Fixture, NULL, fixture_set_up, test_table, fixture_tear_down);
  g_test_add ("/letters/enquiry/pdf", Fixture, NULL, fixture_set_up, test_pdf, fixture_tear_down);
  g_test_add_func ("/letters/enquiry/comes-back", test_comes_back);
  return g_test_run ();
}
