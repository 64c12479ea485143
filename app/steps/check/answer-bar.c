/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/answer-bar.h"

#include <glib/gi18n.h>

#include "steps/check/mend-row.h"
#include "steps/check/people-source.h"
#include "steps/person-notes.h"

struct _OvsAnswerBar
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *birth_date;
  GtkWidget *show_birth_date;
  GtkLabel *hint;
  OvsPersonNotes *notes;
  GtkWidget *contact;
  GtkLabel *contact_name;
  GtkLabel *contact_phone;
  GtkWidget *copy_phone;
  OvsMendRow *mending;
  GtkWidget *accept;
  GtkWidget *tick_off;
  GtkWidget *in_loket;
  GtkWidget *no_email;
  GtkWidget *exclude;
  GtkWidget *include;
  GtkLabel *place;

  gboolean has_loket; /* an address can be changed there from here */
  char *situation;    /* the hint while nothing is typed */
};

G_DEFINE_FINAL_TYPE (OvsAnswerBar, ovs_answer_bar, ADW_TYPE_BIN)

enum
{
  MEND,
  NEXT,
  ACCEPT,
  EXCLUDE,
  INCLUDE,
  NO_EMAIL,
  TICK_OFF,
  IN_LOKET,
  SHOW_BIRTH_DATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In a narrow window the words of the buttons give way, not the window. */
static void
let_shrink (GtkWidget *button)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, gtk_button_get_label (GTK_BUTTON (button)));
}

/* --- the address ----------------------------------------------------------------------------------------------- */

static void
on_mend (OvsAnswerBar *self, const char *address, gboolean done_in_loket, gboolean in_loket_too)
{
  g_signal_emit (self, signals[MEND], 0, address, done_in_loket, in_loket_too);
}

static void
on_next (OvsAnswerBar *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static void
on_hint (OvsAnswerBar *self, const char *hint)
{
  gtk_label_set_text (self->hint, hint != NULL ? hint : self->situation);
}

/* --- the other answers ----------------------------------------------------------------------------------------- */

static void
on_accept (OvsAnswerBar *self)
{
  g_signal_emit (self, signals[ACCEPT], 0);
}

static void
on_exclude (OvsAnswerBar *self)
{
  g_signal_emit (self, signals[EXCLUDE], 0);
}

static void
on_include (OvsAnswerBar *self)
{
  g_signal_emit (self, signals[INCLUDE], 0);
}

static void
on_no_email (OvsAnswerBar *self)
{
  g_signal_emit (self, signals[NO_EMAIL], 0);
}

static void
on_tick_off (OvsAnswerBar *self)
{
  g_signal_emit (self, signals[TICK_OFF], 0);
}

static void
on_in_loket (OvsAnswerBar *self)
{
  g_signal_emit (self, signals[IN_LOKET], 0);
}

static void
on_show_birth_date (OvsAnswerBar *self)
{
  g_signal_emit (self, signals[SHOW_BIRTH_DATE], 0);
}

static void
on_copy_phone (OvsAnswerBar *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), gtk_label_get_text (self->contact_phone));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(sb)", _ ("Telephone number copied"), FALSE);
}

/* --- the person ------------------------------------------------------------------------------------------------ */

/* Without a finding in hand: why somebody stays behind, or what is to be known of who goes along. */
static char *
describe_outcome (const OvsPersonCard *card)
{
  if (card->reason == OVS_REASON_EXCLUDED_BY_HAND && card->excluded_reason != NULL)
    return g_strdup (card->excluded_reason);
  if (card->reason != OVS_REASON_NONE)
    return g_strdup (ovs_reason_title (card->reason));
  for (int finding = 0; finding < OVS_N_FINDINGS; finding++)
    if (card->open & OVS_FINDING_BIT (finding))
      return g_strdup_printf ("%s. %s", ovs_rule_title ((OvsFinding) finding), ovs_rule_remedy ((OvsFinding) finding));
  return g_strdup (ovs_disposition_title (card->disposition));
}

static char *
describe (const OvsPersonCard *card, int finding)
{
  if (finding == OVS_FINDING_CHANGE_IN_LOKET)
    return card->loket_email != NULL ? g_strdup_printf (_ ("Loket still has %s. Change it there, then tick it off."), card->loket_email)
                                     : g_strdup (_ ("Loket has no address yet. Enter it there, then tick it off."));
  if (finding >= 0)
    return g_strdup (card->other != NULL ? card->other : ovs_rule_remedy ((OvsFinding) finding));
  return describe_outcome (card);
}

static void
show_contact (OvsAnswerBar *self, const OvsPersonCard *card)
{
  gboolean known = card != NULL && (card->contact_name != NULL || card->contact_phone != NULL);

  gtk_widget_set_visible (self->contact, known);
  if (!known)
    return;
  gtk_widget_set_tooltip_text (self->contact, card->employer_name);
  gtk_label_set_text (self->contact_name, card->contact_name != NULL ? card->contact_name : card->employer_name);
  gtk_label_set_text (self->contact_phone, card->contact_phone != NULL ? card->contact_phone : "");
  gtk_widget_set_visible (self->copy_phone, card->contact_phone != NULL);
}

static void
show_many (OvsAnswerBar *self, guint n_ticked)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%'u person ticked", "%'u people ticked", n_ticked), n_ticked);

  gtk_label_set_text (self->name, text);
  gtk_label_set_text (self->hint, _ ("The answer is for all of them, as one step that can be undone."));
}

static void
show_one (OvsAnswerBar *self, const OvsPersonCard *card, int finding)
{
  gtk_label_set_text (self->name, card->name);
  gtk_label_set_text (self->birth_date, card->has_birth_date ? card->birth_date : "");
  g_free (self->situation);
  self->situation = describe (card, finding);
  gtk_label_set_text (self->hint, self->situation);
  ovs_mend_row_show (self->mending, card, finding);
}

/* @finding: -1 where all that is open of a person is answered. */
static gboolean
can_accept (const OvsPersonCard *card, int finding)
{
  if (finding >= 0)
    return (OVS_FINDINGS_WARNINGS & OVS_FINDING_BIT (finding)) != 0;
  return card != NULL && (card->open & OVS_FINDINGS_WARNINGS) != 0;
}

static void
show_answers (OvsAnswerBar *self, const OvsPersonCard *card, int finding, gboolean many)
{
  gboolean to_change = finding == OVS_FINDING_CHANGE_IN_LOKET;

  gtk_widget_set_visible (self->accept, can_accept (card, finding));
  gtk_widget_set_visible (self->tick_off, to_change && many);
  gtk_widget_set_visible (self->in_loket, to_change && self->has_loket);
  gtk_widget_set_visible (self->no_email, finding == OVS_FINDING_NO_PRIVATE_EMAIL || finding == OVS_FINDING_INVALID_PRIVATE_EMAIL);
  gtk_widget_set_visible (self->exclude, TRUE);
}

static void
hide_answers (OvsAnswerBar *self)
{
  GtkWidget *answers[] = { self->accept, self->tick_off, self->in_loket, self->no_email, self->exclude };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    gtk_widget_set_visible (answers[i], FALSE);
}

void
ovs_answer_bar_show (OvsAnswerBar *self, const OvsPersonCard *card, int finding, guint n_ticked, gboolean can_answer)
{
  gboolean many = n_ticked > 1;
  gboolean in_scope = card != NULL && card->disposition != OVS_DISPOSITION_LEFT_OUT && card->disposition != OVS_DISPOSITION_DONE;
  gboolean address = finding < 0 || ovs_people_column_of ((OvsFinding) finding) == OVS_PEOPLE_EMAIL;

  gtk_widget_set_visible (GTK_WIDGET (self), card != NULL || many);
  gtk_widget_set_visible (GTK_WIDGET (self->mending), !many && in_scope && address && can_answer);
  gtk_widget_set_visible (self->show_birth_date, !many && card != NULL && card->has_birth_date && can_answer);
  gtk_widget_set_visible (GTK_WIDGET (self->birth_date), !many);
  show_contact (self, many ? NULL : card);
  ovs_person_notes_show (self->notes, many || card == NULL ? 0 : card->id, card != NULL ? card->name : NULL);
  if (card != NULL)
    show_one (self, card, finding);
  if (many)
    show_many (self, n_ticked);
  if (in_scope && can_answer)
    show_answers (self, card, finding, many);
  else
    hide_answers (self);
  gtk_widget_set_visible (self->include, card != NULL && can_answer && card->reason == OVS_REASON_EXCLUDED_BY_HAND
                                             && card->excluded_reason != NULL);
}

void
ovs_answer_bar_await (OvsAnswerBar *self)
{
  gtk_label_set_text (self->name, "…");
  gtk_label_set_text (self->birth_date, "");
  g_free (self->situation);
  self->situation = g_strdup ("");
  ovs_mend_row_await (self->mending);
}

void
ovs_answer_bar_set_loket (OvsAnswerBar *self, const char *loket)
{
  self->has_loket = loket != NULL;
  ovs_mend_row_set_loket (self->mending, loket);
}

void
ovs_answer_bar_set_changing (OvsAnswerBar *self, guint done, guint all)
{
  g_autofree char *label = done < all ? g_strdup_printf (_ ("Changing %u of %u…"), done + 1, all) : g_strdup (_ ("Change in Loket now"));

  gtk_widget_set_sensitive (self->in_loket, done >= all);
  gtk_button_set_label (GTK_BUTTON (self->in_loket), label);
  let_shrink (self->in_loket);
}

void
ovs_answer_bar_set_birth_date (OvsAnswerBar *self, const char *birth_date)
{
  gtk_label_set_text (self->birth_date, birth_date);
  gtk_widget_set_visible (self->show_birth_date, FALSE);
}

void
ovs_answer_bar_set_place (OvsAnswerBar *self, guint place, guint count)
{
  g_autofree char *text = g_strdup_printf (gtk_widget_get_visible (GTK_WIDGET (self->mending)) ? _ ("%'u of %'u · Enter goes on, Ctrl+Z takes back")
                                                                                  : _ ("%'u of %'u"),
                                           place, count);

  gtk_label_set_text (self->place, place > 0 ? text : "");
}

gboolean
ovs_answer_bar_focus_entry (OvsAnswerBar *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self->mending)) && ovs_mend_row_focus (self->mending);
}

/* --- the widget ------------------------------------------------------------------------------------------------ */

static void
ovs_answer_bar_finalize (GObject *object)
{
  OvsAnswerBar *self = OVS_ANSWER_BAR (object);

  g_free (self->situation);
  G_OBJECT_CLASS (ovs_answer_bar_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, name);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, birth_date);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, show_birth_date);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, hint);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, notes);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, contact);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, contact_name);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, contact_phone);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, copy_phone);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, mending);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, accept);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, tick_off);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, in_loket);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, no_email);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, exclude);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, include);
  gtk_widget_class_bind_template_child (klass, OvsAnswerBar, place);
}

static void
bind_callbacks (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, on_mend);
  gtk_widget_class_bind_template_callback (klass, on_next);
  gtk_widget_class_bind_template_callback (klass, on_hint);
  gtk_widget_class_bind_template_callback (klass, on_tick_off);
  gtk_widget_class_bind_template_callback (klass, on_in_loket);
  gtk_widget_class_bind_template_callback (klass, on_accept);
  gtk_widget_class_bind_template_callback (klass, on_exclude);
  gtk_widget_class_bind_template_callback (klass, on_include);
  gtk_widget_class_bind_template_callback (klass, on_no_email);
  gtk_widget_class_bind_template_callback (klass, on_show_birth_date);
  gtk_widget_class_bind_template_callback (klass, on_copy_phone);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, OVS_TYPE_ANSWER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ovs_answer_bar_class_init (OvsAnswerBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ovs_answer_bar_finalize;
  signals[MEND] = g_signal_new ("mend", OVS_TYPE_ANSWER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING,
                                G_TYPE_BOOLEAN, G_TYPE_BOOLEAN);
  signals[NEXT] = new_signal ("next");
  signals[ACCEPT] = new_signal ("accept");
  signals[EXCLUDE] = new_signal ("exclude");
  signals[INCLUDE] = new_signal ("include");
  signals[NO_EMAIL] = new_signal ("no-email");
  signals[TICK_OFF] = new_signal ("tick-off");
  signals[IN_LOKET] = new_signal ("in-loket");
  signals[SHOW_BIRTH_DATE] = new_signal ("show-birth-date");
  g_type_ensure (OVS_TYPE_MEND_ROW);
  g_type_ensure (OVS_TYPE_PERSON_NOTES);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/overstap/Overstap/steps/check/answer-bar.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
ovs_answer_bar_init (OvsAnswerBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  let_shrink (self->accept);
  let_shrink (self->tick_off);
  let_shrink (self->in_loket);
  let_shrink (self->exclude);
  let_shrink (self->include);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Answer"), -1);
  self->situation = g_strdup ("");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
