/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/story-words.h"

#include <glib/gi18n.h>

#include "dossier/journal.h"
#include "dossier/letter-state.h"
#include "letters/piece.h"
#include "rules/access.h"
#include "rules/drop-out.h"
#include "rules/route.h"

typedef struct
{
  const char *code;
  const char *words;
} Word;

/* The words of a code, or the code itself, which an older or newer version may have written. */
static const char *
find (const Word *words, gsize n_words, const char *code)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].code, code) == 0)
      return _ (words[i].words);
  return code != NULL ? code : "";
}

#define FIND(words, code) find (words, G_N_ELEMENTS (words), code)

static gboolean
is_day (const char *text, OvsDay *day)
{
  return ovs_day_parse_iso (text, day);
}

/* --- what he is and was ------------------------------------------------------------------------------------------ */

char *
ovs_story_words_birth_date (OvsDay day, gboolean whole)
{
  int year;

  if (day == OVS_NO_DAY)
    return g_strdup ("");
  if (whole)
    return ovs_day_to_dutch (day);
  ovs_day_to_ymd (day, &year, NULL, NULL);
  return g_strdup_printf ("**-**-%04d", year);
}

static char *
say_employment (const OvsEmployment *employment)
{
  g_autofree char *start = ovs_day_to_dutch (employment->start);
  g_autofree char *end = ovs_day_to_dutch (employment->end);

  if (employment->start == OVS_NO_DAY && employment->end == OVS_NO_DAY)
    return g_strdup (_ ("since always"));
  if (employment->end == OVS_NO_DAY)
    return g_strdup_printf (_ ("since %s"), start);
  if (employment->start == OVS_NO_DAY)
    return g_strdup_printf (_ ("until %s"), end);
  return g_strdup_printf (_ ("%s until %s"), start, end);
}

char *
ovs_story_words_employments (const OvsEmployee *record)
{
  const OvsEmployment *employments = ovs_employee_employments (record);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < ovs_employee_n_employments (record); i++)
    {
      g_autofree char *one = say_employment (&employments[i]);

      g_strv_builder_add (builder, one);
    }
  all = g_strv_builder_end (builder);
  return g_strjoinv ("; ", all);
}

/* Employments as history keeps them. */
static char *
say_kept_employments (const char *text)
{
  g_auto (OvsEmployee) record = { .employments = g_array_new (FALSE, FALSE, sizeof (OvsEmployment)) };
  g_auto (GStrv) periods = g_strsplit (text, ",", -1);

  for (gsize i = 0; periods[i] != NULL; i++)
    {
      g_auto (GStrv) days = g_strsplit (periods[i], "/", 2);
      OvsEmployment employment;

      if (g_strv_length (days) != 2)
        continue;
      ovs_day_parse_iso (days[0], &employment.start);
      ovs_day_parse_iso (days[1], &employment.end);
      g_array_append_val (record.employments, employment);
    }
  return ovs_story_words_employments (&record);
}

const char *
ovs_story_words_access (const OvsStoryAccess *access)
{
  OvsAccess known = ovs_access_from_word (access->status);

  return known == OVS_ACCESS_OTHER ? access->status : ovs_access_title (known);
}

char *
ovs_story_words_source (const OvsStoryAccess *access)
{
  g_autofree char *moment = NULL;

  if (access->status == NULL)
    return g_strdup ("");
  moment = ovs_clock_to_dutch (access->as_of);
  switch (access->source)
    {
    case OVS_ACCESS_FROM_EMPLOYEES:
      return g_strdup_printf (_ ("from the employees file, as of %s"), moment);
    case OVS_ACCESS_FROM_STATUS:
      return g_strdup_printf (_ ("from a status list, as of %s"), moment);
    case OVS_ACCESS_FROM_LOKET:
    default:
      return g_strdup_printf (_ ("seen in Loket, as of %s"), moment);
    }
}

/* --- titles ------------------------------------------------------------------------------------------------------ */

static char *
say_change (const OvsStoryEvent *event)
{
  static const Word fields[] = {
    { "initials", N_ ("Initials changed") },
    { "first_name", N_ ("First name changed") },
    { "prefix", N_ ("Surname prefix changed") },
    { "last_name", N_ ("Surname changed") },
    { "birth_date", N_ ("Birth date changed") },
    { "deceased_on", N_ ("Date of death changed") },
    { "email", N_ ("Private e-mail address changed") },
    { "email_as_read", N_ ("Private e-mail address changed in Loket") },
    { "work_email", N_ ("Work e-mail address changed") },
    { "employments", N_ ("Employment changed") },
  };

  if (g_str_equal (event->what, "missing"))
    return g_strdup (event->new_value != NULL ? _ ("No longer in the file") : _ ("In the file again"));
  return g_strdup (FIND (fields, event->what));
}

static char *
say_decision (const OvsStoryEvent *event)
{
  OvsFinding finding;

  if (g_str_equal (event->what, "excluded_reason"))
    return g_strdup (event->new_value != NULL ? _ ("Left out") : _ ("Goes along after all"));
  if (g_str_equal (event->what, "no_access_reason"))
    return g_strdup (event->new_value != NULL ? _ ("No access needed") : _ ("Access is needed after all"));
  if (g_str_equal (event->what, "change_in_loket"))
    return g_strdup (g_strcmp0 (event->new_value, "1") == 0 ? _ ("Address still to be changed in Loket") : _ ("Address changed in Loket"));
  if (g_str_equal (event->what, "accepted") && ovs_rule_lookup (event->new_value, &finding))
    return g_strdup_printf (_ ("Taken along all the same: %s"), ovs_rule_title (finding));
  return g_strdup (event->what);
}

static char *
say_of_client (const OvsStoryEvent *event)
{
  OvsDay day;
  gboolean known = is_day (event->new_value, &day);
  g_autofree char *told = ovs_day_to_dutch (day);

  if (g_str_equal (event->what, "selected"))
    return g_strdup (g_strcmp0 (event->new_value, "1") == 0 ? _ ("Client chosen") : _ ("Client no longer chosen"));
  if (g_str_equal (event->what, "excluded_reason"))
    return g_strdup (event->new_value != NULL ? _ ("Client does not take part") : _ ("Client takes part after all"));
  if (g_str_equal (event->what, "wave"))
    return event->new_value != NULL ? g_strdup_printf (_ ("Client planned in round %s"), event->new_value) : g_strdup (_ ("Client without a round"));
  if (g_str_equal (event->what, "informed_on"))
    return known ? g_strdup_printf (_ ("Client informed on %s"), told) : g_strdup (_ ("Client not informed yet after all"));
  if (g_str_equal (event->what, "employees_informed_on"))
    return known ? g_strdup_printf (_ ("Client told its employees on %s"), told) : g_strdup (_ ("Employees not informed yet after all"));
  return known ? g_strdup_printf (_ ("Flyer hangs since %s"), told) : g_strdup (_ ("Flyer does not hang yet after all"));
}

static char *
say_letter (const OvsStoryEvent *event)
{
  OvsPiece piece;

  return g_strdup_printf (_ ("To the client: %s"), ovs_piece_from_code (event->what, &piece) ? ovs_piece_title (piece) : event->what);
}

static char *
say_result (const OvsStoryEvent *event)
{
  static const Word confirmed[] = {
    { "invite", N_ ("Invited") }, { "block", N_ ("Werknemerloket blocked") }, { "reinstate", N_ ("Werknemerloket given back") },
  };
  static const Word refused[] = {
    { "invite", N_ ("No invitation") },
    { "block", N_ ("Loket could not block Werknemerloket") },
    { "reinstate", N_ ("Loket could not give Werknemerloket back") },
  };

  if (g_strcmp0 (event->old, "confirmed") == 0)
    return g_strdup (FIND (confirmed, event->what));
  if (g_strcmp0 (event->old, "refused") == 0)
    return g_strdup (FIND (refused, event->what));
  return g_strdup (_ ("Loket has not told what became of it"));
}

static char *
say_question (const OvsStoryEvent *event)
{
  OvsDropOut step;

  if (!ovs_drop_out_from_code (event->what, &step))
    return g_strdup (_ ("Asked for help"));
  return g_strdup_printf (_ ("Asked for help: %s"), ovs_drop_out_title (step));
}

char *
ovs_story_words_title (const OvsStoryEvent *event)
{
  static const Word requests[] = {
    { "invite", N_ ("Invitation asked") }, { "block", N_ ("Blocking of Werknemerloket asked") }, { "reinstate", N_ ("Unblocking of Werknemerloket asked") },
  };
  static const Word enquiries[] = {
    { "asked", N_ ("Client asked for data") },
    { "reminded", N_ ("Client reminded of the list") },
    { "returned", N_ ("List came back from the client") },
  };

  switch (event->kind)
    {
    case OVS_STORY_READ:
      return g_strdup (_ ("Read in for the first time"));
    case OVS_STORY_CHANGED:
      return say_change (event);
    case OVS_STORY_ACCESS:
      return g_strdup_printf ("%s: %s", g_str_equal (event->what, OVS_PORTAL_MIJNLOKET) ? "MijnLoket" : "Werknemerloket",
                              ovs_story_words_access (&(OvsStoryAccess) { .status = event->new_value }));
    case OVS_STORY_DECIDED:
      return say_decision (event);
    case OVS_STORY_CLIENT:
      return say_of_client (event);
    case OVS_STORY_LETTER:
      return say_letter (event);
    case OVS_STORY_ENQUIRY:
      return g_strdup (FIND (enquiries, event->what));
    case OVS_STORY_REQUEST:
      return g_strdup (FIND (requests, event->what));
    case OVS_STORY_RESULT:
      return say_result (event);
    case OVS_STORY_FALLOUT:
      return g_strdup (_ ("On Loket's own fallout list"));
    case OVS_STORY_CALLED:
      return g_strdup (_ ("Called back"));
    case OVS_STORY_QUESTION:
      return say_question (event);
    case OVS_STORY_NOTE:
    case OVS_N_STORY_KINDS:
    default:
      return g_strdup (_ ("Note"));
    }
}

/* --- details ----------------------------------------------------------------------------------------------------- */

static char *
say_value (const char *field, const char *value, gboolean whole)
{
  OvsDay day;

  if (value == NULL)
    return g_strdup (_ ("empty"));
  if (g_str_equal (field, "employments"))
    return say_kept_employments (value);
  if (is_day (value, &day))
    return g_str_equal (field, "birth_date") ? ovs_story_words_birth_date (day, whole) : ovs_day_to_dutch (day);
  return g_strdup (value);
}

static char *
say_from_to (const OvsStoryEvent *event, gboolean whole)
{
  g_autofree char *old = NULL;
  g_autofree char *now = NULL;

  if (g_str_equal (event->what, "missing"))
    return g_strdup ("");
  old = say_value (event->what, event->old, whole);
  now = say_value (event->what, event->new_value, whole);
  /* Translators: what something was, and what it became. */
  return g_strdup_printf (_ ("%s → %s"), old, now);
}

static char *
say_reading (const OvsStoryEvent *event)
{
  if (g_str_equal (event->what, "loket"))
    return g_strdup (_ ("from Loket"));
  return g_strdup_printf (_ ("from the file %s"), event->new_value);
}

static char *
say_before (const OvsStoryEvent *event)
{
  OvsStoryAccess before = { .status = event->old };

  return event->old != NULL ? g_strdup_printf (_ ("before: %s"), ovs_story_words_access (&before)) : g_strdup ("");
}

/* Loket's own words say most; without them what the code means. */
static char *
say_why (const OvsStoryEvent *event)
{
  static const Word reasons[] = {
    { OVS_FALLOUT_REFUSED_BY_LOKET, N_ ("Loket could not send the invitation") },
    { OVS_FALLOUT_MIJNLOKET_BLOCKED, N_ ("The access to MijnLoket is blocked at this client") },
    { OVS_FALLOUT_ACCOUNT_BLOCKED, N_ ("The employee's whole MijnLoket account is blocked") },
    { OVS_FALLOUT_NOT_IN_LOKET, N_ ("Loket does not have this employee at this client") },
    { OVS_FALLOUT_STATUS_UNKNOWN, N_ ("Loket reports a status that this version does not know") },
  };

  if (event->text != NULL && *event->text != '\0')
    return g_strdup (event->text);
  return g_strdup (FIND (reasons, event->new_value));
}

static char *
say_route (const OvsStoryEvent *event)
{
  OvsRoute route;

  return g_strdup (ovs_route_from_code (event->old, &route) ? ovs_route_title (route) : "");
}

static char *
say_note (const OvsStoryEvent *event)
{
  OvsDay day;
  g_autofree char *told = NULL;

  if (!is_day (event->new_value, &day))
    return g_strdup (event->text);
  told = ovs_day_to_dutch (day);
  return g_strdup_printf (_ ("%s (call back on %s)"), event->text, told);
}

static char *
say_answer (const OvsStoryEvent *event)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  guint minutes = event->new_value != NULL ? (guint) g_ascii_strtoull (event->new_value, NULL, 10) : 0;
  OvsSolved solved;

  if (event->text != NULL && *event->text != '\0')
    g_strv_builder_add (builder, event->text);
  if (ovs_solved_from_code (event->old, &solved))
    g_strv_builder_add (builder, ovs_solved_title (solved));
  if (minutes > 0)
    {
      g_autofree char *took = g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);

      g_strv_builder_add (builder, took);
    }
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

char *
ovs_story_words_detail (const OvsStoryEvent *event, gboolean whole)
{
  switch (event->kind)
    {
    case OVS_STORY_READ:
      return say_reading (event);
    case OVS_STORY_CHANGED:
      return say_from_to (event, whole);
    case OVS_STORY_ACCESS:
      return say_before (event);
    case OVS_STORY_DECIDED:
      if (event->text != NULL)
        return g_strdup (event->text);
      return g_strdup (g_str_has_suffix (event->what, "_reason") && event->new_value != NULL ? event->new_value : "");
    case OVS_STORY_CLIENT:
      return g_strdup (g_str_equal (event->what, "excluded_reason") && event->new_value != NULL ? event->new_value : "");
    case OVS_STORY_LETTER:
      return g_strdup (ovs_letter_state_title (ovs_letter_state_from_code (event->new_value)));
    case OVS_STORY_REQUEST:
      return say_route (event);
    case OVS_STORY_RESULT:
      return say_why (event);
    case OVS_STORY_NOTE:
      return say_note (event);
    case OVS_STORY_QUESTION:
      return say_answer (event);
    case OVS_STORY_FALLOUT:
    case OVS_STORY_CALLED:
      return g_strdup (event->text != NULL ? event->text : "");
    case OVS_STORY_ENQUIRY:
    case OVS_N_STORY_KINDS:
    default:
      return g_strdup ("");
    }
}

char *
ovs_story_words_when (const OvsStoryEvent *event)
{
  return event->whole_day ? ovs_day_to_dutch (ovs_clock_day_of (event->at)) : ovs_clock_to_dutch (event->at);
}
