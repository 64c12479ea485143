/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/client-menu.h"

#include <glib/gi18n.h>

#include "steps/choose-wave.h"
#include "steps/inform/outbox-window.h"
#include "steps/select/ask-ticket.h"
#include "steps/select/client-work.h"
#include "steps/select/contract-dialog.h"
#include "steps/wave-work.h"

/* What the actions act on. */
typedef struct
{
  GtkWidget *pane;         /* (unowned): it has the actions */
  OvsWorkspace *workspace; /* (owned) */
  gint64 client;
  char *name;
  OvsDay contract_ends_on;
  OvsDay today;
} Subject;

static void
subject_free (gpointer data, GClosure *closure)
{
  Subject *subject = data;

  g_object_unref (subject->workspace);
  g_free (subject->name);
  g_free (subject);
}

static const char *
rights_to_word (OvsTold rights)
{
  return rights == OVS_TOLD_YES ? "yes" : rights == OVS_TOLD_NO ? "no" : "unknown";
}

static void
on_contact_left (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Subject *subject = data;
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (action));

  ovs_client_work_contact_left (subject->pane, subject->workspace, subject->client, !g_variant_get_boolean (state));
}

static void
on_rights (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Subject *subject = data;
  const char *word = g_variant_get_string (parameter, NULL);
  OvsTold rights = g_str_equal (word, "yes") ? OVS_TOLD_YES : g_str_equal (word, "no") ? OVS_TOLD_NO : OVS_TOLD_UNKNOWN;

  ovs_client_work_rights (subject->pane, subject->workspace, subject->client, rights);
}

/* The client that was asked about, whatever is shown by the time the answer comes. */
typedef struct
{
  GtkWidget *pane;         /* (owned) */
  OvsWorkspace *workspace; /* (owned) */
  gint64 client;
} Question;

static void
on_contract_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  OvsDay day;

  if (ovs_contract_dialog_finish (result, &day))
    ovs_client_work_contract (question->pane, question->workspace, question->client, day);
  g_object_unref (question->pane);
  g_object_unref (question->workspace);
  g_free (question);
}

static void
on_contract (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Subject *subject = data;
  Question *question = g_new0 (Question, 1);

  question->pane = g_object_ref (subject->pane);
  question->workspace = g_object_ref (subject->workspace);
  question->client = subject->client;
  ovs_contract_dialog_async (GTK_WINDOW (gtk_widget_get_root (subject->pane)), subject->name, subject->contract_ends_on, subject->today,
                             on_contract_answered, question);
}

#define ROUTE_OF_ROUND "round"

static void
on_round (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Subject *subject = data;
  GArray *clients = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (clients, subject->client);
  ovs_choose_wave (subject->pane, subject->workspace, clients);
}

static void
on_route (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Subject *subject = data;
  OvsRoute route = OVS_N_ROUTES;

  ovs_route_from_code (g_variant_get_string (parameter, NULL), &route);
  ovs_wave_work_client_route (subject->pane, subject->workspace, subject->client, route);
}

static void
on_ticket (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Subject *subject = data;

  ovs_ask_ticket (subject->pane, NULL, subject->workspace, ovs_ticket_draft_new (OVS_SUBJECT_OTHER, subject->client, subject->name), FALSE);
}

static void
on_tell_loket (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Subject *subject = data;

  ovs_ask_ticket (subject->pane, NULL, subject->workspace, ovs_ticket_draft_new (OVS_SUBJECT_WITHDRAWAL, subject->client, subject->name), TRUE);
}

static void
on_messages (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const Subject *subject = data;

  ovs_outbox_window_show (subject->pane, subject->workspace, subject->client);
}

GMenuModel *
ovs_client_menu_new (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) answers = g_menu_new ();
  g_autoptr (GMenu) rights = g_menu_new ();
  g_autoptr (GMenu) routes = g_menu_new ();

  g_menu_append (answers, _ ("Choose the round…"), "client.round");
  g_menu_append (answers, _ ("End of the contract…"), "client.contract");
  g_menu_append (answers, _ ("Contact has left"), "client.contact-left");
  g_menu_append (answers, _ ("Note a ticket…"), "client.ticket");
  g_menu_append (answers, _ ("Messages to this client…"), "client.messages");
  g_menu_append (rights, _ ("Yes"), "client.rights::yes");
  g_menu_append (rights, _ ("No"), "client.rights::no");
  g_menu_append (rights, _ ("Unknown"), "client.rights::unknown");
  g_menu_append (routes, _ ("That of the round"), "client.route::" ROUTE_OF_ROUND);
  for (OvsRoute route = 0; route < OVS_N_ROUTES; route++)
    {
      g_autofree char *target = g_strdup_printf ("client.route::%s", ovs_route_code (route));

      g_menu_append (routes, ovs_route_title (route), target);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (answers));
  g_menu_append_section (menu, _ ("Route"), G_MENU_MODEL (routes));
  g_menu_append_section (menu, _ ("Handler has rights in Loket"), G_MENU_MODEL (rights));
  return G_MENU_MODEL (menu);
}

static void
add (GSimpleActionGroup *group, GSimpleAction *action, GCallback activated, const Subject *subject)
{
  Subject *own = g_memdup2 (subject, sizeof *subject);

  g_object_ref (own->workspace);
  own->name = g_strdup (subject->name);
  g_simple_action_set_enabled (action, !ovs_workspace_get_read_only (subject->workspace));
  g_signal_connect_data (action, "activate", activated, own, subject_free, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  g_object_unref (action);
}

void
ovs_client_menu_set_client (GtkWidget *pane, OvsWorkspace *workspace, const OvsClientFacts *facts)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  Subject subject = { pane, workspace, facts != NULL ? facts->id : 0, NULL };

  if (facts == NULL)
    {
      gtk_widget_insert_action_group (pane, "client", NULL);
      return;
    }
  subject.name = facts->name != NULL ? facts->name : facts->number;
  subject.contract_ends_on = facts->contract_ends_on;
  subject.today = facts->today;
  add (group, g_simple_action_new_stateful ("contact-left", NULL, g_variant_new_boolean (facts->contact_left)), G_CALLBACK (on_contact_left), &subject);
  add (group, g_simple_action_new_stateful ("rights", G_VARIANT_TYPE_STRING, g_variant_new_string (rights_to_word (facts->rights))),
       G_CALLBACK (on_rights), &subject);
  add (group, g_simple_action_new ("contract", NULL), G_CALLBACK (on_contract), &subject);
  add (group, g_simple_action_new ("round", NULL), G_CALLBACK (on_round), &subject);
  add (group,
       g_simple_action_new_stateful ("route", G_VARIANT_TYPE_STRING,
                                     g_variant_new_string (facts->has_own_route ? ovs_route_code (facts->route) : ROUTE_OF_ROUND)),
       G_CALLBACK (on_route), &subject);
  add (group, g_simple_action_new ("ticket", NULL), G_CALLBACK (on_ticket), &subject);
  add (group, g_simple_action_new ("messages", NULL), G_CALLBACK (on_messages), &subject);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (group), "messages")), TRUE);
  add (group, g_simple_action_new ("tell-loket", NULL), G_CALLBACK (on_tell_loket), &subject);
  gtk_widget_insert_action_group (pane, "client", G_ACTION_GROUP (group));
}
