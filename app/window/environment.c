/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/environment.h"

#include <glib/gi18n.h>

#include "widgets/accessible.h"

static const struct
{
  const char *kind; /* NULL: without a connection */
  const char *icon;
  const char *title;
  const char *caption;
} kinds[] = {
  { "practice", "applications-science-symbolic", N_ ("Practice Loket"), N_ ("Nothing leaves this computer") },
  { "acceptance", "network-server-symbolic", N_ ("Test environment (acceptance)"), N_ ("Invitations for testing only") },
  { "production", "network-server-symbolic", N_ ("Production"), N_ ("Real invitations") },
  { "other", "network-server-symbolic", N_ ("Another Loket"), N_ ("Its invitations may be real") },
  { NULL, "network-offline-symbolic", N_ ("Not connected"), N_ ("With files and lists only") },
};

struct _OvsEnvironment
{
  AdwBin parent_instance;

  GtkWidget *button; /* opens what can be done about the connection */
  GtkWidget *box;
  GtkWidget *icon;
  GtkWidget *texts;
  GtkWidget *title;
  GtkWidget *caption;
};

G_DEFINE_FINAL_TYPE (OvsEnvironment, ovs_environment, ADW_TYPE_BIN)

static gsize
index_of (const char *kind)
{
  gsize i = 0;

  while (kinds[i].kind != NULL && g_strcmp0 (kinds[i].kind, kind) != 0)
    i++;
  /* A kind that this version does not know is at least a connection. */
  return kinds[i].kind == NULL && kind != NULL ? i - 1 : i;
}

const char *
ovs_environment_get_title (const char *kind)
{
  return _ (kinds[index_of (kind)].title);
}

const char *
ovs_environment_get_icon (const char *kind)
{
  return kinds[index_of (kind)].icon;
}

static void
ovs_environment_class_init (OvsEnvironmentClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_button (GtkWidget *content)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _ ("Sign in at Loket…"), "win.sign-in");
  g_menu_append (menu, _ ("Sign out of Loket"), "win.sign-out");
  g_menu_append (menu, _ ("What Loket announced…"), "win.loket-news");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), content);
  /* GTK 4.8 centres what stands in it. */
  if (GTK_IS_BOX (gtk_widget_get_parent (content)))
    gtk_widget_set_halign (gtk_widget_get_parent (content), GTK_ALIGN_FILL);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
ovs_environment_init (OvsEnvironment *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->title = gtk_label_new (NULL);
  self->caption = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_xalign (GTK_LABEL (self->caption), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (self->caption), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_add_css_class (self->caption, "caption");
  gtk_box_append (GTK_BOX (self->texts), self->title);
  gtk_box_append (GTK_BOX (self->texts), self->caption);
  gtk_widget_set_hexpand (self->texts, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->icon);
  gtk_box_append (GTK_BOX (self->box), self->texts);
  self->button = make_button (self->box);
  adw_bin_set_child (ADW_BIN (self), self->button);
  ovs_environment_set_kind (self, NULL);
}

GtkWidget *
ovs_environment_new (void)
{
  return g_object_new (OVS_TYPE_ENVIRONMENT, NULL);
}

void
ovs_environment_set_kind (OvsEnvironment *self, const char *kind)
{
  gsize i = index_of (kind);
  const char *classes[] = { "environment", kinds[i].kind, NULL };
  g_autofree char *spoken = g_strdup_printf ("%s. %s", _ (kinds[i].title), _ (kinds[i].caption));

  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), kinds[i].icon);
  gtk_label_set_text (GTK_LABEL (self->title), _ (kinds[i].title));
  gtk_label_set_text (GTK_LABEL (self->caption), _ (kinds[i].caption));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  ovs_accessible_name_menu (self->button, _ ("Connection with Loket"));
}

void
ovs_environment_set_compact (OvsEnvironment *self, gboolean compact)
{
  gtk_widget_set_visible (self->texts, !compact);
  gtk_widget_set_halign (self->box, compact ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
}
