/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/fallout-row.h"

#include <glib/gi18n.h>

#include "steps/track/outcome-words.h"
#include "widgets/sign.h"
#include "widgets/text-scale.h"

/* Characters; the same on every row, so that what follows stands in columns. */
#define NAME_WIDTH 18
#define REASON_WIDTH 12

#define SLOT_WIDTH 140

#define SPACING 10

struct _OvsFalloutRow
{
  GtkWidget parent_instance;

  OvsOutcomePerson *person; /* (owned) */
};

G_DEFINE_FINAL_TYPE (OvsFalloutRow, ovs_fallout_row, GTK_TYPE_WIDGET)

enum
{
  INVITE,
  MEND,
  UNBLOCK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_fallout_row_dispose (GObject *object)
{
  OvsFalloutRow *self = OVS_FALLOUT_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->person, ovs_outcome_person_free);
  G_OBJECT_CLASS (ovs_fallout_row_parent_class)->dispose (object);
}

static void
ovs_fallout_row_class_init (OvsFalloutRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_fallout_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "falloutrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[INVITE] = g_signal_new ("invite", OVS_TYPE_FALLOUT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MEND] = g_signal_new ("mend", OVS_TYPE_FALLOUT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[UNBLOCK] = g_signal_new ("unblock", OVS_TYPE_FALLOUT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ovs_fallout_row_init (OvsFalloutRow *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), SPACING);
}

static void
on_invite (OvsFalloutRow *self)
{
  g_signal_emit (self, signals[INVITE], 0);
}

static void
on_mend (OvsFalloutRow *self)
{
  g_signal_emit (self, signals[MEND], 0);
}

static void
on_unblock (OvsFalloutRow *self)
{
  g_signal_emit (self, signals[UNBLOCK], 0);
}

/* Two lines, the first one strong. */
static GtkWidget *
make_lines (const char *first, const char *second, const char *style, int width)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_label_new (first);
  GtkWidget *bottom = gtk_label_new (second);

  gtk_label_set_xalign (GTK_LABEL (top), 0);
  gtk_label_set_ellipsize (GTK_LABEL (top), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (top, style);
  gtk_label_set_width_chars (GTK_LABEL (top), width);
  gtk_label_set_max_width_chars (GTK_LABEL (top), width);
  gtk_label_set_max_width_chars (GTK_LABEL (bottom), width);
  gtk_widget_set_tooltip_text (top, first);
  gtk_label_set_xalign (GTK_LABEL (bottom), 0);
  gtk_label_set_ellipsize (GTK_LABEL (bottom), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (bottom, second);
  gtk_widget_add_css_class (bottom, "caption");
  gtk_widget_add_css_class (bottom, "soft");
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), bottom);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
make_button (OvsFalloutRow *self, const char *label, gboolean first, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->person->name, -1);
  if (!first)
    gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (button, SLOT_WIDTH, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
make_obstacle (const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_size_request (box, SLOT_WIDTH, -1);
  return box;
}

/* How often he was invited, and what to do. */
static char *
describe_history (const OvsOutcomePerson *person)
{
  int attempts = (int) person->outcome.attempts;
  g_autofree char *day = person->sent != 0 ? ovs_day_to_dutch (ovs_clock_day_of (person->sent)) : NULL;
  g_autofree char *count = day != NULL ? g_strdup_printf (ngettext ("%d attempt, %s", "%d attempts, the last on %s", (gulong) attempts), attempts, day)
                                       : g_strdup_printf (ngettext ("%d attempt", "%d attempts", (gulong) attempts), attempts);

  return g_strdup_printf ("%s · %s", count, ovs_outcome_words_advice (person));
}

static GtkWidget *
make_reason (const OvsOutcomePerson *person)
{
  g_autofree char *history = describe_history (person);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  OvsSign meaning = person->outcome.standing.stranded ? OVS_SIGN_STOPPER : OVS_SIGN_WARNING;
  GtkWidget *sign = gtk_image_new_from_icon_name (ovs_sign_get_icon (meaning));
  GtkWidget *lines = make_lines (ovs_outcome_words_status (person), history, NULL, REASON_WIDTH);

  /* Why somebody fell out is read whole. */
  gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_first_child (lines)), TRUE);
  gtk_label_set_lines (GTK_LABEL (gtk_widget_get_first_child (lines)), 2);
  gtk_widget_add_css_class (sign, ovs_sign_get_class (meaning));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), lines);
  return box;
}

/* There is room for two things to do. Whoever is without any portal can at least have the old one back. Returns: both beside each other. */
static GtkWidget *
make_actions (OvsFalloutRow *self, const char *obstacle, gboolean writable)
{
  const OvsOutcomePerson *person = self->person;
  gboolean address_first = !person->email_usable || person->change_in_loket;
  gboolean unblock = person->outcome.standing.stranded && person->outcome.standing.reinstate == OVS_REINSTATE_POSSIBLE;
  GtkWidget *mend = make_button (self, _ ("Adjust address"), address_first, G_CALLBACK (on_mend));
  GtkWidget *invite = obstacle == NULL ? make_button (self, ovs_outcome_words_invite (person), !address_first, G_CALLBACK (on_invite))
                                       : make_obstacle (obstacle);
  GtkWidget *first = address_first ? mend : invite;
  GtkWidget *second = address_first ? invite : mend;
  GtkWidget *actions = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  gtk_widget_set_sensitive (mend, writable);
  if (unblock)
    {
      g_object_unref (g_object_ref_sink (second));
      second = make_button (self, _ ("Unblock"), FALSE, G_CALLBACK (on_unblock));
      gtk_widget_set_tooltip_text (second, _ ("Give Werknemerloket back"));
      gtk_widget_set_sensitive (second, writable);
    }
  gtk_box_append (GTK_BOX (actions), first);
  gtk_box_append (GTK_BOX (actions), second);
  return actions;
}

/* Where the text is large, what to do stands below what is the matter. */
static void
lay_out (OvsFalloutRow *self, GtkWidget *facts, GtkWidget *actions)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  if (ovs_text_scale (GTK_WIDGET (self)) >= OVS_TEXT_LARGE)
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
      gtk_widget_set_halign (actions, GTK_ALIGN_END);
    }
  gtk_widget_set_parent (facts, GTK_WIDGET (self));
  gtk_widget_set_parent (actions, GTK_WIDGET (self));
}

GtkWidget *
ovs_fallout_row_new (OvsOutcomePerson *person, gboolean busy, gboolean read_only)
{
  OvsFalloutRow *self = g_object_new (OVS_TYPE_FALLOUT_ROW, NULL);
  const char *obstacle = ovs_outcome_words_obstacle (person);
  GtkWidget *name = make_lines (person->name, person->employer_name != NULL ? person->employer_name : person->employer_number, "heading",
                                NAME_WIDTH);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", person->name,
                                             person->employer_name != NULL ? person->employer_name : person->employer_number,
                                             ovs_outcome_words_status (person));
  GtkWidget *reason = make_reason (person);
  GtkWidget *facts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  self->person = person;
  if (obstacle == NULL && read_only)
    obstacle = _ ("Open to read only");
  if (obstacle == NULL && busy)
    obstacle = _ ("Overstap is busy with Loket");
  gtk_widget_set_hexpand (reason, TRUE);
  gtk_widget_set_hexpand (facts, TRUE);
  gtk_box_append (GTK_BOX (facts), name);
  gtk_box_append (GTK_BOX (facts), reason);
  lay_out (self, facts, make_actions (self, obstacle, !read_only));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return GTK_WIDGET (self);
}

const OvsOutcomePerson *
ovs_fallout_row_get_person (OvsFalloutRow *self)
{
  return self->person;
}
