/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/route-switch.h"

#include <glib/gi18n.h>

struct _OvsRouteSwitch
{
  AdwBin parent_instance;

  OvsWorkspace *workspace; /* (owned) */
  GtkToggleButton *buttons[OVS_N_ROUTES];
  gboolean quiet;
  OvsRoute route;
  gboolean chosen; /* by the user; else @route says nothing */
};

G_DEFINE_FINAL_TYPE (OvsRouteSwitch, ovs_route_switch, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_route_switch_dispose (GObject *object)
{
  g_clear_object (&OVS_ROUTE_SWITCH (object)->workspace);
  G_OBJECT_CLASS (ovs_route_switch_parent_class)->dispose (object);
}

static void
ovs_route_switch_class_init (OvsRouteSwitchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_route_switch_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", OVS_TYPE_ROUTE_SWITCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
on_toggled (GtkToggleButton *button, OvsRouteSwitch *self)
{
  if (self->quiet || !gtk_toggle_button_get_active (button))
    return;
  for (int route = 0; route < OVS_N_ROUTES; route++)
    if (self->buttons[route] == button)
      self->route = (OvsRoute) route;
  self->chosen = TRUE;
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Another round goes by its own route. */
static void
on_wave (OvsRouteSwitch *self)
{
  self->chosen = FALSE;
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
ovs_route_switch_new (OvsWorkspace *workspace)
{
  OvsRouteSwitch *self = g_object_new (OVS_TYPE_ROUTE_SWITCH, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::wave", G_CALLBACK (on_wave), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static gboolean
is_connected (OvsRouteSwitch *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (self->workspace);

  return figures != NULL && figures->loket_kind != NULL;
}

OvsRoute
ovs_route_switch_get_route (OvsRouteSwitch *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (self->workspace);
  const OvsFiguresWave *wave = figures != NULL ? ovs_figures_find_wave (figures, ovs_workspace_get_wave (self->workspace)) : NULL;

  if (self->chosen)
    return self->route;
  return wave != NULL ? wave->route : ovs_route_default (is_connected (self));
}

void
ovs_route_switch_update (OvsRouteSwitch *self)
{
  self->quiet = TRUE;
  gtk_toggle_button_set_active (self->buttons[ovs_route_switch_get_route (self)], TRUE);
  self->quiet = FALSE;
}

gboolean
ovs_route_switch_is_useful (OvsRouteSwitch *self, gint64 beside)
{
  return ovs_workspace_get_figures (self->workspace) != NULL && (!is_connected (self) || self->chosen || beside > 0);
}
