/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/send-outcome.h"

#include <glib/gi18n.h>

#include "widgets/sign.h"

struct _OvsSendOutcome
{
  AdwBin parent_instance;

  AdwStatusPage *page;
  GtkWidget *outbox;
};

G_DEFINE_FINAL_TYPE (OvsSendOutcome, ovs_send_outcome, ADW_TYPE_BIN)

/* @line: (transfer full). */
static void
append (GString *text, guint count, char *line)
{
  if (count > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

/* What did not go, a line for each reason, and what kept it. Returns: (transfer full). */
static char *
tell_rest (const OvsPostResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const guint unknown = result->unknown + result->broken_off;

  append (text, result->refused, g_strdup_printf (ngettext ("%'u was refused by the mail server.", "%'u were refused by the mail server.", result->refused), result->refused));
  append (text, unknown, g_strdup_printf (ngettext ("Of %'u it is not known whether it was sent.", "Of %'u it is not known whether they were sent.", unknown), unknown));
  append (text, result->waiting, g_strdup_printf (ngettext ("%'u is still to be sent.", "%'u are still to be sent.", result->waiting), result->waiting));
  append (text, result->dropped, g_strdup_printf (ngettext ("%'u lapsed, since something changed.", "%'u lapsed, since something changed.", result->dropped), result->dropped));
  if (result->trouble != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", result->trouble);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show (OvsSendOutcome *self, OvsSign sign, const char *title, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_status_page_set_icon_name (self->page, ovs_sign_get_icon (sign));
  adw_status_page_set_title (self->page, title);
  adw_status_page_set_description (self->page, escaped);
}

/* Returns: (transfer full). */
static char *
tell_sent (guint sent, guint all)
{
  if (sent == 0)
    return g_strdup (_ ("Nothing was sent"));
  if (sent == all)
    return g_strdup_printf (ngettext ("%'u message sent", "%'u messages sent", all), all);
  return g_strdup_printf (ngettext ("%'u of %'u message sent", "%'u of %'u messages sent", all), sent, all);
}

void
ovs_send_outcome_show (OvsSendOutcome *self, const OvsPostResult *result)
{
  const guint asks = result->refused + result->unknown + result->broken_off + result->waiting;
  g_autofree char *rest = tell_rest (result);
  g_autofree char *title = tell_sent (result->sent, result->sent + asks + result->dropped);

  show (self, asks > 0 ? OVS_SIGN_WARNING : OVS_SIGN_DONE, title, rest);
  gtk_widget_set_visible (self->outbox, asks > 0);
}

void
ovs_send_outcome_fail (OvsSendOutcome *self, const char *why)
{
  show (self, OVS_SIGN_STOPPER, _ ("Nothing was sent"), why);
  gtk_widget_set_visible (self->outbox, FALSE);
}

static void
ovs_send_outcome_class_init (OvsSendOutcomeClass *klass)
{
}

static GtkWidget *
add_button (GtkWidget *row, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static void
ovs_send_outcome_init (OvsSendOutcome *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->page = ADW_STATUS_PAGE (adw_status_page_new ());
  self->outbox = add_button (row, _ ("To the outbox"), "send.outbox");
  add_button (row, _ ("Close"), "window.close");
  gtk_widget_set_halign (row, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->page), "compact");
  adw_status_page_set_child (self->page, row);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
}

OvsSendOutcome *
ovs_send_outcome_new (void)
{
  return g_object_new (OVS_TYPE_SEND_OUTCOME, NULL);
}
