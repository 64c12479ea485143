/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "letters/piece-store.h"
#include "letters/piece-text.h"

static OvsPieceText *
load (void)
{
  g_autoptr (GError) error = NULL;
  OvsPieceText *text = ovs_piece_text_load (OVS_PIECE_HELP, &error);

  g_assert_no_error (error);
  return text;
}

static void
test_own (void)
{
  const char *own = "Onderwerp: Hulp voor {klant}\nBeste collega,\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsPieceText) shipped = load ();
  g_autoptr (OvsPieceText) saved = NULL;
  g_autoptr (OvsPieceText) restored = NULL;

  g_assert_false (shipped->is_own);
  g_assert_true (ovs_piece_text_save (OVS_PIECE_HELP, NULL, own, &error));
  g_assert_no_error (error);
  saved = load ();
  g_assert_true (saved->is_own);
  g_assert_cmpstr (saved->source, ==, own);
  g_assert_true (ovs_piece_text_restore (OVS_PIECE_HELP, &error));
  g_assert_true (ovs_piece_text_restore (OVS_PIECE_HELP, &error));
  restored = load ();
  g_assert_false (restored->is_own);
  g_assert_cmpstr (restored->source, ==, shipped->source);
}

/* A text that is back to what it was is no own text: the next version of the program may better it. */
static void
test_same_is_no_own (void)
{
  g_autofree char *original = ovs_piece_text_original (OVS_PIECE_HELP);
  g_autoptr (OvsPieceText) text = NULL;

  g_assert_true (ovs_piece_text_save (OVS_PIECE_HELP, NULL, "Onderwerp: x\ny", NULL));
  g_assert_true (ovs_piece_text_save (OVS_PIECE_HELP, NULL, original, NULL));
  text = load ();
  g_assert_false (text->is_own);
}

static void
test_no_template (void)
{
  const char *const wrong[] = { "", "Beste klant", "Onderwerp: {klant\nx", "Onderwerp: x\n{?klant}", "Onderwerp: x\n\xff" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (OvsPieceText) text = NULL;

      g_assert_false (ovs_piece_text_save (OVS_PIECE_HELP, NULL, wrong[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      text = load ();
      g_assert_false (text->is_own);
    }
}

/* With a text that somebody broke outside the program nothing goes out, least of all that of the program. */
static void
test_broken (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "overstap", "letters", "help.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (ovs_piece_text_save (OVS_PIECE_HELP, NULL, "Onderwerp: x\ny", NULL));
  g_assert_true (g_file_set_contents (path, "Onderwerp: x\n\n{klant", -1, NULL));
  g_assert_null (ovs_piece_text_load (OVS_PIECE_HELP, &error));
  g_assert_nonnull (strstr (error->message, "Line 3:"));
  g_assert_true (ovs_piece_text_restore (OVS_PIECE_HELP, NULL));
}

static void
test_windows_lines (void)
{
  g_autoptr (OvsPieceText) text = ovs_piece_text_parse (OVS_PIECE_HELP, "\xef\xbb\xbfOnderwerp:  x \r\n\r\ny\r\n", NULL);

  g_assert_cmpstr (text->source, ==, "Onderwerp:  x \n\ny\n");
}

static void
set_toolkit_file (const char *path, const char *content, const char *expected)
{
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsPieceText) text = NULL;
  g_autofree char *name = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  if (path != NULL)
    g_assert_true (g_file_set_contents (path, content, -1, NULL));
  g_assert_true (ovs_piece_text_set_toolkit_file (OVS_PIECE_HELP, file, &error));
  g_assert_no_error (error);
  text = load ();
  name = text->toolkit_file != NULL ? g_path_get_basename (text->toolkit_file) : NULL;
  g_assert_cmpstr (name, ==, expected);
}

/* A copy is kept, one for each piece. */
static void
test_toolkit_file (void)
{
  g_autofree char *first = g_build_filename (g_get_user_data_dir (), "Tekst van Loket.docx", NULL);
  g_autofree char *second = g_build_filename (g_get_user_data_dir (), "Flyer.pdf", NULL);
  g_autofree char *empty = g_build_filename (g_get_user_data_dir (), "leeg.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (empty);

  set_toolkit_file (first, "een", "Tekst van Loket.docx");
  set_toolkit_file (second, "twee", "Flyer.pdf");
  set_toolkit_file (second, "twee, nieuw", "Flyer.pdf");
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_false (ovs_piece_text_set_toolkit_file (OVS_PIECE_HELP, file, NULL));
  set_toolkit_file (second, "twee", "Flyer.pdf");
  set_toolkit_file (NULL, NULL, NULL);
  set_toolkit_file (NULL, NULL, NULL);
}

/* Every piece ships with a text, and the flyer in two more languages. */
static void
test_all (void)
{
  for (int piece = 0; piece < OVS_N_PIECES; piece++)
    {
      const char *const *languages = ovs_piece_languages (piece);
      g_autoptr (OvsPieceText) text = ovs_piece_text_load (piece, NULL);

      g_assert_nonnull (text);
      for (gsize i = 0; languages[i] != NULL; i++)
        {
          g_autoptr (OvsPieceText) other = ovs_piece_text_load_in (piece, languages[i], NULL);

          g_assert_cmpstr (other->language, ==, languages[i]);
        }
    }
  g_assert_null (ovs_piece_text_load_in (OVS_PIECE_CLIENT, "en", NULL));
}

/* An own text in another language stands beside the Dutch one, and is not replaced by ours where it is wrong. */
static void
test_language (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "overstap", "letters", "flyer-pl.txt", NULL);
  g_autoptr (OvsPieceText) own = NULL;
  g_autoptr (OvsPieceText) dutch = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ovs_piece_text_save (OVS_PIECE_FLYER, "pl", "Onderwerp: x\nje u\n", NULL));
  own = ovs_piece_text_load_in (OVS_PIECE_FLYER, "pl", NULL);
  dutch = ovs_piece_text_load (OVS_PIECE_FLYER, NULL);
  g_assert_true (own->is_own);
  g_assert_cmpuint (own->findings->len, ==, 0);
  g_assert_false (dutch->is_own);
  g_assert_true (g_file_set_contents (path, "Onderwerp: x\n\n{klant", -1, NULL));
  g_assert_null (ovs_piece_text_load_in (OVS_PIECE_FLYER, "pl", &error));
  g_assert_nonnull (strstr (error->message, "Line 3:"));
  g_assert_true (ovs_piece_store_restore (OVS_PIECE_FLYER, "pl", NULL));
}

/* What the office wrote is left behind whatever takes its place: bytes that are no text, too. */
static void
test_nothing_is_lost (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "overstap", "letters", "help.txt", NULL);
  g_autofree char *kept = g_build_filename (g_get_user_data_dir (), "overstap", "letters", "previous", "help.txt", NULL);
  g_autofree char *previous = NULL;
  g_autofree char *bytes = NULL;

  g_assert_true (ovs_piece_text_save (OVS_PIECE_HELP, NULL, "Onderwerp: een\n", NULL));
  g_assert_true (ovs_piece_text_save (OVS_PIECE_HELP, NULL, "Onderwerp: twee\n", NULL));
  g_assert_true (ovs_piece_text_save (OVS_PIECE_HELP, NULL, "Onderwerp: twee\n", NULL));
  previous = ovs_piece_store_read_previous (OVS_PIECE_HELP, NULL);
  g_assert_cmpstr (previous, ==, "Onderwerp: een\n");
  g_assert_true (g_file_set_contents (path, "Onderwerp: \xe9\n", -1, NULL));
  g_assert_null (ovs_piece_text_load (OVS_PIECE_HELP, NULL));
  g_assert_true (ovs_piece_text_restore (OVS_PIECE_HELP, NULL));
  g_assert_true (g_file_get_contents (kept, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "Onderwerp: \xe9\n");
  g_assert_null (ovs_piece_store_read_previous (OVS_PIECE_HELP, NULL));
}

/* What is still being written is no text that goes out. */
static void
test_draft (void)
{
  g_autofree char *draft = NULL;
  g_autoptr (OvsPieceText) text = NULL;

  g_assert_null (ovs_piece_store_read_draft (OVS_PIECE_HELP, NULL));
  g_assert_true (ovs_piece_store_keep_draft (OVS_PIECE_HELP, NULL, "Onderwerp: {klan", NULL));
  draft = ovs_piece_store_read_draft (OVS_PIECE_HELP, NULL);
  text = load ();
  g_assert_cmpstr (draft, ==, "Onderwerp: {klan");
  g_assert_false (text->is_own);
  g_assert_true (ovs_piece_store_keep_draft (OVS_PIECE_HELP, NULL, NULL, NULL));
  g_assert_true (ovs_piece_store_keep_draft (OVS_PIECE_HELP, NULL, NULL, NULL));
  g_assert_null (ovs_piece_store_read_draft (OVS_PIECE_HELP, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/piece-text/own", test_own);
  g_test_add_func ("/piece-text/same-is-no-own", test_same_is_no_own);
  g_test_add_func ("/piece-text/no-template", test_no_template);
  g_test_add_func ("/piece-text/broken", test_broken);
  g_test_add_func ("/piece-text/windows-lines", test_windows_lines);
  g_test_add_func ("/piece-text/toolkit-file", test_toolkit_file);
  g_test_add_func ("/piece-text/all", test_all);
  g_test_add_func ("/piece-text/language", test_language);
  g_test_add_func ("/piece-text/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/piece-text/draft", test_draft);
  return g_test_run ();
}
