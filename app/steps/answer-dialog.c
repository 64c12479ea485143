/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/answer-dialog.h"

#include <glib/gi18n.h>

#include "widgets/dialog.h"

struct _OvsAnswerDialog
{
  AdwMessageDialog *dialog;
  OvsAnswerFunc get;
  gpointer data;
  GDestroyNotify destroy;
};

static void
dialog_free (gpointer data)
{
  OvsAnswerDialog *self = data;

  self->destroy (self->data);
  g_free (self);
}

OvsAnswerDialog *
ovs_answer_dialog_new (GtkWindow *parent, const char *heading, const char *body, const char *verb, OvsAnswerFunc get, gpointer data,
                       GDestroyNotify destroy)
{
  OvsAnswerDialog *self = g_new0 (OvsAnswerDialog, 1);

  self->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  self->get = get;
  self->data = data;
  self->destroy = destroy;
  g_object_set_data_full (G_OBJECT (self->dialog), "answer", self, dialog_free);
  adw_message_dialog_add_responses (self->dialog, "cancel", _ ("Cancel"), "go", verb, NULL);
  adw_message_dialog_set_response_appearance (self->dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (self->dialog, "go");
  adw_message_dialog_set_close_response (self->dialog, "cancel");
  return self;
}

void
ovs_answer_dialog_changed (OvsAnswerDialog *self)
{
  g_autofree char *answer = self->get (self->data);

  adw_message_dialog_set_response_enabled (self->dialog, "go", answer != NULL);
}

static void
on_activated (OvsAnswerDialog *self)
{
  g_autofree char *answer = self->get (self->data);

  if (answer == NULL)
    return;
  adw_message_dialog_response (self->dialog, "go");
  gtk_window_destroy (GTK_WINDOW (self->dialog));
}

void
ovs_answer_dialog_watch (OvsAnswerDialog *self, GtkEditable *entry)
{
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (ovs_answer_dialog_changed), self);
  g_signal_connect_swapped (entry, "entry-activated", G_CALLBACK (on_activated), self);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, GTask *task)
{
  OvsAnswerDialog *self = g_object_get_data (G_OBJECT (dialog), "answer");

  g_task_return_pointer (task, g_str_equal (response, "go") ? self->get (self->data) : NULL, g_free);
  g_object_unref (task);
}

void
ovs_answer_dialog_async (OvsAnswerDialog *self, GtkWidget *content, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (gtk_window_get_transient_for (GTK_WINDOW (self->dialog)), NULL, callback, user_data);

  g_task_set_source_tag (task, ovs_answer_dialog_async);
  adw_message_dialog_set_extra_child (self->dialog, content);
  ovs_answer_dialog_changed (self);
  g_signal_connect (self->dialog, "response", G_CALLBACK (on_response), task);
  ovs_dialog_present (self->dialog);
}

char *
ovs_answer_dialog_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
