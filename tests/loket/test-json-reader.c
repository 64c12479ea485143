/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/json-reader.h"

#include "base/clock.h"
#include "loket/loket-error.h"

static JsonNode *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return ovs_json_parse (bytes);
}

static void
test_no_document (void)
{
  static const char *const cases[] = {
    "", " ", "null", "[]", "\"text\"", "12", "{", "{\"a\": }", "<html></html>", "{\"a\": \"\xff\"}", "{}{",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_null (parse (cases[i]));
}

static char *
nested (guint depth, const char *open, const char *close)
{
  GString *text = g_string_new ("{\"a\": ");

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *shallow = nested (OVS_JSON_DEPTH - 1, "[", "]");
  g_autofree char *deep = nested (OVS_JSON_DEPTH, "[", "]");
  g_autofree char *very_deep = nested (1000000, "[", "]");
  g_autofree char *unclosed = nested (1000000, "{\"a\":", "");
  g_autoptr (JsonNode) good = parse (shallow);
  g_autoptr (JsonNode) brackets_in_text =
      parse ("{\"a\": \"\\\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
             "[[[[[[[[[[[[\"}");

  g_assert_nonnull (good);
  g_assert_nonnull (brackets_in_text);
  g_assert_null (parse (deep));
  g_assert_null (parse (very_deep));
  g_assert_null (parse (unclosed));
}

/* Half a surrogate pair is no character: what is read is UTF-8 all the same. */
static void
test_half_a_pair (void)
{
  g_autoptr (JsonNode) document = parse ("{\"name\": \" Jan\\ude00sen \", \"whole\": \"\\ud83d\\ude00\"}");
  g_autoptr (OvsJsonReader) reader = ovs_json_reader_new (document, "");
  g_autofree char *name = ovs_json_reader_text (reader, "name");
  g_autofree char *whole = ovs_json_reader_text (reader, "whole");

  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_true (g_str_has_prefix (name, "Jan"));
  g_assert_cmpstr (whole, ==, "😀");
}

static void
test_values (void)
{
  g_autoptr (JsonNode) node =
      parse ("{\"text\": \"  Jan \", \"inner\": {\"number\": 156, \"word\": \" 0156 \", \"nothing\": null},"
             " \"whole\": 156.0, \"day\": \"1990-02-03\", \"moment\": \"2026-12-31T00:00:00\","
             " \"at\": \"2026-11-21T10:15:00.000Z\", \"yes\": true, \"list\": [1, 2]}");
  g_autoptr (OvsJsonReader) reader = ovs_json_reader_new (node, "");
  g_autofree char *text = ovs_json_reader_text (reader, "text");
  g_autofree char *number = ovs_json_reader_number (reader, "inner.number");
  g_autofree char *word = ovs_json_reader_number (reader, "inner.word");
  g_autofree char *whole = ovs_json_reader_number (reader, "whole");
  g_autofree char *nothing = ovs_json_reader_text_or_empty (reader, "inner.nothing.deeper");
  g_autofree char *day = ovs_day_to_iso (ovs_json_reader_day (reader, "day"));
  g_autofree char *moment = ovs_day_to_iso (ovs_json_reader_day (reader, "moment"));
  g_autofree char *at = ovs_clock_to_iso (ovs_json_reader_instant (reader, "at"));

  g_assert_cmpstr (text, ==, "Jan");
  g_assert_cmpstr (number, ==, "156");
  g_assert_cmpstr (word, ==, "0156");
  g_assert_cmpstr (whole, ==, "156");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (day, ==, "1990-02-03");
  g_assert_cmpstr (moment, ==, "2026-12-31");
  g_assert_cmpstr (at, ==, "2026-11-21T10:15:00Z");
  g_assert_cmpint (ovs_json_reader_int (reader, "inner.number", 0), ==, 156);
  g_assert_cmpint (ovs_json_reader_int (reader, "inner.absent", 7), ==, 7);
  g_assert_true (ovs_json_reader_boolean (reader, "yes"));
  g_assert_cmpint (ovs_json_reader_day (reader, "absent"), ==, OVS_NO_DAY);
  g_assert_cmpint (ovs_json_reader_instant (reader, "text"), ==, 0);
  g_assert_nonnull (ovs_json_reader_list (reader, "list"));
  g_assert_null (ovs_json_reader_list (reader, "absent"));
  g_assert_true (ovs_json_reader_end (reader, NULL));
}

static void
free_text (OvsJsonReader *reader, const char *path)
{
  g_free (ovs_json_reader_text (reader, path));
}

static void
free_text_or_empty (OvsJsonReader *reader, const char *path)
{
  g_free (ovs_json_reader_text_or_empty (reader, path));
}

static void
free_number (OvsJsonReader *reader, const char *path)
{
  g_free (ovs_json_reader_number (reader, path));
}

static void
get_int (OvsJsonReader *reader, const char *path)
{
  ovs_json_reader_int (reader, path, 0);
}

static void
get_boolean (OvsJsonReader *reader, const char *path)
{
  ovs_json_reader_boolean (reader, path);
}

static void
get_day (OvsJsonReader *reader, const char *path)
{
  ovs_json_reader_day (reader, path);
}

static void
get_list (OvsJsonReader *reader, const char *path)
{
  ovs_json_reader_list (reader, path);
}

static void
test_wrong (void)
{
  static const struct
  {
    void (*read) (OvsJsonReader *reader, const char *path);
    const char *path;
    const char *json;
  } cases[] = {
    { free_text, "a", "{}" },
    { free_text, "a", "{\"a\": null}" },
    { free_text, "a", "{\"a\": \"  \"}" },
    { free_text, "a", "{\"a\": 5}" },
    { free_text, "a", "{\"a\": [\"x\"]}" },
    { free_text, "a.b", "{\"a\": \"x\"}" },
    { free_text_or_empty, "a", "{\"a\": {}}" },
    { free_text_or_empty, "a", "{\"a\": true}" },
    { free_number, "a", "{}" },
    { free_number, "a", "{\"a\": \"\"}" },
    { free_number, "a", "{\"a\": 1.5}" },
    { free_number, "a", "{\"a\": 1e300}" },
    { free_number, "a", "{\"a\": false}" },
    { get_int, "a", "{\"a\": \"5\"}" },
    { get_int, "a", "{\"a\": 5000000000}" },
    { get_boolean, "a", "{}" },
    { get_boolean, "a", "{\"a\": \"true\"}" },
    { get_boolean, "a", "{\"a\": 1}" },
    { get_day, "a", "{\"a\": \"31-12-2026\"}" },
    { get_day, "a", "{\"a\": \"2026-02-31\"}" },
    { get_day, "a", "{\"a\": 20261231}" },
    { get_list, "a", "{\"a\": {}}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = parse (cases[i].json);
      g_autoptr (OvsJsonReader) reader = ovs_json_reader_new (node, "_embedded[3]");
      g_autofree char *place = g_strconcat ("“_embedded[3].", cases[i].path, "”", NULL);
      g_autoptr (GError) error = NULL;

      cases[i].read (reader, cases[i].path);
      g_assert_false (ovs_json_reader_end (reader, &error));
      g_assert_error (error, OVS_LOKET_ERROR, OVS_LOKET_ERROR_MALFORMED);
      g_assert_nonnull (strstr (error->message, place));
    }
}

static void
test_first_wrong_is_told (void)
{
  g_autoptr (JsonNode) node = parse ("{\"b\": 5}");
  g_autoptr (OvsJsonReader) reader = ovs_json_reader_new (node, "");
  g_autoptr (GError) error = NULL;

  free_text (reader, "a");
  free_text (reader, "b");
  g_assert_false (ovs_json_reader_end (reader, &error));
  g_assert_nonnull (strstr (error->message, "“a”"));
  g_assert_null (strstr (error->message, "“b”"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loket/json-reader/half-a-pair", test_half_a_pair);
  g_test_add_func ("/loket/json-reader/no-document", test_no_document);
  g_test_add_func ("/loket/json-reader/depth", test_depth);
  g_test_add_func ("/loket/json-reader/values", test_values);
  g_test_add_func ("/loket/json-reader/wrong", test_wrong);
  g_test_add_func ("/loket/json-reader/first-wrong-is-told", test_first_wrong_is_told);
  return g_test_run ();
}
