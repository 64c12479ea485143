/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/answer-strip.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *box;
  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *caption;
} Part;

struct _OvsAnswerStrip
{
  GtkWidget parent_instance;

  Part parts[OVS_N_ANSWERS];
};

G_DEFINE_FINAL_TYPE (OvsAnswerStrip, ovs_answer_strip, GTK_TYPE_WIDGET)

static const char *const questions[OVS_N_ANSWERS] = {
  N_ ("Where do we stand?"),
  N_ ("What is to be done now?"),
  N_ ("What to look out for?"),
};

static void
ovs_answer_strip_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ovs_answer_strip_parent_class)->dispose (object);
}

static void
ovs_answer_strip_class_init (OvsAnswerStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_answer_strip_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "answerstrip");
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* Where it is narrow, a second line rather than half an answer. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
build_part (OvsAnswerStrip *self, OvsAnswer answer)
{
  Part *part = &self->parts[answer];
  GtkWidget *question = make_label ("caption-heading");
  /* In a box the baselines of an icon and of text are put on one line, a little higher than the box first said it is. */
  GtkWidget *line = gtk_grid_new ();

  part->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2, "hexpand", TRUE, "accessible-role",
                            GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  part->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  part->title = make_label ("answer");
  part->caption = make_label ("caption");
  gtk_widget_add_css_class (part->caption, "soft");
  gtk_widget_add_css_class (question, "soft");
  gtk_label_set_text (GTK_LABEL (question), _ (questions[answer]));
  gtk_grid_set_column_spacing (GTK_GRID (line), 8);
  gtk_grid_attach (GTK_GRID (line), part->icon, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (line), part->title, 1, 0, 1, 1);
  gtk_box_append (GTK_BOX (part->box), question);
  gtk_box_append (GTK_BOX (part->box), line);
  gtk_box_append (GTK_BOX (part->box), part->caption);
  gtk_widget_add_css_class (part->box, "part");

  if (answer > 0)
    gtk_widget_set_parent (gtk_separator_new (GTK_ORIENTATION_VERTICAL), GTK_WIDGET (self));
  gtk_widget_set_parent (part->box, GTK_WIDGET (self));
}

static void
ovs_answer_strip_init (OvsAnswerStrip *self)
{
  GtkSizeGroup *equal = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  for (OvsAnswer answer = 0; answer < OVS_N_ANSWERS; answer++)
    {
      build_part (self, answer);
      gtk_size_group_add_widget (equal, self->parts[answer].box);
    }
  g_object_unref (equal);
}

GtkWidget *
ovs_answer_strip_new (void)
{
  return g_object_new (OVS_TYPE_ANSWER_STRIP, NULL);
}

void
ovs_answer_strip_set (OvsAnswerStrip *self, OvsAnswer answer, OvsSign sign, const char *title, const char *caption)
{
  Part *part = &self->parts[answer];
  g_autofree char *spoken = g_strjoin (" ", _ (questions[answer]), title, caption, NULL);
  const char *classes[] = { ovs_sign_get_class (sign), NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (part->icon), ovs_sign_get_icon (sign));
  gtk_widget_set_visible (part->icon, sign != OVS_SIGN_NONE);
  gtk_widget_set_css_classes (part->icon, classes);
  gtk_label_set_text (GTK_LABEL (part->title), title);
  gtk_label_set_text (GTK_LABEL (part->caption), caption != NULL ? caption : "");
  gtk_widget_set_tooltip_text (part->title, title);
  gtk_widget_set_tooltip_text (part->caption, caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (part->box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
