/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "rules/judge.h"

/*
 * One employee from one line of text: words separated by spaces, on top of an ordinary active employee of a selected client.
 *
 *   email=CELL born=DAY work=START/END,START/END wnl=WORD ml=WORD (Loket's words; empty is unknown)
 *   unselected deceased excluded include lacks change         what the row says
 *   others=N employers=N differs at-work at-firm new accepted=CODE,CODE    what the dossier counts
 */

#define FIXTURE_EMPLOYMENTS_MAX 4

typedef struct
{
  OvsJudgeRow row;
  OvsFacts facts;
  OvsEmployment employments[FIXTURE_EMPLOYMENTS_MAX];
  OvsAddress *address;
} Fixture;

/* The day of an ISO text; no day for an empty one. */
static inline OvsDay
day (const char *iso)
{
  OvsDay value = OVS_NO_DAY;

  if (*iso != '\0')
    g_assert_true (ovs_day_parse_iso (iso, &value));
  return value;
}

/* Reads "START/END,START/END"; an empty text is no employment at all. Returns how many. */
static inline gsize
read_employments (const char *text, OvsEmployment *employments)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  gsize n = g_strv_length (parts);

  g_assert_cmpuint (n, <=, FIXTURE_EMPLOYMENTS_MAX);
  for (gsize i = 0; i < n; i++)
    {
      g_auto (GStrv) days = g_strsplit (parts[i], "/", 2);
      g_assert_cmpuint (g_strv_length (days), ==, 2);
      employments[i] = (OvsEmployment) { day (days[0]), day (days[1]) };
    }
  return n;
}

static inline OvsFindings
read_codes (const char *text)
{
  g_auto (GStrv) codes = g_strsplit (text, ",", -1);
  OvsFindings findings = 0;

  for (gsize i = 0; codes[i] != NULL; i++)
    {
      OvsFinding finding;
      g_assert_true (ovs_rule_lookup (codes[i], &finding));
      findings |= OVS_FINDING_BIT (finding);
    }
  return findings;
}

static inline void
fixture_set_email (Fixture *fixture, const char *cell)
{
  ovs_address_free (fixture->address);
  fixture->address = ovs_address_parse (cell);
  fixture->row.email_key = fixture->address->key;
  fixture->row.email_kind = fixture->address->kind;
}

static inline gboolean
fixture_set_value (Fixture *fixture, const char *name, const char *value)
{
  if (g_str_equal (name, "email"))
    fixture_set_email (fixture, value);
  else if (g_str_equal (name, "born"))
    fixture->row.birth_date = day (value);
  else if (g_str_equal (name, "work"))
    fixture->row.n_employments = read_employments (value, fixture->employments);
  else if (g_str_equal (name, "wnl"))
    fixture->row.werknemerloket = ovs_access_from_word (value);
  else if (g_str_equal (name, "ml"))
    fixture->row.mijnloket = ovs_access_from_word (value);
  else if (g_str_equal (name, "others"))
    fixture->facts.other_persons_on_address = (guint) g_ascii_strtoull (value, NULL, 10);
  else if (g_str_equal (name, "employers"))
    fixture->facts.employers_of_person = (guint) g_ascii_strtoull (value, NULL, 10);
  else if (g_str_equal (name, "accepted"))
    fixture->facts.accepted = read_codes (value);
  else
    return FALSE;
  return TRUE;
}

static inline gboolean
fixture_set_flag (Fixture *fixture, const char *name)
{
  const struct
  {
    const char *name;
    gboolean *flag;
    gboolean value;
  } flags[] = {
    { "unselected", &fixture->row.employer_selected, FALSE },
    { "deceased", &fixture->row.deceased, TRUE },
    { "excluded", &fixture->row.excluded, TRUE },
    { "include", &fixture->row.include_without_werknemerloket, TRUE },
    { "lacks", &fixture->row.employer_lacks_mijnloket, TRUE },
    { "change", &fixture->row.change_in_loket, TRUE },
    { "differs", &fixture->facts.address_differs, TRUE },
    { "at-work", &fixture->facts.address_at_work, TRUE },
    { "at-firm", &fixture->facts.address_at_firm, TRUE },
    { "new", &fixture->facts.new_since_announcement, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    if (g_str_equal (flags[i].name, name))
      {
        *flags[i].flag = flags[i].value;
        return TRUE;
      }
  return FALSE;
}

static inline void
fixture_clear (Fixture *fixture)
{
  ovs_address_free (fixture->address);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static inline void
fixture_init (Fixture *fixture, const char *spec)
{
  g_auto (GStrv) words = g_strsplit (spec, " ", -1);

  *fixture = (Fixture) { 0 };
  fixture->row.employments = fixture->employments;
  fixture->row.employer_selected = TRUE;
  fixture->row.werknemerloket = OVS_ACCESS_ACTIVE;
  fixture->row.mijnloket = OVS_ACCESS_NONE;
  fixture->facts.employers_of_person = 1;
  fixture_set_value (fixture, "work", "2020-01-01/");
  fixture_set_value (fixture, "born", "1985-03-14");
  fixture_set_email (fixture, "j.devries@ziggo.nl");

  for (gsize i = 0; words[i] != NULL; i++)
    {
      char *value = strchr (words[i], '=');

      if (*words[i] == '\0')
        continue;
      if (value != NULL)
        *value++ = '\0';
      if (value != NULL ? !fixture_set_value (fixture, words[i], value) : !fixture_set_flag (fixture, words[i]))
        g_error ("The fixture knows no \"%s\"", words[i]);
    }
}

/* DISPOSITION, then the reason, or the codes found in the order of the table. */
static inline char *
fixture_describe (const OvsVerdict *verdict)
{
  GString *text = g_string_new (ovs_disposition_code (verdict->disposition));

  if (verdict->reason != OVS_REASON_NONE)
    g_string_append_printf (text, " %s", ovs_reason_code (verdict->reason));
  for (guint i = 0; i < OVS_N_FINDINGS; i++)
    if ((verdict->findings & OVS_FINDING_BIT (i)) != 0)
      g_string_append_printf (text, " %s", ovs_rule_get ((OvsFinding) i)->code);
  return g_string_free (text, FALSE);
}
