/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/web/paused.h"

#include "practice/routes.h"

struct _OvsPracticePaused
{
  SoupServerMessage *message; /* (owned) */
  gulong finished_id;
  gboolean finished;  /* its browser has gone */
  char *path;         /* (owned) */
  char *arguments[2]; /* (owned) */
  OvsPracticeResume resume;
  gpointer data; /* (owned) */
  GDestroyNotify free_data;
};

static void
finished_cb (SoupServerMessage *message, OvsPracticePaused *self)
{
  self->finished = TRUE;
}

OvsPracticePaused *
ovs_practice_paused_new (OvsPracticeExchange *exchange, OvsPracticeResume resume, gpointer data, GDestroyNotify free_data)
{
  OvsPracticePaused *self = g_new0 (OvsPracticePaused, 1);

  self->message = g_object_ref (exchange->message);
  self->finished_id = g_signal_connect (exchange->message, "finished", G_CALLBACK (finished_cb), self);
  self->path = g_strdup (exchange->path);
  self->arguments[0] = g_strdup (exchange->arguments[0]);
  self->arguments[1] = g_strdup (exchange->arguments[1]);
  self->resume = resume;
  self->data = data;
  self->free_data = free_data;
  exchange->put_off = TRUE;
  soup_server_message_pause (exchange->message);
  return self;
}

void
ovs_practice_paused_free (OvsPracticePaused *self)
{
  g_signal_handler_disconnect (self->message, self->finished_id);
  g_object_unref (self->message);
  g_free (self->path);
  g_free (self->arguments[0]);
  g_free (self->arguments[1]);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

gpointer
ovs_practice_paused_get_data (OvsPracticePaused *self)
{
  return self->data;
}

static OvsPracticeExchange
begin (OvsPracticePaused *self, OvsPracticeState *state)
{
  return (OvsPracticeExchange){
    .state = state,
    .message = self->message,
    .path = self->path,
    .arguments = { self->arguments[0], self->arguments[1] },
  };
}

gboolean
ovs_practice_paused_answer (OvsPracticePaused *self, OvsPracticeState *state)
{
  OvsPracticeExchange exchange = begin (self, state);

  if (self->finished)
    return TRUE;
  ovs_practice_routes_resume (&exchange, self->resume, self->data);
  if (exchange.put_off)
    return FALSE;
  soup_server_message_unpause (self->message);
  return TRUE;
}

void
ovs_practice_paused_refuse (OvsPracticePaused *self, OvsPracticeState *state, const char *message)
{
  OvsPracticeExchange exchange = begin (self, state);

  if (self->finished)
    return;
  ovs_practice_exchange_reply_simple (&exchange, SOUP_STATUS_INTERNAL_SERVER_ERROR, message);
  soup_server_message_unpause (self->message);
}
