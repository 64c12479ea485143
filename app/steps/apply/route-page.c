/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/route-page.h"

#include <glib/gi18n.h>

struct _OvsApplyRoutePage
{
  AdwBin parent_instance;

  OvsWorkspace *workspace; /* (owned) */
  OvsRoute route;
  gint64 wave;
};

G_DEFINE_FINAL_TYPE (OvsApplyRoutePage, ovs_apply_route_page, ADW_TYPE_BIN)

static void
ovs_apply_route_page_dispose (GObject *object)
{
  g_clear_object (&OVS_APPLY_ROUTE_PAGE (object)->workspace);
  G_OBJECT_CLASS (ovs_apply_route_page_parent_class)->dispose (object);
}

static void
ovs_apply_route_page_class_init (OvsApplyRoutePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_apply_route_page_dispose;
  g_signal_new ("shown-changed", OVS_TYPE_APPLY_ROUTE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ovs_apply_route_page_init (OvsApplyRoutePage *self)
{
}

GtkWidget *
ovs_apply_route_page_new (OvsWorkspace *workspace, OvsRoute route)
{
  OvsApplyRoutePage *self = g_object_new (OVS_TYPE_APPLY_ROUTE_PAGE, NULL);
  GtkWidget *page = adw_status_page_new ();

  self->workspace = g_object_ref (workspace);
  self->route = route;
  adw_status_page_set_title (ADW_STATUS_PAGE (page), ovs_route_title (route));
  adw_bin_set_child (ADW_BIN (self), page);
  return GTK_WIDGET (self);
}

void
ovs_apply_route_page_set_wave (OvsApplyRoutePage *self, gint64 wave)
{
  self->wave = wave;
}

void
ovs_apply_route_page_show_foot (OvsApplyRoutePage *self, OvsStepPage *page)
{
  ovs_step_page_set_foot (page, ovs_route_title (self->route), NULL, NULL, FALSE);
}

void
ovs_apply_route_page_next (OvsApplyRoutePage *self)
{
}

void
ovs_apply_route_page_plain (OvsApplyRoutePage *self)
{
}

void
ovs_apply_route_page_search (OvsApplyRoutePage *self, const char *text)
{
}

gboolean
ovs_apply_route_page_back (OvsApplyRoutePage *self)
{
  return FALSE;
}
