/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/dutch.h"

#include "dossier/journal.h"

typedef struct
{
  const char *title;
  const char *remedy;
} Finding;

/* clang-format off */
static const Finding findings[OVS_N_FINDINGS] = {
  [OVS_FINDING_NO_PRIVATE_EMAIL]
  = { "Geen privé-e-mailadres", "Vraag het privé-e-mailadres op en vul het in Loket in." },
  [OVS_FINDING_INVALID_PRIVATE_EMAIL]
  = { "Privé-e-mail is geen e-mailadres", "Vraag het juiste adres op en vul het in Loket in." },
  [OVS_FINDING_EMPLOYMENT_DATES_CONFLICT]
  = { "Een dienstverband eindigt voordat het begint", "Verbeter de datum in of uit dienst in Loket en lees de medewerkers opnieuw in." },
  [OVS_FINDING_CHANGE_IN_LOKET]
  = { "Adres nog te wijzigen in Loket", "Wijzig het adres in Loket en vink het daarna af." },
  [OVS_FINDING_EMPLOYER_WITHOUT_MIJNLOKET]
  = { "Werkgever zonder MijnLoket", "Activeer MijnLoket voor de werkgever in Loket en lees het productoverzicht opnieuw in." },
  [OVS_FINDING_EMAIL_NOT_UNIQUE]
  = { "Adres is ook van iemand anders", "Vraag voor ieder een eigen adres." },
  [OVS_FINDING_EMAIL_PLACEHOLDER]
  = { "Verzonnen adres", "Vraag het echte privé-e-mailadres op." },
  [OVS_FINDING_EMAIL_IS_ROLE_ADDRESS]
  = { "Adres van een afdeling", "Vraag het eigen adres van de medewerker op." },
  [OVS_FINDING_EMAIL_AT_FIRM]
  = { "Adres van het kantoor", "Vervang het door het eigen adres van de medewerker." },
  [OVS_FINDING_EMAIL_AT_WORK]
  = { "Zakelijk adres in plaats van een privé-e-mailadres", "Vraag een privé-e-mailadres, of laat weten dat de medewerker dit adres wil gebruiken." },
  [OVS_FINDING_EMAIL_LOOKS_MISTYPED]
  = { "Mogelijk een tikfout in het adres", "Controleer het adres en verbeter het in Loket." },
  [OVS_FINDING_EMAIL_DIFFERS]
  = { "Ander adres bij een andere werkgever", "Laat de medewerker één adres kiezen en vul dat bij elke werkgever in." },
  [OVS_FINDING_BIRTH_DATE_MISSING]
  = { "Geboortedatum ontbreekt", "Vul de geboortedatum in Loket in: zonder lukt het koppelen niet." },
  [OVS_FINDING_BIRTH_DATE_IMPLAUSIBLE]
  = { "Onwaarschijnlijke geboortedatum", "Controleer de geboortedatum in Loket: met een verkeerde lukt het koppelen niet." },
  [OVS_FINDING_ENDS_AROUND_WAVE]
  = { "Gaat rond de overstap uit dienst", "Beslis of deze medewerker nog wordt uitgenodigd." },
};
/* clang-format on */

const char *
ovs_dutch_finding_title (OvsFinding finding)
{
  return findings[finding].title;
}

const char *
ovs_dutch_finding_remedy (OvsFinding finding)
{
  return findings[finding].remedy;
}

const char *
ovs_dutch_state (OvsDisposition disposition, OvsReason reason)
{
  switch (disposition)
    {
    case OVS_DISPOSITION_READY:
      return "Kan over";
    case OVS_DISPOSITION_DECIDE:
      return "Te beslissen";
    case OVS_DISPOSITION_STOPPER:
      return "Stopper";
    case OVS_DISPOSITION_DONE:
      return reason == OVS_REASON_ALREADY_INVITED ? "Al uitgenodigd" : "Al overgestapt";
    case OVS_DISPOSITION_LEFT_OUT:
      break;
    }
  return "Gaat niet mee";
}

const char *
ovs_dutch_reason (OvsReason reason)
{
  switch (reason)
    {
    case OVS_REASON_NONE:
      return "";
    case OVS_REASON_NOT_YET_EMPLOYED:
      return "Nog niet in dienst";
    case OVS_REASON_LEFT_2025_KEEPS_ACCESS:
    case OVS_REASON_LEFT_2025_ACCESS_ENDED:
    case OVS_REASON_LEFT_BEFORE_2025:
    case OVS_REASON_LEFT_EMPLOYMENT:
      return "Uit dienst";
    case OVS_REASON_NO_WERKNEMERLOKET:
      return "Geen toegang tot Werknemerloket";
    case OVS_REASON_CLIENT_NOT_SELECTED:
    case OVS_REASON_DECEASED:
    case OVS_REASON_EXCLUDED_BY_HAND:
    case OVS_REASON_ALREADY_LINKED:
    case OVS_REASON_ALREADY_INVITED:
    default:
      return "Gaat niet mee";
    }
}

const char *
ovs_dutch_fallout_reason (const char *code)
{
  static const struct
  {
    const char *code;
    const char *text;
  } reasons[] = {
    { OVS_FALLOUT_REFUSED_BY_LOKET, "Loket kon de uitnodiging niet versturen" },
    { OVS_FALLOUT_MIJNLOKET_BLOCKED, "De toegang tot MijnLoket is bij deze werkgever geblokkeerd" },
    { OVS_FALLOUT_ACCOUNT_BLOCKED, "Het hele MijnLoket-account is geblokkeerd" },
    { OVS_FALLOUT_NOT_IN_LOKET, "Deze medewerker staat bij deze werkgever niet in Loket" },
    { OVS_FALLOUT_STATUS_UNKNOWN, "Loket geeft een onbekende status" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (code, reasons[i].code) == 0)
      return reasons[i].text;
  return code != NULL ? code : "";
}
