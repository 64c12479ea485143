/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/account-lines.h"

#include "base/clock.h"

const char ovs_account_title[] = "Verantwoording van de overstap naar MijnLoket";

/* --- words ----------------------------------------------------------------------------------------------------- */

static const char *const ends[OVS_N_END_STATES] = {
  [OVS_END_OVER] = "Overgestapt naar MijnLoket",
  [OVS_END_NO_ACCESS] = "Geen toegang nodig",
  [OVS_END_LEFT] = "Uit dienst sinds de overstap",
  [OVS_END_NOT_PART] = "Ging niet mee",
  [OVS_END_NOT_INVITED] = "Open: nog niet uitgenodigd",
  [OVS_END_WAITING] = "Open: uitgenodigd, nog niet overgestapt",
  [OVS_END_FALLOUT] = "Open: op de uitvallijst",
  [OVS_END_UNKNOWN] = "Open: onbekend wat ervan werd",
};

static const struct
{
  const char *operation;
  const char *title;
} deeds[] = {
  { "new", "Overstapdossier gemaakt" },
  { "import", "Bestand ingelezen" },
  { "undo-import", "Inlezen teruggedraaid" },
  { "fetch", "Opgehaald uit Loket" },
  { "connect", "Met Loket verbonden" },
  { "select", "Klanten gekozen" },
  { "exclude", "Niet meegenomen" },
  { "include", "Toch meegenomen" },
  { "accept", "Waarschuwing aanvaard" },
  { "mend", "Adres aangepast" },
  { "mend-in-loket", "Adres aangepast, ook in Loket" },
  { "untick", "Aanpassing in Loket weer open" },
  { "tick", "Aanpassing in Loket afgevinkt" },
  { "ask-clients", "Gegevens aan klant gevraagd" },
  { "clients-returned", "Antwoord van klant ontvangen" },
  { "inform", "Klant geïnformeerd" },
  { "client-day", "Dag bij klant genoteerd" },
  { "letters-written", "Brieven gemaakt" },
  { "letters-told", "Verzending van brieven genoteerd" },
  { "letter-settled", "Brief verstuurd of geweigerd" },
  { "letters-broken-off", "Verzenden afgebroken" },
  { "letters-out-of-date", "Verouderde brieven vervallen" },
  { "retraction-sent", "Aankondiging ingetrokken" },
  { "apply", "Toegepast" },
  { "reinvite", "Opnieuw uitgenodigd" },
  { "rollback", "Werknemerloket teruggegeven" },
  { "track", "Stand teruggelezen uit Loket" },
  { "submit", "Klantlijst ingediend" },
  { "reconcile", "Met Loket vergeleken" },
  { "no-access", "Besloten: geen toegang nodig" },
  { "access-after-all", "Besloten: toch toegang nodig" },
  { "snooze", "Later weer laten zien" },
  { "question", "Hulpvraag behandeld" },
  { "note", "Notitie gemaakt" },
  { "ticket", "Ticket bij Loket genoteerd" },
  { "ticket-closed", "Ticket bij Loket afgehandeld" },
  { "ticket-removed", "Ticket weggehaald" },
  { "contact-left", "Contactpersoon vertrokken" },
  { "handler-rights", "Rechten van behandelaar genoteerd" },
  { "second-person", "Tweede persoon akkoord" },
  { "route", "Route gekozen" },
  { "waves-planned", "Rondes gepland" },
  { "wave-clients", "Klanten in een ronde gezet" },
  { "wave-freeze", "Ronde vastgezet" },
  { "wave-begin", "Ronde begonnen" },
  { "wave-remove", "Ronde weggehaald" },
  { "wave-questions", "Vragen van een ronde geteld" },
  { "blocked-period", "Dagen zonder ronde ingesteld" },
  { "blocked-period-removed", "Dagen zonder ronde weggehaald" },
  { "stand-in", "Waarneming ingesteld" },
  { "stand-in-removed", "Waarneming weggehaald" },
  { "office", "Kantoorgegevens gewijzigd" },
  { "firm", "Kantoorgegevens gewijzigd" },
  { "addendum", "Addendum genoteerd" },
  { "show-birth-date", "Geboortedatum bekeken" },
  { "close", "Klant afgesloten" },
  { "open-again", "Klant heropend" },
  { "account", "Verantwoording gemaakt" },
  { "undo", "Stap teruggedraaid" },
};

const char *
ovs_account_end_title (OvsEndState state)
{
  return ends[state];
}

const char *
ovs_account_deed_title (const char *operation)
{
  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (g_strcmp0 (deeds[i].operation, operation) == 0)
      return deeds[i].title;
  return operation;
}

char *
ovs_account_whose (const OvsAccount *account)
{
  if (account->number == NULL)
    return g_strdup ("Alle klanten");
  return account->name != NULL ? g_strdup_printf ("%s (%s)", account->name, account->number) : g_strdup (account->number);
}

char *
ovs_account_days (OvsDay from, OvsDay to)
{
  g_autofree char *first = ovs_day_to_dutch (from);
  g_autofree char *last = ovs_day_to_dutch (to);

  return from == to || to == OVS_NO_DAY ? g_steal_pointer (&first) : g_strdup_printf ("%s t/m %s", first, last);
}

/* --- parts ----------------------------------------------------------------------------------------------------- */

static void
line_free (gpointer data)
{
  OvsAccountLine *line = data;

  g_free (line->label);
  g_free (line->text);
  g_free (line);
}

static void
part_free (gpointer data)
{
  OvsAccountPart *part = data;

  g_ptr_array_unref (part->lines);
  g_free (part);
}

static GPtrArray *
add_part (GPtrArray *parts, const char *title, const char *head)
{
  OvsAccountPart *part = g_new0 (OvsAccountPart, 1);

  part->title = title;
  part->head = head;
  part->lines = g_ptr_array_new_with_free_func (line_free);
  g_ptr_array_add (parts, part);
  return part->lines;
}

static OvsAccountLine *
add_line (GPtrArray *lines, const char *label)
{
  OvsAccountLine *line = g_new0 (OvsAccountLine, 1);

  line->label = g_strdup (label);
  line->number = -1;
  g_ptr_array_add (lines, line);
  return line;
}

static void
add_number (GPtrArray *lines, const char *label, gint64 number)
{
  add_line (lines, label)->number = number;
}

static void
add_sum (GPtrArray *lines, const char *label, gint64 number)
{
  OvsAccountLine *line = add_line (lines, label);

  line->number = number;
  line->sum = TRUE;
}

static void
add_days (GPtrArray *lines, const char *label, OvsDay from, OvsDay to)
{
  OvsAccountLine *line;

  if (from == OVS_NO_DAY && to == OVS_NO_DAY)
    return;
  line = add_line (lines, label);
  line->from = from;
  line->to = to;
}

static void
add_text (GPtrArray *lines, const char *label, const char *text)
{
  add_line (lines, label)->text = g_strdup (text);
}

/* Open ones stand there only where there are any. */
static void
add_people (GPtrArray *parts, const OvsAccount *account)
{
  GPtrArray *lines = add_part (parts, "Medewerkers", "Aantal");

  for (int state = 0; state < OVS_N_END_STATES; state++)
    if (account->facts.ends[state] > 0 || !ovs_end_state_is_open ((OvsEndState) state))
      add_number (lines, ends[state], account->facts.ends[state]);
  add_sum (lines, "Samen: alle medewerkers", ovs_account_people (account));
}

static void
add_invitations (GPtrArray *parts, const OvsAccount *account)
{
  GPtrArray *lines = add_part (parts, "Uitnodigingen", "Aantal");

  add_number (lines, "Uitgenodigd", account->outcomes.invited);
  add_number (lines, "Uitval: zonder uitnodiging gebleven", account->outcomes.fallout);
  add_number (lines, "Onbekend", account->outcomes.unknown);
  add_sum (lines, "Samen: aangeboden aan Loket", account->outcomes.submitted);
  add_number (lines, "Verzoeken om een uitnodiging", account->invitations);
  add_number (lines, "Daarvan opnieuw, na een eerdere", account->again);
  add_number (lines, "Werknemerloket geblokkeerd", account->outcomes.blocked);
  add_number (lines, "Werknemerloket teruggegeven", account->reinstated);
  add_number (lines, "Brieven en mails aan klanten", account->letters);
}

static const char *
say_product (OvsTold told)
{
  return told == OVS_TOLD_NO ? "weg" : told == OVS_TOLD_YES ? "staat nog aan" : "onbekend";
}

static void
add_product (GPtrArray *lines, const OvsAccount *account)
{
  g_autofree char *day = ovs_day_to_dutch (account->days.product_500_on);
  g_autofree char *text = account->days.product_500_on != OVS_NO_DAY
                              ? g_strdup_printf ("%s, gezien op %s", say_product (account->facts.product_500), day)
                              : g_strdup (say_product (account->facts.product_500));

  add_text (lines, "Product 500", text);
}

static void
add_closing (GPtrArray *parts, const OvsAccount *account)
{
  gboolean office = account->number == NULL;
  const OvsAccountDays *days = &account->days;
  GPtrArray *lines = add_part (parts, "Verloop", "Wanneer");

  if (office)
    {
      g_autofree char *closed = g_strdup_printf ("%" G_GINT64_FORMAT " van %" G_GINT64_FORMAT, account->n_closed, account->n_clients);

      add_text (lines, "Klanten afgesloten", closed);
    }
  add_days (lines, office ? "Klanten geïnformeerd" : "Klant geïnformeerd", days->informed_first, days->informed_last);
  add_days (lines, "Medewerkers geïnformeerd", days->employees_informed_first, days->employees_informed_last);
  add_days (lines, "Uitnodigingen gevraagd", days->sent_first, days->sent_last);
  add_days (lines, "Laatste stand van Loket", days->read_back_on, days->read_back_on);
  if (!office)
    add_product (lines, account);
  add_days (lines, "Afrondende mail", days->closing_mail_on, days->closing_mail_on);
  if (days->closed_on != OVS_NO_DAY)
    add_days (lines, office ? "Laatste klant afgesloten" : "Afgesloten", days->closed_on, days->closed_on);
  else
    add_text (lines, office ? "Laatste klant afgesloten" : "Afgesloten", "nog niet");
  if (account->reason != NULL)
    add_text (lines, "Toch afgesloten, omdat", account->reason);
}

static void
add_trail (GPtrArray *parts, const OvsAccount *account)
{
  GPtrArray *lines = add_part (parts, "Logboek", "Stand");
  g_autofree char *broken = g_strdup_printf ("regel %" G_GINT64_FORMAT " klopt niet", account->broken_at);
  g_autofree char *last = NULL;
  gint64 instant;

  if (ovs_clock_parse_iso (account->last_at, &instant))
    last = ovs_clock_to_dutch (instant);
  add_number (lines, "Regels", account->entries);
  add_text (lines, "Nagerekend", account->broken_at == 0 ? "de keten is heel" : broken);
  add_text (lines, "Laatste regel", last != NULL ? last : "");
  add_text (lines, "Controlegetal van de laatste regel", account->last_hash != NULL ? account->last_hash : "");
}

GPtrArray *
ovs_account_parts (const OvsAccount *account)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);

  add_people (parts, account);
  add_invitations (parts, account);
  add_closing (parts, account);
  add_trail (parts, account);
  return parts;
}
