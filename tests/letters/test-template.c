/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "letters/template.h"

static const char *
look_up (const char *name, gpointer data)
{
  static const char *const values[] = { "klant", "Bakkerij {kantoor} & <b>", "een", "1", "twee", "2", "nul", "0", "leeg", "", NULL };

  for (gsize i = 0; values[i] != NULL; i += 2)
    if (g_str_equal (values[i], name))
      return values[i + 1];
  return NULL;
}

static void
expect (const char *source, const char *filled)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsTemplate) template = ovs_template_parse (source, 1, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = ovs_template_fill (template, look_up, NULL, NULL);
  g_assert_cmpstr (text, ==, filled);
}

static void
test_fields (void)
{
  expect ("Beste {klant}, {twee}.", "Beste Bakkerij {kantoor} & <b>, 2.");
  expect ("{ klant }", "Bakkerij {kantoor} & <b>");
  expect ("{{klant}", "{klant}");
  expect ("a } b", "a } b");
  expect ("{leeg} {klnat}", "{leeg} {klnat}");
  expect ("regel\r\n{een}", "regel\n1");
}

static void
test_parts (void)
{
  expect ("a{?een} b{/een}{?nul} c{/nul}{?leeg} d{/leeg}{!nul} e{/nul}{!een} f{/een}", "a b e");
  expect ("{?een}x{?nul}y{/nul}z{/een}", "xz");
  expect ("{?nul}x{?een}y{/een}z{/nul}w", "w");
  expect ("{?klnat}x{/klnat}{!klnat}y{/klnat}", "y");
}

/* A part on lines of its own leaves nothing behind, and no gap. */
static void
test_lines (void)
{
  expect ("Een\n\n{?nul}\nTwee\n{/nul}\n\nDrie\n", "Een\n\nDrie\n");
  expect ("Een\n\n{?een}\nTwee\n{/een}\n\nDrie\n", "Een\n\nTwee\n\nDrie\n");
  expect ("- een\n{?nul}\n- twee\n{/nul}\n- drie\n", "- een\n- drie\n");
  expect ("{?nul}\nweg\n{/nul}\n\nEen", "Een");
}

static void
test_words (void)
{
  expect ("{een} {een|medewerker|medewerkers}", "1 medewerker");
  expect ("{twee} {twee|medewerker|medewerkers}, {nul} {nul|vraag|vragen}", "2 medewerkers, 0 vragen");
}

static void
test_spans (void)
{
  g_autoptr (OvsTemplate) template = ovs_template_parse ("é {klant} {leeg}{?een}{een}{/een}", 1, NULL, NULL);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (OvsLetterSpan));
  g_autofree char *text = ovs_template_fill (template, look_up, NULL, spans);
  const char *const expected[] = { "Bakkerij {kantoor} & <b>", "{leeg}", "1" };

  g_assert_cmpuint (spans->len, ==, 3);
  for (guint i = 0; i < spans->len; i++)
    {
      const OvsLetterSpan *span = &g_array_index (spans, OvsLetterSpan, i);
      g_autofree char *value = g_strndup (text + span->start, span->end - span->start);

      g_assert_cmpstr (value, ==, expected[i]);
      g_assert_cmpint (span->lacks, ==, i == 1);
    }
}

static void
refuse (const char *source, guint line)
{
  g_autoptr (GError) error = NULL;

  guint wrong = 0;

  g_assert_null (ovs_template_parse (source, 1, &wrong, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpuint (wrong, ==, line);
}

static void
test_wrong (void)
{
  refuse ("a\nb {klant", 2);
  refuse ("{klant\n}", 1);
  refuse ("a\n{?een}\nb", 2);
  refuse ("{/een}", 1);
  refuse ("{?een}{?twee}{/een}{/twee}", 1);
  refuse ("{}", 1);
  refuse ("{?}", 1);
  refuse ("{een|een woord}", 1);
  refuse ("{|a|b}", 1);
}

static void
note_field (const char *name, gboolean condition, guint line, gpointer data)
{
  g_string_append_printf (data, "%s%s:%u ", condition ? "?" : "", name, line);
}

static void
test_named (void)
{
  g_autoptr (OvsTemplate) template = ovs_template_parse ("{klant}\n{?een}\n{een}\n{/een}\n{twee|a|b}", 2, NULL, NULL);
  g_autoptr (GString) fields = g_string_new (NULL);

  ovs_template_foreach_field (template, note_field, fields);
  g_assert_cmpstr (fields->str, ==, "klant:2 ?een:3 een:4 ?twee:6 ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/fields", test_fields);
  g_test_add_func ("/template/parts", test_parts);
  g_test_add_func ("/template/lines", test_lines);
  g_test_add_func ("/template/words", test_words);
  g_test_add_func ("/template/spans", test_spans);
  g_test_add_func ("/template/wrong", test_wrong);
  g_test_add_func ("/template/named", test_named);
  return g_test_run ();
}
