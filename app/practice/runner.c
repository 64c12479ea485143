/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-practice-runner"

#include "practice/runner.h"

#include "practice/doors/faults.h"
#include "practice/portals.h"

#define TICK_MILLISECONDS 5
/* No longer at a time, so that requests are answered meanwhile. */
#define BUDGET (20 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  gint64 id;
  gint64 employer;
  char *kind;
  gint64 submitted; /* by the monotonic clock */
  gint64 next;      /* position of the first item that is not done */
  gint64 total;
} Action;

struct _OvsPracticeRunner
{
  OvsPracticeState *state; /* (not owned) */
  GPtrArray *actions;      /* (owned) of Action, unfinished, oldest first */
  GSource *tick;           /* (owned) (nullable) NULL while there is nothing to do */
};

static void
action_free (gpointer data)
{
  g_free (((Action *) data)->kind);
  g_free (data);
}

static OvsPracticeRefusal
act (OvsPracticeRunner *self, Action *action, const char *entity, const char *verb)
{
  OvsPracticeState *state = self->state;
  gint64 employee;

  if (g_str_equal (action->kind, "notification"))
    return ovs_practice_db_run (state->db,
                                "UPDATE notification SET read_at = coalesce (read_at, ?) WHERE uuid = ?",
                                "lt", ovs_clock_now (state->clock), entity) == 1
               ? OVS_PRACTICE_ACCEPTED
               : OVS_PRACTICE_REFUSED_UNKNOWN;

  employee = ovs_practice_db_number (state->db, 0, "SELECT id FROM employee WHERE uuid = ? AND employer = ?",
                                     "tl", entity, action->employer);
  if (employee == 0)
    return OVS_PRACTICE_REFUSED_UNKNOWN;
  if (g_str_equal (action->kind, "ess"))
    return ovs_practice_mijnloket_act (state, employee, verb);
  return ovs_practice_werknemerloket_act (state, employee, verb);
}

/* Somebody who loses Werknemerloket when he is invited. */
static gboolean
is_at_stake (OvsPracticeRunner *self, Action *action, const char *entity, const char *verb)
{
  OvsPracticeState *state = self->state;

  return state->behaviour->invite_blocks && g_str_equal (action->kind, "ess") && g_str_equal (verb, "SendInvite") &&
         ovs_practice_db_number (state->db, 0, "SELECT wnl = 'HasAccessToClient' FROM employee WHERE uuid = ?", "t", entity) != 0;
}

static void
write_result (OvsPracticeRunner *self, Action *action, gint64 position, OvsPracticeRefusal refusal, gboolean blocked)
{
  gboolean refused = refusal != OVS_PRACTICE_ACCEPTED;

  ovs_practice_db_run (self->state->db,
                       "UPDATE action_item SET done_at = ?, message_type = ?, message_code = ?, message = ?, blocked = blocked OR ?"
                       " WHERE action = ? AND position = ?",
                       "ltitill", ovs_clock_now (self->state->clock),
                       refused ? ovs_practice_refusal_type (refusal) : NULL, (int) refusal,
                       refused ? ovs_practice_refusal_text (refusal) : NULL, blocked, action->id, position);
}

/* @position is the first item that is not done now. */
static void
write_progress (OvsPracticeRunner *self, Action *action, gint64 position, int failed)
{
  OvsPracticeDb *db = self->state->db;
  gint64 now = ovs_clock_now (self->state->clock);
  gboolean completed = position == action->total;

  ovs_practice_db_run (db, "UPDATE action SET status = ?, succeeded = succeeded + ?, failed = failed + ? WHERE id = ?",
                       "tiil", completed ? "Completed" : "InProgress", (int) (position - action->next) - failed,
                       failed, action->id);
  if (!completed)
    return;
  ovs_practice_db_run (db, "UPDATE action SET completed_at = ? WHERE id = ?", "ll", now, action->id);
  if (action->employer != 0)
    ovs_practice_review_product (self->state, action->employer, now);
}

/* FALSE when there is no such item: the request that brought it was undone. */
static gboolean
do_item (OvsPracticeRunner *self, Action *action, gint64 position, int *failed)
{
  g_autofree char *entity = NULL;
  g_autofree char *verb = NULL;
  gboolean fails, blocks;
  OvsPracticeRefusal refusal;

  {
    g_autoptr (OvsPracticeRows) rows = ovs_practice_db_query (
        self->state->db, "SELECT entity, verb, fails FROM action_item WHERE action = ? AND position = ?", "ll",
        action->id, position);

    if (!ovs_practice_rows_next (rows))
      return FALSE;
    entity = g_strdup (ovs_practice_rows_text (rows, 0));
    verb = g_strdup (ovs_practice_rows_text (rows, 1));
    fails = ovs_practice_rows_number (rows, 2) != 0;
  }
  blocks = is_at_stake (self, action, entity, verb);
  refusal = fails ? OVS_PRACTICE_REFUSED_ON_ORDER : act (self, action, entity, verb);
  write_result (self, action, position, refusal, blocks && refusal == OVS_PRACTICE_ACCEPTED);
  *failed += refusal != OVS_PRACTICE_ACCEPTED;
  return TRUE;
}

typedef enum
{
  ITEMS_DONE,
  ITEMS_FAILED, /* the database does; it is tried again */
  ITEMS_GONE
} ItemsResult;

/* As many of the items before @due as can be done until @deadline, in one transaction. */
static ItemsResult
do_items (OvsPracticeRunner *self, Action *action, gint64 due, gint64 deadline)
{
  OvsPracticeDb *db = self->state->db;
  gint64 position = action->next;
  int failed = 0;
  gboolean gone = FALSE;
  g_autoptr (GError) error = NULL;

  if (position >= due)
    return ITEMS_DONE;
  ovs_practice_db_begin (db);
  do
    gone = !do_item (self, action, position, &failed);
  while (!gone && ++position < due && g_get_monotonic_time () < deadline);
  if (!gone)
    write_progress (self, action, position, failed);
  if (!ovs_practice_db_end (db, &error))
    {
      g_debug ("Items of a collective action could not be written");
      return ITEMS_FAILED;
    }
  if (gone)
    return ITEMS_GONE;
  action->next = position;
  return ITEMS_DONE;
}

/* An action that is to take @whole milliseconds waits half of them, and spreads its items over the rest. */
static gint64
count_due_within (Action *action, gint64 elapsed, double whole)
{
  if (elapsed >= whole)
    return action->total;
  return elapsed < whole / 2 ? 0 : (gint64) ((action->total - 1) * (elapsed - whole / 2) / (whole / 2));
}

static gint64
count_due (OvsPracticeRunner *self, Action *action, gint64 now)
{
  gint64 elapsed = (now - action->submitted) / G_TIME_SPAN_MILLISECOND;

  if (self->state->behaviour->action_seconds >= 0)
    return count_due_within (action, elapsed, self->state->behaviour->action_seconds * 1000);
  elapsed -= self->state->start_delay;
  if (elapsed < 0)
    return 0;
  return self->state->item_delay > 0 ? MIN (elapsed / self->state->item_delay + 1, action->total)
                                     : action->total;
}

static gboolean
tick_cb (gpointer user_data)
{
  OvsPracticeRunner *self = user_data;
  gint64 begun = g_get_monotonic_time ();

  for (guint i = 0; i < self->actions->len;)
    {
      Action *action = g_ptr_array_index (self->actions, i);
      ItemsResult result = ITEMS_DONE;

      if (g_get_monotonic_time () < begun + BUDGET)
        result = do_items (self, action, count_due (self, action, begun), begun + BUDGET);
      if (result == ITEMS_GONE || action->next == action->total)
        g_ptr_array_remove_index (self->actions, i);
      else
        i++;
    }
  if (self->actions->len > 0)
    return G_SOURCE_CONTINUE;
  g_clear_pointer (&self->tick, g_source_unref);
  return G_SOURCE_REMOVE;
}

static void
add_action (OvsPracticeRunner *self, gint64 id, const char *kind, gint64 employer, gint64 next, gint64 total)
{
  Action *action = g_new0 (Action, 1);

  action->id = id;
  action->kind = g_strdup (kind);
  action->employer = employer;
  action->submitted = g_get_monotonic_time () - next * self->state->item_delay * G_TIME_SPAN_MILLISECOND;
  action->next = next;
  action->total = total;
  g_ptr_array_add (self->actions, action);
  if (self->tick != NULL)
    return;
  self->tick = g_timeout_source_new (TICK_MILLISECONDS);
  g_source_set_callback (self->tick, tick_cb, self, NULL);
  g_source_attach (self->tick, g_main_context_get_thread_default ());
}

OvsPracticeRunner *
ovs_practice_runner_new (OvsPracticeState *state)
{
  OvsPracticeRunner *self = g_new0 (OvsPracticeRunner, 1);
  g_autoptr (OvsPracticeRows) rows =
      ovs_practice_db_query (state->db,
                             "SELECT id, kind, coalesce (employer, 0), succeeded + failed, total FROM action"
                             " WHERE status <> 'Completed' ORDER BY id",
                             "");

  self->state = state;
  self->actions = g_ptr_array_new_with_free_func (action_free);
  while (ovs_practice_rows_next (rows))
    add_action (self, ovs_practice_rows_number (rows, 0), ovs_practice_rows_text (rows, 1),
                ovs_practice_rows_number (rows, 2), ovs_practice_rows_number (rows, 3),
                ovs_practice_rows_number (rows, 4));
  return self;
}

void
ovs_practice_runner_free (OvsPracticeRunner *self)
{
  if (self->tick != NULL)
    g_source_destroy (self->tick);
  g_clear_pointer (&self->tick, g_source_unref);
  g_ptr_array_unref (self->actions);
  g_free (self);
}

gint64
ovs_practice_runner_submit (
    OvsPracticeRunner *self, const char *kind, gint64 employer, GPtrArray *entities, GPtrArray *verbs, double failing)
{
  OvsPracticeDb *db = self->state->db;
  g_autofree char *uuid = g_uuid_string_random ();
  gint64 id;

  ovs_practice_db_run (db,
                       "INSERT INTO action (uuid, kind, employer, submitted_at, status, total)"
                       " VALUES (?, ?, nullif (?, 0), ?, 'NotStarted', ?)",
                       "ttlli", uuid, kind, employer, ovs_clock_now (self->state->clock),
                       (int) entities->len);
  id = ovs_practice_db_last_id (db);
  for (guint i = 0; i < entities->len; i++)
    {
      g_autofree char *item = g_uuid_string_random ();

      ovs_practice_db_run (
          db, "INSERT INTO action_item (action, position, uuid, entity, verb, fails) VALUES (?, ?, ?, ?, ?, ?)",
          "littti", id, (int) i, item, entities->pdata[i], verbs->pdata[i],
          ovs_practice_fault_hits_item (failing, i));
    }
  add_action (self, id, kind, employer, 0, entities->len);
  return id;
}
