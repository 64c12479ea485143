/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/client-withdrawal.h"

#include <glib/gi18n.h>

#include "letters/ticket-text.h"
#include "steps/day-words.h"
#include "steps/select/client-work.h"
#include "widgets/accessible.h"
#include "widgets/sign.h"

/* What the buttons of the card act on: kept with its box, so that also one that is pressed while it is being replaced finds it. */
typedef struct
{
  OvsWorkspace *workspace; /* (owned) */
  gint64 client;
  gint64 ticket;
  char *text; /* of the ticket */
} Card;

static void
card_free (gpointer data)
{
  Card *card = data;

  g_object_unref (card->workspace);
  g_free (card->text);
  g_free (card);
}

static const Card *
card_of (GtkWidget *box)
{
  return g_object_get_data (G_OBJECT (box), "card");
}

static void
on_letter (GtkCheckButton *check, GtkWidget *box)
{
  const Card *card = card_of (box);

  ovs_client_work_letter (box, card->workspace, card->client, gtk_check_button_get_active (check));
}

static void
on_confirmed (GtkCheckButton *check, GtkWidget *box)
{
  const Card *card = card_of (box);

  if (card->ticket != 0)
    ovs_client_work_close_ticket (box, card->workspace, card->ticket, gtk_check_button_get_active (check));
}

static void
on_copy (GtkWidget *button, GtkWidget *box)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (box), card_of (box)->text);
  gtk_widget_activate_action (box, "win.tell", "(sb)", _ ("Text copied: paste it into a new ticket at Loket"), FALSE);
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_check (const char *text, gboolean done, gboolean possible)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), done);
  gtk_widget_set_sensitive (check, possible);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  ovs_accessible_set_label (check, text);
  return check;
}

static void
add_check (GtkBox *box, GtkWidget *check, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (line), check);
  gtk_box_append (GTK_BOX (line), make_label (text, NULL));
  gtk_box_append (box, line);
}

static void
add_letter (GtkBox *box, const OvsClientFacts *facts, gboolean can_change)
{
  g_autofree char *day = ovs_day_words (facts->letter_on, facts->today);
  g_autofree char *text = facts->letter_on != OVS_NO_DAY ? g_strdup_printf (_ ("Letter sent on %s"), day)
                                                         : g_strdup (_ ("Letter that takes the announcement back"));
  GtkWidget *check = make_check (text, facts->letter_on != OVS_NO_DAY, can_change);

  g_signal_connect (check, "toggled", G_CALLBACK (on_letter), box);
  add_check (box, check, text);
}

static void
add_to_tell (GtkBox *box, gboolean can_change)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *copy = gtk_button_new_with_label (_ ("Copy the text"));
  GtkWidget *note = gtk_button_new_with_label (_ ("Was told…"));

  g_signal_connect (copy, "clicked", G_CALLBACK (on_copy), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (note), "client.tell-loket");
  if (!can_change)
    gtk_widget_set_sensitive (note, FALSE);
  gtk_box_append (GTK_BOX (line), copy);
  gtk_box_append (GTK_BOX (line), note);
  gtk_box_append (box, make_label (_ ("Tell Loket, which has this client on a list:"), NULL));
  gtk_box_append (box, line);
}

static void
add_told (GtkBox *box, const OvsClientFacts *facts)
{
  g_autofree char *day = ovs_day_words (facts->told_on, facts->today);
  g_autofree char *text = facts->withdrawal_number != NULL ? g_strdup_printf (_ ("Told Loket on %s, ticket %s"), day, facts->withdrawal_number)
                                                           : g_strdup_printf (_ ("Told Loket on %s"), day);

  gtk_box_append (box, make_label (text, NULL));
}

static void
add_confirmed (GtkBox *box, const OvsClientFacts *facts, gboolean can_change)
{
  gboolean told = !(facts->withdrawal.open & OVS_DUTY_TELL);
  gboolean confirmed = !(facts->withdrawal.open & OVS_DUTY_CONFIRM);
  g_autofree char *day = ovs_day_words (facts->confirmed_on, facts->today);
  g_autofree char *text = confirmed ? g_strdup_printf (_ ("Loket confirmed it on %s"), day) : g_strdup (_ ("Loket has confirmed it"));
  GtkWidget *check = make_check (text, confirmed, can_change && told && facts->withdrawal_ticket != 0);

  g_signal_connect (check, "toggled", G_CALLBACK (on_confirmed), box);
  add_check (box, check, text);
  if (!confirmed)
    gtk_box_append (box, make_label (_ ("Until then it may be converted all the same."), "caption"));
}

static char *
make_ticket_text (const OvsClientFacts *facts, OvsWorkspace *workspace)
{
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);
  g_autofree char *line = g_strdup_printf ("%s  %s", facts->number, facts->name != NULL ? facts->name : "");

  return ovs_ticket_text (OVS_TICKET_WITHDRAWAL, figures != NULL ? figures->firm : NULL, line, 1, facts->handed_in_on, NULL);
}

static void
add_head (GtkBox *box, const OvsClientFacts *facts)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", ovs_sign_get_icon (OVS_SIGN_STOPPER), "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START, NULL);
  g_autofree char *why = g_strdup_printf (_ ("Does not take part: %s"), facts->excluded_reason);
  g_autofree char *day = ovs_day_words (facts->said_on, facts->today);
  g_autofree char *who = facts->said_by != NULL ? g_strdup_printf ("%s · %s", facts->said_by, day) : g_strdup (day);
  GtkWidget *said = make_label (who, "caption");

  gtk_widget_add_css_class (said, "soft");
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), make_label (why, NULL));
  gtk_box_append (box, line);
  if (facts->said_on != OVS_NO_DAY)
    gtk_box_append (box, said);
}

void
ovs_client_withdrawal_fill (GtkBox *box, const OvsClientFacts *facts, OvsWorkspace *workspace)
{
  gboolean can_change = !ovs_workspace_get_read_only (workspace);
  GtkWidget *child;
  Card *card;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  gtk_widget_set_visible (GTK_WIDGET (box), facts->excluded_reason != NULL);
  if (facts->excluded_reason == NULL)
    return;

  card = g_new0 (Card, 1);
  card->workspace = g_object_ref (workspace);
  card->client = facts->id;
  card->ticket = facts->withdrawal_ticket;
  card->text = make_ticket_text (facts, workspace);
  g_object_set_data_full (G_OBJECT (box), "card", card, card_free);
  add_head (box, facts);
  if (facts->withdrawal.duties & OVS_DUTY_LETTER)
    add_letter (box, facts, can_change);
  if (facts->withdrawal.open & OVS_DUTY_TELL)
    add_to_tell (box, can_change);
  else if (facts->withdrawal.duties & OVS_DUTY_TELL)
    add_told (box, facts);
  if (facts->withdrawal.duties & OVS_DUTY_CONFIRM)
    add_confirmed (box, facts, can_change);
}
