/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "intake/brakes.h"

#include <glib/gi18n.h>

#include "dossier/import-list.h"
#include "dossier/imports.h"
#include "rules/mail-domain.h"

static gulong
percent (guint64 part, guint64 whole)
{
  return whole > 0 ? (gulong) ((part * 100 + whole / 2) / whole) : 0;
}

static guint
size_of (GHashTable *set)
{
  return set != NULL ? g_hash_table_size (set) : 0;
}

/* --- the clients ----------------------------------------------------------------------------------------------- */

typedef struct
{
  guint64 in_file;
  guint64 known;
} Clients;

/* A list of clients brings new ones; it is the wrong one when it does not hold those that the dossier has. */
static Clients
count_listed (OvsIntakeRun *run)
{
  Clients clients = { 0, 0 };
  guint64 before = (guint64) ovs_imports_count_employers_before (run->tx, run->import);

  for (gint64 id = 1; id < ovs_tally_get_limit (run->employers); id++)
    {
      OvsTallyClass class = ovs_tally_get_class (run->employers, id);

      clients.in_file += class != OVS_TALLY_ABSENT;
      clients.known += class != OVS_TALLY_ABSENT && class != OVS_TALLY_ADDED;
    }
  clients.in_file = MIN (clients.in_file, before);
  return clients;
}

static Clients
count_met (OvsIntakeRun *run)
{
  guint known = size_of (run->evidence.known);

  return (Clients){ known + size_of (run->evidence.unknown), known };
}

static char *
find_unknown_employers (OvsIntakeRun *run)
{
  gboolean listed = run->request->kind == OVS_CSV_EMPLOYERS;
  Clients clients = listed ? count_listed (run) : count_met (run);
  gulong known = (gulong) clients.known, in_file = (gulong) clients.in_file;

  /* Before there are any clients, the rows say themselves that these come first. */
  if (!listed && ovs_imports_count_employers_before (run->tx, run->import) == 0)
    return NULL;
  if (!ovs_brake_exceeds (OVS_BRAKE_UNKNOWN_EMPLOYERS, clients.in_file - clients.known, clients.in_file))
    return NULL;
  if (listed)
    return g_strdup_printf (ngettext ("Of the clients in the dossier only %'lu of %'lu is in this list. Is it the list of another office?",
                                      "Of the clients in the dossier only %'lu of %'lu are in this list. Is it the list of another office?", known),
                            known, in_file);
  return g_strdup_printf (ngettext ("Only %'lu of the %'lu clients in this file is in the dossier. Is it a file of another office, or of before?",
                                    "Only %'lu of the %'lu clients in this file are in the dossier. Is it a file of another office, or of before?", known),
                          known, in_file);
}

static char *
find_employer_names (OvsIntakeRun *run)
{
  const OvsEvidence *evidence = &run->evidence;
  Clients clients = { 0, 0 };

  if (run->request->kind != OVS_CSV_EMPLOYERS)
    return NULL;
  for (gint64 id = 1; id < ovs_tally_get_limit (run->employers); id++)
    {
      OvsTallyClass class = ovs_tally_get_class (run->employers, id);

      clients.in_file += class != OVS_TALLY_ABSENT;
      clients.known += class != OVS_TALLY_ABSENT && class != OVS_TALLY_ADDED;
    }
  if (evidence->doubled > 0 && clients.in_file >= ovs_brake_get (OVS_BRAKE_EMPLOYER_NAMES)->floor)
    return g_strdup_printf (ngettext ("In this file %'lu row gives a number another name than an earlier row does (%s). Two clients must not become one: ask which number is right.",
                                      "In this file %'lu rows give a number another name than an earlier row does (such as %s). Two clients must not become one: ask which "
                                      "numbers are right.",
                                      (gulong) evidence->doubled),
                            (gulong) evidence->doubled, evidence->example);
  if (!ovs_brake_exceeds (OVS_BRAKE_EMPLOYER_NAMES, evidence->renamed, clients.known))
    return NULL;
  return g_strdup_printf (_ ("Of the %'lu known clients %'lu get a wholly different name, such as %s. Is it the list of another office or another Loket?"),
                          (gulong) clients.known, (gulong) evidence->renamed, evidence->example);
}

/* --- older than what is known ---------------------------------------------------------------------------------- */

static OvsDay
newest_before (OvsIntakeRun *run)
{
  const char *kind = ovs_csv_kind_get_name (run->request->kind);
  OvsDay newest = OVS_NO_DAY;

  for (gint64 id = 1; id < ovs_tally_get_limit (run->employers); id++)
    if (ovs_tally_get_class (run->employers, id) != OVS_TALLY_ABSENT)
      newest = MAX (newest, ovs_imports_newest_day (run->tx, kind, id, run->import));
  return newest;
}

static char *
describe_older (OvsIntakeRun *run, OvsDay newest, guint64 changes)
{
  g_autofree char *day = ovs_day_to_dutch (run->result->file_day);
  g_autofree char *newer = ovs_day_to_dutch (newest);
  gulong gone = (gulong) run->evidence.gone_people, changed = (gulong) changes;
  g_autofree char *what =
      gone > 0 ? g_strdup_printf (ngettext ("%'lu employee would disappear.", "%'lu employees would disappear.", gone), gone)
               : g_strdup_printf (ngettext ("%'lu row would go back to what it was.", "%'lu rows would go back to what they were.", changed), changed);

  return g_strdup_printf (_ ("This file is of %s, and one of %s of the same clients was read in before. %s"), day, newer, what);
}

static char *
find_older_file (OvsIntakeRun *run)
{
  OvsIntakeResult *result = run->result;
  guint64 changes = result->changed + result->added;
  guint64 rows = result->changed + result->added + result->unchanged;
  OvsDay newest;

  if ((run->request->kind != OVS_CSV_EMPLOYEES && run->request->kind != OVS_CSV_EMPLOYERS) || result->partial ||
      result->file_day == OVS_NO_DAY ||
      !ovs_brake_exceeds (OVS_BRAKE_OLDER_FILE, changes + run->evidence.gone_people, rows + run->evidence.gone_people))
    return NULL;
  newest = newest_before (run);
  return newest > result->file_day ? describe_older (run, newest, changes) : NULL;
}

static gboolean
tells_products (const OvsIntakeResult *result)
{
  return result->headers[OVS_FIELD_PRODUCT_500] != NULL || result->headers[OVS_FIELD_MIJNLOKET] != NULL || result->headers[OVS_FIELD_TIER] != NULL;
}

static char *
find_old_overview (OvsIntakeRun *run)
{
  OvsDay day = run->evidence.overview_day != OVS_NO_DAY ? run->evidence.overview_day : run->result->file_day;
  int months = ovs_brake_get (OVS_BRAKE_OLD_OVERVIEW)->months;
  g_autofree char *text = ovs_day_to_dutch (day);

  if (run->request->kind != OVS_CSV_EMPLOYERS || !tells_products (run->result) ||
      !ovs_brake_too_old (OVS_BRAKE_OLD_OVERVIEW, day, ovs_tx_today (run->tx)))
    return NULL;
  return g_strdup_printf (ngettext ("This overview is of %s, more than %d month ago. Products may have changed since: ask Loket for a new one.",
                                    "This overview is of %s, more than %d months ago. Products may have changed since: ask Loket for a new one.",
                                    (gulong) months),
                          text, months);
}

/* --- the people ------------------------------------------------------------------------------------------------ */

static char *
find_people_gone (OvsIntakeRun *run)
{
  gulong gone = (gulong) run->evidence.gone_people, known = (gulong) run->evidence.known_people;

  if (!ovs_brake_exceeds (OVS_BRAKE_PEOPLE_GONE, gone, known))
    return NULL;
  return g_strdup_printf (ngettext ("Of the %'lu known employees of these clients %'lu is not in this file (%lu %%).",
                                    "Of the %'lu known employees of these clients %'lu are not in this file (%lu %%).", gone),
                          known, gone, percent (gone, known));
}

static char *
find_addresses_changed (OvsIntakeRun *run)
{
  gulong changed = (gulong) run->evidence.changed_addresses, known = (gulong) run->evidence.with_address;

  if (!ovs_brake_exceeds (OVS_BRAKE_ADDRESSES_CHANGED, changed, known))
    return NULL;
  return g_strdup_printf (ngettext ("Of the %'lu known employees with an address %'lu gets another one (%lu %%). Was the right column chosen?",
                                    "Of the %'lu known employees with an address %'lu get another one (%lu %%). Was the right column chosen?", changed),
                          known, changed, percent (changed, known));
}

static const char *
find_largest_domain (GHashTable *domains, guint64 *rows)
{
  GHashTableIter iter;
  gpointer domain, count;
  const char *largest = NULL;

  *rows = 0;
  if (domains == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, domains);
  while (g_hash_table_iter_next (&iter, &domain, &count))
    if (*(guint *) count > *rows && !ovs_mail_domain_is_public (domain))
      {
        *rows = *(guint *) count;
        largest = domain;
      }
  return largest;
}

static char *
find_business_domain (OvsIntakeRun *run)
{
  const OvsEvidence *evidence = &run->evidence;
  guint64 at_one;
  const char *domain = find_largest_domain (evidence->domains, &at_one);

  if (domain != NULL && ovs_brake_exceeds (OVS_BRAKE_BUSINESS_DOMAIN, at_one, evidence->addresses))
    return g_strdup_printf (_ ("Of the %'lu private addresses %'lu are at “%s”, where people have no private mail. Is this the column with the addresses at work?"),
                            (gulong) evidence->addresses, (gulong) at_one, domain);
  if (ovs_brake_exceeds (OVS_BRAKE_BUSINESS_DOMAIN, evidence->at_work, evidence->addresses))
    return g_strdup_printf (_ ("Of the %'lu private addresses %'lu are at the domain of their own employer. Is this the column with the addresses at work?"),
                            (gulong) evidence->addresses, (gulong) evidence->at_work);
  return NULL;
}

/* What comes back is of a round that was not asked for here: of another one, or of another office. */
static char *
find_other_wave (OvsIntakeRun *run)
{
  gulong fallen = (gulong) run->evidence.fallen, not_asked = (gulong) run->evidence.not_asked;

  if (!ovs_imports_anything_asked (run->tx) || !ovs_brake_exceeds (OVS_BRAKE_OTHER_WAVE, not_asked, fallen))
    return NULL;
  return g_strdup_printf (ngettext ("Of the %'lu people on this list %'lu works at a client that was not converted yet. Is it the list of another round?",
                                    "Of the %'lu people on this list %'lu work at clients that were not converted yet. Is it the list of another round?",
                                    not_asked),
                          fallen, not_asked);
}

/* --- all of them ----------------------------------------------------------------------------------------------- */

static char *(*const finders[OVS_N_BRAKES]) (OvsIntakeRun *run) = {
  [OVS_BRAKE_UNKNOWN_EMPLOYERS] = find_unknown_employers, [OVS_BRAKE_OLDER_FILE] = find_older_file,
  [OVS_BRAKE_PEOPLE_GONE] = find_people_gone,             [OVS_BRAKE_ADDRESSES_CHANGED] = find_addresses_changed,
  [OVS_BRAKE_BUSINESS_DOMAIN] = find_business_domain,     [OVS_BRAKE_OLD_OVERVIEW] = find_old_overview,
  [OVS_BRAKE_EMPLOYER_NAMES] = find_employer_names,       [OVS_BRAKE_OTHER_WAVE] = find_other_wave,
};

static gboolean
is_answered (const OvsIntakeRequest *request, OvsBrake brake)
{
  return request->despite != NULL && g_strv_contains (request->despite, ovs_brake_get (brake)->code);
}

static void
add_brake (OvsIntakeResult *result, OvsBrake brake, char *message)
{
  OvsIntakeBrake *found = g_new (OvsIntakeBrake, 1);

  found->brake = brake;
  found->message = message;
  g_ptr_array_add (result->brakes, found);
}

static gboolean
stop (OvsIntakeRun *run, GError **error)
{
  const char *option = run->request->despite_option;
  g_autoptr (GString) message = g_string_new (NULL);
  g_autoptr (GString) options = g_string_new (NULL);

  for (guint i = 0; i < run->result->brakes->len; i++)
    {
      const OvsIntakeBrake *brake = g_ptr_array_index (run->result->brakes, i);

      g_string_append_printf (message, "%s%s", i > 0 ? " " : "", brake->message);
      g_string_append_printf (options, "%s%s %s", i > 0 ? " " : "", option != NULL ? option : "", ovs_brake_get (brake->brake)->code);
    }
  g_string_append_printf (message, " %s", _ ("Nothing was read in."));
  if (option != NULL)
    {
      g_string_append_c (message, ' ');
      g_string_append_printf (message, _ ("If it is the right file, read it in with %s."), options->str);
    }
  g_set_error_literal (error, OVS_INTAKE_ERROR, OVS_INTAKE_ERROR_WRONG_FILE, message->str);
  return FALSE;
}

gboolean
ovs_brakes_check (OvsIntakeRun *run, GError **error)
{
  for (guint i = 0; i < OVS_N_BRAKES && !ovs_tx_failed (run->tx); i++)
    {
      g_autofree char *message = finders[i] (run);

      if (message == NULL)
        continue;
      if (is_answered (run->request, (OvsBrake) i))
        ovs_intake_result_note (run->result, g_steal_pointer (&message));
      else
        add_brake (run->result, (OvsBrake) i, g_steal_pointer (&message));
    }
  return run->request->dry_run || run->result->brakes->len == 0 || ovs_tx_failed (run->tx) || stop (run, error);
}
