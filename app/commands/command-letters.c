/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "dossier/employers.h"
#include "dossier/judgement.h"
#include "dossier/routes.h"
#include "letters/enquiry-post.h"
#include "letters/hand-in-list.h"

/* How long a client has, where nobody says. */
#define DAYS_TO_ANSWER 14

typedef struct
{
  GStrv numbers;
  GArray *employers; /* (owned) (element-type gint64) */
} Clients;

typedef struct
{
  GStrv employers; /* (nullable) as given */
  GStrv numbers;
  int wave;        /* its number, 0 for all */
  OvsDay deadline;
  char *folder;        /* (nullable) */
  OvsHandInList *list; /* (nullable) */
} Letters;

static void letters_clear (Letters *letters);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Letters, letters_clear)

static gboolean
find_clients (OvsTx *tx, gpointer data, GError **error)
{
  Clients *clients = data;

  for (gsize i = 0; clients->numbers[i] != NULL; i++)
    {
      gint64 employer;

      if (!ovs_employers_require (tx, clients->numbers[i], &employer, error))
        return FALSE;
      g_array_append_val (clients->employers, employer);
    }
  return TRUE;
}

static void
answer (OvsInvocation *invocation, const OvsEnquiryPosted *posted)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  if (json == NULL)
    {
      ovs_invocation_say_count (invocation, posted->clients, _ ("clients asked"));
      ovs_invocation_say_count (invocation, posted->people, _ ("people on their lists"));
      ovs_invocation_say (invocation, "%s", _ ("The lists are confidential: do not send them by ordinary mail."));
      return;
    }
  ovs_json_begin_list (json, "written");
  for (guint i = 0; i < posted->files->len; i++)
    ovs_json_add_text (json, NULL, g_ptr_array_index (posted->files, i));
  ovs_json_end_list (json);
  ovs_json_add_count (json, "clients", posted->clients);
  ovs_json_add_count (json, "people", posted->people);
  ovs_json_begin_list (json, "problems");
  ovs_json_end_list (json);
}

/* --- what a client fills in ------------------------------------------------------------------------------------ */

static gboolean
post_enquiries (OvsInvocation *invocation, Letters *letters, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OvsDossier) dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  g_auto (OvsEnquiryPosted) posted = { 0 };
  OvsEnquiryOrder order = { .deadline = letters->deadline };

  if (dossier == NULL
      || (letters->employers != NULL && !ovs_dossier_read (dossier, find_clients, &(Clients){ letters->numbers, ids }, NULL, error)))
    return FALSE;
  order.whom = letters->employers != NULL ? OVS_ENQUIRY_THESE : OVS_ENQUIRY_ALL;
  order.employers = ids;
  order.folder = letters->folder;
  if (order.deadline == OVS_NO_DAY)
    order.deadline = ovs_clock_today (ovs_dossier_get_clock (dossier)) + DAYS_TO_ANSWER;
  if (!ovs_enquiry_post (dossier, &order, &posted, NULL, error))
    return FALSE;
  answer (invocation, &posted);
  return TRUE;
}

/* --- what Loket reads ------------------------------------------------------------------------------------------ */

static gboolean
read_list (OvsTx *tx, gpointer data, GError **error)
{
  Letters *letters = data;
  gint64 wave = OVS_WAVE_ANY;

  if (letters->wave != 0 && !ovs_waves_require (tx, letters->wave, &wave, error))
    return FALSE;
  ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT64);
  letters->list = ovs_hand_in_list_read (tx, wave);
  return TRUE;
}

static gboolean
write_text (OvsInvocation *invocation, const Letters *letters, OvsTicket ticket, const char *name, GError **error)
{
  g_autofree char *text = ovs_hand_in_list_text (letters->list, ticket);
  g_autofree char *whole = g_strconcat (OVS_TICKET_SUBJECT, "\n\n", text, NULL);
  g_autofree char *path = g_build_filename (letters->folder, name, NULL);

  if (!g_file_set_contents_full (path, whole, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    return FALSE;
  ovs_json_add_text (ovs_invocation_json (invocation), NULL, name);
  ovs_invocation_say (invocation, _ ("Wrote %s."), name);
  return TRUE;
}

static gboolean
write_client_list (OvsInvocation *invocation, const Letters *letters, GError **error)
{
  g_autofree char *path = g_build_filename (letters->folder, "klantlijst.csv", NULL);
  g_autoptr (OvsCsvWriter) writer = ovs_csv_writer_new (path, error);
  gint64 rows;

  if (writer == NULL || !ovs_hand_in_list_write (letters->list, writer, &rows, error) || !ovs_csv_writer_close (writer, error))
    return FALSE;
  ovs_json_add_text (ovs_invocation_json (invocation), NULL, "klantlijst.csv");
  ovs_invocation_say (invocation, _ ("Wrote %s."), "klantlijst.csv");
  return TRUE;
}

static gboolean
write_tickets (OvsInvocation *invocation, Letters *letters, GError **error)
{
  g_autoptr (OvsDossier) dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  OvsJsonWriter *json = ovs_invocation_json (invocation);
  gboolean success;

  if (dossier == NULL || !ovs_dossier_write (dossier, read_list, letters, NULL, error))
    return FALSE;
  g_mkdir_with_parents (letters->folder, 0700);
  ovs_json_begin_list (json, "written");
  success = write_text (invocation, letters, OVS_TICKET_OVERVIEW, "ticket-overzicht.txt", error);
  if (success && letters->list->clients->len > 0)
    success = write_text (invocation, letters, OVS_TICKET_CLIENT_LIST, "ticket-klantlijst.txt", error)
              && write_client_list (invocation, letters, error);
  ovs_json_end_list (json);
  ovs_json_begin_list (json, "problems");
  ovs_json_end_list (json);
  return success;
}

/* --- the command ----------------------------------------------------------------------------------------------- */

static void
letters_clear (Letters *letters)
{
  g_strfreev (letters->employers);
  g_strfreev (letters->numbers);
  g_free (letters->folder);
  ovs_hand_in_list_free (letters->list);
}

static gboolean
write_letters (OvsInvocation *invocation, Letters *letters, GError **error)
{
  const char *piece = ovs_invocation_word (invocation, 1);
  gboolean ticket = g_str_equal (piece, "ticket");

  if (!ticket && !g_str_equal (piece, "missing-data"))
    return ovs_usage_refuse (error, _ ("There is no such letter. It is missing-data or ticket."));
  if (letters->folder == NULL)
    return ovs_usage_refuse (error, _ ("Say in which folder the files come with -o."));
  if (ticket && letters->employers != NULL)
    return ovs_usage_refuse (error, _ ("A ticket is about all clients that go by Loket, or those of a --wave."));
  if (!ticket && letters->wave != 0)
    return ovs_usage_refuse (error, _ ("Only a ticket is about a round."));
  return ticket ? write_tickets (invocation, letters, error) : post_enquiries (invocation, letters, error);
}

gboolean
ovs_command_letters (OvsInvocation *invocation, GError **error)
{
  g_autofree char *deadline = NULL;
  g_auto (Letters) letters = { .deadline = OVS_NO_DAY };
  const GOptionEntry options[] = {
    { "employer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &letters.employers, N_ ("These clients only; several numbers may follow"), "NUMBER…" },
    { "wave", 0, 0, G_OPTION_ARG_INT, &letters.wave, N_ ("Only this round"), "N" },
    { "deadline", 0, 0, G_OPTION_ARG_STRING, &deadline, N_ ("The day by which the lists are to be back; in two weeks when not given"),
      "YYYY-MM-DD" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &letters.folder, N_ ("The folder for the files"), "FOLDER" },
    { NULL },
  };

  return ovs_invocation_parse (invocation, options, 2, G_MAXUINT, error)
         && ovs_invocation_numbers (invocation, letters.employers, 2, &letters.numbers, error)
         && ovs_parse_day (deadline, &letters.deadline, error) && write_letters (invocation, &letters, error);
}
