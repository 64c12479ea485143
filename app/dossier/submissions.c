/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dossier/submissions.h"

#include <glib/gi18n.h>

#include "dossier/employers.h"
#include "dossier/error.h"
#include "dossier/file-results.h"
#include "dossier/journal.h"
#include "dossier/judgement.h"
#include "dossier/routes.h"
#include "dossier/sorted-ids.h"
#include "dossier/tickets.h"
#include "dossier/undo.h"

#define READY                                                                                                                       \
  "FROM employer c CROSS JOIN employee e ON e.employer = c.id CROSS JOIN judgement j ON j.employee = e.id "                         \
  "WHERE " OVS_GOES_BY_ROUTE " AND j.disposition = 'ready' AND NOT EXISTS "                                                         \
  "(SELECT 1 FROM intent i WHERE i.employee = e.id AND i.kind = 'invite' AND i.state <> 'planned') "

/* An operation that is written in one transaction. */
typedef struct
{
  OvsTx *tx;
  OvsStep step;
  OvsRoute route;
  char *sent; /* (owned) the instant from which results count */
  OvsSubmitted *submitted;
  GArray *clients; /* (owned) (element-type gint64) of whom somebody was submitted */
} Submit;

static Submit
submit_begin (OvsTx *tx, OvsRoute route, OvsDay day, OvsSubmitted *submitted)
{
  Submit submit = { .tx = tx, .route = route, .submitted = submitted, .clients = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  g_autofree char *iso = day != OVS_NO_DAY && day < ovs_tx_today (tx) ? ovs_day_to_iso (day) : NULL;

  *submitted = (OvsSubmitted) { 0 };
  submit.sent = iso != NULL ? g_strconcat (iso, "T00:00:00Z", NULL) : g_strdup (ovs_tx_now_text (tx));
  ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT64);
  submit.step = ovs_step_begin_told (tx);
  return submit;
}

static void
submit_clear (Submit *submit)
{
  g_free (submit->sent);
  g_array_unref (submit->clients);
}

static gint64
add_request (Submit *submit, gint64 employer)
{
  ovs_tx_run (submit->tx, "INSERT INTO request (employer, kind, route, sent, audit) VALUES (?1, 'invite', ?2, ?3, ?4)", "issi", employer,
              ovs_route_code (submit->route), submit->sent, submit->step.sequence);
  return ovs_tx_last_id (submit->tx);
}

static void
submit_person (Submit *submit, gint64 employee, gint64 request)
{
  /* What a run over the API planned and never sent. */
  ovs_tx_run (submit->tx, "DELETE FROM intent WHERE employee = ?1 AND state = 'planned'", "i", employee);
  ovs_journal_plan (submit->tx, employee, OVS_INTENT_INVITE);
  ovs_tx_run (submit->tx, "UPDATE intent SET state = 'sent', request = ?2 WHERE employee = ?1 AND kind = 'invite' AND state = 'planned'", "ii",
              employee, request);
}

/* Everybody who is ready at one client. */
static void
submit_client (Submit *submit, gint64 employer)
{
  OvsRows rows = ovs_rows_open (submit->tx, "SELECT e.id " READY "AND c.id = ?3 ORDER BY e.id", "sii", ovs_route_code (submit->route),
                                (gint64) OVS_WAVE_ANY, employer);
  g_autoptr (GArray) people = ovs_ids (&rows);
  gint64 request;

  if (people->len == 0)
    return;
  request = add_request (submit, employer);
  for (guint i = 0; i < people->len; i++)
    submit_person (submit, g_array_index (people, gint64, i), request);
  g_array_append_val (submit->clients, employer);
  submit->submitted->clients++;
  submit->submitted->people += people->len;
}

/* The clients that are named, each of which must go by the route; or all that do. Returns: (transfer full) (nullable). */
static GArray *
choose_clients (Submit *submit, const char *const *numbers, gint64 wave, GError **error)
{
  g_autoptr (GArray) clients = NULL;
  OvsRows rows;

  if (numbers == NULL)
    {
      rows = ovs_rows_open (submit->tx, "SELECT c.id FROM employer c WHERE " OVS_GOES_BY_ROUTE " ORDER BY c.id", "si",
                            ovs_route_code (submit->route), wave);
      return ovs_ids (&rows);
    }
  clients = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gsize i = 0; numbers[i] != NULL; i++)
    {
      gint64 employer;

      if (!ovs_employers_require (submit->tx, numbers[i], &employer, error))
        return NULL;
      if (ovs_waves_route_of (submit->tx, employer) != submit->route)
        {
          g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
                       _ ("Client %s goes by another route: “%s”. Choose its route first. Nothing was changed."), numbers[i],
                       ovs_route_title (ovs_waves_route_of (submit->tx, employer)));
          return NULL;
        }
      g_array_append_val (clients, employer);
    }
  return g_steal_pointer (&clients);
}

static gboolean
submit_all (Submit *submit, const char *const *numbers, gint64 wave, GError **error)
{
  g_autoptr (GArray) clients = choose_clients (submit, numbers, wave, error);

  for (guint i = 0; clients != NULL && i < clients->len; i++)
    submit_client (submit, g_array_index (clients, gint64, i));
  return clients != NULL;
}

/* A step that failed is rolled back as a whole; what is left is to let go of it. */
static gboolean
submit_end (Submit *submit, const char *operation, gboolean success)
{
  const OvsSubmitted *submitted = submit->submitted;
  g_autofree char *detail = g_strdup_printf ("{\"route\": \"%s\", \"ticket\": %" G_GINT64_FORMAT ", \"clients\": %" G_GINT64_FORMAT
                                             ", \"people\": %" G_GINT64_FORMAT "}",
                                             ovs_route_code (submit->route), submitted->ticket, submitted->clients, submitted->people);

  if (success && submitted->people > 0)
    {
      ovs_file_results_settle (submit->tx, submit->step.sequence);
      ovs_waves_handed_in (submit->tx, submit->step.sequence);
    }
  if (success)
    ovs_step_end (&submit->step, operation, detail, NULL);
  else
    ovs_step_keep (&submit->step);
  submit_clear (submit);
  return success && !ovs_tx_failed (submit->tx);
}

static gboolean
keep_ticket (Submit *submit, const OvsHandIn *hand_in, GError **error)
{
  const OvsTicketRow row = {
    .subject = OVS_SUBJECT_CLIENT_LIST,
    .about = hand_in->about,
    .number = hand_in->ticket,
    .handed_in_on = hand_in->handed_in_on != OVS_NO_DAY ? hand_in->handed_in_on : ovs_tx_today (submit->tx),
    .closed_on = OVS_NO_DAY,
  };

  if (submit->submitted->people == 0)
    return TRUE;
  submit->submitted->ticket = ovs_tickets_write (submit->tx, &row, submit->clients, error);
  return submit->submitted->ticket > 0;
}

gboolean
ovs_submissions_hand_in (OvsTx *tx, const OvsHandIn *hand_in, OvsSubmitted *submitted, GError **error)
{
  Submit submit = submit_begin (tx, OVS_ROUTE_LOKET, hand_in->handed_in_on, submitted);
  gboolean success = submit_all (&submit, hand_in->numbers, hand_in->wave, error) && keep_ticket (&submit, hand_in, error);

  return submit_end (&submit, "submit", success);
}

gboolean
ovs_submissions_tick (OvsTx *tx, const char *const *numbers, OvsSubmitted *submitted, GError **error)
{
  Submit submit = submit_begin (tx, OVS_ROUTE_HAND, OVS_NO_DAY, submitted);

  return submit_end (&submit, "tick", submit_all (&submit, numbers, OVS_WAVE_ANY, error));
}

/* --- and back -------------------------------------------------------------------------------------------------- */

#define LATEST_BY_HAND "(SELECT max(r.id) FROM request r WHERE r.employer = ?1 AND r.route = 'hand')"

static gboolean
require_open (OvsTx *tx, gint64 employer, const char *number, GError **error)
{
  gint64 settled;

  ovs_tx_get_int (tx, &settled,
                  "SELECT EXISTS (SELECT 1 FROM intent i WHERE i.request = " LATEST_BY_HAND " AND i.state <> 'sent')",
                  "i", employer);
  if (settled == 0)
    return TRUE;
  g_set_error (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
               _ ("The results of client %s were read since, so it was done in Loket. Nothing was changed."), number);
  return FALSE;
}

static gint64
untick_one (OvsTx *tx, gint64 employer)
{
  gint64 people;

  ovs_tx_run (tx, "DELETE FROM intent WHERE request = " LATEST_BY_HAND, "i", employer);
  people = ovs_tx_changes (tx);
  ovs_tx_run (tx, "DELETE FROM request WHERE id = " LATEST_BY_HAND, "i", employer);
  return people;
}

gint64
ovs_submissions_untick (OvsTx *tx, const char *const *numbers, GError **error)
{
  OvsStep step = ovs_step_begin_told (tx);
  g_autofree char *detail = NULL;
  gint64 people = 0;

  for (gsize i = 0; numbers[i] != NULL; i++)
    {
      gint64 employer;

      if (!ovs_employers_require (tx, numbers[i], &employer, error) || !require_open (tx, employer, numbers[i], error))
        {
          ovs_step_keep (&step);
          return -1;
        }
      people += untick_one (tx, employer);
    }
  detail = g_strdup_printf ("{\"people\": %" G_GINT64_FORMAT "}", people);
  ovs_step_end (&step, "untick", detail, NULL);
  return people;
}
