/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/demo-office.h"
#include "commands/demo-witness.h"
#include "commands/standings.h"
#include "conversion/apply.h"
#include "conversion/connect.h"
#include "conversion/reinvite.h"
#include "conversion/track.h"
#include "dossier/decisions.h"
#include "dossier/judgement.h"
#include "intake/intake.h"

/* How many employees use their invitation, in the story. */
#define ACTIVATE "{\"share\": 0.9, \"seed\": 1}"
#define NEXT_DAY "{\"advanceDays\": 1}"

typedef struct
{
  OvsInvocation *invocation; /* (not owned) */
  OvsWait *wait;             /* (owned) */
  OvsDemoOffice *office;     /* (owned) */
  OvsDossier *dossier;       /* (owned) */
  OvsDemoDoor *door;         /* (owned) */
  OvsStandings applied;
  OvsStandings tracked;
  OvsStandings final;
  gint64 as_of;
  guint reinvited;
  OvsWitness witness;
} Demo;

static void
demo_clear (Demo *demo)
{
  g_clear_pointer (&demo->door, ovs_demo_door_free);
  g_clear_object (&demo->dossier);
  g_clear_pointer (&demo->office, ovs_demo_office_free);
  g_clear_pointer (&demo->wait, ovs_wait_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Demo, demo_clear)

static gboolean
open_office (Demo *demo, GError **error)
{
  demo->office = ovs_demo_office_new (error);
  if (demo->office == NULL)
    return FALSE;
  demo->door = ovs_demo_door_new (ovs_practice_get_url (demo->office->practice), demo->wait);
  demo->dossier = ovs_dossier_create (demo->office->dossier, error);
  if (demo->dossier == NULL)
    return FALSE;
  ovs_invocation_say (demo->invocation, _ ("An invented office, and a practice Loket that knows the same "
                                           "people. Nothing leaves this computer."));
  return TRUE;
}

static gboolean
read_file (Demo *demo, OvsCsvKind kind, const char *path, GError **error)
{
  const OvsIntakeRequest request = { .path = path, .kind = kind };
  g_autoptr (OvsIntakeResult) result =
      ovs_intake_run (demo->dossier, &request, ovs_wait_get_cancellable (demo->wait), error);
  g_autofree char *name = g_path_get_basename (path);

  if (result == NULL)
    return FALSE;
  ovs_invocation_say (demo->invocation,
                      g_dngettext (GETTEXT_PACKAGE, "Read %s: %lu row.", "Read %s: %lu rows.",
                                   (gulong) result->rows),
                      name, (gulong) result->rows);
  return TRUE;
}

static gboolean
read_files (Demo *demo, GError **error)
{
  return read_file (demo, OVS_CSV_EMPLOYERS, demo->office->clients_file, error) &&
         read_file (demo, OVS_CSV_EMPLOYEES, demo->office->employees_file, error);
}

static gboolean
select_all (OvsTx *tx, gpointer data, GError **error)
{
  return ovs_decisions_select (tx, OVS_SELECT_ALL, NULL, FALSE, error) >= 0;
}

static void
count_cb (const OvsJudged *judged, gpointer counts)
{
  ovs_judgement_count (counts, &judged->verdict);
}

static gboolean
judge (OvsTx *tx, gpointer counts, GError **error)
{
  ovs_judgement_store (tx, ovs_tx_today (tx), count_cb, counts);
  return TRUE;
}

static gboolean
select_and_check (Demo *demo, GError **error)
{
  OvsJudgementCounts counts = { 0 };

  if (!ovs_dossier_write (demo->dossier, select_all, NULL, NULL, error) ||
      !ovs_dossier_write (demo->dossier, judge, &counts, NULL, error))
    return FALSE;
  ovs_invocation_say (demo->invocation,
                      _ ("Checked everybody: %lu ready, %lu to decide about, %lu"
                         " that cannot go yet, %lu not in this conversion."),
                      (gulong) counts.dispositions[OVS_DISPOSITION_READY],
                      (gulong) counts.dispositions[OVS_DISPOSITION_DECIDE],
                      (gulong) counts.dispositions[OVS_DISPOSITION_STOPPER],
                      (gulong) (counts.dispositions[OVS_DISPOSITION_LEFT_OUT] +
                                counts.dispositions[OVS_DISPOSITION_DONE]));
  return TRUE;
}

static gboolean
connect_with_loket (Demo *demo, GError **error)
{
  g_autoptr (OvsConnection) connection = NULL;

  ovs_connect_async (demo->dossier, ovs_practice_get_url (demo->office->practice),
                     ovs_wait_get_cancellable (demo->wait), ovs_wait_done, demo->wait);
  connection = ovs_connect_finish (demo->dossier, ovs_wait_result (demo->wait), error);
  if (connection == NULL)
    return FALSE;
  ovs_invocation_say (demo->invocation, _ ("Connected with %s as %s: %u of %u clients are in the dossier."),
                      connection->url, connection->user, connection->recognised, connection->employers);
  return TRUE;
}

static gboolean
apply (Demo *demo, GError **error)
{
  g_autoptr (OvsApplied) applied = NULL;
  const OvsApplyOptions options = OVS_APPLY_OPTIONS_INIT;
  const OvsOutcomeCounts *counts = &demo->applied.counts;

  ovs_apply_async (demo->dossier, &options, ovs_wait_get_cancellable (demo->wait), ovs_wait_done,
                   demo->wait);
  applied = ovs_apply_finish (demo->dossier, ovs_wait_result (demo->wait), error);
  if (applied == NULL || !ovs_standings_read (demo->dossier, &demo->applied, error))
    return FALSE;
  ovs_invocation_say (demo->invocation,
                      _ ("Applied: %lu submitted, %lu invited, %lu"
                         " fell out, %lu unknown; %lu blocked in Werknemerloket."),
                      (gulong) counts->submitted, (gulong) counts->invited, (gulong) counts->fallout,
                      (gulong) counts->unknown, (gulong) counts->blocked);
  return TRUE;
}

static gboolean
activate (Demo *demo, GError **error)
{
  if (!ovs_demo_door_post (demo->door, "/practice/activate", ACTIVATE, error) ||
      !ovs_demo_door_post (demo->door, "/practice/clock", NEXT_DAY, error))
    return FALSE;
  ovs_invocation_say (demo->invocation, _ ("A day passes; nine of ten employees use their invitation."));
  return TRUE;
}

static gboolean
track (Demo *demo, GError **error)
{
  const OvsOutcomeCounts *counts = &demo->tracked.counts;

  ovs_track_async (demo->dossier, ovs_wait_get_cancellable (demo->wait), ovs_wait_done, demo->wait);
  demo->as_of = ovs_track_finish (demo->dossier, ovs_wait_result (demo->wait), error);
  if (demo->as_of == 0 || !ovs_standings_read (demo->dossier, &demo->tracked, error))
    return FALSE;
  ovs_invocation_say (demo->invocation,
                      _ ("Followed: in the whole dossier %lu over, %lu invited and waiting, %lu without any portal."),
                      (gulong) counts->linked, (gulong) counts->pending, (gulong) counts->stranded);
  return TRUE;
}

static gboolean
invite_again (Demo *demo, GError **error)
{
  g_autoptr (OvsReinvited) reinvited = NULL;

  ovs_reinvite_async (demo->dossier, NULL, NULL, FALSE, ovs_wait_get_cancellable (demo->wait), ovs_wait_done,
                      demo->wait);
  reinvited = ovs_reinvite_finish (demo->dossier, ovs_wait_result (demo->wait), error);
  if (reinvited == NULL || !ovs_standings_read (demo->dossier, &demo->final, error))
    return FALSE;
  demo->reinvited = reinvited->invited;
  ovs_invocation_say (demo->invocation,
                      _ ("Invited the fallout again: %u invited, %u not."),
                      reinvited->invited, reinvited->refused->len);
  return TRUE;
}

static gboolean
hear_witness (Demo *demo, GError **error)
{
  if (!ovs_witness_hear (demo->door, demo->dossier, &demo->witness, error))
    return FALSE;
  if (demo->witness.agrees)
    ovs_invocation_say (demo->invocation,
                        _ ("The practice Loket saw the same, person by person: %lu invited once, %lu"
                           " mails, %lu blocked and all of them invited."),
                        (gulong) demo->witness.invited, (gulong) demo->witness.mails,
                        (gulong) demo->witness.blocked);
  return TRUE;
}

static void
answer (Demo *demo)
{
  OvsJsonWriter *json = ovs_invocation_json (demo->invocation);

  ovs_standings_add_applied (json, &demo->final);
  ovs_json_add_count (json, "requests", demo->final.requests);
  ovs_standings_add_tracked (json, &demo->final, demo->as_of);
  ovs_json_add_count (json, "reinvited", demo->reinvited);

  ovs_json_begin_object (json, "apply");
  ovs_standings_add_applied (json, &demo->applied);
  ovs_json_add_count (json, "requests", demo->applied.requests);
  ovs_json_end_object (json);

  ovs_json_begin_object (json, "track");
  ovs_json_add_count (json, "invited", demo->tracked.counts.pending);
  ovs_json_add_count (json, "stranded", demo->tracked.counts.stranded);
  ovs_json_add_count (json, "unknown", ovs_standings_unknown (&demo->tracked));
  ovs_standings_add_tracked (json, &demo->tracked, demo->as_of);
  ovs_json_end_object (json);

  ovs_json_begin_object (json, "witness");
  ovs_json_add_count (json, "invited", demo->witness.invited);
  ovs_json_add_count (json, "blocked", demo->witness.blocked);
  ovs_json_add_count (json, "mails", demo->witness.mails);
  ovs_json_end_object (json);
  ovs_json_add_flag (json, "agrees", demo->witness.agrees);
}

typedef gboolean (*DemoStep) (Demo *demo, GError **error);

static gboolean
tell (Demo *demo, GError **error)
{
  static const DemoStep steps[] = { open_office, read_files, select_and_check, connect_with_loket, apply,
                                    activate,    track,      invite_again,     hear_witness };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      /* A signal that came while a step did not run the main context. */
      g_main_context_iteration (NULL, FALSE);
      if (g_cancellable_set_error_if_cancelled (ovs_wait_get_cancellable (demo->wait), error) ||
          !steps[i](demo, error) || !ovs_invocation_show (demo->invocation, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ovs_command_demo (OvsInvocation *invocation, GError **error)
{
  g_auto (Demo) demo = { invocation };
  const GOptionEntry options[] = { { NULL } };

  if (!ovs_invocation_parse (invocation, options, 0, 0, error))
    return FALSE;
  demo.wait = ovs_wait_new ();
  if (!tell (&demo, error))
    return FALSE;
  answer (&demo);
  if (!ovs_invocation_finish (invocation, error))
    return FALSE;
  if (!demo.witness.agrees)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _ ("The dossier and the practice Loket do not agree about every person. This is a "
                            "mistake in the program."));
  return demo.witness.agrees;
}
