/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/writer.h"

#include "csv/scratch.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static char *
read_back (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

static OvsCsvWriter *
begin (const char *path)
{
  g_autoptr (GError) error = NULL;
  OvsCsvWriter *writer = ovs_csv_writer_new (path, &error);

  g_assert_no_error (error);
  return writer;
}

static void
end (OvsCsvWriter *writer)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ovs_csv_writer_close (writer, &error));
  g_assert_no_error (error);
}

static void
test_shape (void)
{
  static const char *const headers[] = { "Werkgever", "Aantal", "Datum", "Leeg", NULL };
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (OvsCsvWriter) writer = NULL;
  g_autofree char *text = NULL;
  struct stat info;

  scratch_write (&scratch, "oud", -1);
  writer = begin (scratch.path);
  g_assert_true (ovs_csv_writer_add_row (writer, headers, NULL));
  ovs_csv_writer_add_text (writer, "Bakkerij \"De Aar\"; Zwolle");
  ovs_csv_writer_add_count (writer, -12);
  ovs_csv_writer_add_day (writer, ovs_day_from_ymd (2026, 3, 1));
  ovs_csv_writer_add_text (writer, NULL);
  g_assert_true (ovs_csv_writer_end_row (writer, NULL));
  ovs_csv_writer_add_text (writer, "regel\neen");
  ovs_csv_writer_add_day (writer, OVS_NO_DAY);
  g_assert_true (ovs_csv_writer_end_row (writer, NULL));
  end (writer);

  text = read_back (scratch.path);
  g_assert_cmpstr (text, ==,
                   "\xef\xbb\xbfWerkgever;Aantal;Datum;Leeg\r\n"
                   "\"Bakkerij \"\"De Aar\"\"; Zwolle\";-12;01-03-2026;\r\n"
                   "\"regel\neen\";\r\n");
  g_assert_cmpint (stat (scratch.path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (count_files (scratch.folder), ==, 1);
}

/* What a spreadsheet would run, it does not; and read back it is what it was. */
static void
test_harmless (void)
{
  static const struct
  {
    const char *text;
    const char *written;
    const char *read; /* (nullable): the same */
  } cases[] = {
    { "=1+1", "'=1+1", NULL },
    { "+31 6 12345678", "'+31 6 12345678", NULL },
    { "-5", "'-5", NULL },
    { "@SUM(A1)", "'@SUM(A1)", NULL },
    { "\t=1", "\"'\t=1\"", "=1" },
    { "\r=1", "\"'\r=1\"", "=1" },
    { "'=1", "''=1", NULL },
    { "''@x", "'''@x", NULL },
    { "=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"", NULL },
    { "=\"a\";b", "\"'=\"\"a\"\";b\"", NULL },
    { "'t Hooft", "'t Hooft", NULL },
    { "a=b", "a=b", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Scratch) scratch = { 0 };
      g_autoptr (OvsCsvWriter) writer = NULL;
      g_autoptr (OvsCsvReader) reader = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      g_autofree char *line = g_strdup_printf ("1;%s\r\n", cases[i].written);
      const char *const headers[] = { "Werkgevernummer", "Werkgever", NULL };
      const char *const cells[] = { "1", cases[i].text, NULL };
      OvsCsvOptions options = scratch_options ();

      scratch_write (&scratch, "", 0);
      writer = begin (scratch.path);
      g_assert_true (ovs_csv_writer_add_row (writer, headers, NULL));
      g_assert_true (ovs_csv_writer_add_row (writer, cells, NULL));
      end (writer);
      text = read_back (scratch.path);
      g_assert_true (g_str_has_suffix (text, line));

      reader = ovs_csv_reader_open (scratch.path, OVS_CSV_EMPLOYERS, &options, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (ovs_csv_row_get_text (scratch_next (reader), OVS_FIELD_NAME), ==,
                       cases[i].read != NULL ? cases[i].read : cases[i].text);
    }
}

/* Given up half-way, the file that was there is still there, and nothing else. */
static void
test_given_up (void)
{
  g_auto (Scratch) scratch = { 0 };
  OvsCsvWriter *writer;
  g_autofree char *text = NULL;

  scratch_write (&scratch, "oud", -1);
  writer = begin (scratch.path);
  ovs_csv_writer_add_text (writer, "nieuw");
  g_assert_true (ovs_csv_writer_end_row (writer, NULL));
  ovs_csv_writer_free (writer);
  text = read_back (scratch.path);
  g_assert_cmpstr (text, ==, "oud");
  g_assert_cmpuint (count_files (scratch.folder), ==, 1);
}

static void
test_link (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autofree char *link = NULL;
  g_autofree char *text = NULL;
  g_autoptr (OvsCsvWriter) writer = NULL;

  scratch_write (&scratch, "oud", -1);
  link = g_build_filename (scratch.folder, "verwijzing", NULL);
  g_assert_cmpint (symlink (scratch.path, link), ==, 0);
  writer = begin (link);
  end (writer);
  text = read_back (scratch.path);
  g_assert_cmpstr (text, ==, "\xef\xbb\xbf");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_unlink (link);
}

static void
assert_refused (const char *path, OvsCsvError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ovs_csv_writer_new (path, &error));
  g_assert_error (error, OVS_CSV_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_refused (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autofree char *nowhere = NULL;

  scratch_write (&scratch, "oud", -1);
  nowhere = g_build_filename (scratch.folder, "weg", "bestand.csv", NULL);
  assert_refused (scratch.folder, OVS_CSV_ERROR_NOT_A_FILE);
  assert_refused (nowhere, OVS_CSV_ERROR_NOT_FOUND);
  if (geteuid () == 0)
    return;
  g_assert_cmpint (g_chmod (scratch.folder, 0500), ==, 0);
  assert_refused (scratch.path, OVS_CSV_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (scratch.folder, 0700), ==, 0);
}

/* A file that may not grow stands in for a disk that is full. */
static void
test_no_room (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (OvsCsvWriter) writer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  struct rlimit limit, usual;
  gboolean written = TRUE;

  scratch_write (&scratch, "oud", -1);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  limit = usual;
  limit.rlim_cur = 100000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  writer = begin (scratch.path);
  for (guint i = 0; i < 20000 && written; i++)
    {
      ovs_csv_writer_add_text (writer, "een regel van een bestand");
      written = ovs_csv_writer_end_row (writer, &error);
    }
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  g_assert_false (written);
  g_assert_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_WRITE);
  g_assert_false (ovs_csv_writer_close (writer, NULL));
  text = read_back (scratch.path);
  g_assert_cmpstr (text, ==, "oud");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer/shape", test_shape);
  g_test_add_func ("/writer/harmless", test_harmless);
  g_test_add_func ("/writer/given-up", test_given_up);
  g_test_add_func ("/writer/link", test_link);
  g_test_add_func ("/writer/refused", test_refused);
  g_test_add_func ("/writer/no-room", test_no_room);
  return g_test_run ();
}
