/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-edit DOSSIER TIMES: mends one address at a time in a dossier that was judged, and prints how many milliseconds judging again took. */
#include <stdio.h>
#include <stdlib.h>

#include "dossier/decisions.h"
#include "dossier/dossier.h"
#include "dossier/judgement.h"

#define FIRST_CLIENT 10000
#define N_AT_ONCE 1000

static gboolean
edit (OvsTx *tx, gpointer data, GError **error)
{
  guint time = GPOINTER_TO_UINT (data);
  g_autofree char *employer = g_strdup_printf ("%u", FIRST_CLIENT + time * 7);
  g_autofree char *employee = g_strdup_printf ("%u", time + 1);
  g_autofree char *address = g_strdup_printf ("gemend.%u@example.nl", time);

  return ovs_decisions_mend (tx, employer, employee, address, FALSE, error) >= 0;
}

static gboolean
judge (OvsTx *tx, gpointer data, GError **error)
{
  gboolean *done = data;

  *done = ovs_judgement_refresh (tx, ovs_tx_today (tx), N_AT_ONCE);
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsDossier) dossier = argc == 3 ? ovs_dossier_open (argv[1], OVS_DOSSIER_TO_WRITE, &error) : NULL;
  guint times = argc == 3 ? (guint) atoi (argv[2]) : 0;

  if (dossier == NULL)
    g_error ("%s", error != NULL ? error->message : "bench-edit DOSSIER TIMES");
  for (guint time = 0; time < times; time++)
    {
      gboolean done = FALSE;
      gint64 before;

      if (!ovs_dossier_write (dossier, edit, GUINT_TO_POINTER (time), NULL, &error))
        g_error ("%s", error->message);
      before = g_get_monotonic_time ();
      if (!ovs_dossier_write (dossier, judge, &done, NULL, &error) || !done)
        g_error ("not judged");
      printf ("%.2f\n", (double) (g_get_monotonic_time () - before) / 1000.0);
    }
  ovs_dossier_close (dossier);
  return 0;
}
