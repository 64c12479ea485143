/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "conversion/approval.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "conversion/error.h"

GHashTable *
ovs_approval_set_of (const gint64 *employees, gsize n_employees)
{
  GHashTable *set = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (gsize i = 0; i < n_employees; i++)
    g_hash_table_add (set, g_memdup2 (&employees[i], sizeof employees[i]));
  return set;
}

/* How many of @wanted nobody agreed to. */
static gint64
count_others (const OvsApproval *approval, const GArray *wanted)
{
  gint64 others = 0;

  for (guint i = 0; i < wanted->len; i++)
    others += !g_hash_table_contains (approval->employees, &g_array_index (wanted, gint64, i));
  return others;
}

/* People who were judged ready and whose data Loket has otherwise, but for those that were shown. */
static gint64
count_changed (const OvsApproval *approval, const GPtrArray *differences)
{
  gint64 last = 0;
  gint64 changed = 0;

  for (guint i = 0; i < differences->len; i++)
    {
      const OvsDifference *difference = g_ptr_array_index (differences, i);
      gboolean seen = difference->known || (approval->seen != NULL && g_hash_table_contains (approval->seen, &difference->employee));

      changed += difference->employee != 0 && difference->employee != last && !seen;
      last = difference->employee;
    }
  return changed;
}

/* Whom this run leaves alone for something that was told before, though they were agreed to: no news. */
static gint64
count_known_held (const OvsApproval *approval, const GPtrArray *differences)
{
  gint64 last = 0;
  gint64 held = 0;

  for (guint i = 0; i < differences->len; i++)
    {
      const OvsDifference *difference = g_ptr_array_index (differences, i);

      if (!difference->held || !difference->known || difference->employee == last)
        continue;
      held += g_hash_table_contains (approval->employees, &difference->employee);
      last = difference->employee;
    }
  return held;
}

gboolean
ovs_approval_read_code (OvsApproval *approval, const GPtrArray *differences, GError **error)
{
  g_autofree char *code = ovs_differences_get_code (differences);

  if (approval->code == NULL)
    return TRUE;
  if (g_strcmp0 (code, approval->code) != 0)
    {
      g_set_error_literal (error, OVS_CONVERSION_ERROR, OVS_CONVERSION_ERROR_MORE_THAN_APPROVED,
                           _ ("Loket has something else otherwise by now than was agreed to. Nothing was sent. See what has changed and agree again."));
      return FALSE;
    }
  if (approval->agreed == NULL)
    approval->agreed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ovs_differences_add_bases (differences, approval->agreed);
  return TRUE;
}

gboolean
ovs_approval_check (const OvsApproval *approval, const GArray *wanted, guint planned, const GPtrArray *differences, GError **error)
{
  gint64 others;
  gint64 changed;

  if (approval->people == OVS_RUN_NOBODY_ASKED)
    return TRUE;
  changed = count_changed (approval, differences);
  if (approval->employees != NULL)
    {
      others = count_others (approval, wanted);
      /* Whoever falls away without Loket having another word for it counts too: by a decision in the office, for one. */
      changed = MAX (changed, approval->people - ((gint64) wanted->len - others) - count_known_held (approval, differences));
    }
  else
    others = (gint64) planned - approval->people;
  if (others > 0)
    g_set_error (error, OVS_CONVERSION_ERROR, OVS_CONVERSION_ERROR_MORE_THAN_APPROVED,
                 g_dngettext (GETTEXT_PACKAGE,
                              "%'d person would be invited whom nobody agreed to. Nothing was sent. See what has changed and agree again.",
                              "%'d people would be invited whom nobody agreed to. Nothing was sent. See what has changed and agree again.",
                              (gulong) others),
                 (int) others);
  else if (changed * 100 > approval->people * OVS_APPROVAL_CHANGED_PERCENT)
    g_set_error (error, OVS_CONVERSION_ERROR, OVS_CONVERSION_ERROR_MORE_THAN_APPROVED,
                 _ ("Of the %'d people agreed to, %'d have changed since. Nothing was sent. See what has changed and agree again."),
                 (int) approval->people, (int) changed);
  else
    return TRUE;
  return FALSE;
}

gboolean
ovs_approval_check_second (gint64 people, gint64 above, const char *first, const char *second, GError **error)
{
  g_autofree char *one = ovs_text_fold (first);
  g_autofree char *other = ovs_text_fold (second);

  if (above <= 0 || people <= above)
    return TRUE;
  if (*other == '\0')
    g_set_error (error, OVS_CONVERSION_ERROR, OVS_CONVERSION_ERROR_SECOND_PERSON,
                 _ ("For more than %'d people at once a second person has to agree. Nothing was sent. Give the name with “--second-person”."),
                 (int) above);
  else if (g_str_equal (one, other))
    g_set_error (error, OVS_CONVERSION_ERROR, OVS_CONVERSION_ERROR_SECOND_PERSON,
                 _ ("The second person has to be somebody else than %s. Nothing was sent."), first);
  else
    return TRUE;
  return FALSE;
}
