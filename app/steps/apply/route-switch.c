/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/route-switch.h"

#include <glib/gi18n.h>

struct _OvsRouteSwitch
{
  AdwBin parent_instance;

  GtkToggleButton *buttons[OVS_N_ROUTES];
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (OvsRouteSwitch, ovs_route_switch, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_route_switch_class_init (OvsRouteSwitchClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", OVS_TYPE_ROUTE_SWITCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
on_toggled (GtkToggleButton *button, OvsRouteSwitch *self)
{
  if (self->quiet || !gtk_toggle_button_get_active (button))
    return;
  for (int route = 0; route < OVS_N_ROUTES; route++)
    if (self->buttons[route] == button)
      g_signal_emit (self, signals[CHOSEN], 0, route);
}

static void
ovs_route_switch_init (OvsRouteSwitch *self)
{
  static const OvsRoute order[OVS_N_ROUTES] = { OVS_ROUTE_LOKET, OVS_ROUTE_HAND, OVS_ROUTE_API };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (ovs_route_title (order[i]));

      self->buttons[order[i]] = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), i > 0 ? self->buttons[order[0]] : NULL);
      g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "route-switch");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Who does the conversion"), -1);
}

GtkWidget *
ovs_route_switch_new (void)
{
  return g_object_new (OVS_TYPE_ROUTE_SWITCH, NULL);
}

void
ovs_route_switch_choose (OvsRouteSwitch *self, OvsRoute route)
{
  self->quiet = TRUE;
  gtk_toggle_button_set_active (self->buttons[route], TRUE);
  self->quiet = FALSE;
}
