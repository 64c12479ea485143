/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/people-card-private.h"

#include <glib/gi18n.h>

#include "steps/check/answers.h"
#include "steps/check/decide.h"
#include "steps/check/people-sheet.h"
#include "steps/step-page.h"

/* --- who is meant ---------------------------------------------------------------------------------------------- */

GArray *
ovs_people_card_get_ticked (OvsPeopleCard *self)
{
  g_autoptr (GArray) ids = ovs_table_get_ids (self->table);

  return ovs_people_source_get_ticked (self->source, ids);
}

/* The ticked ones, else the one under the cursor. */
static GArray *
get_meant (OvsPeopleCard *self)
{
  GArray *meant = ovs_people_card_get_ticked (self);

  if (meant->len == 0 && self->person != NULL)
    g_array_append_val (meant, self->person->id);
  return meant;
}

/* The ticked ones, else all that are shown. */
static GArray *
get_listed (OvsPeopleCard *self)
{
  GArray *listed = ovs_people_card_get_ticked (self);

  if (listed->len > 0)
    return listed;
  g_array_unref (listed);
  return ovs_table_get_ids (self->table);
}

/* The name for a question about one person; NULL for many. */
static const char *
get_name (OvsPeopleCard *self, const GArray *people)
{
  return people->len == 1 && self->person != NULL && self->person->id == g_array_index (people, gint64, 0) ? self->person->name : NULL;
}

static OvsStepPage *
get_page (OvsPeopleCard *self)
{
  return OVS_STEP_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), OVS_TYPE_STEP_PAGE));
}

/* --- from the answer bar --------------------------------------------------------------------------------------- */

static void
go_on (OvsPeopleCard *self)
{
  if (!ovs_table_cursor_next (self->table))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* On to the next at once, so that addresses can be typed one after another while the first is being written. */
static void
on_mend (OvsPeopleCard *self, const char *address, gboolean done_in_loket, gboolean in_loket_too)
{
  g_autofree char *text = g_strdup (address);

  if (self->person == NULL)
    return;
  ovs_decide_mend (get_page (self), self->person, text, done_in_loket, in_loket_too ? self->mends : NULL);
  ovs_table_cursor_next (self->table);
}

static void
on_accept (OvsPeopleCard *self)
{
  GArray *people = get_meant (self);

  ovs_decide_accept (get_page (self), self->finding, people, get_name (self, people), NULL);
}

static void
on_exclude (OvsPeopleCard *self)
{
  GArray *people = get_meant (self);

  ovs_decide_exclude (get_page (self), people, get_name (self, people));
}

static void
on_no_email (OvsPeopleCard *self)
{
  ovs_decide_on_paper (get_page (self), get_meant (self));
}

static void
on_tick_off (OvsPeopleCard *self)
{
  ovs_decide_tick_off (get_page (self), get_meant (self));
}

static void
on_in_loket (OvsPeopleCard *self)
{
  g_autoptr (GArray) people = get_meant (self);

  ovs_loket_mends_add (self->mends, people);
}

static void
on_include (OvsPeopleCard *self)
{
  ovs_decide_include (get_page (self), get_meant (self));
}

/* --- in Loket -------------------------------------------------------------------------------------------------- */

static void
on_progress (OvsPeopleCard *self, guint done, guint all)
{
  ovs_answer_bar_set_changing (self->bar, done, all);
}

static void
on_settled (OvsPeopleCard *self, guint changed, guint not_changed, const char *name, const char *answer)
{
  g_autofree char *done = g_strdup_printf (ngettext ("%u address changed in Loket", "%u addresses changed in Loket", changed), changed);
  g_autoptr (GError) error = NULL;

  if (get_page (self) == NULL)
    return;
  if (not_changed == 0)
    {
      ovs_step_page_tell (get_page (self), done, FALSE);
      return;
    }
  error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED,
                       ngettext ("%s. %u was not: it stays under “still to be changed in Loket”. Loket on %s: %s",
                                 "%s. %u were not: they stay under “still to be changed in Loket”. Loket on %s, the first: %s", not_changed),
                       done, not_changed, name != NULL ? name : "", answer != NULL ? answer : _ ("no answer"));
  ovs_step_page_tell_error (get_page (self), error);
}

void
ovs_people_card_follow_loket (OvsPeopleCard *self)
{
  g_signal_connect_object (self->mends, "progress", G_CALLBACK (on_progress), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mends, "settled", G_CALLBACK (on_settled), self, G_CONNECT_SWAPPED);
}

/* --- the birth date -------------------------------------------------------------------------------------------- */

typedef struct
{
  OvsPeopleCard *card; /* (owned) */
  gint64 person;
} Asked;

static void
on_birth_date (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asked *asked = user_data;
  g_autoptr (OvsPeopleCard) self = asked->card;
  g_autoptr (GError) error = NULL;
  OvsDay day = ovs_answer_birth_date_finish (result, &error);
  g_autofree char *text = ovs_day_to_dutch (day);

  if (error != NULL)
    ovs_step_page_tell_error (get_page (self), error);
  else if (self->person != NULL && self->person->id == asked->person)
    ovs_answer_bar_set_birth_date (self->bar, text);
}

static void
on_show_birth_date (OvsPeopleCard *self)
{
  Asked *asked;

  if (self->person == NULL)
    return;
  asked = g_new0 (Asked, 1);
  asked->card = g_object_ref (self);
  asked->person = self->person->id;
  ovs_answer_birth_date_async (self->workspace, self->person->id, on_birth_date, asked);
}

/* --- from the menu: many at once ------------------------------------------------------------------------------- */

static void
accept_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OvsPeopleCard *self = OVS_PEOPLE_CARD (widget);
  GArray *people = ovs_table_get_ids (self->table);

  ovs_decide_accept (get_page (self), self->finding, people, get_name (self, people), NULL);
}

static void
untick_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ovs_people_card_tick_all (OVS_PEOPLE_CARD (widget), FALSE);
}

typedef struct
{
  OvsPeopleCard *card; /* (owned) */
  char *client;
  gboolean accept; /* else they are ticked */
} OfClient;

static void
on_client_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OfClient *of_client = user_data;
  OvsPeopleCard *self = of_client->card;
  g_autoptr (GError) error = NULL;
  GArray *people = ovs_people_source_find_client_finish (OVS_PEOPLE_SOURCE (source), result, &error);

  if (people == NULL)
    ovs_step_page_tell_error (get_page (self), error);
  else if (of_client->accept)
    ovs_decide_accept (get_page (self), self->finding, people, NULL, of_client->client);
  else
    {
      ovs_people_source_tick_all (self->source, people);
      ovs_people_card_show_person (self);
      g_array_unref (people);
    }
  g_object_unref (self);
  g_free (of_client->client);
  g_free (of_client);
}

static void
find_client (OvsPeopleCard *self, gboolean accept)
{
  OfClient *of_client;

  if (self->person == NULL)
    return;
  of_client = g_new0 (OfClient, 1);
  of_client->card = g_object_ref (self);
  of_client->client = g_strdup (self->person->employer_name);
  of_client->accept = accept;
  ovs_people_source_find_client_async (self->source, self->person->employer, on_client_found, of_client);
}

static void
accept_client (GtkWidget *widget, const char *action, GVariant *parameter)
{
  find_client (OVS_PEOPLE_CARD (widget), TRUE);
}

static void
tick_client (GtkWidget *widget, const char *action, GVariant *parameter)
{
  find_client (OVS_PEOPLE_CARD (widget), FALSE);
}

/* --- from the menu: lists -------------------------------------------------------------------------------------- */

static void
tell_saved (OvsPeopleCard *self, gint64 rows, const GError *error)
{
  g_autofree char *text = NULL;

  if (rows < 0)
    {
      ovs_step_page_tell_error (get_page (self), error);
      return;
    }
  text = g_strdup_printf (ngettext ("List with %'d person saved", "List with %'d people saved", (gulong) rows), (int) rows);
  ovs_step_page_tell (get_page (self), text, FALSE);
}

/* The lists of the clients of these people: a client gets all that is asked of it on one list. */
static void
ask_clients (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GArray) people = get_listed (OVS_PEOPLE_CARD (widget));

  gtk_widget_activate_action_variant (widget, "check.ask-clients",
                                      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, people->data, people->len, sizeof (gint64)));
}

static OvsPeopleSheet
sheet_kind (OvsPeopleCard *self)
{
  return self->left_out == OVS_LEFT_OUT_ON_PAPER ? OVS_PEOPLE_SHEET_ON_PAPER : OVS_PEOPLE_SHEET_CHANGES;
}

static void
on_sheet_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPeopleCard) self = user_data;
  g_autoptr (GError) error = NULL;

  tell_saved (self, ovs_people_sheet_save_finish (result, &error), error);
}

static void
save_sheet (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OvsPeopleCard *self = OVS_PEOPLE_CARD (widget);

  ovs_people_sheet_save_async (GTK_WINDOW (gtk_widget_get_root (widget)), ovs_workspace_get_dossier (self->workspace), sheet_kind (self),
                               get_listed (self), on_sheet_saved, g_object_ref (self));
}

static void
on_sheet_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPeopleCard) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = ovs_people_sheet_text_finish (result, &error);

  if (text == NULL)
    {
      ovs_step_page_tell_error (get_page (self), error);
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  ovs_step_page_tell (get_page (self), _ ("List copied"), FALSE);
}

static void
copy_sheet (GtkWidget *widget, const char *action, GVariant *parameter)
{
  OvsPeopleCard *self = OVS_PEOPLE_CARD (widget);

  ovs_people_sheet_text_async (ovs_workspace_get_dossier (self->workspace), sheet_kind (self), get_listed (self), on_sheet_read,
                               g_object_ref (self));
}

static void
on_clear_search (OvsPeopleCard *self)
{
  g_signal_emit_by_name (self, "clear-search");
}

/* --- which of them --------------------------------------------------------------------------------------------- */

void
ovs_people_card_allow_answers (OvsPeopleCard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writes = !ovs_workspace_get_read_only (self->workspace);
  gboolean warning = self->finding >= 0 && (OVS_FINDINGS_WARNINGS & OVS_FINDING_BIT (self->finding)) != 0;
  gboolean on_paper = self->left_out == OVS_LEFT_OUT_ON_PAPER;
  gboolean has_sheet = self->finding == OVS_FINDING_CHANGE_IN_LOKET || on_paper;

  gtk_widget_action_set_enabled (widget, "people.accept-all", warning && writes);
  gtk_widget_action_set_enabled (widget, "people.accept-client", (warning || self->counted == OVS_COUNTED_DECIDE) && writes && self->person != NULL);
  gtk_widget_action_set_enabled (widget, "people.tick-client", writes && self->person != NULL);
  gtk_widget_action_set_enabled (widget, "people.ask-clients", !has_sheet);
  gtk_widget_action_set_enabled (widget, "people.save-changes", has_sheet && !on_paper);
  gtk_widget_action_set_enabled (widget, "people.save-on-paper", on_paper);
  gtk_widget_action_set_enabled (widget, "people.copy-sheet", has_sheet);
}

void
ovs_people_card_install_answers (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, on_mend);
  gtk_widget_class_bind_template_callback (klass, go_on);
  gtk_widget_class_bind_template_callback (klass, on_accept);
  gtk_widget_class_bind_template_callback (klass, on_exclude);
  gtk_widget_class_bind_template_callback (klass, on_include);
  gtk_widget_class_bind_template_callback (klass, on_no_email);
  gtk_widget_class_bind_template_callback (klass, on_tick_off);
  gtk_widget_class_bind_template_callback (klass, on_in_loket);
  gtk_widget_class_bind_template_callback (klass, on_show_birth_date);
  gtk_widget_class_bind_template_callback (klass, on_clear_search);
  gtk_widget_class_install_action (klass, "people.ask-clients", NULL, ask_clients);
  gtk_widget_class_install_action (klass, "people.save-changes", NULL, save_sheet);
  gtk_widget_class_install_action (klass, "people.save-on-paper", NULL, save_sheet);
  gtk_widget_class_install_action (klass, "people.copy-sheet", NULL, copy_sheet);
  gtk_widget_class_install_action (klass, "people.accept-all", NULL, accept_all);
  gtk_widget_class_install_action (klass, "people.accept-client", NULL, accept_client);
  gtk_widget_class_install_action (klass, "people.tick-client", NULL, tick_client);
  gtk_widget_class_install_action (klass, "people.untick-all", NULL, untick_all);
}
