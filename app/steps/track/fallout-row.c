/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/fallout-row.h"

#include <glib/gi18n.h>

#include "steps/track/fallout-people.h"
#include "steps/track/follow-deeds.h"
#include "steps/track/outcome-words.h"
#include "widgets/accessible.h"
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
  OvsDay today;
  OvsFalloutRowState state;
  GtkWidget *tick;
  gboolean ticking;
};

G_DEFINE_FINAL_TYPE (OvsFalloutRow, ovs_fallout_row, GTK_TYPE_WIDGET)

enum
{
  DEED,
  TICK,
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
do_deed (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[DEED], 0, g_variant_get_int32 (parameter));
}

static void
ovs_fallout_row_class_init (OvsFalloutRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_fallout_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "falloutrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "row.deed", "i", do_deed);
  signals[DEED] = g_signal_new ("deed", OVS_TYPE_FALLOUT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[TICK] = g_signal_new ("tick", OVS_TYPE_FALLOUT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
ovs_fallout_row_init (OvsFalloutRow *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), SPACING);
}

/* Not as the action of the button: that would make it sensitive again. */
static void
on_clicked (GtkWidget *button, gpointer deed)
{
  gtk_widget_activate_action (button, "row.deed", "i", GPOINTER_TO_INT (deed));
}

static void
on_ticked (GtkCheckButton *tick, OvsFalloutRow *self)
{
  if (!self->ticking)
    g_signal_emit (self, signals[TICK], 0, gtk_check_button_get_active (tick));
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
make_button (OvsFalloutRow *self, const char *label, gboolean first, OvsFollowDeed deed)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->person->name, -1);
  if (!first)
    gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (button, SLOT_WIDTH, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), GINT_TO_POINTER (deed));
  return button;
}

/* What the reason beside it says already is not said twice. */
static GtkWidget *
make_obstacle (const OvsFalloutRow *self, const char *text)
{
  gboolean said = g_strcmp0 (text, ovs_outcome_words_status (self->person)) == 0;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (said ? _ ("First something in Loket") : text);

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

/* How often he was invited, how long ago, and what to do. */
static char *
describe_history (const OvsFalloutRow *self)
{
  const OvsOutcomePerson *person = self->person;
  int attempts = (int) person->outcome.attempts;
  OvsDay sent = person->sent != 0 ? ovs_clock_day_of (person->sent) : OVS_NO_DAY;
  g_autofree char *day = sent != OVS_NO_DAY ? ovs_day_to_dutch (sent) : NULL;
  g_autofree char *count = day != NULL ? g_strdup_printf (ngettext ("%d attempt, %s", "%d attempts, the last on %s", (gulong) attempts), attempts, day)
                                       : g_strdup_printf (ngettext ("%d attempt", "%d attempts", (gulong) attempts), attempts);
  int days = sent != OVS_NO_DAY ? self->today - sent : 0;
  g_autofree char *age = days > 0 ? g_strdup_printf (ngettext (" (%d day ago)", " (%d days ago)", (gulong) days), days) : g_strdup ("");
  OvsDay until = person->outcome.snoozed_until;
  g_autofree char *later = until != OVS_NO_DAY && until > self->today ? ovs_day_to_dutch (until) : NULL;
  g_autofree char *put_off = later != NULL ? g_strdup_printf (_ ("shown again on %s"), later) : NULL;
  const char *asked = person->client_asked ? _ ("Asked of the client.") : NULL;
  const char *advice = put_off != NULL ? put_off : asked != NULL ? asked : ovs_outcome_words_advice (person);

  return g_strdup_printf ("%s%s%s%s", count, age, *advice != '\0' ? " · " : "", advice);
}

static GtkWidget *
make_reason (OvsFalloutRow *self)
{
  const OvsOutcomePerson *person = self->person;
  g_autofree char *history = describe_history (self);
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

static const char *
find_obstacle (const OvsFalloutRow *self)
{
  const char *obstacle = ovs_outcome_words_obstacle (self->person);

  if (self->state == OVS_FALLOUT_ROW_WAITING)
    return _ ("About to be invited");
  if (obstacle != NULL || self->state == OVS_FALLOUT_ROW_FREE)
    return obstacle;
  return self->state == OVS_FALLOUT_ROW_READ_ONLY ? _ ("Open to read only") : _ ("Overstap is busy with Loket");
}

static GtkWidget *
make_menu (OvsFalloutRow *self, guint shown)
{
  guint leave_out = self->state == OVS_FALLOUT_ROW_READ_ONLY ? ~(1u << OVS_FOLLOW_STORY) : shown;
  g_autoptr (GMenuModel) menu = ovs_follow_deeds_menu ("row.deed", self->person, self->today, leave_out);
  g_autofree char *label = g_strdup_printf (_ ("More for %s"), self->person->name);
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("More"));
  ovs_accessible_name_menu (button, label);
  return button;
}

static GtkWidget *
make_place (OvsFalloutRow *self, OvsFollowDeed deed, const char *obstacle, gboolean first)
{
  GtkWidget *button;

  if (deed == OVS_FOLLOW_INVITE && obstacle != NULL)
    return make_obstacle (self, obstacle);
  if (deed == OVS_FOLLOW_INVITE)
    return make_button (self, ovs_outcome_words_invite (self->person), first, deed);
  if (deed == OVS_FOLLOW_MEND)
    button = make_button (self, _ ("Adjust address"), first, deed);
  else if (deed == OVS_FOLLOW_NO_ACCESS)
    button = make_button (self, _ ("No access needed…"), first, deed);
  else
    {
      button = make_button (self, _ ("Unblock"), first, deed);
      gtk_widget_set_tooltip_text (button, _ ("Give Werknemerloket back"));
      gtk_widget_set_sensitive (button, self->state == OVS_FALLOUT_ROW_FREE);
      return button;
    }
  gtk_widget_set_sensitive (button, self->state != OVS_FALLOUT_ROW_READ_ONLY);
  return button;
}

/* There is room for two things to do. Whoever is without any portal can at least have the old one back. Returns: both and the menu. */
static GtkWidget *
make_actions (OvsFalloutRow *self)
{
  const OvsOutcomePerson *person = self->person;
  const char *obstacle = find_obstacle (self);
  gboolean before = ovs_outcome_list_has (OVS_OUTCOMES_BLOCKED_BEFORE, &person->outcome);
  gboolean address_first = ovs_fallout_people_needs_address (person);
  gboolean unblock = person->outcome.standing.stranded && person->outcome.standing.reinstate == OVS_REINSTATE_POSSIBLE;
  OvsFollowDeed first = address_first ? OVS_FOLLOW_MEND : OVS_FOLLOW_INVITE;
  OvsFollowDeed second = address_first ? OVS_FOLLOW_INVITE : OVS_FOLLOW_MEND;
  GtkWidget *actions = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  /* Whoever was not invited by the conversion is no work of this list, but a question. */
  if (before)
    {
      first = OVS_FOLLOW_NO_ACCESS;
      second = OVS_FOLLOW_INVITE;
    }
  else if (!address_first && ovs_outcome_words_obstacle (person) != NULL)
    second = OVS_FOLLOW_NO_ACCESS;
  if (unblock && self->state != OVS_FALLOUT_ROW_WAITING)
    second = OVS_FOLLOW_UNBLOCK;
  gtk_box_append (GTK_BOX (actions), make_place (self, first, obstacle, TRUE));
  gtk_box_append (GTK_BOX (actions), make_place (self, second, obstacle, FALSE));
  gtk_box_append (GTK_BOX (actions), make_menu (self, (1u << first) | (1u << second)));
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

static GtkWidget *
make_tick (OvsFalloutRow *self, gboolean ticked)
{
  g_autofree char *label = g_strdup_printf (_ ("Tick %s"), self->person->name);

  self->tick = gtk_check_button_new ();
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->tick), ticked);
  gtk_widget_set_valign (self->tick, GTK_ALIGN_CENTER);
  ovs_accessible_set_label (self->tick, label);
  g_signal_connect (self->tick, "toggled", G_CALLBACK (on_ticked), self);
  return self->tick;
}

GtkWidget *
ovs_fallout_row_new (OvsOutcomePerson *person, OvsDay today, OvsFalloutRowState state, gboolean ticked)
{
  OvsFalloutRow *self = g_object_new (OVS_TYPE_FALLOUT_ROW, NULL);
  const char *client = person->employer_name != NULL ? person->employer_name : person->employer_number;
  GtkWidget *name = make_lines (person->name, client, "heading", NAME_WIDTH);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", person->name, client, ovs_outcome_words_status (person));
  GtkWidget *facts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *reason;

  self->person = person;
  self->today = today;
  self->state = state;
  reason = make_reason (self);
  gtk_widget_set_hexpand (reason, TRUE);
  gtk_widget_set_hexpand (facts, TRUE);
  gtk_box_append (GTK_BOX (facts), make_tick (self, ticked));
  gtk_box_append (GTK_BOX (facts), name);
  gtk_box_append (GTK_BOX (facts), reason);
  lay_out (self, facts, make_actions (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return GTK_WIDGET (self);
}

const OvsOutcomePerson *
ovs_fallout_row_get_person (OvsFalloutRow *self)
{
  return self->person;
}

void
ovs_fallout_row_untick (OvsFalloutRow *self)
{
  self->ticking = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->tick), FALSE);
  self->ticking = FALSE;
}
