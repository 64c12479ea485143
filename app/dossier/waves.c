/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/waves.h"

#include <glib/gi18n.h>

#include "dossier/employers.h"
#include "dossier/error.h"
#include "dossier/outbox.h"
#include "dossier/settings.h"
#include "dossier/trail.h"
#include "dossier/undo.h"

/* --- looking --------------------------------------------------------------------------------------------------- */

/* Something was sent for it, or perhaps: from then on it stays where it is. */
#define SUBMITTED(client) "EXISTS (SELECT 1 FROM request r WHERE r.employer = " client " AND r.answer IS NOT 'nothing-done')"

/* The latest client list with the client `c` that went to Loket. */
#define HANDED_IN "(SELECT max(q.id) FROM request q WHERE q.employer = c.id AND q.route = 'loket' AND q.answer IS NOT 'nothing-done')"

/* Who is otherwise than when that list went, until Loket's files tell what became of it. What people can get at follows from the conversion. */
#define CHANGED_SINCE                                                                                                               \
  "(SELECT count(*) FROM request r CROSS JOIN employee e ON e.employer = c.id WHERE r.id = " HANDED_IN " "                          \
  "AND EXISTS (SELECT 1 FROM intent i WHERE i.request = r.id AND i.state = 'sent') "                                                \
  "AND ((SELECT m.audit FROM import m WHERE m.id = e.added_by) > r.audit OR EXISTS (SELECT 1 FROM history h "                       \
  "WHERE h.employee = e.id AND h.audit > r.audit AND h.field NOT IN ('werknemerloket', 'mijnloket'))))"

#define TALLY(what) "coalesce((SELECT t.number FROM tally t WHERE t.employer = c.id AND t.what = '" what "'), 0)"

#define SELECT_WAVES                                                                                                                \
  "SELECT w.id, w.number, w.date, w.route, w.frozen_at IS NOT NULL, w.early_reason, count(c.id), "                                  \
  "total((SELECT count(*) FROM employee e WHERE e.employer = c.id)), total(" TALLY ("ready") " - " TALLY ("fallen") "), "           \
  "count(c.id) FILTER (WHERE " SUBMITTED ("c.id") "), count(c.id) FILTER (WHERE c.informed_on IS NULL), max(c.informed_on), "       \
  "count(c.route), count(" HANDED_IN "), total(" CHANGED_SINCE "), w.notice_reason, coalesce(w.questions, -1) FROM wave w LEFT JOIN employer c ON c.wave = w.id "

static void
report (OvsRows *rows, OvsWaveFunc func, gpointer data)
{
  OvsWaveRow row = {
    .id = ovs_rows_int (rows, 0),
    .number = ovs_rows_int (rows, 1),
    .date = ovs_rows_day (rows, 2),
    .frozen = ovs_rows_int (rows, 4) != 0,
    .early_reason = ovs_rows_text (rows, 5),
    .employers = ovs_rows_int (rows, 6),
    .employees = ovs_rows_int (rows, 7),
    .to_invite = ovs_rows_int (rows, 8),
    .submitted = ovs_rows_int (rows, 9),
    .not_informed = ovs_rows_int (rows, 10),
    .last_informed = ovs_rows_day (rows, 11),
    .own_route = ovs_rows_int (rows, 12),
    .handed_in = ovs_rows_int (rows, 13),
    .changed = ovs_rows_int (rows, 14),
    .notice_reason = ovs_rows_text (rows, 15),
    .questions = ovs_rows_int (rows, 16),
  };

  ovs_route_from_code (ovs_rows_text (rows, 3), &row.route);
  func (&row, data);
}

void
ovs_waves_foreach (OvsTx *tx, OvsWaveFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, SELECT_WAVES "GROUP BY w.id ORDER BY w.number", "");

  while (ovs_rows_next (&rows))
    report (&rows, func, data);
}

gboolean
ovs_waves_get (OvsTx *tx, gint64 id, OvsWaveFunc func, gpointer data)
{
  OvsRows rows = ovs_rows_open (tx, SELECT_WAVES "WHERE w.id = ?1 GROUP BY w.id", "i", id);
  gboolean found = ovs_rows_next (&rows);

  if (found)
    report (&rows, func, data);
  ovs_rows_close (&rows);
  return found;
}

gboolean
ovs_waves_any (OvsTx *tx)
{
  gint64 found;

  return ovs_tx_get_int (tx, &found, "SELECT 1 FROM wave LIMIT 1", "");
}

gint64
ovs_waves_find (OvsTx *tx, gint64 number)
{
  gint64 id;

  return ovs_tx_get_int (tx, &id, "SELECT id FROM wave WHERE number = ?1", "i", number) ? id : 0;
}

gboolean
ovs_waves_require (OvsTx *tx, gint64 number, gint64 *id, GError **error)
{
  *id = ovs_waves_find (tx, number);
  if (*id != 0)
    return TRUE;
  g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_NOT_FOUND,
               _ ("This dossier has no round %d. “overstap waves” lists the rounds. Nothing was changed."), (int) number);
  return FALSE;
}

gint64
ovs_waves_next_number (OvsTx *tx)
{
  gint64 number;

  ovs_tx_get_int (tx, &number, "SELECT coalesce(max(number), 0) + 1 FROM wave", "");
  return number;
}

GStrv
ovs_waves_clients (OvsTx *tx, gint64 id)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  OvsRows rows = ovs_rows_open (tx, "SELECT number FROM employer WHERE wave = ?1 ORDER BY length(number_key), number_key", "i", id);

  while (ovs_rows_next (&rows))
    g_strv_builder_add (builder, ovs_rows_text (&rows, 0));
  return g_strv_builder_end (builder);
}

GArray *
ovs_waves_client_ids (OvsTx *tx, gint64 id)
{
  GArray *clients = g_array_new (FALSE, FALSE, sizeof (gint64));
  OvsRows rows = ovs_rows_open (tx, "SELECT id FROM employer WHERE wave IS nullif(?1, 0) ORDER BY id", "i", id);

  while (ovs_rows_next (&rows))
    {
      gint64 client = ovs_rows_int (&rows, 0);

      g_array_append_val (clients, client);
    }
  return clients;
}

OvsRoute
ovs_waves_default_route (OvsTx *tx)
{
  g_autofree char *kind = ovs_settings_get (tx, OVS_SETTING_LOKET_KIND);

  return ovs_route_default (kind != NULL);
}

OvsRoute
ovs_waves_route_of (OvsTx *tx, gint64 employer)
{
  g_autofree char *code = ovs_tx_get_text (
      tx, "SELECT coalesce(c.route, w.route) FROM employer c LEFT JOIN wave w ON w.id = c.wave WHERE c.id = ?1", "i", employer);
  OvsRoute route = OVS_ROUTE_LOKET;

  return ovs_route_from_code (code, &route) ? route : ovs_waves_default_route (tx);
}

gboolean
ovs_waves_may_apply (OvsTx *tx, gint64 employer, gint64 wave)
{
  gint64 found;

  return ovs_tx_get_int (tx, &found, "SELECT 1 FROM employer c WHERE c.id = ?1 AND " OVS_MAY_APPLY ("?2", "?3"), "iid", employer, wave, ovs_tx_today (tx));
}

/* --- refusing -------------------------------------------------------------------------------------------------- */

static gboolean
refuse_frozen (OvsTx *tx, gint64 id, GError **error)
{
  gint64 number, handed_in;

  if (!ovs_tx_get_int (tx, &number, "SELECT number FROM wave WHERE id = ?1 AND frozen_at IS NOT NULL", "i", id))
    return FALSE;
  if (ovs_tx_get_int (tx, &handed_in, "SELECT 1 FROM employer c WHERE c.wave = ?1 AND " HANDED_IN " IS NOT NULL", "i", id))
    g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
                 _ ("Round %d was handed in to Loket, so its day and its clients stand. Choose another round, or tell Loket in the ticket. Nothing was changed."),
                 (int) number);
  else
    g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
                 _ ("Round %d is frozen: its day and its clients stand. Thaw it first, or choose another round. Nothing was changed."), (int) number);
  return TRUE;
}

gboolean
ovs_waves_is_submitted (OvsTx *tx, gint64 employer)
{
  gint64 found;

  return ovs_tx_get_int (tx, &found, "SELECT 1 WHERE " SUBMITTED ("?1"), "i", employer);
}

gboolean
ovs_waves_can_move (OvsTx *tx, gint64 employer)
{
  gint64 found;

  return ovs_tx_get_int (tx, &found,
                         "SELECT 1 FROM employer c LEFT JOIN wave w ON w.id = c.wave WHERE c.id = ?1 AND w.frozen_at IS NULL AND NOT " SUBMITTED ("c.id"), "i",
                         employer);
}

static gboolean
refuse_submitted (OvsTx *tx, gint64 employer, GError **error)
{
  g_autofree char *number = NULL;

  if (!ovs_waves_is_submitted (tx, employer))
    return FALSE;
  number = ovs_employers_get_number (tx, employer);
  g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
               _ ("Client %s was submitted already, so its round and its route stand. Nothing was changed."), number);
  return TRUE;
}

/* Of a round, or of those of its clients that follow its route. */
static gboolean
refuse_begun (OvsTx *tx, gint64 id, gboolean by_its_route, GError **error)
{
  gint64 number;

  if (!ovs_tx_get_int (tx, &number,
                       "SELECT w.number FROM wave w WHERE w.id = ?1 AND (EXISTS (SELECT 1 FROM employer c WHERE c.wave = w.id "
                       "AND (NOT ?2 OR c.route IS NULL) AND " SUBMITTED ("c.id") ") OR (NOT ?2 AND EXISTS (SELECT 1 FROM run WHERE run.wave = w.id)))",
                       "ib", id, by_its_route))
    return FALSE;
  g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
               _ ("Clients of round %d were submitted already, so it stands as it is. Nothing was changed."), (int) number);
  return TRUE;
}

/* --- changing -------------------------------------------------------------------------------------------------- */

static void
end_step (OvsStep *step, const char *operation, gint64 number, gint64 changed, const char *note)
{
  g_autofree char *detail
      = g_strdup_printf ("{\"wave\": %" G_GINT64_FORMAT ", \"changed\": %" G_GINT64_FORMAT "}", number, changed);

  ovs_step_end (step, operation, detail, note);
}

/* Returns: the id of the round, made where it is not there. */
static gint64
find_or_make (OvsTx *tx, const OvsWaveChange *change)
{
  gint64 id = ovs_waves_find (tx, change->number);

  if (id != 0)
    return id;
  ovs_tx_run (tx, "INSERT INTO wave (number, route) VALUES (?1, ?2)", "is", change->number,
              ovs_route_code (change->route != NULL ? *change->route : ovs_waves_default_route (tx)));
  return ovs_tx_last_id (tx);
}

static gboolean
change_day (OvsTx *tx, gint64 id, OvsDay date, gint64 *changed, GError **error)
{
  gint64 other;

  if (date == OVS_NO_DAY || !ovs_tx_get_int (tx, &other, "SELECT 1 FROM wave WHERE id = ?1 AND date IS NOT ?2", "id", id, date))
    return TRUE;
  if (refuse_frozen (tx, id, error))
    return FALSE;
  ovs_tx_run (tx, "UPDATE wave SET date = ?2 WHERE id = ?1", "id", id, date);
  *changed += 1;
  return TRUE;
}

static gboolean
change_route (OvsTx *tx, gint64 id, const OvsRoute *route, gint64 *changed, GError **error)
{
  gint64 other;

  if (route == NULL || !ovs_tx_get_int (tx, &other, "SELECT 1 FROM wave WHERE id = ?1 AND route <> ?2", "is", id, ovs_route_code (*route)))
    return TRUE;
  if (refuse_begun (tx, id, TRUE, error))
    return FALSE;
  ovs_tx_run (tx, "UPDATE wave SET route = ?2 WHERE id = ?1", "is", id, ovs_route_code (*route));
  *changed += 1;
  return TRUE;
}

static void
keep_reasons (OvsTx *tx, gint64 id, const char *early, const char *notice, gint64 *changed)
{
  if (early != NULL)
    {
      ovs_tx_run (tx, "UPDATE wave SET early_reason = ?2 WHERE id = ?1 AND early_reason IS NOT ?2", "is", id, early);
      *changed += ovs_tx_changes (tx);
    }
  if (notice != NULL)
    {
      ovs_tx_run (tx, "UPDATE wave SET notice_reason = ?2 WHERE id = ?1 AND notice_reason IS NOT ?2", "is", id, notice);
      *changed += ovs_tx_changes (tx);
    }
}

static char *
number_of (OvsTx *tx, gint64 id)
{
  return ovs_tx_get_text (tx, "SELECT number FROM wave WHERE id = ?1", "i", id);
}

/* @id 0: without a round. */
static gboolean
move_client (OvsTx *tx, gint64 sequence, gint64 client, gint64 id, gint64 *changed, GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gint64 old;

  if (!ovs_tx_get_int (tx, &old, "SELECT coalesce(wave, 0) FROM employer WHERE id = ?1", "i", client) || old == id)
    return TRUE;
  if (refuse_submitted (tx, client, error) || refuse_frozen (tx, old, error) || refuse_frozen (tx, id, error))
    return FALSE;
  from = number_of (tx, old);
  to = number_of (tx, id);
  ovs_tx_run (tx, "UPDATE employer SET wave = nullif(?2, 0) WHERE id = ?1", "ii", client, id);
  ovs_history_add (tx, sequence, client, 0, "wave", from, to);
  *changed += 1;
  return TRUE;
}

gboolean
ovs_waves_set_in (OvsTx *tx, gint64 sequence, const OvsWaveChange *change, gint64 *changed, GError **error)
{
  gint64 id = 0;
  gboolean fine = TRUE;

  if (change->number != 0)
    {
      *changed += ovs_waves_find (tx, change->number) == 0;
      id = find_or_make (tx, change);
      keep_reasons (tx, id, change->early_reason, change->notice_reason, changed);
      fine = change_day (tx, id, change->date, changed, error) && change_route (tx, id, change->route, changed, error);
    }
  for (guint i = 0; fine && change->clients != NULL && i < change->clients->len; i++)
    fine = move_client (tx, sequence, g_array_index (change->clients, gint64, i), id, changed, error);
  return fine;
}

gint64
ovs_waves_set (OvsTx *tx, const OvsWaveChange *change, GError **error)
{
  OvsStep step = ovs_step_begin (tx);
  gint64 changed = 0;
  gboolean fine = ovs_waves_set_in (tx, step.sequence, change, &changed, error);

  end_step (&step, change->clients != NULL ? "wave-clients" : "wave", change->number, changed,
            change->early_reason != NULL ? change->early_reason : change->notice_reason);
  if (!fine)
    return -1;
  if (changed > 0)
    ovs_outbox_drop_outdated (tx);
  return changed;
}

gboolean
ovs_waves_remove (OvsTx *tx, gint64 number, GError **error)
{
  g_autoptr (GArray) clients = NULL;
  OvsStep step;
  gint64 id;
  gint64 changed = 1;

  if (!ovs_waves_require (tx, number, &id, error) || refuse_begun (tx, id, FALSE, error) || refuse_frozen (tx, id, error))
    return FALSE;
  step = ovs_step_begin (tx);
  clients = ovs_waves_client_ids (tx, id);
  for (guint i = 0; i < clients->len; i++)
    move_client (tx, step.sequence, g_array_index (clients, gint64, i), 0, &changed, NULL);
  ovs_tx_run (tx, "DELETE FROM wave WHERE id = ?1", "i", id);
  end_step (&step, "wave-remove", number, changed, NULL);
  ovs_outbox_drop_outdated (tx);
  return TRUE;
}

gboolean
ovs_waves_freeze (OvsTx *tx, gint64 number, gboolean frozen, GError **error)
{
  OvsStep step;
  gint64 id;

  if (!ovs_waves_require (tx, number, &id, error) || (!frozen && refuse_begun (tx, id, FALSE, error)))
    return FALSE;
  step = ovs_step_begin (tx);
  ovs_tx_run (tx, "UPDATE wave SET frozen_at = CASE WHEN ?2 THEN ?3 END, applied_at = CASE WHEN ?2 THEN applied_at END WHERE id = ?1 AND (frozen_at IS NOT NULL) <> ?2", "ibs", id, frozen,
              ovs_tx_now_text (tx));
  end_step (&step, frozen ? "wave-freeze" : "wave-thaw", number, ovs_tx_changes (tx), NULL);
  return TRUE;
}

void
ovs_waves_begin (OvsTx *tx, gint64 id, const char *early_reason)
{
  OvsStep step = ovs_step_begin (tx);
  gint64 changed = 0;

  if (id > 0)
    keep_reasons (tx, id, early_reason, NULL, &changed);
  ovs_tx_run (tx,
              "UPDATE wave SET frozen_at = coalesce(frozen_at, ?2), applied_at = ?2 WHERE applied_at IS NULL "
              "AND CASE WHEN ?1 <> 0 THEN id = ?1 ELSE date <= ?3 AND EXISTS (SELECT 1 FROM employer c WHERE c.wave = wave.id AND c.selected "
              "AND coalesce(c.route, wave.route) = 'api') END",
              "isd", id, ovs_tx_now_text (tx), ovs_tx_today (tx));
  end_step (&step, "wave-begin", id, changed + ovs_tx_changes (tx), early_reason);
}

void
ovs_waves_handed_in (OvsTx *tx, gint64 sequence)
{
  ovs_tx_run (tx,
              "UPDATE wave SET frozen_at = ?2 WHERE frozen_at IS NULL AND route = 'loket' "
              "AND id IN (SELECT c.wave FROM request r JOIN employer c ON c.id = r.employer WHERE r.route = 'loket' AND r.audit = ?1)",
              "is", sequence, ovs_tx_now_text (tx));
}

gint64
ovs_waves_set_route (OvsTx *tx, const GArray *clients, const OvsRoute *route, GError **error)
{
  const char *code = route != NULL ? ovs_route_code (*route) : NULL;
  OvsStep step = ovs_step_begin (tx);
  gint64 changed = 0;

  for (guint i = 0; i < clients->len; i++)
    {
      gint64 client = g_array_index (clients, gint64, i);
      g_autofree char *old = ovs_tx_get_text (tx, "SELECT route FROM employer WHERE id = ?1", "i", client);

      if (g_strcmp0 (old, code) == 0)
        continue;
      if (refuse_submitted (tx, client, error))
        {
          changed = -1;
          break;
        }
      ovs_tx_run (tx, "UPDATE employer SET route = ?2 WHERE id = ?1", "is", client, code);
      ovs_history_add (tx, step.sequence, client, 0, "route", old, code);
      changed++;
    }
  end_step (&step, "route", 0, changed, NULL);
  return changed;
}
