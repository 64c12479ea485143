/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/term.h"

#include <string.h>

#include "rules/disposition.h"
#include "rules/load.h"
#include "rules/source.h"

typedef struct
{
  const char *code;
  const char *value;
  const char *source;
} Case;

/* As the articles have it; a day as yyyy-mm-dd. */
static const Case cases[OVS_N_TERMS] = {
  { "notice-days", "14", OVS_SOURCE_GROUP },
  { "days-around-wave", "3", OVS_SOURCE_OVERSTAP },
  { "leavers-first", "2025-01-01", OVS_SOURCE_GROUP },
  { "leavers-last", "2025-12-31", OVS_SOURCE_GROUP },
  { "leavers-access-ends", "2026-10-01", OVS_SOURCE_GROUP },
  { "questions-percent-low", "2", OVS_SOURCE_GROUP },
  { "questions-percent-high", "5", OVS_SOURCE_GROUP },
  { "product-werknemerloket", "500", OVS_SOURCE_GROUP },
  { "age-youngest", "13", OVS_SOURCE_OVERSTAP },
  { "age-oldest", "100", OVS_SOURCE_OVERSTAP },
  { "birth-date-unknown", "1900-01-01", OVS_SOURCE_OVERSTAP },
  { "days-around-payday", "3", OVS_SOURCE_OVERSTAP },
};

static void
test_table (void)
{
  for (guint i = 0; i < OVS_N_TERMS; i++)
    {
      int value = ovs_term_get ((OvsTerm) i);
      g_autofree char *text = strchr (cases[i].value, '-') != NULL ? ovs_day_to_iso (value) : g_strdup_printf ("%d", value);

      g_assert_cmpstr (ovs_term_code ((OvsTerm) i), ==, cases[i].code);
      g_assert_cmpstr (text, ==, cases[i].value);
      g_assert_cmpstr (ovs_term_source ((OvsTerm) i), ==, cases[i].source);
    }
  g_test_message ("%u cases", (guint) OVS_N_TERMS);
}

static void
test_told (void)
{
  g_autofree char *article = ovs_term_tell_source (OVS_TERM_NOTICE);
  g_autofree char *own = ovs_term_tell_source (OVS_TERM_AROUND_WAVE);
  g_autofree char *load = ovs_load_tell ();

  g_assert_cmpstr (article, ==, "according to the help-desk article, read on 21-11-2026");
  g_assert_cmpstr (own, ==, "advice of Overstap");
  g_assert_cmpstr (load, ==, "2 to 5 percent ask for help, according to the help-desk article, read on 21-11-2026");
  g_assert_cmpstr (ovs_reason_title (OVS_REASON_LEFT_2025_KEEPS_ACCESS), ==, "Left in 2025, keeps Werknemerloket until 1-10-2026");
  g_assert_cmpstr (ovs_reason_title (OVS_REASON_LEFT_BEFORE_2025), ==, "Left before 2025");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/term/table", test_table);
  g_test_add_func ("/term/told", test_told);
  return g_test_run ();
}
