/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/waves-days.h"

#include <glib/gi18n.h>

#include "dossier/blocked-periods.h"
#include "dossier/error.h"
#include "dossier/stand-ins.h"

/* --- changing --- */

typedef struct
{
  const OvsWavesDay *day;
  gint64 id; /* 0 until it is found */
} Meant;

static void
look_at_period (const OvsBlockedPeriod *period, gpointer data)
{
  Meant *meant = data;

  if (meant->id == 0 && period->first == meant->day->from && g_strcmp0 (period->handler, meant->day->handler) == 0)
    meant->id = period->id;
}

static void
look_at_stand_in (const OvsStandIn *stand_in, gpointer data)
{
  Meant *meant = data;

  if (meant->id == 0 && stand_in->first == meant->day->from && g_strcmp0 (stand_in->handler, meant->day->handler) == 0
      && g_str_equal (stand_in->by, meant->day->stand_in))
    meant->id = stand_in->id;
}

static gboolean
forget (OvsTx *tx, const OvsWavesDay *day, GError **error)
{
  Meant meant = { day, 0 };

  if (day->stand_in != NULL)
    ovs_stand_ins_foreach (tx, look_at_stand_in, &meant);
  else
    ovs_blocked_periods_foreach (tx, look_at_period, &meant);
  if (meant.id == 0)
    {
      g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_FOUND,
                           _ ("No such period begins on that day. Look at the first day and the colleague. Nothing was changed."));
      return FALSE;
    }
  return day->stand_in != NULL ? ovs_stand_ins_remove (tx, meant.id, error) : ovs_blocked_periods_remove (tx, meant.id, error);
}

gboolean
ovs_waves_days_change (OvsTx *tx, const OvsWavesDay *day, GError **error)
{
  OvsDay until = day->until != OVS_NO_DAY ? day->until : day->from;
  OvsBlockedPeriod period = { 0, day->from, until, day->handler, day->reason != NULL ? day->reason : "" };
  OvsStandIn stand_in = { 0, day->handler != NULL ? day->handler : "", day->stand_in, day->from, until };

  if (day->remove)
    return forget (tx, day, error);
  return (day->stand_in != NULL ? ovs_stand_ins_keep (tx, &stand_in, error) : ovs_blocked_periods_keep (tx, &period, error)) >= 0;
}

/* --- telling --- */

typedef struct
{
  OvsDay first;
  OvsDay last;
  char *handler; /* (nullable) */
  char *text;    /* the reason, or who stands in */
} Line;

struct _OvsWavesDays
{
  GPtrArray *blocked;
  GPtrArray *stand_ins;
};

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->handler);
  g_free (line->text);
  g_free (line);
}

static void
add_line (GPtrArray *lines, OvsDay first, OvsDay last, const char *handler, const char *text)
{
  Line *line = g_new0 (Line, 1);

  *line = (Line){ first, last, g_strdup (handler), g_strdup (text) };
  g_ptr_array_add (lines, line);
}

static void
add_period (const OvsBlockedPeriod *period, gpointer data)
{
  add_line (((OvsWavesDays *) data)->blocked, period->first, period->last, period->handler, period->reason);
}

static void
add_stand_in (const OvsStandIn *stand_in, gpointer data)
{
  add_line (((OvsWavesDays *) data)->stand_ins, stand_in->first, stand_in->last, stand_in->handler, stand_in->by);
}

OvsWavesDays *
ovs_waves_days_read (OvsTx *tx)
{
  OvsWavesDays *days = g_new0 (OvsWavesDays, 1);

  days->blocked = g_ptr_array_new_with_free_func (line_free);
  days->stand_ins = g_ptr_array_new_with_free_func (line_free);
  ovs_blocked_periods_foreach (tx, add_period, days);
  ovs_stand_ins_foreach (tx, add_stand_in, days);
  return days;
}

void
ovs_waves_days_free (OvsWavesDays *days)
{
  g_ptr_array_unref (days->blocked);
  g_ptr_array_unref (days->stand_ins);
  g_free (days);
}

static void
answer_json (OvsJsonWriter *json, const char *name, const char *text, const GPtrArray *lines)
{
  ovs_json_begin_list (json, name);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = g_ptr_array_index (lines, i);
      g_autofree char *first = ovs_day_to_iso (line->first);
      g_autofree char *last = ovs_day_to_iso (line->last);

      ovs_json_begin_object (json, NULL);
      ovs_json_add_text (json, "from", first);
      ovs_json_add_text (json, "until", last);
      ovs_json_add_text (json, "handler", line->handler);
      ovs_json_add_text (json, text, line->text);
      ovs_json_end_object (json);
    }
  ovs_json_end_list (json);
}

static void
say (OvsInvocation *invocation, const Line *line, gboolean stands_in)
{
  g_autofree char *first = ovs_day_to_dutch (line->first);
  g_autofree char *last = ovs_day_to_dutch (line->last);

  if (stands_in)
    ovs_invocation_say (invocation, _ ("%s stands in for %s from %s until %s."), line->text, line->handler, first, last);
  else if (line->handler != NULL)
    ovs_invocation_say (invocation, _ ("No round for clients of %s from %s until %s: %s."), line->handler, first, last, line->text);
  else
    ovs_invocation_say (invocation, _ ("No round from %s until %s: %s."), first, last, line->text);
}

void
ovs_waves_days_answer (OvsInvocation *invocation, const OvsWavesDays *days)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  if (json != NULL)
    {
      answer_json (json, "blocked", "reason", days->blocked);
      answer_json (json, "stand_ins", "by", days->stand_ins);
      return;
    }
  for (guint i = 0; i < days->blocked->len; i++)
    say (invocation, g_ptr_array_index (days->blocked, i), FALSE);
  for (guint i = 0; i < days->stand_ins->len; i++)
    say (invocation, g_ptr_array_index (days->stand_ins, i), TRUE);
}
