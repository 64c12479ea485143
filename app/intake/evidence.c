/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/evidence.h"

#include <string.h>

#include "base/text.h"
#include "rules/wrong-file.h"

/* Of a file with more than so many different clients or domains it is known what it is before they are all noted. */
#define MOST_UNKNOWN 20000
#define MOST_DOMAINS 4096

void
ovs_evidence_clear (OvsEvidence *evidence)
{
  g_clear_pointer (&evidence->known, g_hash_table_unref);
  g_clear_pointer (&evidence->unknown, g_hash_table_unref);
  g_clear_pointer (&evidence->domains, g_hash_table_unref);
  g_clear_pointer (&evidence->example, g_free);
}

void
ovs_evidence_see_employer (OvsEvidence *evidence, const char *number, gint64 id)
{
  if (id != 0)
    {
      if (evidence->known == NULL)
        evidence->known = g_hash_table_new (g_direct_hash, g_direct_equal);
      g_hash_table_add (evidence->known, GSIZE_TO_POINTER ((gsize) id));
      return;
    }
  if (evidence->unknown == NULL)
    evidence->unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_size (evidence->unknown) < MOST_UNKNOWN)
    g_hash_table_add (evidence->unknown, ovs_text_number_key (number));
}

/* Enough to count by, of a cell that may have anything around its address; NULL for none. */
static const char *
find_domain (const char *cell, gsize *length)
{
  const char *at = cell != NULL ? strrchr (cell, '@') : NULL;

  if (at == NULL)
    return NULL;
  *length = strcspn (at + 1, " >;,");
  return memchr (at + 1, '.', *length) != NULL ? at + 1 : NULL;
}

static gboolean
is_at (const char *domain, gsize length, const char *address)
{
  gsize other_length;
  const char *other = find_domain (address, &other_length);

  return other != NULL && other_length == length && g_ascii_strncasecmp (domain, other, length) == 0;
}

static void
count_domain (OvsEvidence *evidence, const char *domain, gsize length)
{
  g_autofree char *key = g_ascii_strdown (domain, (gssize) length);
  guint *count;

  if (evidence->domains == NULL)
    evidence->domains = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  count = g_hash_table_lookup (evidence->domains, key);
  if (count != NULL)
    (*count)++;
  else if (g_hash_table_size (evidence->domains) < MOST_DOMAINS)
    {
      count = g_new (guint, 1);
      *count = 1;
      g_hash_table_insert (evidence->domains, g_steal_pointer (&key), count);
    }
}

void
ovs_evidence_see_address (OvsEvidence *evidence, const char *cell, const char *work, const char *contact)
{
  gsize length;
  const char *domain = find_domain (cell, &length);

  if (domain == NULL)
    return;
  evidence->addresses++;
  evidence->at_work += is_at (domain, length, contact) || is_at (domain, length, work);
  count_domain (evidence, domain, length);
}

void
ovs_evidence_see_change (OvsEvidence *evidence, const char *before, const char *after)
{
  if (before == NULL)
    return;
  evidence->with_address++;
  evidence->changed_addresses += after == NULL || g_ascii_strcasecmp (before, after) != 0;
}

void
ovs_evidence_see_name (OvsEvidence *evidence, const char *number, const char *before, const char *after, gboolean again)
{
  if (!ovs_brake_is_other_name (before, after))
    return;
  if (again)
    evidence->doubled++;
  else
    evidence->renamed++;
  /* Two names in one file are shown before another name than before. */
  if (evidence->example == NULL || (again && evidence->doubled == 1))
    {
      g_free (evidence->example);
      evidence->example = g_strdup_printf ("%s: “%s”, “%s”", number, before, after);
    }
}
