/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/refusal.h"

const char *
ovs_practice_refusal_type (OvsPracticeRefusal refusal)
{
  return refusal == OVS_PRACTICE_REFUSED_UNKNOWN ? "NotFound" : "BrokenBusinessRule";
}

const char *
ovs_practice_refusal_text (OvsPracticeRefusal refusal)
{
  switch (refusal)
    {
    case OVS_PRACTICE_REFUSED_UNKNOWN:
      return "Medewerker niet gevonden bij deze werkgever.";
    case OVS_PRACTICE_REFUSED_NO_ADDRESS:
      return "Het privé e-mailadres van de medewerker ontbreekt.";
    case OVS_PRACTICE_REFUSED_BAD_ADDRESS:
      return "Het privé e-mailadres van de medewerker is ongeldig.";
    case OVS_PRACTICE_REFUSED_RIGHTS:
      return "Medewerker heeft niet de juiste gebruikersrechten.";
    case OVS_PRACTICE_REFUSED_MAIL_SERVER:
      return "De e-mail kon niet worden afgeleverd: de mailserver van de ontvanger weigerde het bericht.";
    case OVS_PRACTICE_REFUSED_PRODUCT:
      return "Het product MijnLoket is niet actief bij deze werkgever.";
    case OVS_PRACTICE_REFUSED_HAS_ACCESS:
      return "De medewerker heeft al toegang.";
    case OVS_PRACTICE_REFUSED_PENDING:
      return "Er loopt al een uitnodiging voor deze medewerker.";
    case OVS_PRACTICE_REFUSED_BLOCKED:
      return "De toegang van de medewerker is geblokkeerd.";
    case OVS_PRACTICE_REFUSED_NO_ACCESS:
      return "De medewerker heeft geen toegang.";
    case OVS_PRACTICE_REFUSED_NOT_BLOCKED:
      return "De toegang van de medewerker is niet geblokkeerd.";
    case OVS_PRACTICE_REFUSED_NOT_PENDING:
      return "Er loopt geen uitnodiging voor deze medewerker.";
    case OVS_PRACTICE_REFUSED_AGAIN:
      return "De medewerker is al eerder uitgenodigd.";
    case OVS_PRACTICE_REFUSED_ON_ORDER:
      return "Oefening: dit is voor deze medewerker niet gelukt.";
    case OVS_PRACTICE_ACCEPTED:
    default:
      return "";
    }
}
