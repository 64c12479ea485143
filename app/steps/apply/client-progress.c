/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/client-progress.h"

#include <glib/gi18n.h>

#include "widgets/sign.h"

struct _OvsClientProgress
{
  GtkWidget parent_instance;

  GtkWidget *sign;
  GtkWidget *name;
  GtkWidget *state;
  GtkWidget *bar;
  GtkWidget *count;
};

G_DEFINE_FINAL_TYPE (OvsClientProgress, ovs_client_progress, GTK_TYPE_WIDGET)

static void
ovs_client_progress_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ovs_client_progress_parent_class)->dispose (object);
}

static void
ovs_client_progress_class_init (OvsClientProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_client_progress_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "clientprogress");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ovs_client_progress_init (OvsClientProgress *self)
{
  GtkWidget *parent = GTK_WIDGET (self);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (parent)), 12);
  self->sign = gtk_image_new ();
  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_add_css_class (self->name, "heading");
  self->state = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->state), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->state), 30);
  gtk_label_set_ellipsize (GTK_LABEL (self->state), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->state, "caption");
  self->bar = gtk_progress_bar_new ();
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->bar, 150, -1);
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 1);
  gtk_label_set_width_chars (GTK_LABEL (self->count), 12);
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_set_parent (self->sign, parent);
  gtk_widget_set_parent (self->name, parent);
  gtk_widget_set_parent (self->state, parent);
  gtk_widget_set_parent (self->bar, parent);
  gtk_widget_set_parent (self->count, parent);
}

GtkWidget *
ovs_client_progress_new (void)
{
  return g_object_new (OVS_TYPE_CLIENT_PROGRESS, NULL);
}

static const char *
describe (OvsRunStage stage)
{
  switch (stage)
    {
    case OVS_RUN_STAGE_INVITING:
      return _ ("Waits for Loket’s answer");
    case OVS_RUN_STAGE_BLOCKING:
      return _ ("Invitations done, now blocking");
    case OVS_RUN_STAGE_DONE:
      return _ ("Done");
    case OVS_RUN_STAGE_STOPPED:
      return _ ("Stopped; the rest later");
    case OVS_RUN_STAGE_WAITING:
    default:
      return _ ("Its turn comes");
    }
}

static OvsSign
sign_of (OvsRunStage stage)
{
  switch (stage)
    {
    case OVS_RUN_STAGE_DONE:
      return OVS_SIGN_DONE;
    case OVS_RUN_STAGE_STOPPED:
      return OVS_SIGN_WARNING;
    case OVS_RUN_STAGE_INVITING:
    case OVS_RUN_STAGE_BLOCKING:
    case OVS_RUN_STAGE_WAITING:
    default:
      return OVS_SIGN_WAITING;
    }
}

void
ovs_client_progress_show (OvsClientProgress *self, const OvsApplyClient *client)
{
  const char *const none[] = { NULL };
  const char *name = client->name != NULL ? client->name : client->number;
  const char *state = describe (client->stage);
  OvsSign sign = sign_of (client->stage);
  g_autofree char *count = g_strdup_printf (_ ("%'u of %'u"), client->done, client->total);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", name, state, count);
  gboolean waits = client->stage == OVS_RUN_STAGE_WAITING;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->sign), ovs_sign_get_icon (sign));
  gtk_widget_set_css_classes (self->sign, (const char **) none);
  if (!waits && ovs_sign_get_class (sign) != NULL)
    gtk_widget_add_css_class (self->sign, ovs_sign_get_class (sign));
  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->state), state);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), client->total > 0 ? (double) client->done / client->total : 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
