/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/disposition.h"

static const char *const dispositions[] = { "ready", "decide", "stopper", "left-out", "done" };

typedef struct
{
  const char *code;
  gboolean done;
} ReasonCase;

/* In the order in which they are tried, after "in scope". */
static const ReasonCase reasons[] = {
  { "client-not-selected", FALSE },
  { "deceased", FALSE },
  { "excluded-by-hand", FALSE },
  { "already-linked", TRUE },
  { "already-invited", TRUE },
  { "not-yet-employed", FALSE },
  { "left-2025-keeps-access", FALSE },
  { "left-2025-access-ended", FALSE },
  { "left-before-2025", FALSE },
  { "left-employment", FALSE },
  { "no-werknemerloket", FALSE },
};

static void
test_dispositions (void)
{
  OvsDisposition disposition;

  g_assert_cmpuint (G_N_ELEMENTS (dispositions), ==, OVS_N_DISPOSITIONS);
  for (gsize i = 0; i < G_N_ELEMENTS (dispositions); i++)
    {
      g_assert_true (ovs_disposition_from_code (dispositions[i], &disposition));
      g_assert_cmpuint (disposition, ==, i);
      g_assert_cmpstr (ovs_disposition_code (disposition), ==, dispositions[i]);
      g_assert_cmpstr (ovs_disposition_title (disposition), !=, "");
    }
  g_assert_false (ovs_disposition_from_code ("left_out", &disposition));
  g_assert_false (ovs_disposition_from_code (NULL, &disposition));
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (dispositions));
}

static void
test_reasons (void)
{
  OvsReason reason;

  g_assert_cmpuint (G_N_ELEMENTS (reasons), ==, OVS_N_REASONS - 1);
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_assert_true (ovs_reason_from_code (reasons[i].code, &reason));
      g_assert_cmpuint (reason, ==, i + 1);
      g_assert_cmpstr (ovs_reason_code (reason), ==, reasons[i].code);
      g_assert_cmpstr (ovs_reason_title (reason), !=, "");
      g_assert_nonnull (ovs_reason_source (reason));
      g_assert_cmpint (ovs_reason_is_done (reason), ==, reasons[i].done);
    }
  g_test_message ("%" G_GSIZE_FORMAT " cases", G_N_ELEMENTS (reasons));
}

static void
test_no_reason (void)
{
  OvsReason reason;

  g_assert_null (ovs_reason_code (OVS_REASON_NONE));
  g_assert_null (ovs_reason_source (OVS_REASON_NONE));
  g_assert_cmpstr (ovs_reason_title (OVS_REASON_NONE), ==, "");
  g_assert_false (ovs_reason_is_done (OVS_REASON_NONE));
  g_assert_false (ovs_reason_from_code ("", &reason));
  g_assert_false (ovs_reason_from_code (NULL, &reason));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/disposition/dispositions", test_dispositions);
  g_test_add_func ("/disposition/reasons", test_reasons);
  g_test_add_func ("/disposition/no-reason", test_no_reason);
  return g_test_run ();
}
