/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/select-empty.h"

#include <glib/gi18n.h>

#include "letters/ticket-text.h"
#include "steps/select/client-work.h"
#include "steps/select/ask-ticket.h"
#include "widgets/accessible.h"

struct _OvsSelectEmpty
{
  AdwBin parent_instance;

  GtkWidget *ways;
  AdwExpanderRow *ask;
  GtkButton *note;
  GtkWidget *copy_subject;
  GtkLabel *subject;
  GtkLabel *text;
  OvsWorkspace *workspace; /* (owned) */
};

G_DEFINE_FINAL_TYPE (OvsSelectEmpty, ovs_select_empty, ADW_TYPE_BIN)

static void
copy (OvsSelectEmpty *self, const char *text, const char *told)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(sb)", told, FALSE);
}

static void
on_copy (OvsSelectEmpty *self)
{
  copy (self, gtk_label_get_text (self->text), _ ("Text copied: paste it into a new ticket at Loket"));
}

static void
on_copy_subject (OvsSelectEmpty *self)
{
  copy (self, OVS_TICKET_SUBJECT, _ ("Subject copied"));
}

static void
on_note (OvsSelectEmpty *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (self->workspace);
  OvsTicketDraft *draft;

  if (figures == NULL)
    return;
  draft = ovs_ticket_draft_new (OVS_SUBJECT_OVERVIEW, 0, NULL);
  draft->id = figures->ticket_id;
  draft->number = g_strdup (figures->ticket);
  draft->handed_in_on = figures->ticket_on;
  ovs_ask_ticket (GTK_WIDGET (self), NULL, self->workspace, draft, TRUE);
}

static void
ovs_select_empty_dispose (GObject *object)
{
  g_clear_object (&OVS_SELECT_EMPTY (object)->workspace);
  G_OBJECT_CLASS (ovs_select_empty_parent_class)->dispose (object);
}

static void
ovs_select_empty_class_init (OvsSelectEmptyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_select_empty_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/overstap/Overstap/steps/select/select-empty.ui");
  gtk_widget_class_bind_template_child (widget_class, OvsSelectEmpty, ways);
  gtk_widget_class_bind_template_child (widget_class, OvsSelectEmpty, ask);
  gtk_widget_class_bind_template_child (widget_class, OvsSelectEmpty, note);
  gtk_widget_class_bind_template_child (widget_class, OvsSelectEmpty, copy_subject);
  gtk_widget_class_bind_template_child (widget_class, OvsSelectEmpty, subject);
  gtk_widget_class_bind_template_child (widget_class, OvsSelectEmpty, text);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_subject);
  gtk_widget_class_bind_template_callback (widget_class, on_note);
}

static void
ovs_select_empty_init (OvsSelectEmpty *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ovs_accessible_set_label (self->ask, _ ("Ask for the overview"));
  ovs_accessible_set_label (gtk_widget_get_ancestor (GTK_WIDGET (self->subject), GTK_TYPE_LIST_BOX_ROW), _ ("Text of the ticket"));
  ovs_accessible_name_below (GTK_WIDGET (self->ask), GTK_TYPE_LIST_BOX, _ ("Ask for the overview"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ways), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("First the overview from Loket"), -1);
  gtk_label_set_text (self->subject, OVS_TICKET_SUBJECT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_subject), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Copy the subject"), -1);
}

GtkWidget *
ovs_select_empty_new (OvsWorkspace *workspace)
{
  OvsSelectEmpty *self = g_object_new (OVS_TYPE_SELECT_EMPTY, NULL);

  self->workspace = g_object_ref (workspace);
  gtk_widget_set_sensitive (GTK_WIDGET (self->note), !ovs_workspace_get_read_only (workspace));
  return GTK_WIDGET (self);
}

static char *
describe_ticket (const OvsFigures *figures)
{
  g_autofree char *day = ovs_day_to_dutch (figures->ticket_on);

  if (figures->ticket_on == OVS_NO_DAY)
    return g_strdup_printf (_ ("Hand in a ticket at Loket with the subject “%s”"), OVS_TICKET_SUBJECT);
  if (figures->ticket == NULL)
    return g_strdup_printf (_ ("Asked for on %s"), day);
  return g_strdup_printf (_ ("Asked for on %s, ticket %s"), day, figures->ticket);
}

void
ovs_select_empty_update (OvsSelectEmpty *self)
{
  const OvsFigures *figures = ovs_workspace_get_figures (self->workspace);
  g_autofree char *subtitle = describe_ticket (figures);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = ovs_ticket_text (OVS_TICKET_OVERVIEW, figures->firm, "", 0, OVS_NO_DAY, &error);

  adw_expander_row_set_subtitle (self->ask, subtitle);
  gtk_button_set_label (self->note, figures->ticket_on != OVS_NO_DAY ? _ ("Change the ticket…") : _ ("Note the ticket…"));
  gtk_label_set_text (self->text, text != NULL ? text : error->message);
}
