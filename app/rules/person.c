/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/person.h"

#include "base/text.h"

char *
ovs_person_base_key (const char *last_name, OvsDay birth_date)
{
  g_autofree char *surname = ovs_text_fold (last_name);
  g_autofree char *born = ovs_day_to_iso (birth_date);

  if (*surname == '\0' || born == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%s|%s", surname, born);
}

char *
ovs_person_initial (const char *initials)
{
  g_autofree char *folded = ovs_text_fold (initials);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
  return g_strdup ("");
}

char *
ovs_person_join (const char *base_key, const char *initial, guint n_initials, const char *any_initial)
{
  const char *joined = initial;

  if (*base_key == '\0')
    return NULL;
  if (*joined == '\0' && n_initials == 1)
    joined = any_initial;
  if (joined == NULL || *joined == '\0')
    return NULL;
  return g_strdup_printf ("%s|%s", base_key, joined);
}
