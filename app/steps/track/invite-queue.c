/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/invite-queue.h"

#include <glib/gi18n.h>

#include "conversion/reinvite.h"

/* As long as a toast is shown. */
#define MOMENT 5

struct _OvsInviteQueue
{
  GObject parent_instance;

  OvsWorkspace *workspace; /* (unowned): it owns this queue */
  GQueue asked;            /* (element-type Asked) not sent yet, the latest at the end */
  GHashTable *sent;        /* (owned) (element-type gint64) under way */
  guint timer;
  gboolean due;            /* as soon as nothing else is under way */
};

G_DEFINE_FINAL_TYPE (OvsInviteQueue, ovs_invite_queue, G_TYPE_OBJECT)

typedef struct
{
  OvsStepPage *page; /* (owned) */
  GArray *people;    /* (owned) (element-type gint64) */
  gboolean again;
} Asked;

/* One request to the conversion. */
typedef struct
{
  OvsInviteQueue *queue; /* (owned) */
  OvsStepPage *page;     /* (owned) */
} Sending;

static void send (OvsInviteQueue *self);

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->page);
  g_array_unref (asked->people);
  g_free (asked);
}

static void
ovs_invite_queue_finalize (GObject *object)
{
  OvsInviteQueue *self = OVS_INVITE_QUEUE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_queue_clear_full (&self->asked, asked_free);
  g_hash_table_unref (self->sent);
  G_OBJECT_CLASS (ovs_invite_queue_parent_class)->finalize (object);
}

static void
ovs_invite_queue_class_init (OvsInviteQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_invite_queue_finalize;
}

static void
ovs_invite_queue_init (OvsInviteQueue *self)
{
  g_queue_init (&self->asked);
  self->sent = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static guint
count (OvsInviteQueue *self)
{
  guint people = 0;

  for (GList *item = self->asked.head; item != NULL; item = item->next)
    people += ((Asked *) item->data)->people->len;
  return people;
}

static void
say_waiting (OvsInviteQueue *self)
{
  ovs_workspace_set_waiting (self->workspace, count (self) + g_hash_table_size (self->sent));
}

/* --- what came of it --- */

static char *
describe_refused (GPtrArray *refused)
{
  const OvsProblem *first = g_ptr_array_index (refused, 0);

  if (refused->len == 1)
    return g_strdup (first->reason);
  return g_strdup_printf (ngettext ("%u was not invited: %s", "%u were not invited, the first because: %s", refused->len), refused->len,
                          first->reason);
}

static char *
describe (const OvsReinvited *reinvited)
{
  if (reinvited->refused->len > 0)
    return describe_refused (reinvited->refused);
  return g_strdup_printf (ngettext ("%u employee is invited", "%u employees are invited", reinvited->invited), reinvited->invited);
}

static void
on_reinvited (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Sending *sending = user_data;
  OvsInviteQueue *self = sending->queue;
  OvsWorkspace *workspace = ovs_step_page_get_workspace (sending->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsReinvited) reinvited = ovs_reinvite_finish (OVS_DOSSIER (source), result, &error);

  g_hash_table_remove_all (self->sent);
  if (workspace != NULL)
    {
      ovs_workspace_set_busy (workspace, FALSE);
      say_waiting (self);
      ovs_workspace_refresh (workspace);
    }
  if (workspace != NULL && reinvited == NULL)
    ovs_step_page_tell_error (sending->page, error);
  else if (workspace != NULL)
    {
      g_autofree char *text = describe (reinvited);
      ovs_step_page_tell (sending->page, text, FALSE);
    }
  g_object_unref (sending->page);
  g_object_unref (sending->queue);
  g_free (sending);
}

/* --- sending --- */

/* Everybody once. */
static GArray *
collect (OvsInviteQueue *self, gboolean *again)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (gint64));

  *again = FALSE;
  for (GList *item = self->asked.head; item != NULL; item = item->next)
    {
      const Asked *asked = item->data;

      *again = *again || asked->again;
      for (guint i = 0; i < asked->people->len; i++)
        if (g_hash_table_add (self->sent, g_memdup2 (&g_array_index (asked->people, gint64, i), sizeof (gint64))))
          g_array_append_val (people, g_array_index (asked->people, gint64, i));
    }
  return people;
}

static void
tell_sending (OvsStepPage *page, guint people)
{
  g_autofree char *text = g_strdup_printf (ngettext ("Inviting %'u employee…", "Inviting %'u employees…", people), people);

  ovs_step_page_tell (page, text, FALSE);
}

static void
send (OvsInviteQueue *self)
{
  g_autoptr (GArray) people = NULL;
  Sending *sending;
  gboolean again;

  g_clear_handle_id (&self->timer, g_source_remove);
  self->due = !g_queue_is_empty (&self->asked) && ovs_workspace_get_busy (self->workspace);
  if (g_queue_is_empty (&self->asked) || self->due)
    return;
  people = collect (self, &again);
  sending = g_new0 (Sending, 1);
  sending->queue = g_object_ref (self);
  sending->page = g_object_ref (((Asked *) g_queue_peek_tail (&self->asked))->page);
  g_queue_clear_full (&self->asked, asked_free);
  /* In place of the toast that offers to take it back. */
  tell_sending (sending->page, people->len);
  ovs_workspace_set_busy (self->workspace, TRUE);
  say_waiting (self);
  ovs_reinvite_people_async (ovs_workspace_get_dossier (self->workspace), (const gint64 *) (gpointer) people->data, people->len, again, NULL,
                             on_reinvited, sending);
}

static gboolean
on_moment (gpointer self)
{
  OVS_INVITE_QUEUE (self)->timer = 0;
  send (self);
  return G_SOURCE_REMOVE;
}

static void
on_busy (OvsInviteQueue *self)
{
  if (self->due && !ovs_workspace_get_busy (self->workspace))
    send (self);
}

/* --- asking and taking back --- */

static void
tell_waiting (OvsInviteQueue *self, OvsStepPage *page, const char *name)
{
  guint people = count (self);
  g_autofree char *text = NULL;

  if (people == 1 && name != NULL)
    text = g_strdup_printf (_ ("%s is about to be invited"), name);
  else
    text = g_strdup_printf (ngettext ("%'u employee is about to be invited", "%'u employees are about to be invited", people), people);
  ovs_step_page_tell (page, text, TRUE);
}

static gboolean
on_take_back (OvsInviteQueue *self)
{
  Asked *last = g_queue_pop_tail (&self->asked);
  guint people;
  g_autofree char *text = NULL;

  if (last == NULL)
    return FALSE;
  people = count (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->due = FALSE;
  if (people > 0)
    self->timer = g_timeout_add_seconds (MOMENT, on_moment, self);
  text = people > 0 ? g_strdup_printf (ngettext ("Taken back; %'u employee is still about to be invited",
                                                 "Taken back; %'u employees are still about to be invited", people),
                                       people)
                    : g_strdup (_ ("Taken back: nobody was invited"));
  say_waiting (self);
  ovs_step_page_tell (last->page, text, people > 0);
  asked_free (last);
  return TRUE;
}

OvsInviteQueue *
ovs_invite_queue_get (OvsWorkspace *workspace)
{
  OvsInviteQueue *self = g_object_get_data (G_OBJECT (workspace), "invite-queue");

  if (self != NULL)
    return self;
  self = g_object_new (OVS_TYPE_INVITE_QUEUE, NULL);
  self->workspace = workspace;
  g_object_set_data_full (G_OBJECT (workspace), "invite-queue", self, g_object_unref);
  g_signal_connect_object (workspace, "notify::busy", G_CALLBACK (on_busy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "take-back", G_CALLBACK (on_take_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "send-now", G_CALLBACK (send), self, G_CONNECT_SWAPPED);
  return self;
}

void
ovs_invite_queue_add (OvsInviteQueue *self, OvsStepPage *page, GArray *people, const char *name, gboolean again)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->page = g_object_ref (page);
  asked->people = people;
  asked->again = again;
  g_queue_push_tail (&self->asked, asked);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_seconds (MOMENT, on_moment, self);
  say_waiting (self);
  tell_waiting (self, page, name);
}

gboolean
ovs_invite_queue_has (OvsInviteQueue *self, gint64 employee)
{
  if (g_hash_table_contains (self->sent, &employee))
    return TRUE;
  for (GList *item = self->asked.head; item != NULL; item = item->next)
    {
      const GArray *people = ((Asked *) item->data)->people;

      for (guint i = 0; i < people->len; i++)
        if (g_array_index (people, gint64, i) == employee)
          return TRUE;
    }
  return FALSE;
}
