/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/window-private.h"

#include <glib/gi18n.h>

#include "widgets/choice-list.h"
#include "widgets/dialog.h"

/* Trouble on order: what can go wrong at Loket, so that a user has seen it before it happens. */

#define FAULTS "/practice/faults"

static const struct
{
  const char *title;
  const char *faults[2]; /* as the practice Loket takes them, but for how often */
} troubles[] = {
  { N_ ("Loket gives no answer"), { "\"kind\": \"cut-before\"" } },
  { N_ ("Loket is slow"), { "\"kind\": \"delay\", \"seconds\": 3" } },
  { N_ ("The connection drops after it was done"), { "\"kind\": \"cut-after\", \"method\": \"PATCH\"" } },
  { N_ ("Loket says that it is not available (503)"), { "\"kind\": \"status\", \"status\": 503, \"retryAfter\": 2" } },
  { N_ ("Some of the invitations fail"), { "\"kind\": \"item-error\", \"path\": \"essaccessstatus\", \"share\": 0.2" } },
  { N_ ("The sign-in has expired"),
    { "\"kind\": \"status\", \"status\": 400, \"path\": \"/token\"", "\"kind\": \"status\", \"status\": 401, \"path\": \"/providers\"" } },
};

static const struct
{
  const char *title;
  int count;
} often[] = {
  { N_ ("Once"), 1 },
  { N_ ("Three times"), 3 },
  { N_ ("Until it is switched off"), 1000000 },
};

/* What is being ordered. */
typedef struct
{
  OvsWindow *window; /* (owned) */
  guint trouble;
  guint often;
  guint next; /* of its faults; the first request takes away what was ordered before */
} Order;

static void
order_free (Order *order)
{
  g_object_unref (order->window);
  g_free (order);
}

static void
show_trouble (const Order *order)
{
  g_free (order->window->trouble);
  order->window->trouble
      = g_strdup_printf (_ ("Trouble is switched on in the practice Loket: %s. %s."), _ (troubles[order->trouble].title), _ (often[order->often].title));
  ovs_window_show_practice (order->window);
}

static void on_ordered (GObject *source, GAsyncResult *result, gpointer user_data);

static void
order_next (OvsPracticeChild *practice, Order *order)
{
  g_autofree char *body
      = g_strdup_printf ("{%s, \"count\": %d}", troubles[order->trouble].faults[order->next], often[order->often].count);

  order->next++;
  ovs_practice_child_ask_async (practice, "POST", FAULTS, body, on_ordered, order);
}

static void
on_ordered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Order *order = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = ovs_practice_child_ask_finish (OVS_PRACTICE_CHILD (source), result, &error);

  if (answer == NULL)
    ovs_window_tell_error (order->window, error->message);
  else if (order->next < G_N_ELEMENTS (troubles[0].faults) && troubles[order->trouble].faults[order->next] != NULL)
    {
      order_next (OVS_PRACTICE_CHILD (source), order);
      return;
    }
  else
    show_trouble (order);
  order_free (order);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, OvsWindow *self)
{
  GtkWidget *which = gtk_widget_get_first_child (adw_message_dialog_get_extra_child (dialog));
  GtkWidget *how_often = gtk_widget_get_last_child (adw_message_dialog_get_extra_child (dialog));
  Order *order;

  if (!g_str_equal (response, "go") || self->practice == NULL)
    return;
  order = g_new0 (Order, 1);
  order->window = g_object_ref (self);
  order->trouble = ovs_choice_list_get_chosen (which);
  order->often = ovs_choice_list_get_chosen (how_often);
  ovs_practice_child_ask_async (self->practice, "DELETE", FAULTS, NULL, on_ordered, order);
}

static GtkWidget *
make_choices (void)
{
  const char *titles[G_N_ELEMENTS (troubles) + 1] = { NULL };
  const char *counts[G_N_ELEMENTS (often) + 1] = { NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (gsize i = 0; i < G_N_ELEMENTS (troubles); i++)
    titles[i] = _ (troubles[i].title);
  for (gsize i = 0; i < G_N_ELEMENTS (often); i++)
    counts[i] = _ (often[i].title);
  gtk_box_append (GTK_BOX (box), ovs_choice_list_new (_ ("Which trouble"), titles));
  gtk_box_append (GTK_BOX (box), ovs_choice_list_new (_ ("How often"), counts));
  return box;
}

static void
order_trouble (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);
  AdwMessageDialog *dialog;

  if (self->practice == NULL || self->frame == NULL)
    return;
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _ ("Practise trouble"),
                                                       _ ("It comes with the next requests to the practice Loket: when you read back, or apply.")));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "go", _ ("Switch on"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "go");
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_extra_child (dialog, make_choices ());
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, 0);
  ovs_dialog_present (dialog);
}

static void
hide_trouble (OvsWindow *self, const char *news)
{
  g_clear_pointer (&self->trouble, g_free);
  ovs_window_show_practice (self);
  if (self->frame != NULL)
    ovs_frame_tell (self->frame, news, FALSE);
}

static void
on_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) answer = ovs_practice_child_ask_finish (OVS_PRACTICE_CHILD (source), result, &error);

  if (answer != NULL)
    hide_trouble (self, _ ("The trouble is over: the practice Loket does its work again."));
  else
    ovs_window_tell_error (self, error->message);
}

static void
end_trouble (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsWindow *self = OVS_WINDOW (widget);

  if (self->practice != NULL)
    ovs_practice_child_ask_async (self->practice, "DELETE", FAULTS, NULL, on_ended, g_object_ref (self));
}

static void
on_left (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsWindow) self = user_data;
  g_autoptr (JsonNode) answer = ovs_practice_child_ask_finish (OVS_PRACTICE_CHILD (source), result, NULL);

  if (answer != NULL && self->trouble != NULL && json_object_get_int_member_with_default (json_node_get_object (answer), "left", 1) == 0)
    hide_trouble (self, _ ("The trouble that was switched on is over."));
}

void
ovs_window_review_trouble (OvsWindow *self)
{
  if (self->trouble != NULL && self->practice != NULL && self->frame != NULL && !ovs_workspace_get_busy (ovs_frame_get_workspace (self->frame)))
    ovs_practice_child_ask_async (self->practice, "GET", FAULTS, NULL, on_left, g_object_ref (self));
}

void
ovs_window_install_practice_trouble (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.order-trouble", NULL, order_trouble);
  gtk_widget_class_install_action (klass, "win.end-trouble", NULL, end_trouble);
}
