/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/disposition-strip.h"

#include <glib/gi18n.h>

#include "widgets/sign.h"

#define GAP 4

typedef struct
{
  GtkWidget *button;
  GtkWidget *number;
} Toggle;

struct _OvsDispositionStrip
{
  GtkWidget parent_instance;

  Toggle toggles[OVS_N_COUNTED];
};

G_DEFINE_FINAL_TYPE (OvsDispositionStrip, ovs_disposition_strip, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *title;
  OvsDisposition disposition;
  OvsReason reason;
  OvsSign sign;
  const char *meaning;
} counted_as[OVS_N_COUNTED] = {
  [OVS_COUNTED_READY] = { N_ ("Can go over"), OVS_DISPOSITION_READY, OVS_REASON_NONE, OVS_SIGN_DONE,
                            N_ ("Nothing stands in the way: they get an invitation.") },
  [OVS_COUNTED_DECIDE] = { N_ ("To decide"), OVS_DISPOSITION_DECIDE, OVS_REASON_NONE, OVS_SIGN_WARNING,
                            N_ ("They get no invitation until somebody decides.") },
  [OVS_COUNTED_STOPPER] = { N_ ("Stopper"), OVS_DISPOSITION_STOPPER, OVS_REASON_NONE, OVS_SIGN_STOPPER,
                            N_ ("They can only go along once it is mended in Loket.") },
  [OVS_COUNTED_LEFT_OUT] = { N_ ("Does not go along"), OVS_DISPOSITION_LEFT_OUT, OVS_REASON_NONE, OVS_SIGN_NONE,
                            N_ ("They get no invitation; each has a reason.") },
  [OVS_COUNTED_INVITED] = { N_ ("Already invited"), OVS_DISPOSITION_DONE, OVS_REASON_ALREADY_INVITED, OVS_SIGN_NONE,
                            N_ ("They have an invitation that they did not use yet.") },
  [OVS_COUNTED_LINKED] = { N_ ("Already over"), OVS_DISPOSITION_DONE, OVS_REASON_ALREADY_LINKED, OVS_SIGN_NONE,
                            N_ ("They have a MijnLoket account already.") },
};

const char *
ovs_counted_title (OvsCounted counted)
{
  return _ (counted_as[counted].title);
}

const char *
ovs_counted_meaning (OvsCounted counted)
{
  return _ (counted_as[counted].meaning);
}

OvsDisposition
ovs_counted_disposition (OvsCounted counted, OvsReason *reason)
{
  *reason = counted_as[counted].reason;
  return counted_as[counted].disposition;
}

static void
on_clicked (GtkWidget *button, OvsDispositionStrip *self)
{
  for (int i = 0; i < OVS_N_COUNTED; i++)
    if (self->toggles[i].button == button)
      {
        ovs_disposition_strip_press (self, (OvsCounted) i);
        g_signal_emit (self, signals[CHOSEN], 0, i);
      }
}

static void
build_toggle (OvsDispositionStrip *self, OvsCounted counted)
{
  Toggle *toggle = &self->toggles[counted];
  OvsSign sign = counted_as[counted].sign;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (ovs_counted_title (counted));

  toggle->button = gtk_toggle_button_new ();
  toggle->number = gtk_label_new (NULL);
  if (sign != OVS_SIGN_NONE)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (ovs_sign_get_icon (sign));

      gtk_widget_add_css_class (icon, ovs_sign_get_class (sign));
      gtk_box_append (GTK_BOX (line), icon);
    }
  gtk_widget_add_css_class (toggle->number, "number");
  gtk_box_append (GTK_BOX (line), toggle->number);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "caption");
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), title);
  gtk_button_set_child (GTK_BUTTON (toggle->button), box);
  gtk_widget_add_css_class (toggle->button, "disposition");
  gtk_widget_set_hexpand (toggle->button, TRUE);
  g_signal_connect (toggle->button, "clicked", G_CALLBACK (on_clicked), self);
  gtk_widget_set_parent (toggle->button, GTK_WIDGET (self));
}

static void
ovs_disposition_strip_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ovs_disposition_strip_parent_class)->dispose (object);
}

static void
ovs_disposition_strip_class_init (OvsDispositionStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_disposition_strip_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", OVS_TYPE_DISPOSITION_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "dispositionstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ovs_disposition_strip_init (OvsDispositionStrip *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_box_layout_set_spacing (layout, GAP);
  gtk_box_layout_set_homogeneous (layout, TRUE);
  for (int i = 0; i < OVS_N_COUNTED; i++)
    build_toggle (self, (OvsCounted) i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("People by outcome"), -1);
}

GtkWidget *
ovs_disposition_strip_new (void)
{
  return g_object_new (OVS_TYPE_DISPOSITION_STRIP, NULL);
}

void
ovs_disposition_strip_show (OvsDispositionStrip *self, const OvsTally *counts)
{
  for (int i = 0; i < OVS_N_COUNTED; i++)
    {
      OvsReason reason = counted_as[i].reason;
      gint64 number = reason != OVS_REASON_NONE ? counts->reasons[reason] : counts->dispositions[counted_as[i].disposition];
      g_autofree char *text = g_strdup_printf ("%'" G_GINT64_FORMAT, number);
      g_autofree char *spoken = g_strdup_printf ("%s: %s", ovs_counted_title ((OvsCounted) i), text);

      gtk_label_set_text (GTK_LABEL (self->toggles[i].number), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles[i].button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      ovs_counted_title ((OvsCounted) i), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
    }
}

void
ovs_disposition_strip_press (OvsDispositionStrip *self, OvsCounted counted)
{
  for (int i = 0; i < OVS_N_COUNTED; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[i].button), i == (int) counted);
}
