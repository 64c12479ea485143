/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "dossier/employers.h"
#include "letters/enquiry-post.h"

/* How long a client has, where nobody says. */
#define DAYS_TO_ANSWER 14

typedef struct
{
  GStrv numbers;
  GArray *employers; /* (owned) (element-type gint64) */
} Clients;

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

gboolean
ovs_command_letters (OvsInvocation *invocation, GError **error)
{
  g_auto (GStrv) employers = NULL;
  g_auto (GStrv) numbers = NULL;
  g_autofree char *deadline = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (OvsDossier) dossier = NULL;
  g_auto (OvsEnquiryPosted) posted = { 0 };
  OvsEnquiryOrder order = { 0 };
  const GOptionEntry options[] = {
    { "employer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &employers, N_ ("These clients only; several numbers may follow"), "NUMBER…" },
    { "deadline", 0, 0, G_OPTION_ARG_STRING, &deadline, N_ ("The day by which the lists are to be back; in two weeks when not given"),
      "YYYY-MM-DD" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder, N_ ("The folder for the files"), "FOLDER" },
    { NULL },
  };

  if (!ovs_invocation_parse (invocation, options, 2, G_MAXUINT, error)
      || !ovs_invocation_numbers (invocation, employers, 2, &numbers, error) || !ovs_parse_day (deadline, &order.deadline, error))
    return FALSE;
  if (!g_str_equal (ovs_invocation_word (invocation, 1), "missing-data"))
    return ovs_usage_refuse (error, _ ("There is no such letter. It is missing-data."));
  if (folder == NULL)
    return ovs_usage_refuse (error, _ ("Say in which folder the files come with -o."));

  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  if (dossier == NULL || (employers != NULL && !ovs_dossier_read (dossier, find_clients, &(Clients){ numbers, ids }, NULL, error)))
    return FALSE;
  order.whom = employers != NULL ? OVS_ENQUIRY_THESE : OVS_ENQUIRY_ALL;
  order.employers = ids;
  order.folder = folder;
  if (order.deadline == OVS_NO_DAY)
    order.deadline = ovs_clock_today (ovs_dossier_get_clock (dossier)) + DAYS_TO_ANSWER;
  if (!ovs_enquiry_post (dossier, &order, &posted, NULL, error))
    return FALSE;
  answer (invocation, &posted);
  return TRUE;
}
