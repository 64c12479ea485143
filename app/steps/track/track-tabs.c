/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/track-tabs.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"
#include "widgets/count-pill.h"

typedef struct
{
  char *name;
  char *title;
  GtkWidget *button;
  GtkWidget *count;
} Tab;

struct _OvsTrackTabs
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GPtrArray *tabs; /* (owned) (element-type Tab) */
  gboolean choosing;
};

G_DEFINE_FINAL_TYPE (OvsTrackTabs, ovs_track_tabs, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tab_free (gpointer data)
{
  Tab *tab = data;

  g_free (tab->name);
  g_free (tab->title);
  g_free (tab);
}

static void
ovs_track_tabs_dispose (GObject *object)
{
  g_clear_pointer (&OVS_TRACK_TABS (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ovs_track_tabs_parent_class)->dispose (object);
}

static void
ovs_track_tabs_finalize (GObject *object)
{
  g_ptr_array_unref (OVS_TRACK_TABS (object)->tabs);
  G_OBJECT_CLASS (ovs_track_tabs_parent_class)->finalize (object);
}

static void
ovs_track_tabs_class_init (OvsTrackTabsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_track_tabs_dispose;
  G_OBJECT_CLASS (klass)->finalize = ovs_track_tabs_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tracktabs");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TAB_LIST);
  signals[CHOSEN] = g_signal_new ("chosen", OVS_TYPE_TRACK_TABS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ovs_track_tabs_init (OvsTrackTabs *self)
{
  self->tabs = g_ptr_array_new_with_free_func (tab_free);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  ovs_accessible_set_label (self, _ ("Follow"));
}

GtkWidget *
ovs_track_tabs_new (void)
{
  return g_object_new (OVS_TYPE_TRACK_TABS, NULL);
}

static Tab *
find (OvsTrackTabs *self, const char *name)
{
  for (guint i = 0; i < self->tabs->len; i++)
    {
      Tab *tab = g_ptr_array_index (self->tabs, i);

      if (g_str_equal (tab->name, name))
        return tab;
    }
  g_return_val_if_reached (NULL);
}

static void
on_toggled (GtkToggleButton *button, OvsTrackTabs *self)
{
  if (gtk_toggle_button_get_active (button) && !self->choosing)
    g_signal_emit (self, signals[CHOSEN], 0, gtk_widget_get_name (GTK_WIDGET (button)));
}

void
ovs_track_tabs_add (OvsTrackTabs *self, const char *name, const char *title)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  Tab *tab = g_new0 (Tab, 1);

  tab->name = g_strdup (name);
  tab->title = g_strdup (title);
  tab->button = gtk_toggle_button_new ();
  tab->count = ovs_count_pill_new ();
  gtk_widget_set_visible (tab->count, FALSE);
  gtk_box_append (GTK_BOX (content), gtk_label_new (title));
  gtk_box_append (GTK_BOX (content), tab->count);
  gtk_button_set_child (GTK_BUTTON (tab->button), content);
  gtk_widget_set_name (tab->button, name);
  gtk_widget_add_css_class (tab->button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (tab->button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (self->tabs->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tab->button),
                                 GTK_TOGGLE_BUTTON (((Tab *) g_ptr_array_index (self->tabs, 0))->button));
  g_signal_connect (tab->button, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (self->box), tab->button);
  g_ptr_array_add (self->tabs, tab);
}

void
ovs_track_tabs_choose (OvsTrackTabs *self, const char *name)
{
  self->choosing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (self, name)->button), TRUE);
  self->choosing = FALSE;
}

void
ovs_track_tabs_set_count (OvsTrackTabs *self, const char *name, gint64 count, gboolean urgent)
{
  Tab *tab = find (self, name);
  g_autofree char *text = g_strdup_printf ("%'" G_GINT64_FORMAT, count);

  ovs_count_pill_set (OVS_COUNT_PILL (tab->count), urgent ? OVS_SIGN_WARNING : OVS_SIGN_NONE, count);
  gtk_widget_set_visible (tab->count, count > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tab->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count > 0 ? text : "", -1);
}
