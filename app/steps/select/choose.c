/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/choose.h"

#include <glib/gi18n.h>

#include "dossier/decisions.h"
#include "steps/select/clients.h"

typedef struct
{
  OvsStepPage *page; /* (owned) */
  GArray *ids;       /* (owned) of gint64 */
  gboolean select;
  void (*failed) (OvsStepPage *page);
  gint64 changed;
} Choice;

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->page);
  g_array_unref (choice->ids);
  g_free (choice);
}

static void
add_number (const OvsClientRow *row, gpointer data)
{
  g_autofree char *why_not = ovs_clients_why_not (row);

  if (why_not == NULL)
    g_strv_builder_add (data, row->number);
}

/* In the writer's thread. */
static gboolean
choose (OvsTx *tx, gpointer data, GError **error)
{
  Choice *choice = data;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) numbers = NULL;

  for (guint i = 0; i < choice->ids->len; i++)
    ovs_client_list_get (tx, g_array_index (choice->ids, gint64, i), add_number, builder);
  numbers = g_strv_builder_end (builder);
  choice->changed = choice->select ? ovs_decisions_select (tx, OVS_SELECT_NUMBERS, (const char *const *) numbers, FALSE, error)
                                   : ovs_decisions_deselect (tx, (const char *const *) numbers, error);
  return choice->changed >= 0;
}

static void
tell (const Choice *choice)
{
  g_autofree char *text = NULL;

  if (choice->ids->len < 2)
    return;
  if (choice->changed == 0)
    text = g_strdup (choice->select ? _ ("All of these were chosen already") : _ ("None of these was chosen"));
  else
    text = g_strdup_printf (choice->select ? ngettext ("%'d client chosen", "%'d clients chosen", (gulong) choice->changed)
                                           : ngettext ("%'d client no longer chosen", "%'d clients no longer chosen", (gulong) choice->changed),
                            (int) choice->changed);
  ovs_step_page_tell (choice->page, text, choice->changed > 0);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Choice *choice = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    tell (choice);
  else
    {
      ovs_step_page_tell_error (choice->page, error);
      choice->failed (choice->page);
    }
  choice_free (choice);
}

void
ovs_choose_clients (OvsStepPage *page, GArray *ids, gboolean select, void (*failed) (OvsStepPage *page))
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (page);
  Choice *choice;

  if (ovs_workspace_get_read_only (workspace))
    {
      ovs_step_page_tell (page, _ ("This dossier is open to read only: nothing can be chosen in it"), FALSE);
      failed (page);
      g_array_unref (ids);
      return;
    }
  choice = g_new0 (Choice, 1);
  choice->page = g_object_ref (page);
  choice->ids = ids;
  choice->select = select;
  choice->failed = failed;
  ovs_workspace_write_async (workspace, choose, choice, NULL, on_chosen, choice);
}
