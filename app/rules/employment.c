/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/employment.h"

#include <string.h>

gboolean
ovs_employment_is_active (const OvsEmployment *employment, OvsDay day)
{
  return employment->start <= day && (employment->end == OVS_NO_DAY || day <= employment->end);
}

gboolean
ovs_employment_conflicts (const OvsEmployment *employment)
{
  return employment->end != OVS_NO_DAY && employment->end < employment->start;
}

int
ovs_employment_compare (const OvsEmployment *a, const OvsEmployment *b)
{
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  if (a->end == b->end)
    return 0;
  if (a->end == OVS_NO_DAY || b->end == OVS_NO_DAY)
    return a->end == OVS_NO_DAY ? 1 : -1;
  return a->end < b->end ? -1 : 1;
}

gboolean
ovs_employments_any_active (const OvsEmployment *employments, gsize n, OvsDay day)
{
  for (gsize i = 0; i < n; i++)
    if (ovs_employment_is_active (&employments[i], day))
      return TRUE;
  return n == 0;
}

gboolean
ovs_employments_any_conflict (const OvsEmployment *employments, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (ovs_employment_conflicts (&employments[i]))
      return TRUE;
  return FALSE;
}

gboolean
ovs_employments_any_later (const OvsEmployment *employments, gsize n, OvsDay day)
{
  for (gsize i = 0; i < n; i++)
    if (employments[i].start > day)
      return TRUE;
  return FALSE;
}

gboolean
ovs_employments_any_starts_on (const OvsEmployment *employments, gsize n, OvsDay day)
{
  for (gsize i = 0; i < n; i++)
    if (employments[i].start == day)
      return TRUE;
  return FALSE;
}

OvsDay
ovs_employments_last_end (const OvsEmployment *employments, gsize n)
{
  OvsDay last = OVS_NO_DAY;

  for (gsize i = 0; i < n; i++)
    {
      if (employments[i].end == OVS_NO_DAY)
        return OVS_NO_DAY;
      last = MAX (last, employments[i].end);
    }
  return last;
}

static int
compare_for_sort (gconstpointer a, gconstpointer b)
{
  return ovs_employment_compare (a, b);
}

char *
ovs_employments_to_text (const OvsEmployment *employments, gsize n)
{
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (OvsEmployment), (guint) n);
  GString *text = g_string_new (NULL);

  if (n > 0)
    g_array_append_vals (sorted, employments, (guint) n);
  g_array_sort (sorted, compare_for_sort);
  for (guint i = 0; i < sorted->len; i++)
    {
      const OvsEmployment *employment = &g_array_index (sorted, OvsEmployment, i);
      g_autofree char *start = ovs_day_to_iso (employment->start);
      g_autofree char *end = ovs_day_to_iso (employment->end);

      g_string_append_printf (text, "%s%s/%s", i > 0 ? "," : "", start != NULL ? start : "",
                              end != NULL ? end : "");
    }
  return g_string_free (text, FALSE);
}
