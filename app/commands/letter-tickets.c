/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/letter-tickets.h"

#include <glib/gi18n.h>

#include "dossier/judgement.h"
#include "dossier/routes.h"
#include "letters/hand-in-list.h"

typedef struct
{
  int wave;
  const char *folder;
  OvsHandInList *list; /* (owned) (nullable) */
} Tickets;

static void
tickets_clear (Tickets *tickets)
{
  ovs_hand_in_list_free (tickets->list);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tickets, tickets_clear)

static gboolean
read_list (OvsTx *tx, gpointer data, GError **error)
{
  Tickets *tickets = data;
  gint64 wave = OVS_WAVE_ANY;

  if (tickets->wave != 0 && !ovs_waves_require (tx, tickets->wave, &wave, error))
    return FALSE;
  ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT64);
  tickets->list = ovs_hand_in_list_read (tx, wave);
  return TRUE;
}

static gboolean
write_text (OvsInvocation *invocation, const Tickets *tickets, OvsTicket ticket, const char *name, GError **error)
{
  g_autofree char *text = ovs_hand_in_list_text (tickets->list, ticket, error);
  g_autofree char *whole = text != NULL ? g_strconcat (OVS_TICKET_SUBJECT, "\n\n", text, NULL) : NULL;
  g_autofree char *path = g_build_filename (tickets->folder, name, NULL);

  if (whole == NULL || !g_file_set_contents_full (path, whole, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    return FALSE;
  ovs_json_add_text (ovs_invocation_json (invocation), NULL, name);
  ovs_invocation_say (invocation, _ ("Wrote %s."), name);
  return TRUE;
}

static gboolean
write_client_list (OvsInvocation *invocation, const Tickets *tickets, GError **error)
{
  g_autofree char *path = g_build_filename (tickets->folder, "klantlijst.csv", NULL);
  g_autoptr (OvsCsvWriter) writer = ovs_csv_writer_new (path, error);
  gint64 rows;

  if (writer == NULL || !ovs_hand_in_list_write (tickets->list, writer, &rows, error) || !ovs_csv_writer_close (writer, error))
    return FALSE;
  ovs_json_add_text (ovs_invocation_json (invocation), NULL, "klantlijst.csv");
  ovs_invocation_say (invocation, _ ("Wrote %s."), "klantlijst.csv");
  return TRUE;
}

gboolean
ovs_letter_tickets_write (OvsInvocation *invocation, int wave, const char *folder, GError **error)
{
  g_autoptr (OvsDossier) dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  OvsJsonWriter *json = ovs_invocation_json (invocation);
  g_auto (Tickets) tickets = { wave, folder, NULL };
  gboolean success;

  if (dossier == NULL || !ovs_dossier_write (dossier, read_list, &tickets, NULL, error))
    return FALSE;
  g_mkdir_with_parents (folder, 0700);
  ovs_json_begin_list (json, "written");
  success = write_text (invocation, &tickets, OVS_TICKET_OVERVIEW, "ticket-overzicht.txt", error);
  if (success && tickets.list->clients->len > 0)
    success = write_text (invocation, &tickets, OVS_TICKET_CLIENT_LIST, "ticket-klantlijst.txt", error)
              && write_client_list (invocation, &tickets, error);
  ovs_json_end_list (json);
  ovs_json_begin_list (json, "problems");
  ovs_json_end_list (json);
  return success;
}
