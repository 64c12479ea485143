/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/letter-tickets.h"
#include "commands/parse.h"
#include "dossier/employers.h"
#include "dossier/waves.h"
#include "letters/enquiry-post.h"
#include "letters/letter-batch.h"

/* How long a client has, where nobody says. */
#define DAYS_TO_ANSWER 14

typedef struct
{
  OvsPiece piece;
  GStrv employers;  /* (nullable) as given */
  GStrv numbers;
  GArray *clients;  /* (owned) (nullable) (element-type gint64) */
  int wave_number;  /* 0 for all */
  gint64 wave;      /* its id */
  OvsDay deadline;
  char *folder;     /* (nullable) */
  gboolean table;
  gboolean paper;
  OvsEnquiryPosted posted;
  OvsLetterBatch batch;
} Letters;

static void
letters_clear (Letters *letters)
{
  g_strfreev (letters->employers);
  g_strfreev (letters->numbers);
  g_clear_pointer (&letters->clients, g_array_unref);
  g_free (letters->folder);
  ovs_enquiry_posted_clear (&letters->posted);
  ovs_letter_batch_clear (&letters->batch);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Letters, letters_clear)

/* --- for whom ------------------------------------------------------------------------------------------------------------ */

static gboolean
find_clients (OvsTx *tx, gpointer data, GError **error)
{
  Letters *letters = data;

  if (letters->wave_number != 0 && !ovs_waves_require (tx, letters->wave_number, &letters->wave, error))
    return FALSE;
  if (letters->employers == NULL)
    return TRUE;
  letters->clients = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gsize i = 0; letters->numbers[i] != NULL; i++)
    {
      gint64 employer;

      if (!ovs_employers_require (tx, letters->numbers[i], &employer, error))
        return FALSE;
      g_array_append_val (letters->clients, employer);
    }
  return TRUE;
}

/* --- the answer ---------------------------------------------------------------------------------------------------------- */

static void
add_files (OvsJsonWriter *json, const GPtrArray *files)
{
  for (guint i = 0; files != NULL && i < files->len; i++)
    ovs_json_add_text (json, NULL, g_ptr_array_index (files, i));
}

static void
add_problems (OvsInvocation *invocation, const OvsLetterBatch *batch)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);

  ovs_json_begin_list (json, "problems");
  for (guint i = 0; i < batch->problems->len; i++)
    {
      const OvsLetterProblem *problem = g_ptr_array_index (batch->problems, i);

      ovs_json_begin_object (json, NULL);
      ovs_json_add_text (json, "employer", problem->employer);
      ovs_json_add_text (json, "reason", problem->reason);
      ovs_json_end_object (json);
      ovs_invocation_say (invocation, "%s%s%s", problem->employer, *problem->employer != '\0' ? ": " : "", problem->reason);
    }
  ovs_json_end_list (json);
}

static void
answer (OvsInvocation *invocation, const Letters *letters)
{
  OvsJsonWriter *json = ovs_invocation_json (invocation);
  gboolean asked = letters->posted.files != NULL;

  ovs_json_begin_list (json, "written");
  add_files (json, letters->posted.files);
  add_files (json, letters->batch.files);
  ovs_json_end_list (json);
  if (asked)
    {
      ovs_json_add_count (json, "clients", letters->posted.clients);
      ovs_json_add_count (json, "people", letters->posted.people);
      ovs_invocation_say_count (invocation, letters->posted.clients, _ ("clients asked"));
      ovs_invocation_say_count (invocation, letters->posted.people, _ ("people on their lists"));
      ovs_invocation_say (invocation, "%s", _ ("The lists are confidential: do not send them by ordinary mail."));
    }
  ovs_json_add_count (json, "letters", letters->batch.letters);
  ovs_json_add_count (json, "needless", letters->batch.needless);
  ovs_invocation_say_count (invocation, letters->batch.letters, _ ("letters made"));
  if (letters->batch.needless > 0)
    ovs_invocation_say_count (invocation, letters->batch.needless, _ ("clients for whom there is nothing to tell"));
  add_problems (invocation, &letters->batch);
  if (letters->batch.advice != NULL && letters->batch.letters > 0)
    {
      ovs_json_add_text (json, "advice", letters->batch.advice);
      ovs_invocation_say (invocation, "%s", letters->batch.advice);
    }
}

/* --- making them --------------------------------------------------------------------------------------------------------- */

static gboolean
post_enquiries (OvsDossier *dossier, Letters *letters, GError **error)
{
  OvsEnquiryOrder order = { .employers = letters->clients, .folder = letters->folder, .deadline = letters->deadline };

  order.whom = letters->clients != NULL ? OVS_ENQUIRY_THESE : OVS_ENQUIRY_ALL;
  if (order.deadline == OVS_NO_DAY)
    order.deadline = ovs_clock_today (ovs_dossier_get_clock (dossier)) + DAYS_TO_ANSWER;
  return ovs_enquiry_post (dossier, &order, &letters->posted, NULL, error);
}

static gboolean
write_letters (OvsInvocation *invocation, Letters *letters, GError **error)
{
  g_autoptr (OvsDossier) dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  OvsLetterOrder order = { .piece = letters->piece, .folder = letters->folder, .table = letters->table, .paper = letters->paper };

  if (dossier == NULL || !ovs_dossier_read (dossier, find_clients, letters, NULL, error)
      || (letters->piece == OVS_PIECE_MISSING_DATA && !post_enquiries (dossier, letters, error)))
    return FALSE;
  order.wave = letters->wave;
  order.employers = letters->clients;
  if (!ovs_letter_batch_write (dossier, &order, &letters->batch, NULL, error))
    return FALSE;
  answer (invocation, letters);
  return TRUE;
}

/* --- the command --------------------------------------------------------------------------------------------------------- */

static gboolean
refuse_piece (GError **error)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  for (int piece = 0; piece < OVS_N_PIECES; piece++)
    g_string_append_printf (codes, "%s%s", piece > 0 ? ", " : "", ovs_piece_code (piece));
  sentence = g_strdup_printf (_ ("There is no such letter. It is one of: %s."), codes->str);
  return ovs_usage_refuse (error, sentence);
}

static gboolean
carry_out (OvsInvocation *invocation, Letters *letters, GError **error)
{
  gboolean for_clients;

  if (!ovs_piece_from_code (ovs_invocation_word (invocation, 1), &letters->piece))
    return refuse_piece (error);
  for_clients = ovs_piece_reader (letters->piece) == OVS_READER_CLIENT || ovs_piece_reader (letters->piece) == OVS_READER_EMPLOYEES;
  if (letters->folder == NULL)
    return ovs_usage_refuse (error, _ ("Say in which folder the files come with -o."));
  if (letters->piece == OVS_PIECE_TICKET && (letters->employers != NULL || letters->table))
    return ovs_usage_refuse (error, _ ("A ticket is about all clients that go by Loket, or those of a --wave."));
  if (!for_clients && letters->piece != OVS_PIECE_TICKET && (letters->employers != NULL || letters->table))
    return ovs_usage_refuse (error, _ ("This piece is for the office itself, not for clients."));
  if (letters->piece == OVS_PIECE_MISSING_DATA && letters->wave_number != 0)
    return ovs_usage_refuse (error, _ ("What lacks is asked of all clients, or of those of --employer: not of a round."));
  if (letters->piece == OVS_PIECE_TICKET)
    return ovs_letter_tickets_write (invocation, letters->wave_number, letters->folder, error);
  return write_letters (invocation, letters, error);
}

gboolean
ovs_command_letters (OvsInvocation *invocation, GError **error)
{
  g_autofree char *deadline = NULL;
  g_auto (Letters) letters = { .deadline = OVS_NO_DAY };
  const GOptionEntry options[] = {
    { "employer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &letters.employers, N_ ("These clients only; several numbers may follow"), "NUMBER…" },
    { "wave", 0, 0, G_OPTION_ARG_INT, &letters.wave_number, N_ ("Only this round"), "N" },
    { "deadline", 0, 0, G_OPTION_ARG_STRING, &deadline, N_ ("The day by which the lists are to be back; in two weeks when not given"),
      "YYYY-MM-DD" },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &letters.table, N_ ("Also a table of all clients and fields, for a mail merge"), NULL },
    { "pdf", 0, 0, G_OPTION_ARG_NONE, &letters.paper, N_ ("Also each letter as a PDF, to print"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &letters.folder, N_ ("The folder for the files"), "FOLDER" },
    { NULL },
  };

  return ovs_invocation_parse (invocation, options, 2, G_MAXUINT, error)
         && ovs_invocation_numbers (invocation, letters.employers, 2, &letters.numbers, error)
         && ovs_parse_day (deadline, &letters.deadline, error) && carry_out (invocation, &letters, error);
}
