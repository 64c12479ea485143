/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <stdio.h>

#include "practice/client.h"

typedef struct
{
  char *folder;
  char *employers; /* klanten.csv as it is in the file */
  gsize employers_length;
  char *employees; /* medewerkers.csv in UTF-8 */
} Files;

static char *
path_in (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = path_in (folder, name);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
files_free (Files *files)
{
  remove_folder (files->folder);
  g_free (files->folder);
  g_free (files->employers);
  g_free (files->employees);
  g_free (files);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Files, files_free)

static Files *
write_files (OvsPractice *practice)
{
  Files *files = g_new0 (Files, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *employers = NULL;
  g_autofree char *employees = NULL;
  g_autofree char *raw = NULL;
  gsize length;

  files->folder = g_dir_make_tmp ("overstap-practice-XXXXXX", NULL);
  employers = path_in (files->folder, "klanten.csv");
  employees = path_in (files->folder, "medewerkers.csv");
  g_assert_true (ovs_practice_write_files (practice, files->folder, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (employers, &files->employers, &files->employers_length, NULL));
  g_assert_true (g_file_get_contents (employees, &raw, &length, NULL));
  files->employees = g_convert (raw, length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  g_assert_nonnull (files->employees);
  return files;
}

static OvsPractice *
make_practice (int employers, int employees, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  OvsPractice *practice = ovs_practice_new (NULL, employers, employees, seed, &error);

  g_assert_no_error (error);
  return practice;
}

static void
test_seed (void)
{
  g_autoptr (OvsPractice) first = make_practice (10, 300, 7);
  g_autoptr (OvsPractice) second = make_practice (10, 300, 7);
  g_autoptr (OvsPractice) other = make_practice (10, 300, 8);
  g_autoptr (Files) a = write_files (first);
  g_autoptr (Files) b = write_files (second);
  g_autoptr (Files) c = write_files (other);

  g_assert_cmpstr (a->employers, ==, b->employers);
  g_assert_cmpstr (a->employees, ==, b->employees);
  g_assert_cmpstr (a->employers, !=, c->employers);
  g_assert_cmpstr (a->employees, !=, c->employees);
}

static gboolean
passes_eleven_test (const char *bsn)
{
  int sum = 0;

  g_assert_cmpuint (strlen (bsn), ==, 9);
  for (int i = 0; i < 9; i++)
    sum += (bsn[i] - '0') * (i < 8 ? 9 - i : -1);
  return sum % 11 == 0;
}

static void
test_files (void)
{
  g_autoptr (OvsPractice) practice = make_practice (12, 1500, 2);
  g_autoptr (Files) files = write_files (practice);
  g_auto (GStrv) employers = g_strsplit (files->employers, "\r\n", -1);
  g_auto (GStrv) employees = g_strsplit (files->employees, "\r\n", -1);
  guint without_address = 0, with_prefix = 0, ended = 0;

  g_assert_cmpmem (files->employers, 3, "\xef\xbb\xbf", 3);
  g_assert_true (g_str_has_prefix (employers[0] + 3,
                                   "Werkgevernummer;Werkgever;Plaats;Contactpersoon;E-mail contactpersoon;"));
  g_assert_cmpuint (g_strv_length (employers), ==, 12 + 2);
  g_assert_true (
      g_str_has_prefix (employees[0],
                        "Werkgevernummer;Personeelsnummer;Voorletters;Roepnaam;Voorvoegsel;Achternaam;"
                        "Geboortedatum;Privé e-mail;Zakelijk e-mail;Datum in dienst;Datum uit dienst;"));
  g_assert_cmpuint (g_strv_length (employees), >, 1500 + 2);
  for (int i = 1; employees[i + 1] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (employees[i], ";", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 15);
      g_assert_false (passes_eleven_test (cells[14]));
      without_address += *cells[7] == '\0';
      with_prefix += *cells[4] != '\0';
      ended += *cells[10] != '\0';
    }
  g_assert_cmpuint (without_address, >, 10);
  g_assert_cmpuint (without_address, <, 90);
  g_assert_cmpuint (with_prefix, >, 300);
  g_assert_cmpuint (ended, >, 100);
}

static void
add_name (GHashTable *names, const char *initials, const char *prefix, const char *last_name)
{
  g_hash_table_add (names, g_strdup_printf ("%s|%s|%s", initials, prefix != NULL ? prefix : "", last_name));
}

/* The names in the files are those that the API gives. */
static void
test_names_agree (void)
{
  g_autoptr (Client) client = client_new (NULL, 1, 300, 2);
  g_autoptr (Files) files = write_files (client->practice);
  g_auto (GStrv) lines = g_strsplit (files->employees, "\r\n", -1);
  g_autofree char *employer = client_biggest_employer (client);
  g_autofree char *path = under_employer (employer, "/employees?pageSize=1000");
  g_autoptr (Reply) kept = NULL;
  JsonArray *list = client_list (client, path, &kept);
  g_autoptr (GHashTable) from_file = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) from_api = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name;

  for (int i = 1; lines[i + 1] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ";", -1);
      add_name (from_file, cells[2], cells[4], cells[5]);
    }
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *details =
          json_object_get_object_member (json_array_get_object_element (list, i), "personalDetails");
      add_name (from_api, json_object_get_string_member (details, "initials"),
                json_object_get_string_member_with_default (details, "prefix", NULL),
                json_object_get_string_member (details, "lastName"));
    }
  g_assert_cmpuint (json_array_get_length (list), ==, 300);
  g_assert_cmpuint (g_hash_table_size (from_file), ==, g_hash_table_size (from_api));
  g_hash_table_iter_init (&iter, from_file);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_assert_true (g_hash_table_contains (from_api, name));
}

static OvsPractice *
make_wanted (const OvsPracticeWanted *wanted)
{
  g_autoptr (GError) error = NULL;
  OvsPractice *practice = ovs_practice_new_wanted (NULL, wanted, &error);

  g_assert_no_error (error);
  return practice;
}

/* The day in a cell, `01-09-2026`. */
static OvsDay
read_day (const char *cell)
{
  int day = 0, month = 0, year = 0;

  return sscanf (cell, "%d-%d-%d", &day, &month, &year) == 3 ? ovs_day_from_ymd (year, month, day) : OVS_NO_DAY;
}

/* The office fits the day on which it begins: whoever works there is grown up, has begun before it, and does not leave within days. */
static void
test_start (void)
{
  static const OvsDay no_day = OVS_NO_DAY;
  OvsPracticeWanted september = { .employers = 4, .employees = 600, .seed = 7, .start = ovs_day_from_ymd (2026, 9, 1) };
  OvsPracticeWanted later = september, usual = september;
  g_autoptr (OvsPractice) first = make_wanted (&september);
  g_autoptr (OvsPractice) second = make_wanted (&september);
  g_autoptr (Files) a = write_files (first);
  g_autoptr (Files) b = write_files (second);
  g_auto (GStrv) lines = g_strsplit (a->employees, "\r\n", -1);
  guint left_in_2025 = 0, future = 0;

  g_assert_cmpstr (a->employees, ==, b->employees);
  g_assert_cmpstr (a->employers, ==, b->employers);
  for (int i = 1; lines[i + 1] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ";", -1);
      OvsDay begin = read_day (cells[9]), end = read_day (cells[10]);

      left_in_2025 += g_str_has_suffix (cells[10], "2025");
      future += begin > september.start;
      g_assert_true (begin < september.start - 30 || begin > september.start);
      g_assert_true (end == no_day || end < september.start - 30 || end >= september.start + 14);
    }
  g_assert_cmpuint (left_in_2025, >, 10);
  g_assert_cmpuint (future, >, 2);
  g_assert_cmpuint (future, <, 60);

  later.start = ovs_day_from_ymd (2029, 5, 15);
  usual.start = OVS_NO_DAY;
  {
    g_autoptr (OvsPractice) third = make_wanted (&later);
    g_autoptr (OvsPractice) fourth = make_wanted (&usual);
    g_autoptr (OvsPractice) plain = make_practice (4, 600, 7);
    g_autoptr (Files) c = write_files (third);
    g_autoptr (Files) d = write_files (fourth);
    g_autoptr (Files) e = write_files (plain);

    g_assert_cmpstr (a->employees, !=, c->employees);
    g_assert_cmpstr (d->employees, ==, e->employees);
  }
}

static void
test_impossible_start (void)
{
  static const int years[] = { 2025, 2100 };

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      OvsPracticeWanted wanted = { .employers = 1, .employees = 1, .start = ovs_day_from_ymd (years[i], 6, 1) };
      g_autoptr (GError) error = NULL;

      g_assert_null (ovs_practice_new_wanted (NULL, &wanted, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

/* Only some names change, and no cell of the files begins as a formula does. */
static void
test_odd_names (void)
{
  OvsPracticeWanted wanted = { .employers = 3, .employees = 500, .seed = 2 }, odd = wanted;
  g_autoptr (OvsPractice) first = make_wanted (&wanted);
  g_autoptr (OvsPractice) second = NULL;
  g_autoptr (Files) a = write_files (first);
  g_autoptr (Files) b = NULL;
  g_auto (GStrv) usual = NULL;
  g_auto (GStrv) lines = NULL;
  guint changed = 0;

  odd.odd_names = TRUE;
  second = make_wanted (&odd);
  b = write_files (second);
  usual = g_strsplit (a->employees, "\r\n", -1);
  lines = g_strsplit (b->employees, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (usual), ==, g_strv_length (lines));
  for (int i = 1; lines[i] != NULL; i++)
    {
      changed += !g_str_equal (usual[i], lines[i]);
      for (const char *cell = strchr (lines[i], ';'); cell != NULL; cell = strchr (cell + 1, ';'))
        g_assert_true (cell[1] == '\0' || strchr ("=+@\t", cell[1]) == NULL);
    }
  g_assert_cmpuint (changed, >, 3);
  g_assert_cmpuint (changed, <, 40);
}

typedef struct
{
  const char *style;
  const char *begins; /* of medewerkers-STYLE.csv, in bytes */
  gsize length;
} StyleCase;

static void
test_styles (void)
{
  static const StyleCase cases[] = {
    { "utf-8", "\xef\xbb\xbfWerkgevernummer;", 19 },   { "windows-1252", "Werkgevernummer;", 16 },
    { "komma", "Werkgevernummer,", 16 },                { "tab", "\xff\xfeW\0", 4 },
    { "andere-koppen", "\xef\xbb\xbfKlantnr;", 11 },   { "sofinummer", "Uitdraai", 8 },
    { "laatste-dienstverband", "\xef\xbb\xbfWerkg", 8 },
  };
  g_autoptr (OvsPractice) practice = make_practice (3, 100, 2);
  g_autofree char *folder = g_dir_make_tmp ("overstap-practice-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (ovs_practice_write_style (practice, folder, "alle", &error));
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("medewerkers-%s.csv", cases[i].style);
      g_autofree char *path = path_in (folder, name);
      g_autofree char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      g_assert_cmpuint (length, >, 5000);
      g_assert_cmpmem (text, cases[i].length, cases[i].begins, cases[i].length);
    }
  g_assert_false (ovs_practice_write_style (practice, folder, "mooi", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  remove_folder (folder);
}

static void
test_one_at_a_time (void)
{
  g_autofree char *folder = g_dir_make_tmp ("overstap-practice-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsPractice) first = ovs_practice_new (folder, 1, 5, 1, &error);
  OvsPractice *second;

  g_assert_no_error (error);
  second = ovs_practice_new (folder, 1, 5, 1, &error);
  g_assert_null (second);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, folder));
  g_clear_error (&error);

  g_clear_object (&first);
  first = ovs_practice_new (folder, 1, 5, 1, &error);
  g_assert_no_error (error);
  g_clear_object (&first);
  remove_folder (folder);
}

static void
test_owner_only (void)
{
  g_autofree char *parent = g_dir_make_tmp ("overstap-practice-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (parent, "new", "folder", NULL);
  g_autofree char *file = path_in (folder, "oefenloket.sqlite");
  g_autofree char *middle = path_in (parent, "new");
  g_autoptr (OvsPractice) practice = ovs_practice_new (folder, 1, 5, 1, NULL);
  GStatBuf status;

  g_assert_nonnull (practice);
  g_assert_cmpint (g_stat (file, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_clear_object (&practice);
  remove_folder (folder);
  g_assert_cmpint (g_rmdir (middle), ==, 0);
  g_assert_cmpint (g_rmdir (parent), ==, 0);
}

static void
test_refusals (void)
{
  g_autofree char *parent = g_dir_make_tmp ("overstap-practice-XXXXXX", NULL);
  g_autofree char *file = path_in (parent, "oefenloket.sqlite");
  g_autofree char *nowhere = g_build_filename (file, "folder", NULL);
  static const struct
  {
    int employers;
    int employees;
  } cases[] = { { 0, 10 }, { -1, 10 }, { 1, -1 }, { 1, 100000000 } };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_null (ovs_practice_new (NULL, cases[i].employers, cases[i].employees, 1, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_clear_error (&error);
    }

  /* A file that is no database, and a folder below a file. */
  g_assert_true (g_file_set_contents (file, "geen database, alleen maar tekst die lang genoeg is", -1, NULL));
  g_assert_null (ovs_practice_new (parent, 1, 5, 1, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (ovs_practice_new (nowhere, 1, 5, 1, &error));
  g_assert_nonnull (error);
  remove_folder (parent);
}

/* However few people, and however many clients for them. */
static void
test_sizes (void)
{
  static const struct
  {
    int employers;
    int employees;
  } cases[] = { { 1, 0 }, { 1, 1 }, { 5, 2 }, { 5, 5 }, { 40, 41 }, { 3, 1000 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Client) client = client_new (NULL, cases[i].employers, cases[i].employees, 1);
      g_autoptr (Reply) kept = NULL, people = NULL;
      JsonArray *list = client_list (client, "/v2/providers/employers/minimized", &kept);
      gint64 total = 0;

      g_assert_cmpuint (json_array_get_length (list), ==, cases[i].employers);
      for (guint n = 0; n < json_array_get_length (list); n++)
        {
          const char *id = json_object_get_string_member (json_array_get_object_element (list, n), "id");
          g_autofree char *path = under_employer (id, "/employees?pageSize=1");
          gint64 size = json_object_get_int_member (client_get (client, path, &people), "totalSize");

          if (cases[i].employees >= cases[i].employers)
            g_assert_cmpint (size, >, 0);
          total += size;
        }
      g_assert_cmpint (total, ==, cases[i].employees);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/office/seed", test_seed);
  g_test_add_func ("/practice/office/files", test_files);
  g_test_add_func ("/practice/office/names-agree", test_names_agree);
  g_test_add_func ("/practice/office/start", test_start);
  g_test_add_func ("/practice/office/impossible-start", test_impossible_start);
  g_test_add_func ("/practice/office/odd-names", test_odd_names);
  g_test_add_func ("/practice/office/styles", test_styles);
  g_test_add_func ("/practice/office/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/practice/office/owner-only", test_owner_only);
  g_test_add_func ("/practice/office/refusals", test_refusals);
  g_test_add_func ("/practice/office/sizes", test_sizes);
  return g_test_run ();
}
