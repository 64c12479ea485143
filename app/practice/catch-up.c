/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-practice-catch-up"

#include "practice/catch-up.h"

#include "practice/calendar.h"

#define EVERY_SECONDS 5
/* No longer at a time, so that requests are answered meanwhile. */
#define SLICE (20 * G_TIME_SPAN_MILLISECOND)
#define FIRST_SLICE G_TIME_SPAN_SECOND

struct _OvsPracticeCatchUp
{
  OvsPracticeState *state; /* (not owned) */
  GSource *timer;          /* (owned) */
  GSource *slices;         /* (owned) (nullable) NULL while nothing more is known to be due */
  GQueue waiting;          /* (owned) of OvsPracticePaused */
  gboolean answering;
};

typedef enum
{
  SLICE_LAST,
  SLICE_MORE,
  SLICE_FAILED /* and undone */
} SliceResult;

static SliceResult
do_slice (OvsPracticeCatchUp *self, gint64 length, GError **error)
{
  OvsPracticeState *state = self->state;
  gint64 before = state->caught_up;
  gboolean all;

  /* Mostly nothing fell due, and nothing is written. */
  ovs_practice_db_begin_reading (state->db);
  all = ovs_practice_calendar_catch_up (state, g_get_monotonic_time () + length);
  if (ovs_practice_db_end (state->db, error))
    return all ? SLICE_LAST : SLICE_MORE;
  g_debug ("What fell due could not be written; it is tried again");
  ovs_practice_calendar_go_back (state, before);
  return SLICE_FAILED;
}

/* Returns: FALSE when the calendar has to catch up again before the next one is answered. */
static gboolean
answer_waiting (OvsPracticeCatchUp *self)
{
  gboolean answered = TRUE;

  self->answering = TRUE;
  while (answered && !g_queue_is_empty (&self->waiting))
    {
      g_autoptr (OvsPracticePaused) paused = g_queue_pop_head (&self->waiting);

      answered = ovs_practice_paused_answer (paused, self->state);
    }
  self->answering = FALSE;
  return answered;
}

static void
refuse_waiting (OvsPracticeCatchUp *self, const char *message)
{
  while (!g_queue_is_empty (&self->waiting))
    {
      g_autoptr (OvsPracticePaused) paused = g_queue_pop_head (&self->waiting);

      ovs_practice_paused_refuse (paused, self->state, message);
    }
}

static gboolean
slice_cb (gpointer user_data)
{
  OvsPracticeCatchUp *self = user_data;
  g_autoptr (GError) error = NULL;
  SliceResult result = do_slice (self, SLICE, &error);

  if (result == SLICE_FAILED)
    refuse_waiting (self, error->message);
  if (result == SLICE_MORE || (result == SLICE_LAST && !answer_waiting (self)))
    return G_SOURCE_CONTINUE;
  g_clear_pointer (&self->slices, g_source_unref);
  return G_SOURCE_REMOVE;
}

void
ovs_practice_catch_up_wake (OvsPracticeCatchUp *self)
{
  if (self->slices != NULL)
    return;
  self->slices = g_idle_source_new ();
  /* In turn with the requests, not after them. */
  g_source_set_priority (self->slices, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->slices, slice_cb, self, NULL);
  g_source_attach (self->slices, g_main_context_get_thread_default ());
}

static gboolean
timer_cb (gpointer user_data)
{
  ovs_practice_catch_up_wake (user_data);
  return G_SOURCE_CONTINUE;
}

OvsPracticeCatchUp *
ovs_practice_catch_up_new (OvsPracticeState *state)
{
  OvsPracticeCatchUp *self = g_new0 (OvsPracticeCatchUp, 1);

  self->state = state;
  g_queue_init (&self->waiting);
  self->timer = g_timeout_source_new_seconds (EVERY_SECONDS);
  g_source_set_callback (self->timer, timer_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
  return self;
}

void
ovs_practice_catch_up_free (OvsPracticeCatchUp *self)
{
  g_source_destroy (self->timer);
  g_source_unref (self->timer);
  if (self->slices != NULL)
    g_source_destroy (self->slices);
  g_clear_pointer (&self->slices, g_source_unref);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) ovs_practice_paused_free);
  g_free (self);
}

gboolean
ovs_practice_catch_up_begin (OvsPracticeCatchUp *self, GError **error)
{
  SliceResult result = do_slice (self, FIRST_SLICE, error);

  if (result == SLICE_MORE)
    ovs_practice_catch_up_wake (self);
  return result != SLICE_FAILED;
}

void
ovs_practice_catch_up_await (OvsPracticeExchange *exchange, OvsPracticeResume resume, gpointer data, GDestroyNotify free_data)
{
  OvsPracticeCatchUp *self = exchange->state->catch_up;
  OvsPracticePaused *paused = ovs_practice_paused_new (exchange, resume, data, free_data);

  if (self->answering)
    g_queue_push_head (&self->waiting, paused);
  else
    g_queue_push_tail (&self->waiting, paused);
  ovs_practice_catch_up_wake (self);
}
