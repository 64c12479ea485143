/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench/bench-office.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "dossier/access.h"
#include "dossier/decisions.h"
#include "dossier/journal.h"
#include "dossier/judgement.h"
#include "dossier/migrations.h"
#include "dossier/settings.h"
#include "intake/intake.h"

/* Some fifty people at a client, as in an office; the largest offices have some thousands of clients. */
#define PEOPLE_PER_CLIENT 50
#define MOST_CLIENTS 2000

static const char *const surnames[]
    = { "Jansen", "Vries", "Bakker", "Visser", "Smit", "Meijer", "Boer", "Mulder", "Groot", "Bos", "Vos", "Peters", "Hendriks", "Leeuwen",
        "Dekker", "Brouwer", "Wit", "Dijkstra", "Smits", "Graaf", "Meer", "Linden", "Kok", "Jacobs", "Haan", "Vermeulen", "Heuvel", "Veen",
        "Broek", "Bruijn", "Heijden", "Schouten", "Beek", "Willems", "Vliet", "Ven", "Hoekstra", "Maas", "Verhoeven", "Koster", "Dam",
        "Prins", "Blom", "Huisman", "Peeters", "Kuipers", "Veenstra", "Kuijpers", "Post", "Gerritsen" };
static const char *const handlers[] = { "A. Aalders", "B. Bosman", "C. Claassen", "D. Drost" };
static const char *const domains[] = { "gmail.com", "hotmail.com", "outlook.com", "ziggo.nl", "kpnmail.nl", "live.nl", "icloud.com" };

static guint
n_clients (guint employees)
{
  return CLAMP (employees / PEOPLE_PER_CLIENT, 1, MOST_CLIENTS);
}

static void
write_clients (FILE *file, guint employees)
{
  fputs ("Werkgevernummer;Werkgever;Plaats;Contactpersoon;E-mail contactpersoon;Telefoon contactpersoon;Behandelaar;Product 500;MijnLoket;"
         "MijnLoket variant\n",
         file);
  for (guint i = 0; i < n_clients (employees); i++)
    fprintf (file, "%u;%s Zaak %u B.V.;Plaats %u;C. %s;contact@zaak-%u.example;0%u-%07u;%s;J;%s;Plus\n", 10000 + i,
             surnames[i * 7 % G_N_ELEMENTS (surnames)], i, i % 200, surnames[i % G_N_ELEMENTS (surnames)], i, 10 + i % 80, i * 7919 % 9999999,
             handlers[i % G_N_ELEMENTS (handlers)], i % 40 == 0 ? "N" : "J");
}

/* One in thirty has something to look at, spread over the kinds; one in eight left the client. */
static void
write_address (FILE *file, guint i, guint client, const char *surname)
{
  switch (i % 300)
    {
    case 7:
    case 107:
      break;
    case 17:
      fprintf (file, "%s.%u", surname, i);
      break;
    case 27:
      fprintf (file, "info@zaak-%u.example", client);
      break;
    case 37:
      fprintf (file, "gezin%u@gmail.com", i / 600);
      break;
    case 47:
      fprintf (file, "%s%u@gmial.com", surname, i);
      break;
    default:
      fprintf (file, "%s.%u@%s", surname, i, domains[i * 31 % G_N_ELEMENTS (domains)]);
    }
}

static void
write_people (FILE *file, guint employees)
{
  fputs ("Werkgevernummer;Personeelsnummer;Voorletters;Achternaam;Geboortedatum;Priv\303\251 e-mail;Datum in dienst;Datum uit dienst;"
         "Werknemerloket;MijnLoket\n",
         file);
  for (guint i = 0; i < employees; i++)
    {
      guint client = (guint) ((guint64) i * n_clients (employees) / employees);
      guint mixed = i * 2654435761u;
      const char *surname = surnames[(mixed >> 8) % G_N_ELEMENTS (surnames)];
      g_autofree char *name = g_strdup_printf ("%s%c%c", surname, 'a' + (mixed >> 14) % 26, 'a' + (mixed >> 20) % 26);

      fprintf (file, "%u;%u;%c.%c.;%s;%02u-%02u-%u;", 10000 + client, i + 1, 'A' + mixed % 26, 'A' + (mixed >> 5) % 26, name, 1 + mixed % 28,
               1 + (mixed >> 9) % 12, 1960 + (mixed >> 12) % 44);
      write_address (file, i, client, name);
      fprintf (file, ";01-%02u-%u;%s;toegang actief;%s\n", 1 + i % 12, 2005 + i % 20, i % 8 == 3 ? "31-05-2024" : "",
               i % 50 == 11 ? "toegang actief" : "geen toegang");
    }
}

static void
read_in (OvsDossier *dossier, const char *folder, OvsCsvKind kind, void (*write) (FILE *file, guint employees), guint employees)
{
  g_autofree char *path = g_build_filename (folder, "bench.csv", NULL);
  g_autoptr (OvsIntakeResult) result = NULL;
  g_autoptr (GError) error = NULL;
  OvsIntakeRequest request = { .path = path, .kind = kind };
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  write (file, employees);
  fclose (file);
  result = ovs_intake_run (dossier, &request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->refused->len, ==, 0);
  g_unlink (path);
}

typedef struct
{
  gint64 employer;
  gint64 employee;
} Ready;

static void
collect_ready (const OvsJudged *judged, gpointer data)
{
  Ready ready = { judged->employer, judged->employee };

  if (judged->verdict.disposition == OVS_DISPOSITION_READY && judged->employer % 5 == 1)
    g_array_append_val ((GArray *) data, ready);
}

/* One client in five went over before: most of its people were invited, some refused, some of the others have an account by now. */
static void
convert (OvsTx *tx, const GArray *people)
{
  gint64 request = 0;

  for (guint i = 0; i < people->len; i++)
    {
      const Ready *one = &g_array_index (people, Ready, i);
      gboolean refused = i % 25 == 3;

      ovs_journal_plan (tx, one->employee, OVS_INTENT_INVITE);
      request = ovs_journal_send (tx, one->employer, OVS_INTENT_INVITE, &one->employee, 1);
      ovs_journal_accepted (tx, request, "1");
      ovs_journal_settle (tx, one->employee, OVS_INTENT_INVITE, refused ? OVS_INTENT_REFUSED : OVS_INTENT_CONFIRMED,
                          refused ? OVS_FALLOUT_MIJNLOKET_BLOCKED : NULL, NULL);
      if (!refused)
        ovs_access_record (tx, one->employee, OVS_PORTAL_MIJNLOKET, i % 3 == 0 ? "HasAccessToClient" : "InvitePending", OVS_ACCESS_FROM_LOKET,
                           ovs_tx_now_text (tx), 0);
    }
}

static gboolean
choose_and_judge (OvsTx *tx, gpointer data, GError **error)
{
  guint clients = *(guint *) data;
  g_autoptr (GArray) ready = g_array_new (FALSE, FALSE, sizeof (Ready));

  if (ovs_decisions_select (tx, OVS_SELECT_ALL, NULL, FALSE, error) < 0)
    return FALSE;
  for (guint i = 5; i < clients; i += 10)
    {
      g_autofree char *number = g_strdup_printf ("%u", 10000 + i);
      const char *numbers[] = { number, NULL };

      if (ovs_decisions_deselect (tx, numbers, error) < 0)
        return FALSE;
    }
  /* Where Toepassen would send it; nothing is sent here. */
  ovs_settings_set (tx, OVS_SETTING_LOKET_KIND, "practice");
  ovs_settings_set (tx, OVS_SETTING_LOKET_URL, "http://127.0.0.1:1/");
  ovs_judgement_run (tx, ovs_tx_today (tx), collect_ready, ready);
  convert (tx, ready);
  ovs_judgement_store (tx, ovs_tx_today (tx), NULL, NULL);
  return TRUE;
}

static void
make (const char *path, const char *folder, guint employees)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsDossier) dossier = ovs_dossier_create (path, &error);
  guint clients = n_clients (employees);

  g_assert_no_error (error);
  read_in (dossier, folder, OVS_CSV_EMPLOYERS, write_clients, employees);
  read_in (dossier, folder, OVS_CSV_EMPLOYEES, write_people, employees);
  ovs_dossier_write (dossier, choose_and_judge, &clients, NULL, &error);
  g_assert_no_error (error);
}

static void
copy (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

char *
bench_office (guint employees)
{
  g_autofree char *folder = g_strdup_printf ("%s/overstap-bench-%d", g_get_tmp_dir (), OVS_SCHEMA_VERSION);
  g_autofree char *name = g_strdup_printf ("office-%u.overstap", employees);
  g_autofree char *kept = g_build_filename (folder, name, NULL);
  g_autofree char *draft = g_strconcat (kept, ".draft", NULL);
  char *path = g_strconcat (kept, ".run.overstap", NULL);

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_test (kept, G_FILE_TEST_EXISTS))
    {
      g_print ("making an office of %u people\n", employees);
      g_unlink (draft);
      make (draft, folder, employees);
      g_rename (draft, kept);
    }
  bench_office_remove (path);
  copy (kept, path);
  return path;
}

void
bench_office_remove (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}
