/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/client-words.h"

#include <glib/gi18n.h>

char *
ovs_client_words_day (OvsDay day, OvsDay today)
{
  int year, month, day_of_month, this_year;

  if (day == OVS_NO_DAY || today == OVS_NO_DAY)
    return ovs_day_to_dutch (day);
  ovs_day_to_ymd (day, &year, &month, &day_of_month);
  ovs_day_to_ymd (today, &this_year, NULL, NULL);
  return year == this_year ? g_strdup_printf ("%d-%d", day_of_month, month) : ovs_day_to_dutch (day);
}

char *
ovs_client_words_call_back (OvsDay day, OvsDay today)
{
  g_autofree char *text = ovs_client_words_day (day, today);

  if (day == today)
    return g_strdup (_ ("Call back today"));
  if (day < today)
    return g_strdup_printf (_ ("Call back since %s"), text);
  return g_strdup_printf (_ ("Call back on %s"), text);
}

OvsCellKind
ovs_client_words_hindrance (const OvsClientRow *client, OvsDay today, char **text)
{
  gboolean call = client->call_back_on != OVS_NO_DAY;

  *text = NULL;
  if (call && client->call_back_on <= today)
    {
      *text = ovs_client_words_call_back (client->call_back_on, today);
      return OVS_CELL_CALL;
    }
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
  if (client->mijnloket == OVS_TOLD_NO)
    {
      *text = g_strdup (_ ("First MijnLoket on"));
      return OVS_CELL_PLAIN;
    }
  if (client->stoppers > 0)
    {
      *text = g_strdup_printf (ngettext ("%d stopper", "%d stoppers", (gulong) client->stoppers), (int) client->stoppers);
      return OVS_CELL_STOPPER;
    }
  if (client->decide > 0)
    {
      *text = g_strdup_printf (_ ("%d to decide"), (int) client->decide);
      return OVS_CELL_WARNING;
    }
  *text = call ? ovs_client_words_call_back (client->call_back_on, today) : g_strdup (_ ("nothing"));
  return call ? OVS_CELL_PLAIN : OVS_CELL_SOFT;
}

static char *
say_decision (const OvsClientEvent *event, OvsDay today)
{
  OvsDay day;
  g_autofree char *told = NULL;

  if (g_strcmp0 (event->field, "selected") == 0)
    return g_strdup (g_strcmp0 (event->new_value, "1") == 0 ? _ ("chosen") : _ ("no longer chosen"));
  if (g_strcmp0 (event->field, "excluded_reason") == 0)
    return event->new_value != NULL ? g_strdup_printf (_ ("does not take part: %s"), event->new_value) : g_strdup (_ ("takes part after all"));
  if (g_strcmp0 (event->field, "informed_on") == 0)
    {
      ovs_day_parse_iso (event->new_value, &day);
      told = ovs_client_words_day (day, today);
      return g_strdup_printf (_ ("informed on %s"), told);
    }
  if (g_strcmp0 (event->operation, "import") == 0)
    return g_strdup (_ ("data changed by a file"));
  return NULL;
}

char *
ovs_client_words_event (const OvsClientEvent *event, OvsDay today)
{
  g_autofree char *what = say_decision (event, today);
  g_autofree char *day = ovs_client_words_day (event->day, today);

  if (what == NULL)
    return NULL;
  if (*event->actor == '\0')
    return g_strdup_printf ("%s  %s", day, what);
  /* Translators: a day, what happened, and who did it. */
  return g_strdup_printf (_ ("%s  %s, by %s"), day, what, event->actor);
}
