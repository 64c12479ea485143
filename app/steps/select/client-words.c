/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/client-words.h"

#include <glib/gi18n.h>

#include "dossier/letter-state.h"
#include "dossier/readiness-facts.h"
#include "letters/piece.h"
#include "steps/day-words.h"

const char *
ovs_client_words_payroll (const char *code)
{
  if (g_strcmp0 (code, "month") == 0)
    return _ ("per month");
  if (g_strcmp0 (code, "four-weeks") == 0)
    return _ ("per 4 weeks");
  if (g_strcmp0 (code, "week") == 0)
    return _ ("per week");
  return code;
}

static OvsCellKind
say_point (const OvsReadinessPoint *point, guint more, char **text)
{
  static const OvsCellKind kinds[] = {
    [OVS_HINDRANCE_KIND_STOPS] = OVS_CELL_STOPPER,     [OVS_HINDRANCE_KIND_DECIDE] = OVS_CELL_WARNING,
    [OVS_HINDRANCE_KIND_WARNING] = OVS_CELL_WARNING, [OVS_HINDRANCE_KIND_UNKNOWN] = OVS_CELL_UNKNOWN,
    [OVS_HINDRANCE_KIND_INFO] = OVS_CELL_SOFT,
  };
  g_autofree char *title = ovs_readiness_title (point);

  /* Translators: what stands in the way most, and how many other things do. */
  *text = more > 0 ? g_strdup_printf (_ ("%s +%u"), title, more) : g_steal_pointer (&title);
  return kinds[ovs_hindrance_get (point->hindrance)->kind];
}

OvsCellKind
ovs_client_words_hindrance (const OvsClientRow *client, OvsDay today, char **text)
{
  gboolean call = client->call_back_on != OVS_NO_DAY;
  OvsReadinessFacts facts = ovs_client_readiness_facts (client, today);
  OvsReadiness readiness;
  const OvsReadinessPoint *worst;
  guint more;

  if (call && client->call_back_on <= today)
    {
      *text = ovs_day_words_call_back (client->call_back_on, today);
      return OVS_CELL_CALL;
    }
  ovs_readiness_judge (&facts, &readiness);
  worst = ovs_readiness_worst (&readiness, &more);
  if (worst != NULL && (!call || ovs_hindrance_get (worst->hindrance)->kind < OVS_HINDRANCE_KIND_UNKNOWN))
    return say_point (worst, more, text);
  if (client->excluded_reason != NULL)
    {
      *text = g_strdup (_ ("does not take part"));
      return OVS_CELL_SOFT;
    }
  if (ovs_client_is_over (client))
    {
      *text = g_strdup (_ ("over already"));
      return OVS_CELL_DONE;
    }
  *text = call ? ovs_day_words_call_back (client->call_back_on, today) : g_strdup (_ ("nothing"));
  return call ? OVS_CELL_PLAIN : OVS_CELL_SOFT;
}

gint64
ovs_client_words_weight (const OvsClientRow *client, OvsDay today)
{
  const gint64 heaviest = 1000000, step = 10000;
  OvsReadinessFacts facts = ovs_client_readiness_facts (client, today);
  OvsReadiness readiness;
  const OvsReadinessPoint *worst;
  guint more;

  if (client->call_back_on != OVS_NO_DAY && client->call_back_on <= today)
    return heaviest;
  ovs_readiness_judge (&facts, &readiness);
  worst = ovs_readiness_worst (&readiness, &more);
  if (worst == NULL)
    return client->call_back_on != OVS_NO_DAY;
  return (OVS_N_HINDRANCES - (gint64) worst->hindrance) * step + MIN (worst->count * 10 + more, step - 1);
}

static char *
say_letter (const OvsClientEvent *event)
{
  OvsLetterState state = ovs_letter_state_from_code (event->field);
  OvsPiece piece;
  const char *title = ovs_piece_from_code (event->new_value, &piece) ? ovs_piece_title (piece) : event->new_value;

  switch (state)
    {
    case OVS_LETTER_SENT:
      return g_strdup_printf (_ ("sent: %s"), title);
    case OVS_LETTER_REFUSED:
      return g_strdup_printf (_ ("refused by the mail server: %s"), title);
    case OVS_LETTER_WAITING:
      return g_strdup_printf (ovs_way_from_code (event->old) == OVS_WAY_MAIL ? _ ("waits in the outbox: %s") : _ ("made, not sent yet: %s"), title);
    case OVS_LETTER_SENDING:
    case OVS_LETTER_UNKNOWN:
    case OVS_LETTER_DROPPED:
    case OVS_N_LETTER_STATES:
    default:
      return g_strdup_printf (_ ("not known whether it was sent: %s"), title);
    }
}

/* A day that was written down, or taken away. NULL where it is another field. */
static char *
say_day (const OvsClientEvent *event, OvsDay today)
{
  OvsDay day;
  gboolean known = ovs_day_parse_iso (event->new_value, &day);
  g_autofree char *told = ovs_day_words (day, today);

  if (g_strcmp0 (event->field, "informed_on") == 0)
    return known ? g_strdup_printf (_ ("informed on %s"), told) : g_strdup (_ ("not informed yet after all"));
  if (g_strcmp0 (event->field, "employees_informed_on") == 0)
    return known ? g_strdup_printf (_ ("employees informed on %s"), told) : g_strdup (_ ("employees not informed yet after all"));
  if (g_strcmp0 (event->field, "flyer_hangs_on") == 0)
    return known ? g_strdup_printf (_ ("flyer hangs since %s"), told) : g_strdup (_ ("flyer does not hang yet after all"));
  return NULL;
}

static char *
say_decision (const OvsClientEvent *event, OvsDay today)
{
  OvsDay day;
  g_autofree char *told = NULL;
  char *noted = say_day (event, today);

  if (noted != NULL)
    return noted;
  if (g_strcmp0 (event->operation, "letter") == 0)
    return say_letter (event);
  if (g_strcmp0 (event->field, "selected") == 0)
    return g_strdup (g_strcmp0 (event->new_value, "1") == 0 ? _ ("chosen") : _ ("no longer chosen"));
  if (g_strcmp0 (event->field, "excluded_reason") == 0)
    return event->new_value != NULL ? g_strdup_printf (_ ("does not take part: %s"), event->new_value) : g_strdup (_ ("takes part after all"));
  if (g_strcmp0 (event->field, "contract_ends_on") == 0 && g_strcmp0 (event->operation, "import") != 0)
    {
      ovs_day_parse_iso (event->new_value, &day);
      told = ovs_day_to_dutch (day);
      return day != OVS_NO_DAY ? g_strdup_printf (_ ("contract until %s"), told) : g_strdup (_ ("end of the contract unknown"));
    }
  if (g_strcmp0 (event->field, "asked") == 0)
    return g_strdup (_ ("asked for what is missing"));
  if (g_strcmp0 (event->field, "reminded") == 0)
    return g_strdup (_ ("reminded of the list"));
  if (g_strcmp0 (event->field, "returned") == 0)
    return g_strdup (_ ("list came back"));
  if (g_strcmp0 (event->field, "withdrawal_said_by") == 0)
    return g_strdup_printf (_ ("said by %s"), event->new_value);
  if (g_strcmp0 (event->field, "wave") == 0)
    return event->new_value != NULL ? g_strdup_printf (_ ("in round %s"), event->new_value) : g_strdup (_ ("without a round"));
  if (g_strcmp0 (event->field, "route") == 0)
    return g_strdup (_ ("another route"));
  if (g_strcmp0 (event->field, "contact_left") == 0)
    return g_strdup (g_strcmp0 (event->new_value, "1") == 0 ? _ ("contact has left") : _ ("contact is there after all"));
  if (g_strcmp0 (event->field, "handler_rights") == 0)
    return g_strdup (event->new_value == NULL                     ? _ ("rights of the handler in Loket unknown")
                     : g_strcmp0 (event->new_value, "1") == 0 ? _ ("handler has rights in Loket")
                                                              : _ ("handler has no rights in Loket"));
  if (g_strcmp0 (event->operation, "import") == 0)
    return g_strdup (_ ("data changed by a file"));
  return NULL;
}

char *
ovs_client_words_event (const OvsClientEvent *event, OvsDay today)
{
  g_autofree char *what = say_decision (event, today);
  g_autofree char *day = ovs_day_words (event->day, today);

  if (what == NULL)
    return NULL;
  if (*event->actor == '\0')
    return g_strdup_printf ("%s  %s", day, what);
  /* Translators: a day, what happened, and who did it. */
  return g_strdup_printf (_ ("%s  %s, by %s"), day, what, event->actor);
}
