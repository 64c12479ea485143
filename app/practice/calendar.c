/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/calendar.h"

#include "practice/conversion/tickets.h"
#include "practice/deadlines.h"
#include "practice/trouble.h"

/* At one moment the earlier line goes first. */
static const OvsPracticeSource *const sources[] = {
  &ovs_practice_due_tickets,     &ovs_practice_reminders, &ovs_practice_expiries,       &ovs_practice_blocks_on_date,
  &ovs_practice_leavers_of_2025, &ovs_practice_last_days, &ovs_practice_trouble_source,
};

typedef struct
{
  gboolean any; /* FALSE: nothing falls due in this source */
  OvsPracticeDue due;
} Head;

static void
look_at (OvsPracticeState *state, gsize source, gint64 until, Head *head)
{
  head->any = sources[source]->find (state, until, &head->due);
}

static void
look_everywhere (OvsPracticeState *state, gint64 until, Head *heads)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    look_at (state, i, until, &heads[i]);
}

static gboolean
is_same (const OvsPracticeDue *a, const OvsPracticeDue *b)
{
  return a->at == b->at && a->subject == b->subject && a->step == b->step;
}

/* The source whose turn it is; as many as there are sources when it is nobody's. */
static gsize
first (const Head *heads)
{
  gsize found = G_N_ELEMENTS (sources);

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    if (heads[i].any && (found == G_N_ELEMENTS (sources) || heads[i].due.at < heads[found].due.at))
      found = i;
  return found;
}

static void
happen (OvsPracticeState *state, gsize source, Head *heads, gint64 now)
{
  OvsPracticeDue found = heads[source].due, due = found;

  due.at = CLAMP (due.at, state->caught_up, now);
  state->caught_up = due.at;
  ovs_clock_hold (state->clock, due.at);
  sources[source]->happen (state, &due);
  if (sources[source]->stirs)
    look_everywhere (state, now, heads);
  else
    look_at (state, source, now, &heads[source]);
  /* Whatever a source does wrong, the clock moves on. */
  if (!sources[source]->in_parts && heads[source].any && is_same (&heads[source].due, &found))
    heads[source].any = FALSE;
}

/* At the first time the last event tells how far it came before. */
static void
find_place (OvsPracticeState *state, gint64 now)
{
  if (state->caught_up == 0)
    state->caught_up = ovs_practice_db_number (state->db, 0, "SELECT at FROM event ORDER BY id DESC LIMIT 1", "");
  if (now >= state->caught_up)
    return;
  ovs_practice_deadlines_turn_back (state, now);
  state->caught_up = now;
}

gboolean
ovs_practice_calendar_catch_up (OvsPracticeState *state, gint64 deadline)
{
  Head heads[G_N_ELEMENTS (sources)];
  gsize source;
  gint64 now;

  ovs_clock_hold (state->clock, 0);
  now = ovs_clock_now (state->clock);
  find_place (state, now);
  look_everywhere (state, now, heads);
  while ((source = first (heads)) < G_N_ELEMENTS (sources))
    {
      happen (state, source, heads, now);
      if (g_get_monotonic_time () >= deadline)
        return FALSE;
    }
  ovs_clock_hold (state->clock, 0);
  state->caught_up = now;
  return TRUE;
}

void
ovs_practice_calendar_go_back (OvsPracticeState *state, gint64 caught_up)
{
  state->caught_up = caught_up;
  ovs_clock_hold (state->clock, caught_up);
}

void
ovs_practice_calendar_set_now (OvsPracticeState *state, gint64 instant)
{
  g_autofree char *offset = NULL;

  ovs_clock_set_now (state->clock, instant);
  offset = g_strdup_printf ("%" G_GINT64_FORMAT, ovs_clock_get_offset (state->clock));
  ovs_practice_state_set (state, "clock-offset", offset);
}

void
ovs_practice_calendar_review_all (OvsPracticeState *state)
{
  ovs_practice_deadlines_review_all (state);
}
