/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/fixture.h"

#include "dossier/employers.h"
#include "dossier/imports.h"
#include "dossier/trail.h"
#include "dossier/undo.h"

/* Two clients, "1" and "2", of Petra and Kees; both take part. */
static inline gboolean
clients_add (OvsTx *tx, gpointer data, GError **error)
{
  const char *names[] = { "Bakkerij Jansen", "Garage Smit" };
  gint64 sequence;
  gint64 import = ovs_imports_begin (tx, "employers", "klanten.csv", "", "{}", "utf-8", ";", &sequence);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (OvsEmployer) employer = { .number = g_strdup_printf ("%d", (int) i + 1) };

      employer.number_key = g_strdup (employer.number);
      employer.name = g_strdup (names[i]);
      employer.handler = g_strdup (i == 0 ? "Petra" : "Kees");
      employer.contact_name = g_strdup ("Marja van Dam");
      ovs_employers_add (tx, &employer, import);
    }
  ovs_trail_end (tx, sequence, "import", "{}", NULL);
  return TRUE;
}

static inline void
clients_set_up (Fixture *fixture, gconstpointer unused)
{
  fixture_set_up (fixture, NULL);
  g_assert_true (ovs_dossier_write (fixture->dossier, clients_add, NULL, NULL, NULL));
  fixture_execute (fixture, "UPDATE employer SET selected = 1");
}

static inline void
clients_do (Fixture *fixture, OvsDossierFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  ovs_dossier_write (fixture->dossier, func, data, NULL, &error);
  g_assert_no_error (error);
}

static inline void
clients_refuse (Fixture *fixture, OvsDossierFunc func, gpointer data, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ovs_dossier_write (fixture->dossier, func, data, NULL, &error));
  g_assert_error (error, OVS_DOSSIER_ERROR, code);
}

static inline gboolean
clients_take_back (OvsTx *tx, gpointer operation, GError **error)
{
  return ovs_undo_take_back (tx, operation, NULL, error);
}

/* Takes the last step back, which must be this one. */
static inline void
clients_undo (Fixture *fixture, const char *expected)
{
  g_autofree char *operation = NULL;

  clients_do (fixture, clients_take_back, &operation);
  g_assert_cmpstr (operation, ==, expected);
}
