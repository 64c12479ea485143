/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier/story.h"

#include <string.h>

/* Who did it, and whether the step still stands, for the entry `a` of the trail. */
#define WHO "(SELECT w.text FROM audit_text w WHERE w.reference = a.actor)"
#define WHY "(SELECT w.text FROM audit_text w WHERE w.reference = a.note)"
#define STANDS "NOT EXISTS (SELECT 1 FROM undo_step s WHERE s.audit = a.sequence AND s.undone IS NOT NULL AND s.changeset IS NOT NULL)"

static OvsStoryEvent *
add_day (GPtrArray *events, OvsStoryKind kind, OvsDay day)
{
  OvsStoryEvent *event = ovs_story_add (events, kind, NULL);

  event->at = ovs_clock_start_of (day);
  event->whole_day = TRUE;
  return event;
}

static void
collect_reading (OvsTx *tx, gint64 employee, GPtrArray *events)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT a.at, i.kind, i.file_name, " WHO " FROM employee e JOIN import i ON i.id = e.added_by "
                                "JOIN audit a ON a.sequence = i.audit WHERE e.id = ?1",
                                "i", employee);

  while (ovs_rows_next (&rows))
    {
      OvsStoryEvent *event = ovs_story_add (events, OVS_STORY_READ, ovs_rows_text (&rows, 0));

      event->what = g_strdup (ovs_rows_text (&rows, 1));
      event->new_value = g_strdup (ovs_rows_text (&rows, 2));
      event->actor = g_strdup (ovs_rows_text (&rows, 3));
    }
}

/* What the office decides leaves history under these names; the rest comes from files and from Loket. */
static OvsStoryKind
kind_of_field (const char *field)
{
  static const char *const decided[] = { "excluded_reason", "no_access_reason", "accepted", "change_in_loket", NULL };

  if (strcmp (field, OVS_PORTAL_WERKNEMERLOKET) == 0 || strcmp (field, OVS_PORTAL_MIJNLOKET) == 0)
    return OVS_STORY_ACCESS;
  return g_strv_contains (decided, field) ? OVS_STORY_DECIDED : OVS_STORY_CHANGED;
}

/* An address that a file told and that is thereby the one to invite stands there twice: once is enough. */
static void
collect_history (OvsTx *tx, gint64 employee, GPtrArray *events)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT a.at, h.field, h.old, h.new, a.operation, " WHO ", iif(h.field = 'accepted', " WHY ", NULL) "
                                "FROM history h JOIN audit a ON a.sequence = h.audit WHERE h.employee = ?1 AND " STANDS " AND NOT "
                                "(h.field = 'email_as_read' AND EXISTS (SELECT 1 FROM history o WHERE o.employee = ?1 AND o.audit = h.audit "
                                "AND o.field = 'email')) ORDER BY h.id",
                                "i", employee);

  while (ovs_rows_next (&rows))
    {
      OvsStoryEvent *event = ovs_story_add (events, kind_of_field (ovs_rows_text (&rows, 1)), ovs_rows_text (&rows, 0));

      event->what = g_strdup (ovs_rows_text (&rows, 1));
      event->old = g_strdup (ovs_rows_text (&rows, 2));
      event->new_value = g_strdup (ovs_rows_text (&rows, 3));
      event->operation = g_strdup (ovs_rows_text (&rows, 4));
      event->actor = g_strdup (ovs_rows_text (&rows, 5));
      event->text = g_strdup (ovs_rows_text (&rows, 6));
    }
}

/* What was decided about his client and concerns him. */
static void
collect_client (OvsTx *tx, gint64 employer, GPtrArray *events)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT a.at, h.field, h.old, h.new, a.operation, " WHO " FROM history h JOIN audit a ON a.sequence = h.audit "
                                "WHERE h.employer = ?1 AND h.employee IS NULL AND " STANDS " AND h.field IN ('selected', 'excluded_reason', 'wave', "
                                "'informed_on', 'employees_informed_on', 'flyer_hangs_on') ORDER BY h.id",
                                "i", employer);

  while (ovs_rows_next (&rows))
    {
      OvsStoryEvent *event = ovs_story_add (events, OVS_STORY_CLIENT, ovs_rows_text (&rows, 0));

      event->what = g_strdup (ovs_rows_text (&rows, 1));
      event->old = g_strdup (ovs_rows_text (&rows, 2));
      event->new_value = g_strdup (ovs_rows_text (&rows, 3));
      event->operation = g_strdup (ovs_rows_text (&rows, 4));
      event->actor = g_strdup (ovs_rows_text (&rows, 5));
    }
}

static void
collect_letters (OvsTx *tx, gint64 employer, GPtrArray *events)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT coalesce(l.settled, l.written), l.piece, l.way, l.state, " WHO " FROM letter l JOIN audit a ON a.sequence = l.audit "
                                "WHERE l.employer = ?1 AND l.state <> 'dropped' ORDER BY l.id",
                                "i", employer);

  while (ovs_rows_next (&rows))
    {
      OvsStoryEvent *event = ovs_story_add (events, OVS_STORY_LETTER, ovs_rows_text (&rows, 0));

      event->what = g_strdup (ovs_rows_text (&rows, 1));
      event->old = g_strdup (ovs_rows_text (&rows, 2));
      event->new_value = g_strdup (ovs_rows_text (&rows, 3));
      event->actor = g_strdup (ovs_rows_text (&rows, 4));
    }
}

static void
add_enquiry_day (GPtrArray *events, OvsRows *rows, int column, const char *what)
{
  OvsDay day = ovs_rows_day (rows, column);

  if (day != OVS_NO_DAY)
    add_day (events, OVS_STORY_ENQUIRY, day)->what = g_strdup (what);
}

static void
collect_enquiries (OvsTx *tx, gint64 employee, GPtrArray *events)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT a.at, " WHO ", q.reminded_on, q.returned_on FROM enquiry_person p JOIN enquiry q ON q.id = p.enquiry "
                                "JOIN audit a ON a.sequence = q.audit WHERE p.employee = ?1 ORDER BY q.id",
                                "i", employee);

  while (ovs_rows_next (&rows))
    {
      OvsStoryEvent *event = ovs_story_add (events, OVS_STORY_ENQUIRY, ovs_rows_text (&rows, 0));

      event->what = g_strdup ("asked");
      event->actor = g_strdup (ovs_rows_text (&rows, 1));
      add_enquiry_day (events, &rows, 2, "reminded");
      add_enquiry_day (events, &rows, 3, "returned");
    }
}

/* What was asked, and what became of it: together, since both may have happened in the same second. */
static void
collect_intents (OvsTx *tx, gint64 employee, GPtrArray *events)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT r.sent, i.kind, r.route, " WHO ", coalesce(i.settled, r.answered, r.sent), i.state, i.reason, i.message FROM intent i "
                                "LEFT JOIN request r ON r.id = i.request LEFT JOIN run u ON u.id = r.run "
                                "LEFT JOIN audit a ON a.sequence = coalesce(r.audit, u.audit) "
                                "WHERE i.employee = ?1 AND i.state <> 'planned' ORDER BY i.id",
                                "i", employee);

  while (ovs_rows_next (&rows))
    {
      OvsStoryEvent *event;

      if (ovs_rows_text (&rows, 0) != NULL)
        {
          event = ovs_story_add (events, OVS_STORY_REQUEST, ovs_rows_text (&rows, 0));
          event->what = g_strdup (ovs_rows_text (&rows, 1));
          event->old = g_strdup (ovs_rows_text (&rows, 2));
          event->actor = g_strdup (ovs_rows_text (&rows, 3));
        }
      if (g_strcmp0 (ovs_rows_text (&rows, 5), "sent") == 0)
        continue;
      event = ovs_story_add (events, OVS_STORY_RESULT, ovs_rows_text (&rows, 4));
      event->what = g_strdup (ovs_rows_text (&rows, 1));
      event->old = g_strdup (ovs_rows_text (&rows, 5));
      event->new_value = g_strdup (ovs_rows_text (&rows, 6));
      event->text = g_strdup (ovs_rows_text (&rows, 7));
    }
}

static void
collect_fallout (OvsTx *tx, gint64 employee, GPtrArray *events)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT a.at, f.reason, i.file_name, " WHO " FROM fallout_entry f JOIN import i ON i.id = f.import "
                                "JOIN audit a ON a.sequence = i.audit WHERE f.employee = ?1 ORDER BY f.id",
                                "i", employee);

  while (ovs_rows_next (&rows))
    {
      OvsStoryEvent *event = ovs_story_add (events, OVS_STORY_FALLOUT, ovs_rows_text (&rows, 0));

      event->what = g_strdup ("fallout");
      event->text = g_strdup (ovs_rows_text (&rows, 1));
      event->new_value = g_strdup (ovs_rows_text (&rows, 2));
      event->actor = g_strdup (ovs_rows_text (&rows, 3));
    }
}

static void
collect_notes (OvsTx *tx, gint64 employee, GPtrArray *events)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT a.at, n.text, n.call_back_on, n.done_on, " WHO " FROM employee_note n JOIN audit a ON a.sequence = n.audit "
                                "WHERE n.employee = ?1 ORDER BY n.id",
                                "i", employee);

  while (ovs_rows_next (&rows))
    {
      OvsStoryEvent *event = ovs_story_add (events, OVS_STORY_NOTE, ovs_rows_text (&rows, 0));
      OvsDay done = ovs_rows_day (&rows, 3);

      event->what = g_strdup ("note");
      event->text = g_strdup (ovs_rows_text (&rows, 1));
      event->new_value = g_strdup (ovs_rows_text (&rows, 2));
      event->actor = g_strdup (ovs_rows_text (&rows, 4));
      if (done == OVS_NO_DAY)
        continue;
      event = add_day (events, OVS_STORY_CALLED, done);
      event->what = g_strdup ("called-back");
      event->text = g_strdup (ovs_rows_text (&rows, 1));
    }
}

static void
collect_questions (OvsTx *tx, gint64 employee, GPtrArray *events)
{
  OvsRows rows = ovs_rows_open (tx,
                                "SELECT q.began, coalesce(q.step, ''), q.solved_by, q.minutes, q.note, " WHO " FROM question q JOIN audit a ON a.sequence = q.audit "
                                "WHERE q.employee = ?1 ORDER BY q.id",
                                "i", employee);

  while (ovs_rows_next (&rows))
    {
      OvsStoryEvent *event = ovs_story_add (events, OVS_STORY_QUESTION, ovs_rows_text (&rows, 0));

      event->what = g_strdup (ovs_rows_text (&rows, 1));
      event->old = g_strdup (ovs_rows_text (&rows, 2));
      event->new_value = g_strdup (ovs_rows_text (&rows, 3));
      event->text = g_strdup (ovs_rows_text (&rows, 4));
      event->actor = g_strdup (ovs_rows_text (&rows, 5));
    }
}

void
ovs_story_collect (OvsTx *tx, gint64 employee, gint64 employer, GPtrArray *events)
{
  collect_reading (tx, employee, events);
  collect_client (tx, employer, events);
  collect_letters (tx, employer, events);
  collect_enquiries (tx, employee, events);
  collect_intents (tx, employee, events);
  collect_history (tx, employee, events);
  collect_fallout (tx, employee, events);
  collect_notes (tx, employee, events);
  collect_questions (tx, employee, events);
}
