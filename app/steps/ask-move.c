/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/ask-move.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "conversion/move.h"
#include "widgets/accessible.h"
#include "widgets/dialog.h"

/* So many clients are shown by name; all of them stand on the page Informeren once the round was moved. */
#define MOST_SHOWN 100

/* The list scrolls from here on. */
#define MOST_HEIGHT 220

typedef struct
{
  GtkWindow *parent; /* (owned) */
  gint64 wave;
  gint64 number;
  OvsDay day;
  OvsMove *move; /* (owned) (nullable) */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->parent);
  ovs_move_free (asking->move);
  g_free (asking);
}

/* --- what is shown --- */

static void
add_sentence (GString *text, const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
}

static char *
say_consequences (const OvsMove *move)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *told = g_strdup_printf (ngettext ("%'u client was told another day, and is to get a correction instead of a second announcement.",
                                                     "%'u clients were told another day, and are to get a correction instead of a second announcement.", move->told->len),
                                           move->told->len);
  g_autofree char *waiting = g_strdup_printf (ngettext ("%'d mail that was not sent yet lapses.", "%'d mails that were not sent yet lapse.", (gulong) move->waiting),
                                              (int) move->waiting);
  g_autofree char *made = g_strdup_printf (ngettext ("%'d draft or print lapses that was not ticked off as sent. Tick it off first if it was sent.",
                                                     "%'d drafts or prints lapse that were not ticked off as sent. Tick them off first if they were sent.", (gulong) move->made),
                                           (int) move->made);

  if (move->told->len > 0)
    add_sentence (text, told);
  if (move->waiting > 0)
    add_sentence (text, waiting);
  if (move->made > 0)
    add_sentence (text, made);
  add_sentence (text, _ ("Everybody in the round is judged again on the new day."));
  return g_strdup (text->str);
}

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  if (subtitle != NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
    }
  ovs_accessible_set_label (row, title);
  return row;
}

static GtkWidget *
make_list (const OvsMove *move)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < MIN (move->told->len, MOST_SHOWN); i++)
    {
      const OvsMoveClient *client = g_ptr_array_index (move->told, i);
      g_autofree char *name = g_strdup_printf ("%s %s", client->number, client->name != NULL ? client->name : "");
      g_autofree char *day = ovs_day_to_dutch (client->told);
      g_autofree char *told = g_strdup_printf (_ ("Was told %s"), day);

      gtk_list_box_append (GTK_LIST_BOX (list), make_row (name, told));
    }
  if (move->told->len > MOST_SHOWN)
    {
      guint more = move->told->len - MOST_SHOWN;
      g_autofree char *rest = g_strdup_printf (ngettext ("And %'u more client", "And %'u more clients", more), more);

      gtk_list_box_append (GTK_LIST_BOX (list), make_row (rest, NULL));
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, _ ("To be corrected"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, g_str_equal (response, "go"));
}

static void
ask (GTask *task)
{
  Asking *asking = g_task_get_task_data (task);
  g_autofree char *day = ovs_day_to_dutch (asking->day);
  g_autofree char *heading = g_strdup_printf (_ ("Move round %d to %s?"), (int) asking->number, day);
  g_autofree char *body = say_consequences (asking->move);
  GtkWidget *dialog = adw_message_dialog_new (asking->parent, heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "go", _ ("Move the round"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "go");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  if (asking->move->told->len > 0)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_list (asking->move));
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  ovs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}

/* --- reading --- */

static gboolean
read_move (OvsTx *tx, gpointer data, GError **error)
{
  Asking *asking = data;

  asking->move = ovs_move_read (tx, asking->wave, asking->day);
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  const Asking *asking = g_task_get_task_data (task);
  GError *error = NULL;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error) && asking->move->told->len + asking->move->waiting + asking->move->made > 0)
    {
      ask (task);
      return;
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

void
ovs_ask_move_async (GtkWindow *parent, OvsWorkspace *workspace, gint64 wave, gint64 number, OvsDay day, GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  Asking *asking = g_new0 (Asking, 1);

  asking->parent = g_object_ref (parent);
  asking->wave = wave;
  asking->number = number;
  asking->day = day;
  g_task_set_source_tag (task, ovs_ask_move_async);
  g_task_set_task_data (task, asking, asking_free);
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_move, asking, NULL, on_read, task);
}

gboolean
ovs_ask_move_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
