/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/scratch.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER "Werkgevernummer;Personeelsnummer;BSN;Achternaam;Geboortedatum;Privé e-mail\r\n"

static void
assert_refused (const char *path, OvsCsvError code)
{
  g_autoptr (GError) error = NULL;
  OvsCsvOptions options = scratch_options ();

  g_assert_null (ovs_csv_reader_open (path, OVS_CSV_EMPLOYEES, &options, NULL, &error));
  g_assert_error (error, OVS_CSV_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_no_file (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autofree char *missing = NULL;
  g_autofree char *below = NULL;
  g_autofree char *fifo = NULL;

  scratch_write (&scratch, "", 0);
  missing = g_build_filename (scratch.folder, "weg.csv", NULL);
  below = g_build_filename (scratch.path, "weg.csv", NULL);
  fifo = g_build_filename (scratch.folder, "pijp", NULL);
  assert_refused (scratch.path, OVS_CSV_ERROR_EMPTY);
  assert_refused (scratch.folder, OVS_CSV_ERROR_NOT_A_FILE);
  assert_refused (missing, OVS_CSV_ERROR_NOT_FOUND);
  assert_refused (below, OVS_CSV_ERROR_NOT_FOUND);
  assert_refused ("/dev/null", OVS_CSV_ERROR_NOT_A_FILE);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_refused (fifo, OVS_CSV_ERROR_NOT_A_FILE);
  g_unlink (fifo);
}

static void
test_unreadable (void)
{
  g_auto (Scratch) scratch = { 0 };

  if (geteuid () == 0)
    {
      g_test_skip ("root reads everything");
      return;
    }
  scratch_write (&scratch, HEADER, -1);
  g_assert_cmpint (g_chmod (scratch.path, 0000), ==, 0);
  assert_refused (scratch.path, OVS_CSV_ERROR_UNREADABLE);
}

static void
test_no_text (void)
{
  static const struct
  {
    const char *bytes;
    gssize length;
    const char *told;
  } cases[] = {
    { "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "no CSV file" },
    { "\xff\xd8\xff\xe0 zonder nul", 15, "no CSV file" },
    { "GIF89a", 6, "no CSV file" },
    { "%PDF-1.7\n", 9, "no CSV file" },
    { "PK\x03\x04\x14", 5, "workbook" },
    { "\xd0\xcf\x11\xe0\xa1", 5, "workbook" },
    { "\x7f"
      "ELF\x02\x01\x01\0\0",
      9, "no CSV file" },
    { "Werkgevernummer;Personeelsnummer\n1;2\0\n", 38, "no CSV file" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message =
          scratch_refused (OVS_CSV_EMPLOYEES, cases[i].bytes, cases[i].length, NULL, OVS_CSV_ERROR_NOT_TEXT);
      g_assert_nonnull (strstr (message, cases[i].told));
    }
}

static void
test_cancelled (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  OvsCsvOptions options = scratch_options ();

  scratch_write (&scratch, HEADER, -1);
  g_cancellable_cancel (cancellable);
  g_assert_null (ovs_csv_reader_open (scratch.path, OVS_CSV_EMPLOYEES, &options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A file that is put in its place is not mixed in; one that is written over is noticed. */
static void
test_replaced (void)
{
  g_auto (Scratch) scratch = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsCsvReader) reader =
      scratch_open (&scratch, OVS_CSV_EMPLOYEES, HEADER "1;2;;Oud;;\r\n", -1, NULL);
  g_autoptr (OvsCsvReader) second = NULL;
  int fd;

  scratch_write (&scratch, HEADER "1;2;;Nieuw;;\r\n3;4;;Nieuw;;\r\n", -1);
  g_assert_cmpstr (ovs_csv_row_get_text (scratch_next (reader), OVS_FIELD_LAST_NAME), ==, "Oud");
  scratch_assert_end (reader);

  second = scratch_open (&scratch, OVS_CSV_EMPLOYEES, HEADER "1;2;;Oud;;\r\n", -1, NULL);
  fd = g_open (scratch.path, O_WRONLY | O_APPEND | O_CLOEXEC, 0);
  g_assert_cmpint (write (fd, "3;4;;Erbij;;\r\n", 14), ==, 14);
  g_close (fd, NULL);
  while (ovs_csv_reader_next (second, NULL, &error) != NULL)
    continue;
  g_assert_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_CHANGED);
}

static void
read_all (const char *path)
{
  static const char *const encodings[] = { NULL, "windows-1252", "utf-16le" };
  OvsCsvOptions options = scratch_options ();

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (OvsCsvReader) reader = NULL;
      const OvsCsvRow *row;

      options.encoding = encodings[i];
      reader = ovs_csv_reader_open (path, OVS_CSV_EMPLOYEES, &options, NULL, &error);
      g_assert_true ((reader == NULL) == (error != NULL));
      while (reader != NULL && (row = ovs_csv_reader_next (reader, NULL, &error)) != NULL)
        for (guint field = 0; field < OVS_N_FIELDS; field++)
          {
            const char *text = ovs_csv_row_get_text (row, (OvsField) field);

            g_assert_true (g_utf8_validate (text, -1, NULL));
          }
    }
}

static void
mutate (GRand *rand, GByteArray *bytes)
{
  static const char nasty[] = "\"\r\n;,\0\xff\xfe\xc3='E+-/";
  guint count = (guint) g_rand_int_range (rand, 1, 8);

  for (guint i = 0; i < count && bytes->len > 4; i++)
    {
      guint at = (guint) g_rand_int_range (rand, 0, (gint32) bytes->len);
      guint gap = (guint) g_rand_int_range (rand, 1, 20);

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          bytes->data[at] = (guint8) g_rand_int_range (rand, 0, 256);
          break;
        case 1:
          bytes->data[at] = (guint8) nasty[g_rand_int_range (rand, 0, sizeof nasty)];
          break;
        case 2:
          g_byte_array_remove_range (bytes, at, MIN (bytes->len - at, gap));
          break;
        default:
          g_byte_array_set_size (bytes, MAX (at, 1));
          break;
        }
    }
}

/* Whatever is done to a file, it is read or refused. */
static void
test_mutated (void)
{
  static const char original[] =
      "\xef\xbb\xbfsep=;\r\nOverzicht\r\n" HEADER "10;1;123456782;Bakker;1-2-1990;a@b.nl\r\n"
      "10;2;;\"de "
      "\"\"Vries\"\"\r\nnaam\";31-12-99;'=x\r\n\r\nTotaal;2;;;;\r\n11;3;;Renée;33000;-\r\n11;4;;#N/B;;\r\n";
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261102);

  for (guint i = 0; i < 200; i++)
    {
      g_auto (Scratch) scratch = { 0 };
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, (const guint8 *) original, sizeof original - 1);
      mutate (rand, bytes);
      scratch_write (&scratch, (const char *) bytes->data, bytes->len);
      read_all (scratch.path);
    }
}

static void
write_people (const char *path, guint count)
{
  FILE *file = g_fopen (path, "we");

  g_assert_nonnull (file);
  fputs (HEADER, file);
  for (guint i = 0; i < count; i++)
    fprintf (file, "%u;%u;123456782;Achternaam%u;%02u-%02u-19%02u;medewerker%u@voorbeeld.nl\r\n", i % 500, i,
             i, i % 28 + 1, i % 12 + 1, i % 100, i);
  g_assert_cmpint (fclose (file), ==, 0);
}

static guint
count_rows (const char *path)
{
  g_autoptr (GError) error = NULL;
  OvsCsvOptions options = scratch_options ();
  g_autoptr (OvsCsvReader) reader = ovs_csv_reader_open (path, OVS_CSV_EMPLOYEES, &options, NULL, &error);
  guint count = 0;

  g_assert_no_error (error);
  while (ovs_csv_reader_next (reader, NULL, &error) != NULL)
    count++;
  g_assert_no_error (error);
  return count;
}

static glong
peak_kilobytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/* Twenty times the rows take no more memory. */
static void
test_memory (void)
{
  g_auto (Scratch) scratch = { 0 };
  glong small, large;

  scratch_write (&scratch, "", 0);
  write_people (scratch.path, 30000);
  g_assert_cmpuint (count_rows (scratch.path), ==, 30000);
  small = peak_kilobytes ();
  write_people (scratch.path, 600000);
  g_assert_cmpuint (count_rows (scratch.path), ==, 600000);
  large = peak_kilobytes ();
  g_test_message ("peak %ld kB, then %ld kB", small, large);
  g_assert_cmpint (large - small, <, 2048);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/files/no-file", test_no_file);
  g_test_add_func ("/files/unreadable", test_unreadable);
  g_test_add_func ("/files/no-text", test_no_text);
  g_test_add_func ("/files/cancelled", test_cancelled);
  g_test_add_func ("/files/replaced", test_replaced);
  g_test_add_func ("/files/mutated", test_mutated);
  g_test_add_func ("/files/memory", test_memory);
  return g_test_run ();
}
