/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conversion/difference.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/text.h"
#include "dossier/access.h"
#include "dossier/candidates.h"
#include "dossier/employees.h"
#include "dossier/told-differences.h"
#include "rules/access.h"
#include "rules/address.h"

/* Of the code that says which differences were seen: enough that another list has another one. */
#define CODE_LENGTH 12

void
ovs_difference_free (OvsDifference *difference)
{
  if (difference == NULL)
    return;
  g_free (difference->employer_number);
  g_free (difference->employee_number);
  g_free (difference->number_key);
  g_free (difference->name);
  g_free (difference->email);
  g_free (difference->email_here);
  g_free (difference);
}

const char *
ovs_difference_code (const OvsDifference *difference)
{
  switch (difference->kind)
    {
    case OVS_DIFFERENCE_GONE:
      return "gone";
    case OVS_DIFFERENCE_NEW:
      return "new";
    default:
      return "changed";
    }
}

const char *
ovs_difference_field (const OvsDifference *difference)
{
  switch (difference->kind)
    {
    case OVS_DIFFERENCE_ADDRESS:
      return "address";
    case OVS_DIFFERENCE_END_DATE:
      return "end-date";
    case OVS_DIFFERENCE_STATUS:
      return "status";
    default:
      return NULL;
    }
}

const char *
ovs_difference_title (const OvsDifference *difference)
{
  switch (difference->kind)
    {
    case OVS_DIFFERENCE_ADDRESS:
      return _ ("Loket has another private e-mail address");
    case OVS_DIFFERENCE_END_DATE:
      return _ ("Loket has another end date");
    case OVS_DIFFERENCE_STATUS:
      return _ ("The status in Loket has changed");
    case OVS_DIFFERENCE_GONE:
      return _ ("No longer in Loket’s list of who can go over");
    case OVS_DIFFERENCE_NEW:
      return _ ("In Loket’s list, but not in this dossier");
    }
  return "";
}

static OvsDifference *
add (GPtrArray *differences, const OvsReading *reading, const char *number, OvsDifferenceKind kind)
{
  OvsDifference *difference = g_new0 (OvsDifference, 1);

  difference->kind = kind;
  difference->employer = reading->employer;
  difference->employer_number = g_strdup (reading->number);
  difference->employee_number = g_strdup (number);
  difference->number_key = ovs_text_number_key (number);
  g_ptr_array_add (differences, difference);
  return difference;
}

typedef struct
{
  const OvsReading *reading;
  GPtrArray *differences;
  GHashTable *listed; /* (owned) number without leading zeros → OvsLoketMigration (unowned) */
} Finding;

static OvsDifference *
add_of (Finding *finding, const OvsCandidate *candidate, OvsDifferenceKind kind)
{
  OvsDifference *difference = add (finding->differences, finding->reading, candidate->employee_number, kind);

  difference->employee = candidate->employee;
  return difference;
}

/* What the dossier does not know cannot have changed. */
static gboolean
has_changed (const char *known, const char *told)
{
  return known != NULL && *told != '\0' && !g_str_equal (known, told);
}

static void
compare (Finding *finding, const OvsCandidate *candidate, const OvsLoketMigration *told)
{
  g_autoptr (OvsAddress) address = ovs_address_parse (told->email);

  if (g_strcmp0 (candidate->email_key, address->key) != 0)
    {
      OvsDifference *difference = add_of (finding, candidate, OVS_DIFFERENCE_ADDRESS);

      difference->email = g_strdup (told->email);
      difference->email_here = g_strdup (candidate->email_key);
    }
  if (candidate->last_end != told->end_date)
    {
      OvsDifference *difference = add_of (finding, candidate, OVS_DIFFERENCE_END_DATE);

      difference->end = told->end_date;
      difference->end_here = candidate->last_end;
    }
  if (has_changed (candidate->mijnloket, told->status_mijnloket) || has_changed (candidate->werknemerloket, told->status_werknemerloket))
    add_of (finding, candidate, OVS_DIFFERENCE_STATUS);
}

static void
find_one (const OvsCandidate *candidate, gpointer data)
{
  Finding *finding = data;
  const OvsLoketMigration *told = g_hash_table_lookup (finding->listed, candidate->number_key);

  if (told != NULL)
    compare (finding, candidate, told);
  else if (ovs_access_may_be_active (ovs_access_from_word (candidate->werknemerloket)))
    add_of (finding, candidate, OVS_DIFFERENCE_GONE);
}

void
ovs_differences_find (OvsTx *tx, const OvsReading *reading, GPtrArray *differences)
{
  g_autoptr (GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Finding finding = { reading, differences, listed };

  for (guint i = 0; i < reading->migration->len; i++)
    {
      OvsLoketMigration *migration = g_ptr_array_index (reading->migration, i);
      g_hash_table_insert (listed, ovs_text_number_key (migration->employee_number), migration);
    }
  ovs_candidates_foreach (tx, reading->employer, find_one, &finding);
}

void
ovs_differences_find_new (OvsTx *tx, const OvsReading *reading, GPtrArray *differences)
{
  for (guint i = 0; i < reading->migration->len; i++)
    {
      const OvsLoketMigration *migration = g_ptr_array_index (reading->migration, i);

      if (ovs_employees_find_linked (tx, migration->employee_id) == 0)
        add (differences, reading, migration->employee_number, OVS_DIFFERENCE_NEW);
    }
}

static gboolean
is_supposed (const OvsDifference *difference)
{
  return difference->kind == OVS_DIFFERENCE_END_DATE
         || (difference->kind == OVS_DIFFERENCE_ADDRESS && *difference->email != '\0');
}

/* The differences of one person lie side by side. */
static GArray *
suppose (const GPtrArray *differences)
{
  GArray *suppositions = g_array_new (FALSE, TRUE, sizeof (OvsSupposition));
  gint64 last = 0;

  for (guint i = 0; i < differences->len; i++)
    {
      const OvsDifference *difference = g_ptr_array_index (differences, i);
      OvsSupposition *supposition;

      if (!is_supposed (difference))
        continue;
      if (difference->employee != last)
        g_array_set_size (suppositions, suppositions->len + 1);
      last = difference->employee;
      supposition = &g_array_index (suppositions, OvsSupposition, suppositions->len - 1);
      supposition->employer = difference->employer;
      supposition->number_key = difference->number_key;
      if (difference->kind == OVS_DIFFERENCE_ADDRESS)
        supposition->email = difference->email;
      supposition->ends |= difference->kind == OVS_DIFFERENCE_END_DATE;
      supposition->end = difference->kind == OVS_DIFFERENCE_END_DATE ? difference->end : supposition->end;
    }
  return suppositions;
}

static void
let_go (const OvsJudged *judged, gpointer data)
{
  gint64 employee = judged->employee;

  if (judged->verdict.disposition == OVS_DISPOSITION_READY)
    g_hash_table_remove (data, &employee);
}

/* Loket's other lists still say that he could be invited. */
static gboolean
is_gone_for_no_reason (OvsTx *tx, const OvsDifference *difference)
{
  g_autofree char *werknemerloket = ovs_access_get (tx, difference->employee, OVS_PORTAL_WERKNEMERLOKET);

  return difference->kind == OVS_DIFFERENCE_GONE && ovs_access_from_word (werknemerloket) == OVS_ACCESS_ACTIVE
         && ovs_employees_is_linked (tx, difference->employee);
}

/* Of the differences of one person, which lie side by side from @first on. @end: (out): behind the last. */
static char *
basis_of (const GPtrArray *differences, guint first, guint *end)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const OvsDifference *person = g_ptr_array_index (differences, first);
  g_autofree char *who = g_strdup_printf ("%" G_GINT64_FORMAT " %s\n", person->employer, person->number_key);
  guint i;

  g_checksum_update (checksum, (const guchar *) who, -1);
  for (i = first; i < differences->len; i++)
    {
      const OvsDifference *difference = g_ptr_array_index (differences, i);
      g_autofree char *line = NULL;

      if (difference->employer != person->employer || g_strcmp0 (difference->number_key, person->number_key) != 0)
        break;
      if (difference->kind == OVS_DIFFERENCE_STATUS)
        continue;
      line = g_strdup_printf ("%d %d %s\n", difference->kind, difference->end, difference->email != NULL ? difference->email : "");
      g_checksum_update (checksum, (const guchar *) line, -1);
    }
  *end = i;
  return g_strdup (g_checksum_get_string (checksum));
}

void
ovs_differences_add_bases (const GPtrArray *differences, GHashTable *bases)
{
  for (guint i = 0; i < differences->len;)
    g_hash_table_add (bases, basis_of (differences, i, &i));
}

char *
ovs_differences_get_code (const GPtrArray *differences)
{
  g_autoptr (GHashTable) bases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) sorted = NULL;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (differences->len == 0)
    return NULL;
  ovs_differences_add_bases (differences, bases);
  sorted = g_list_sort (g_hash_table_get_keys (bases), (GCompareFunc) strcmp);
  for (GList *basis = sorted; basis != NULL; basis = basis->next)
    g_checksum_update (checksum, basis->data, -1);
  return g_strndup (g_checksum_get_string (checksum), CODE_LENGTH);
}

/* What was told or agreed to before, and what is agreed to now. */
static void
see_what_is_known (OvsTx *tx, const GPtrArray *differences, GHashTable *agreed, GHashTable *held)
{
  for (guint i = 0, end; i < differences->len; i = end)
    {
      const OvsDifference *person = g_ptr_array_index (differences, i);
      g_autofree char *basis = basis_of (differences, i, &end);
      OvsTold told = ovs_told_differences_look (tx, person->employee, basis);

      if (agreed != NULL && g_hash_table_contains (agreed, basis))
        told = OVS_TOLD_AGREED;
      if (told == OVS_TOLD_AGREED)
        g_hash_table_remove (held, &person->employee);
      for (guint j = i; j < end; j++)
        ((OvsDifference *) g_ptr_array_index (differences, j))->known = told != OVS_TOLD_NEVER;
    }
}

void
ovs_differences_note (OvsTx *tx, const GPtrArray *differences, GHashTable *agreed)
{
  for (guint i = 0, end; i < differences->len; i = end)
    {
      const OvsDifference *person = g_ptr_array_index (differences, i);
      g_autofree char *basis = basis_of (differences, i, &end);
      gboolean agreed_now = agreed != NULL && g_hash_table_contains (agreed, basis);
      gboolean held = FALSE;

      for (guint j = i; j < end; j++)
        held |= ((OvsDifference *) g_ptr_array_index (differences, j))->held;
      if (person->employee != 0 && (held || agreed_now))
        ovs_told_differences_note (tx, person->employee, basis, agreed_now);
    }
}

GHashTable *
ovs_differences_hold (OvsTx *tx, OvsDay today, const GPtrArray *differences, GHashTable *agreed)
{
  GHashTable *held = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) suppositions = suppose (differences);

  for (guint i = 0; i < differences->len; i++)
    {
      OvsDifference *difference = g_ptr_array_index (differences, i);

      if (is_supposed (difference))
        g_hash_table_insert (held, &difference->employee, difference);
    }
  ovs_candidates_suppose (tx, today, suppositions, let_go, held);
  for (guint i = 0; i < differences->len; i++)
    {
      OvsDifference *difference = g_ptr_array_index (differences, i);

      if (is_gone_for_no_reason (tx, difference))
        g_hash_table_insert (held, &difference->employee, difference);
    }
  see_what_is_known (tx, differences, agreed, held);
  return held;
}
