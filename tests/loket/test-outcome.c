/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/outcome.h"

#include "loket/json-reader.h"

#define NO_ERROR (-1)

static void
test_meaning (void)
{
  static const struct
  {
    OvsBreak broken;
    guint status;
    int reading; /* the code, or NO_ERROR */
    int writing;
    gboolean nothing_done;
  } cases[] = {
    { OVS_BREAK_NONE, 200, NO_ERROR, NO_ERROR, FALSE },
    { OVS_BREAK_NONE, 202, NO_ERROR, NO_ERROR, FALSE },
    { OVS_BREAK_NONE, 302, OVS_LOKET_ERROR_NOT_LOKET, OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
    { OVS_BREAK_NONE, 400, OVS_LOKET_ERROR_BAD_REQUEST, OVS_LOKET_ERROR_BAD_REQUEST, TRUE },
    { OVS_BREAK_NONE, 401, OVS_LOKET_ERROR_SIGN_IN, OVS_LOKET_ERROR_SIGN_IN, TRUE },
    { OVS_BREAK_NONE, 403, OVS_LOKET_ERROR_FORBIDDEN, OVS_LOKET_ERROR_FORBIDDEN, TRUE },
    { OVS_BREAK_NONE, 404, OVS_LOKET_ERROR_NOT_FOUND, OVS_LOKET_ERROR_NOT_FOUND, TRUE },
    { OVS_BREAK_NONE, 405, OVS_LOKET_ERROR_NOT_FOUND, OVS_LOKET_ERROR_NOT_FOUND, TRUE },
    { OVS_BREAK_NONE, 408, OVS_LOKET_ERROR_NOT_LOKET, OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
    { OVS_BREAK_NONE, 409, OVS_LOKET_ERROR_CONFLICT, OVS_LOKET_ERROR_CONFLICT, FALSE },
    { OVS_BREAK_NONE, 418, OVS_LOKET_ERROR_NOT_LOKET, OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
    { OVS_BREAK_NONE, 429, OVS_LOKET_ERROR_BUSY, OVS_LOKET_ERROR_BUSY, TRUE },
    { OVS_BREAK_NONE, 500, OVS_LOKET_ERROR_SERVER, OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
    { OVS_BREAK_NONE, 502, OVS_LOKET_ERROR_SERVER, OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
    { OVS_BREAK_NONE, 503, OVS_LOKET_ERROR_BUSY, OVS_LOKET_ERROR_BUSY, TRUE },
    { OVS_BREAK_NONE, 504, OVS_LOKET_ERROR_SERVER, OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
    { OVS_BREAK_NO_CONNECTION, 0, OVS_LOKET_ERROR_UNREACHABLE, OVS_LOKET_ERROR_UNREACHABLE, TRUE },
    { OVS_BREAK_DROPPED, 0, OVS_LOKET_ERROR_UNREACHABLE, OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
    { OVS_BREAK_DROPPED, 200, OVS_LOKET_ERROR_UNREACHABLE, OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
    { OVS_BREAK_DROPPED, 400, OVS_LOKET_ERROR_UNREACHABLE, OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
    { OVS_BREAK_TIME_OUT, 0, OVS_LOKET_ERROR_UNREACHABLE, OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
    { OVS_BREAK_TOO_LARGE, 200, OVS_LOKET_ERROR_MALFORMED, OVS_LOKET_ERROR_UNKNOWN_OUTCOME, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OvsAnswer answer = { .broken = cases[i].broken, .status = cases[i].status };
      g_autoptr (GError) reading = ovs_outcome_judge (&answer, FALSE, "host", 0);
      g_autoptr (GError) writing = ovs_outcome_judge (&answer, TRUE, "host", 3);

      g_assert_cmpint (reading != NULL ? reading->code : NO_ERROR, ==, cases[i].reading);
      g_assert_cmpint (writing != NULL ? writing->code : NO_ERROR, ==, cases[i].writing);
      g_assert_cmpint (ovs_loket_error_nothing_done (writing), ==, cases[i].nothing_done);
      g_assert_cmpint (ovs_loket_error_is_unknown (writing), ==, writing != NULL && !cases[i].nothing_done);
      if (writing == NULL)
        continue;
      g_assert_cmpuint (ovs_loket_error_get_status (writing), ==, cases[i].status);
      g_assert_cmpuint (ovs_loket_error_get_retry_after (writing), ==,
                        writing->code == OVS_LOKET_ERROR_BUSY ? 3 : 0);
    }
}

static void
test_other_errors_are_unknown (void)
{
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");

  g_assert_true (ovs_loket_error_is_unknown (cancelled));
  g_assert_false (ovs_loket_error_nothing_done (cancelled));
  g_assert_false (ovs_loket_error_is_unknown (NULL));
  g_assert_false (ovs_loket_error_nothing_done (NULL));
  g_assert_null (ovs_loket_error_get_reason (cancelled));
  g_assert_cmpuint (ovs_loket_error_get_status (NULL), ==, 0);
}

static void
test_reason (void)
{
  static const struct
  {
    const char *json;
    const char *reason;
  } cases[] = {
    { "{\"messages\": [{\"description\": \" too long \"}, {\"description\": \"\"}, {\"description\": "
      "\"empty\"}]}",
      "too long; empty" },
    { "{\"message\": \"Insufficient rights\"}", "Insufficient rights" },
    { "{\"messages\": [5, null, {\"description\": 7}]}", NULL },
    { "{\"messages\": null}", NULL },
    { "{}", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].json, strlen (cases[i].json));
      g_autoptr (JsonNode) json = ovs_json_parse (bytes);
      OvsAnswer answer = { .status = 400, .json = json };
      g_autoptr (GError) error = ovs_outcome_judge (&answer, TRUE, "host", 0);
      g_autoptr (GError) copy = g_error_copy (error);

      g_assert_cmpstr (ovs_loket_error_get_reason (error), ==, cases[i].reason);
      g_assert_cmpstr (ovs_loket_error_get_reason (copy), ==, cases[i].reason);
    }
}

static void
test_retry_after (void)
{
  static const struct
  {
    const char *retry_after;
    const char *date;
    int seconds; /* or -1: it does not say */
  } cases[] = {
    { NULL, NULL, -1 },
    { "0", NULL, 0 },
    { "7", NULL, 7 },
    { "120", NULL, 120 },
    { "121", NULL, 120 },
    { "4294967295", NULL, 120 },
    { "soon", NULL, -1 },
    { "-5", NULL, -1 },
    { "Tue, 01 Dec 2026 09:00:30 GMT", "Tue, 01 Dec 2026 09:00:00 GMT", 30 },
    { "Tue, 01 Dec 2026 08:00:00 GMT", "Tue, 01 Dec 2026 09:00:00 GMT", 0 },
    { "Tue, 01 Dec 2026 12:00:00 GMT", "Tue, 01 Dec 2026 09:00:00 GMT", 120 },
    { "Fri, 01 Jan 2100 00:00:00 GMT", NULL, 120 },
    { "Mon, 01 Jan 2001 00:00:00 GMT", NULL, 0 },
  };
  g_autoptr (OvsClock) clock = ovs_clock_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OvsAnswer answer = { .status = 503,
                           .retry_after = (char *) cases[i].retry_after,
                           .date = (char *) cases[i].date };
      guint seconds;

      g_assert_cmpint (ovs_outcome_retry_after (&answer, 120, clock, &seconds), ==, cases[i].seconds >= 0);
      g_assert_cmpuint (seconds, ==, MAX (cases[i].seconds, 0));
    }
}

static void
test_retries (void)
{
  static const struct
  {
    OvsBreak broken;
    guint status;
    const char *retry_after;
    gboolean read_again;
    gboolean write_again;
  } cases[] = {
    { OVS_BREAK_NONE, 400, NULL, FALSE, FALSE },      { OVS_BREAK_NONE, 401, NULL, FALSE, FALSE },
    { OVS_BREAK_NONE, 404, NULL, FALSE, FALSE },      { OVS_BREAK_NONE, 429, NULL, TRUE, FALSE },
    { OVS_BREAK_NONE, 429, "1", TRUE, TRUE },         { OVS_BREAK_NONE, 503, NULL, TRUE, FALSE },
    { OVS_BREAK_NONE, 503, "1", TRUE, TRUE },         { OVS_BREAK_NONE, 500, NULL, TRUE, FALSE },
    { OVS_BREAK_NONE, 500, "1", TRUE, FALSE },        { OVS_BREAK_NONE, 502, "1", TRUE, FALSE },
    { OVS_BREAK_DROPPED, 0, NULL, TRUE, FALSE },      { OVS_BREAK_DROPPED, 503, "1", TRUE, FALSE },
    { OVS_BREAK_TIME_OUT, 0, NULL, FALSE, FALSE },    { OVS_BREAK_NO_CONNECTION, 0, NULL, FALSE, FALSE },
    { OVS_BREAK_TOO_LARGE, 200, NULL, FALSE, FALSE }, { OVS_BREAK_NONE, 200, NULL, TRUE, FALSE },
  };
  g_autoptr (OvsClock) clock = ovs_clock_new ();
  guint delay;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OvsAnswer answer = { .broken = cases[i].broken,
                           .status = cases[i].status,
                           .should_be_json = TRUE,
                           .retry_after = (char *) cases[i].retry_after };

      g_assert_cmpint (ovs_outcome_may_retry (&answer, FALSE, 1, &ovs_manners_default, clock, &delay), ==,
                       cases[i].read_again);
      g_assert_cmpint (ovs_outcome_may_retry (&answer, FALSE, 4, &ovs_manners_default, clock, &delay), ==,
                       cases[i].read_again);
      g_assert_false (ovs_outcome_may_retry (&answer, FALSE, 5, &ovs_manners_default, clock, &delay));
      g_assert_cmpint (ovs_outcome_may_retry (&answer, TRUE, 4, &ovs_manners_default, clock, &delay), ==,
                       cases[i].write_again);
      g_assert_false (ovs_outcome_may_retry (&answer, TRUE, 5, &ovs_manners_default, clock, &delay));
    }
}

/* Each next wait is about twice as long, and no two clients come back in step. */
static void
test_back_off (void)
{
  g_autoptr (OvsClock) clock = ovs_clock_new ();
  OvsAnswer answer = { .status = 502, .should_be_json = TRUE };

  for (guint tries = 1; tries <= 4; tries++)
    {
      guint base = ovs_manners_default.back_off_ms << (tries - 1);
      guint least = G_MAXUINT, most = 0;

      for (guint i = 0; i < 400; i++)
        {
          guint delay;

          g_assert_true (ovs_outcome_may_retry (&answer, FALSE, tries, &ovs_manners_default, clock, &delay));
          least = MIN (least, delay);
          most = MAX (most, delay);
        }
      g_assert_cmpuint (least, >=, base / 2);
      g_assert_cmpuint (most, <=, base + base / 2 + 1);
      g_assert_cmpuint (most - least, >, base / 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loket/outcome/meaning", test_meaning);
  g_test_add_func ("/loket/outcome/other-errors-are-unknown", test_other_errors_are_unknown);
  g_test_add_func ("/loket/outcome/reason", test_reason);
  g_test_add_func ("/loket/outcome/retry-after", test_retry_after);
  g_test_add_func ("/loket/outcome/retries", test_retries);
  g_test_add_func ("/loket/outcome/back-off", test_back_off);
  return g_test_run ();
}
