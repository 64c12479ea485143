/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/office/seed.h"

#include "practice/mijnloket/accounts.h"
#include "practice/office/odd-names.h"

/* What an employee's service looks like. */
typedef enum
{
  SERVICE_OPEN,
  SERVICE_ENDS_LATER,
  SERVICE_LEFT_EARLIER, /* in 2024 or before */
  SERVICE_LEFT_2025,
  SERVICE_LEFT_2026,
  SERVICE_FUTURE,
  SERVICE_AGAIN, /* left and came back */
  SERVICE_DECEASED,
  SERVICE_WRONG, /* ends before it starts */
} Service;

typedef struct
{
  Service service;
  OvsDay starts[2];
  OvsDay ends[2];
  int n;
  OvsDay death;
} Career;

typedef struct
{
  const char *wnl;
  const char *ess;
  const char *trouble;
} Access;

char *
ovs_practice_seed_uuid (GRand *random)
{
  guint32 a = g_rand_int (random), b = g_rand_int (random), c = g_rand_int (random), d = g_rand_int (random);

  return g_strdup_printf ("%08x-%04x-4%03x-%04x-%04x%08x", a, b >> 16, b & 0xfff, 0x8000 | (c >> 16 & 0x3fff),
                          c & 0xffff, d);
}

static OvsDay
day_between (GRand *random, OvsDay first, OvsDay last)
{
  return g_rand_int_range (random, first, last + 1);
}

static Service
pick_service (GRand *random)
{
  static const struct
  {
    Service service;
    int weight;
  } services[] = {
    { SERVICE_OPEN, 790 },     { SERVICE_ENDS_LATER, 45 }, { SERVICE_LEFT_EARLIER, 35 },
    { SERVICE_LEFT_2025, 45 }, { SERVICE_LEFT_2026, 40 },  { SERVICE_FUTURE, 15 },
    { SERVICE_AGAIN, 25 },     { SERVICE_DECEASED, 3 },    { SERVICE_WRONG, 2 },
  };
  int at = g_rand_int_range (random, 0, 1000);

  for (gsize i = 0; i < G_N_ELEMENTS (services); i++)
    {
      at -= services[i].weight;
      if (at < 0)
        return services[i].service;
    }
  return SERVICE_OPEN;
}

/* Half of the employments begin on the first day of a month. */
static OvsDay
pick_start (GRand *random, OvsDay first, OvsDay last)
{
  OvsDay day = day_between (random, first, last);
  int year, month;

  if (g_rand_boolean (random))
    return day;
  ovs_day_to_ymd (day, &year, &month, NULL);
  return MAX (first, ovs_day_from_ymd (year, month, 1));
}

/* The first day of the month that is @months later. */
static OvsDay
first_of_month (OvsDay today, int months)
{
  int year, month;

  ovs_day_to_ymd (today, &year, &month, NULL);
  month += months - 1;
  return ovs_day_from_ymd (year + month / 12, month % 12 + 1, 1);
}

/* Nobody starts before the age of sixteen. */
static void
start_grown_up (Career *career, OvsDay birth, OvsDay today)
{
  OvsDay grown_up = birth + 16 * 365 + 4;
  gint64 late = birth != OVS_NO_DAY ? (gint64) grown_up - career->starts[0] : 0;
  OvsDay last = career->ends[0] != OVS_NO_DAY ? career->ends[0] : today - 61;

  if (late > 0 && grown_up < last && career->service != SERVICE_WRONG)
    career->starts[0] = grown_up + (last - grown_up) / 3;
}

static Career
invent_career (GRand *random, OvsDay birth, OvsDay today)
{
  Career career = { .service = pick_service (random), .n = 1 };
  OvsDay long_ago = ovs_day_from_ymd (1998, 1, 1);
  OvsDay recent = ovs_day_from_ymd (2023, 6, 30);
  /* Whoever is there has been there for a month, and nobody's future is a surprise. */
  OvsDay latest = today - 31, some_time_ago = today - 303;

  switch (career.service)
    {
    case SERVICE_ENDS_LATER:
      career.starts[0] = pick_start (random, ovs_day_from_ymd (2024, 1, 1), latest);
      career.ends[0] = day_between (random, today + 14, today + 273);
      break;
    case SERVICE_LEFT_EARLIER:
      career.starts[0] = pick_start (random, long_ago, recent);
      career.ends[0] = day_between (random, ovs_day_from_ymd (2023, 9, 1), ovs_day_from_ymd (2024, 12, 31));
      break;
    case SERVICE_LEFT_2025:
      career.starts[0] = pick_start (random, long_ago, ovs_day_from_ymd (2024, 12, 31));
      career.ends[0] = day_between (random, ovs_day_from_ymd (2025, 1, 1), ovs_day_from_ymd (2025, 12, 31));
      break;
    case SERVICE_LEFT_2026:
      career.starts[0] = pick_start (random, long_ago, ovs_day_from_ymd (2025, 12, 31));
      career.ends[0] = day_between (random, ovs_day_from_ymd (2026, 1, 1), latest);
      break;
    case SERVICE_FUTURE:
      career.starts[0] = first_of_month (today, 1 + g_rand_int_range (random, 0, 6));
      break;
    case SERVICE_AGAIN:
      career.n = 2;
      career.starts[0] = pick_start (random, long_ago, recent);
      career.ends[0] = day_between (random, ovs_day_from_ymd (2023, 9, 1), ovs_day_from_ymd (2025, 9, 30));
      career.starts[1] = pick_start (random, ovs_day_from_ymd (2025, 10, 1), latest);
      break;
    case SERVICE_DECEASED:
      career.starts[0] = pick_start (random, long_ago, recent);
      career.death = day_between (random, some_time_ago, latest);
      career.ends[0] = g_rand_boolean (random) ? career.death : OVS_NO_DAY;
      break;
    case SERVICE_WRONG:
      career.starts[0] = pick_start (random, some_time_ago, latest);
      career.ends[0] = career.starts[0] - g_rand_int_range (random, 20, 400);
      break;
    case SERVICE_OPEN:
    default:
      career.starts[0] = pick_start (random, long_ago, latest);
      break;
    }
  start_grown_up (&career, birth, today);
  return career;
}

static gboolean
has_left (const Career *career)
{
  return career->service == SERVICE_LEFT_EARLIER || career->service == SERVICE_LEFT_2025 ||
         career->service == SERVICE_LEFT_2026;
}

static const char *
invent_werknemerloket (GRand *random, const Career *career)
{
  int at = g_rand_int_range (random, 0, 1000);

  if (career->service == SERVICE_FUTURE)
    return "NoAccessToClient";
  if (career->service == SERVICE_LEFT_EARLIER)
    return at < 300 ? "HasAccessToClient" : "AccessToClientIsBlocked";
  if (has_left (career))
    return at < 800 ? "HasAccessToClient" : "AccessToClientIsBlocked";
  if (at < 940)
    return "HasAccessToClient";
  if (at < 970)
    return "NoAccessToClient";
  if (at < 982)
    return "AccessToClientIsBlocked";
  if (at < 990)
    return "InviteExpired";
  return at < 995 ? "InvitePending" : at < 998 ? "InviteFailed" : "UserIsBlocked";
}

static const char *
invent_mijnloket (GRand *random)
{
  int at = g_rand_int_range (random, 0, 1000);

  if (at < 962)
    return "NoAccessToClient";
  if (at < 980)
    return "HasAccessToClient";
  if (at < 989)
    return "InvitePending";
  return at < 994 ? "InviteExpired" : at < 998 ? "InviteFailed" : "AccessToClientIsBlocked";
}

static Access
invent_access (GRand *random, const OvsPracticeSeedEmployer *employer, const Career *career)
{
  const char *wnl = invent_werknemerloket (random, career);
  const char *ess = invent_mijnloket (random);
  int at = g_rand_int_range (random, 0, 1000);
  Access access = { .wnl = "NoAccessToClient", .ess = "NoAccessToClient", .trouble = "" };

  if (employer->product_500)
    access.wnl = wnl;
  if (employer->mijnloket && !has_left (career) && career->service != SERVICE_FUTURE)
    /* A client without Werknemerloket went over before. */
    access.ess = employer->product_500 ? ess : at < 900 ? "HasAccessToClient" : "InviteExpired";
  if (g_str_equal (access.ess, "HasAccessToClient") && g_str_equal (access.wnl, "HasAccessToClient") &&
      at % 3 > 0)
    access.wnl = "AccessToClientIsBlocked";
  if (at < 10)
    access.trouble = "rights";
  else if (at < 15)
    access.trouble = "mail-once";
  return access;
}

/* Nine digits that fail the eleven-test: nobody has such a number. */
static char *
invent_bsn (GRand *random)
{
  char digits[10] = "";
  int sum = 0;

  for (int i = 0; i < 9; i++)
    {
      digits[i] = '0' + g_rand_int_range (random, i == 0 ? 1 : 0, 10);
      sum += (digits[i] - '0') * (i < 8 ? 9 - i : -1);
    }
  if (sum % 11 == 0)
    digits[8] = digits[8] == '9' ? '0' : digits[8] + 1;
  return g_strdup (digits);
}

static char *
format_name (const OvsPracticePerson *person)
{
  return g_strdup_printf ("%s %s%s%s", person->last_name, person->initials, person->prefix != NULL ? " " : "",
                          person->prefix != NULL ? person->prefix : "");
}

static OvsDay
last_day (const Career *career)
{
  OvsDay last = OVS_NO_DAY;

  for (int i = 0; i < career->n; i++)
    {
      if (career->ends[i] == OVS_NO_DAY)
        return OVS_NO_DAY;
      last = MAX (last, career->ends[i]);
    }
  return last;
}

static void
add_employments (OvsPracticeState *state, GRand *random, const Career *career, gint64 employee, int number)
{
  for (int i = 0; i < career->n; i++)
    {
      g_autofree char *uuid = ovs_practice_seed_uuid (random);

      ovs_practice_db_run (state->db,
                           "INSERT INTO employment (uuid, employee, start_day, end_day, payroll_number) "
                           "VALUES (?, ?, ?, ?, ?)",
                           "tlddi", uuid, employee, career->starts[i], career->ends[i], number * 10 + i + 1);
    }
}

/* A birthday here and there, so that the list of signals is not empty. */
static void
add_notification (OvsPracticeState *state, GRand *random, gint64 employee, OvsDay today)
{
  g_autofree char *uuid = NULL;
  OvsDay day = today + g_rand_int_range (random, 0, 30);

  if (g_rand_int_range (random, 0, 60) > 0)
    return;
  uuid = ovs_practice_seed_uuid (random);
  ovs_practice_db_run (state->db,
                       "INSERT INTO notification (uuid, employee, type_key, type_value, on_day) VALUES (?, "
                       "?, 1, 'Verjaardag', ?)",
                       "tld", uuid, employee, day);
}

static void
add_employee (OvsPracticeState *state,
              GRand *random,
              const OvsPracticePerson *person,
              const OvsPracticeSeedEmployer *employer,
              int number)
{
  Career career = invent_career (random, person->birth, employer->day);
  Access access = invent_access (random, employer, &career);
  g_autofree char *uuid = ovs_practice_seed_uuid (random);
  g_autofree char *formatted = format_name (person);
  g_autofree char *bsn = invent_bsn (random);
  g_autofree char *local =
      ovs_practice_people_local_part (person->first_name, person->prefix, person->last_name);
  g_autofree char *work =
      g_rand_int_range (random, 0, 10) < 3 ? g_strdup_printf ("%s@%s", local, employer->domain) : NULL;
  gboolean with_first_name = g_rand_int_range (random, 0, 100) >= 2;
  gboolean two_factor = g_rand_int_range (random, 0, 10) == 0;
  gint64 account = 0;
  gboolean pending = g_str_equal (access.ess, "InvitePending");
  gint64 id;

  if (g_str_equal (access.ess, "HasAccessToClient") && person->email != NULL)
    {
      account = ovs_practice_accounts_ensure (state, person->email, person->first_name);
      ovs_practice_accounts_activate (state, account, NULL);
    }
  ovs_practice_db_run (
      state->db,
      "INSERT INTO employee (uuid, employer, number, initials, first_name, prefix, last_name, "
      "formatted_name, female, birth_day,"
      " death_day, email, work_email, bsn, wnl, ess, two_factor, account_id, trouble, service_end, invited_at)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif (?, 0), ?, ?, nullif (?, 0))",
      "tlitttttiddtttttiltdl", uuid, employer->id, number, person->initials,
      with_first_name ? person->first_name : NULL, person->prefix, person->last_name, formatted,
      person->female, person->birth, career.death, person->email, work, bsn, access.wnl, access.ess,
      two_factor, account, access.trouble, last_day (&career),
      pending ? ovs_clock_now (state->clock) : (gint64) 0);
  id = ovs_practice_db_last_id (state->db);
  add_employments (state, random, &career, id, number);
  add_notification (state, random, id, employer->day);
}

void
ovs_practice_seed_employees (OvsPracticeState *state,
                             GRand *random,
                             OvsPracticePeople *people,
                             const OvsPracticeSeedEmployer *employer)
{
  int number = 0;

  for (int i = 0; i < employer->size; i++)
    {
      g_autoptr (OvsPracticePerson) person = ovs_practice_people_invent (people, employer->domain);

      if (employer->wanted->odd_names)
        ovs_practice_odd_names_give (person, employer->wanted->seed, (guint32) (employer->earlier + i));
      number += g_rand_int_range (random, 0, 8) == 0 ? g_rand_int_range (random, 2, 6) : 1;
      add_employee (state, random, person, employer, number);
    }
}
