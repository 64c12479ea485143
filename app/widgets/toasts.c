/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/toasts.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"

#define HIGH "high"
#define TURNS "turns"

/* How long one toast stays at least, in milliseconds. */
#define LEAST_TIME 600

/*
 * libadwaita 1.2 frees a toast twice when it is dismissed while another is still on its way in or out, as happens to who types fast. So the next
 * one waits until the overlay has none in transit.
 */
typedef struct
{
  AdwToast *shown; /* (owned) (nullable) */
  AdwToast *next;  /* (owned) (nullable) */
  gboolean dismissed;
  gint64 since;
  guint source;
} Turns;

static void
turns_free (gpointer data)
{
  Turns *turns = data;

  g_clear_handle_id (&turns->source, g_source_remove);
  g_clear_object (&turns->shown);
  g_clear_object (&turns->next);
  g_free (turns);
}

static gboolean
has_toast (GtkWidget *toasts)
{
  GtkWidget *page = adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (toasts));

  for (GtkWidget *child = gtk_widget_get_first_child (toasts); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != page)
      return TRUE;
  return FALSE;
}

/* By its time, by its cross or by us: it is on its way out. */
static void
on_dismissed (AdwToast *toast, GtkWidget *toasts)
{
  Turns *turns = g_object_get_data (G_OBJECT (toasts), TURNS);

  if (turns->shown == toast)
    turns->dismissed = TRUE;
}

static void take_turn (GtkWidget *toasts);

static gboolean
on_turn (gpointer toasts)
{
  Turns *turns = g_object_get_data (toasts, TURNS);

  turns->source = 0;
  take_turn (toasts);
  return G_SOURCE_REMOVE;
}

static void
wait_for_turn (GtkWidget *toasts, guint milliseconds)
{
  Turns *turns = g_object_get_data (G_OBJECT (toasts), TURNS);

  if (turns->source == 0)
    turns->source = g_timeout_add (milliseconds, on_turn, toasts);
}

static void
take_turn (GtkWidget *toasts)
{
  Turns *turns = g_object_get_data (G_OBJECT (toasts), TURNS);
  gint64 now = g_get_monotonic_time () / 1000;

  if (turns->next == NULL)
    return;
  if (!has_toast (toasts))
    {
      g_set_object (&turns->shown, turns->next);
      turns->dismissed = FALSE;
      turns->since = now;
      adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), g_steal_pointer (&turns->next));
    }
  else if (turns->dismissed || now - turns->since >= LEAST_TIME)
    {
      if (!turns->dismissed)
        adw_toast_dismiss (turns->shown);
      wait_for_turn (toasts, 50);
    }
  else
    wait_for_turn (toasts, (guint) (LEAST_TIME - (now - turns->since)));
}

void
ovs_toasts_tell (GtkWidget *self, AdwToast *toast)
{
  Turns *turns = g_object_get_data (G_OBJECT (self), TURNS);

  g_clear_object (&turns->next);
  turns->next = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed), self, 0);
  take_turn (self);
}

static void
name_cross (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0)
    ovs_accessible_set_label (widget, _ ("Close message"));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_cross (child);
}

static void
on_children (GListModel *children, guint position, guint removed, guint added, GtkWidget *toasts)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) child = g_list_model_get_item (children, i);

      if (child != adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (toasts)))
        {
          name_cross (child);
          if (g_object_get_data (G_OBJECT (toasts), HIGH) != NULL)
            gtk_widget_add_css_class (child, HIGH);
          ovs_accessible_say_once (child);
        }
    }
}

void
ovs_toasts_set_high (GtkWidget *self, gboolean high)
{
  g_object_set_data (G_OBJECT (self), HIGH, high ? GINT_TO_POINTER (1) : NULL);
}

GtkWidget *
ovs_toasts_new (void)
{
  GtkWidget *self = adw_toast_overlay_new ();
  GListModel *children = gtk_widget_observe_children (self);

  g_signal_connect (children, "items-changed", G_CALLBACK (on_children), self);
  g_object_set_data_full (G_OBJECT (self), "observed-children", children, g_object_unref);
  g_object_set_data_full (G_OBJECT (self), TURNS, g_new0 (Turns, 1), turns_free);
  return self;
}
