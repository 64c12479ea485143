/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/piece-leave.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "widgets/dialog.h"

static const char *const responses[] = {
  [OVS_PIECE_LEAVE_STAY] = "stay",
  [OVS_PIECE_LEAVE_DISCARD] = "discard",
  [OVS_PIECE_LEAVE_LATER] = "later",
  [OVS_PIECE_LEAVE_SAVE] = "save",
};

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  int choice = OVS_PIECE_LEAVE_STAY;

  for (int i = 0; i < (int) G_N_ELEMENTS (responses); i++)
    if (g_str_equal (responses[i], response))
      choice = i;
  /* The answer may close the parent, and GTK 4.8 keeps pointing at it until the dialog is gone. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  g_task_return_int (task, choice);
}

void
ovs_piece_leave_async (GtkWindow *parent, gboolean can_be_saved, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  const char *on = responses[can_be_saved ? OVS_PIECE_LEAVE_SAVE : OVS_PIECE_LEAVE_LATER];
  const char *body = can_be_saved ? _ ("Letters have the new text once it is saved.")
                                  : _ ("The text is not right yet, and letters keep that of before. You can go on with it later.");
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _ ("Save what you changed?"), body));

  g_task_set_source_tag (task, ovs_piece_leave_async);
  adw_message_dialog_add_responses (dialog, "stay", _ ("Go on writing"), "discard", _ ("Throw away"), on,
                                    can_be_saved ? _ ("Save") : _ ("Keep for later"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, on, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, on);
  adw_message_dialog_set_close_response (dialog, "stay");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  ovs_dialog_present (dialog);
}

OvsPieceLeave
ovs_piece_leave_finish (GAsyncResult *result)
{
  return (OvsPieceLeave) g_task_propagate_int (G_TASK (result), NULL);
}
