/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-calls EMPLOYEES: how long it takes to find who is on the telephone, beside the LIKE of SQLite. */
#include <stdio.h>
#include <stdlib.h>

#include "bench/bench-office.h"
#include "dossier/caller-index.h"
#include "dossier/dossier.h"

static const char *const texts[] = { "a", "ja", "jan", "jansen", "leeuwen", "12345", "gmail", "smit zaak 7", "van leeuw", "nobody at all", "jansen zaak 1 gmail" };

typedef struct
{
  OvsCallerIndex *index;
  const char *text;
  double like;
  guint total;
} Run;

static double
since (gint64 before)
{
  return (double) (g_get_monotonic_time () - before) / 1000.0;
}

static gboolean
refresh (OvsTx *tx, gpointer data, GError **error)
{
  ovs_caller_index_refresh (((Run *) data)->index, tx);
  return TRUE;
}

static gboolean
search (OvsTx *tx, gpointer data, GError **error)
{
  Run *run = data;
  OvsCallers *callers = ovs_caller_index_search (run->index, tx, run->text, 50);

  run->total = callers->total;
  ovs_callers_free (callers);
  return TRUE;
}

/* What the file itself can do for one word. */
static gboolean
like (OvsTx *tx, gpointer data, GError **error)
{
  Run *run = data;
  g_autofree char *pattern = g_strdup_printf ("%%%s%%", run->text);
  gint64 before = g_get_monotonic_time ();
  gint64 count;

  ovs_tx_get_int (tx, &count, "SELECT count(*) FROM employee e JOIN employer c ON c.id = e.employer WHERE e.sort_key LIKE ?1 OR e.number LIKE ?1 OR e.email_key LIKE ?1 OR c.name LIKE ?1",
                  "s", pattern);
  run->like = since (before);
  return TRUE;
}

static void
measure (OvsDossier *dossier, Run *run)
{
  gint64 before;
  double best = G_MAXDOUBLE, worst = 0;

  ovs_dossier_read (dossier, like, run, NULL, NULL);
  for (guint i = 0; i < 5; i++)
    {
      before = g_get_monotonic_time ();
      ovs_dossier_read (dossier, search, run, NULL, NULL);
      best = MIN (best, since (before));
      worst = MAX (worst, since (before));
    }
  printf ("%-22s %9u found  %8.1f to %6.1f ms   LIKE %8.1f ms\n", run->text, run->total, best, worst, run->like);
}

int
main (int argc, char **argv)
{
  guint employees = argc == 2 ? (guint) atoi (argv[1]) : 100000;
  g_autofree char *path = bench_office (employees);
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsDossier) dossier = ovs_dossier_open (path, OVS_DOSSIER_TO_WRITE, &error);
  g_autoptr (OvsCallerIndex) index = ovs_caller_index_new ();
  Run run = { .index = index };
  gint64 before = g_get_monotonic_time ();

  if (dossier == NULL)
    g_error ("%s", error->message);
  ovs_dossier_read (dossier, refresh, &run, NULL, NULL);
  printf ("%u employees: read in %.0f ms, %.1f MB in memory\n", employees, since (before), (double) ovs_caller_index_size (index) / 1e6);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      run.text = texts[i];
      measure (dossier, &run);
    }
  ovs_dossier_close (dossier);
  bench_office_remove (path);
  return 0;
}
