/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/story-paper.h"

#include "letters/story-words.h"

#define TITLE "Alles van deze persoon"

static const OvsPaperColumn fact_columns[] = { { 165 }, { 334.28 }, { 0 } };
static const OvsPaperColumn event_columns[] = { { 92 }, { 180 }, { 227.28 }, { 0 } };

static void
add_fact (OvsSheet *sheet, const char *label, const char *value)
{
  const char *texts[] = { label, value, NULL };

  if (value != NULL && *value != '\0')
    ovs_sheet_add_row (sheet, texts);
}

static void
add_day (OvsSheet *sheet, const char *label, OvsDay day)
{
  g_autofree char *text = ovs_day_to_dutch (day);

  add_fact (sheet, label, text);
}

static void
add_access (OvsSheet *sheet, const char *portal, const OvsStoryAccess *access)
{
  g_autofree char *source = ovs_story_words_source (access);
  g_autofree char *text = *source != '\0' ? g_strdup_printf ("%s (%s)", ovs_story_words_access (access), source) : g_strdup ("onbekend");

  add_fact (sheet, portal, text);
}

static void
add_record (OvsSheet *sheet, const OvsStory *story)
{
  const OvsEmployee *record = &story->record;
  g_autofree char *employments = ovs_story_words_employments (record);
  g_autofree char *seen = ovs_clock_to_dutch (story->first_seen);

  ovs_sheet_add_heading (sheet, "Gegevens");
  ovs_sheet_add_table (sheet, fact_columns, NULL);
  add_fact (sheet, "Werkgever", story->employer_name);
  add_fact (sheet, "Werkgevernummer", story->employer_number);
  add_fact (sheet, "Personeelsnummer", record->number);
  add_fact (sheet, "Voorletters", record->initials);
  add_fact (sheet, "Roepnaam", record->first_name);
  add_fact (sheet, "Voorvoegsel", record->prefix);
  add_fact (sheet, "Achternaam", record->last_name);
  add_day (sheet, "Geboortedatum", record->birth_date);
  add_day (sheet, "Overleden op", record->deceased_on);
  add_fact (sheet, "Privé-e-mailadres in Loket", record->email_as_read);
  add_fact (sheet, "Adres voor de uitnodiging", record->email);
  add_fact (sheet, "Zakelijk e-mailadres", record->work_email);
  add_fact (sheet, "Dienstverband", employments);
  add_fact (sheet, "Kenmerk in Loket", story->loket_id);
  add_fact (sheet, "Voor het eerst gezien", seen);
  add_fact (sheet, "Niet meer in het bestand", record->missing_since != 0 ? "ja" : NULL);
}

static void
add_findings (OvsSheet *sheet, const OvsStory *story)
{
  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if (story->findings & OVS_FINDING_BIT (finding))
      add_fact (sheet, "Uitzondering", ovs_rule_title (finding));
  for (guint i = 0; i < story->acceptances->len; i++)
    {
      const OvsStoryAcceptance *acceptance = g_ptr_array_index (story->acceptances, i);
      g_autofree char *text = g_strdup_printf ("%s: %s", ovs_rule_title (acceptance->finding), acceptance->reason);

      add_fact (sheet, "Toch meegenomen", text);
    }
}

static void
add_standing (OvsSheet *sheet, const OvsStory *story)
{
  ovs_sheet_add_heading (sheet, "Stand");
  ovs_sheet_add_table (sheet, fact_columns, NULL);
  add_access (sheet, "Werknemerloket", &story->werknemerloket);
  add_access (sheet, "MijnLoket", &story->mijnloket);
  if (story->judged)
    add_fact (sheet, "Uitkomst van de controle",
              story->reason != OVS_REASON_NONE ? ovs_reason_title (story->reason) : ovs_disposition_title (story->disposition));
  add_findings (sheet, story);
  add_fact (sheet, "Niet meegenomen", story->excluded_reason);
  add_fact (sheet, "Loonstrook op papier", story->on_paper ? "ja" : NULL);
  add_fact (sheet, "Geen toegang nodig", story->no_access_reason);
  add_day (sheet, "Geen toegang nodig sinds", story->no_access_on);
  add_day (sheet, "Uitgesteld tot", story->snoozed_until);
  if (story->asked_address != NULL)
    add_fact (sheet, "Vraag aan de werkgever over adres", *story->asked_address != '\0' ? story->asked_address : "(er is geen adres)");
}

static void
add_events (OvsSheet *sheet, const OvsStory *story)
{
  static const char *const headings[] = { "Wanneer", "Wat", "Toelichting", NULL };

  ovs_sheet_add_heading (sheet, "Wat er gebeurde");
  ovs_sheet_add_table (sheet, event_columns, headings);
  for (guint i = 0; i < story->events->len; i++)
    {
      const OvsStoryEvent *event = g_ptr_array_index (story->events, i);
      g_autofree char *when = ovs_story_words_when (event);
      g_autofree char *title = ovs_story_words_title (event);
      g_autofree char *detail = ovs_story_words_detail (event, TRUE);
      const char *texts[] = { when, title, detail, NULL };

      ovs_sheet_add_row (sheet, texts);
    }
}

OvsSheet *
ovs_story_paper_sheet (const OvsStory *story, const char *firm, OvsDay today, gboolean elsewhere)
{
  g_autofree char *day = ovs_day_to_dutch (today);
  g_autofree char *about = g_strdup_printf ("%s · personeelsnummer %s · stand van %s",
                                            story->employer_name != NULL ? story->employer_name : story->employer_number, story->record.number, day);
  OvsSheet *sheet = ovs_sheet_new (firm, TITLE, story->name, about);

  if (elsewhere)
    ovs_sheet_add_text (sheet, "Dit zijn gegevens bij een andere werkgever, gevonden op achternaam, geboortedatum en eerste voorletter. Ga na of het "
                               "dezelfde persoon is, en geef deze bladzijden niet aan de eerste werkgever.");
  else
    ovs_sheet_add_text (sheet, "Dit is wat het overstapdossier van het kantoor over deze persoon bevat: gegevens uit bestanden en uit Loket, wat daarover "
                               "is besloten en wat er is gebeurd. De gegevens zijn alleen voor de overstap van Werknemerloket naar MijnLoket. "
                               "Namen van medewerkers van het kantoor zijn weggelaten.");
  add_record (sheet, story);
  add_standing (sheet, story);
  add_events (sheet, story);
  return sheet;
}
