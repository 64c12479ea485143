/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/apply-question.h"

#include <glib/gi18n.h>

#include "dossier/actor.h"
#include "dossier/approvers.h"
#include "dossier/plan-list.h"
#include "steps/apply/ask-second.h"
#include "steps/apply/environment.h"
#include "widgets/confirm.h"

/* Above this many people the number has to be typed. */
#define TYPE_ABOVE 250

typedef struct
{
  OvsWorkspace *workspace; /* (owned) */
  GtkWindow *parent;       /* (owned) */
  OvsPlanFigures plan;
  OvsApplyWhom *whom;      /* (owned) (nullable) until who is ready is read */
  gint64 second_above;     /* 0 for never */
  char *second;            /* (owned) (nullable) */
} Question;

void
ovs_agreed_free (OvsAgreed *agreed)
{
  if (agreed == NULL)
    return;
  g_clear_pointer (&agreed->approval.employees, g_hash_table_unref);
  g_clear_pointer (&agreed->approval.seen, g_hash_table_unref);
  g_clear_pointer (&agreed->approval.agreed, g_hash_table_unref);
  g_free (agreed->second_person);
  g_free (agreed);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->workspace);
  g_object_unref (question->parent);
  ovs_apply_whom_free (question->whom);
  g_free (question->second);
  g_free (question);
}

static void
on_confirmed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Question *question = g_task_get_task_data (task);
  const GArray *people = question->whom->people;
  OvsAgreed *agreed;

  if (!ovs_confirm_finish (result))
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  agreed = g_new0 (OvsAgreed, 1);
  agreed->approval.people = people->len;
  agreed->approval.employees = ovs_approval_set_of ((const gint64 *) (gpointer) people->data, people->len);
  agreed->approval.seen = g_steal_pointer (&question->whom->seen);
  agreed->approval.agreed = g_steal_pointer (&question->whom->agreed);
  agreed->second_person = g_steal_pointer (&question->second);
  g_task_return_pointer (task, agreed, (GDestroyNotify) ovs_agreed_free);
}

static void
confirm (GTask *task)
{
  Question *question = g_task_get_task_data (task);
  const char *environment = ovs_environment_title (ovs_workspace_get_figures (question->workspace)->loket_kind);
  guint people = question->whom->people->len;
  gint64 of = question->whom->clients > 0 ? question->whom->clients : question->plan.clients_with_ready;
  g_autofree char *clients = g_strdup_printf (ngettext ("%'d client", "%'d clients", (gulong) of), (int) of);
  /* Translators: the number of employees, “42 clients”, and the name of the environment. */
  g_autofree char *heading
      = g_strdup_printf (ngettext ("Invite %'u employee of %s in %s?", "Invite %'u employees of %s in %s?", people), people, clients, environment);
  g_autofree char *body
      = g_strdup_printf (_ ("Loket mails the invitations. Werknemerloket is blocked for %'d of them, each once the invitation is confirmed. "
                            "What was sent cannot be taken back."),
                         (int) MIN (question->plan.blocks, people));
  g_autofree char *otherwise = g_strdup_printf ("%s %s", _ ("They go with what Loket has of them, as in the list, and not with what this dossier has."), body);
  g_autofree char *verb = g_strdup_printf (ngettext ("Invite %'u employee", "Invite %'u employees", people), people);

  ovs_confirm_async (question->parent, heading, question->whom->agreed != NULL ? otherwise : body, verb, people > TYPE_ABOVE ? people : 0, on_confirmed, task);
}

static void
on_second (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Question *question = g_task_get_task_data (task);

  question->second = ovs_ask_second_finish (result);
  if (question->second != NULL)
    confirm (g_steal_pointer (&task));
  else
    g_task_return_pointer (task, NULL, NULL);
}

static gboolean
read_people (OvsTx *tx, gpointer data, GError **error)
{
  Question *question = data;
  const OvsPlanQuery query = { .people = OVS_PLAN_READY, .wave = question->plan.wave, .search = "" };

  if (question->whom == NULL)
    {
      question->whom = g_new0 (OvsApplyWhom, 1);
      question->whom->people = ovs_plan_list_people (tx, &query);
    }
  question->second_above = ovs_approvers_get_above (tx);
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Question *question = g_task_get_task_data (task);
  guint people = question->whom != NULL ? question->whom->people->len : 0;
  g_autofree char *first = ovs_actor_get ();
  g_autoptr (GError) error = NULL;

  if (!ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (people == 0)
    g_task_return_pointer (task, NULL, NULL);
  else if (question->second_above > 0 && people > question->second_above)
    ovs_ask_second_async (question->parent, people, first, on_second, g_steal_pointer (&task));
  else
    confirm (g_steal_pointer (&task));
}

void
ovs_apply_question_async (OvsWorkspace *workspace,
                          GtkWindow *parent,
                          const OvsPlanFigures *plan,
                          OvsApplyWhom *whom,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->workspace = g_object_ref (workspace);
  question->parent = g_object_ref (parent);
  question->plan = *plan;
  question->whom = whom;
  g_task_set_source_tag (task, ovs_apply_question_async);
  g_task_set_task_data (task, question, question_free);
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_people, question, NULL, on_read, task);
}

OvsAgreed *
ovs_apply_question_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
