/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/preferences.h"

#include <glib/gi18n.h>

#include "dossier/approvers.h"
#include "dossier/firm.h"
#include "dossier/settings.h"
#include "widgets/accessible.h"
#include "widgets/entry-row.h"
#include "widgets/toasts.h"
#include "window/dossier-number-row.h"
#include "window/preferences-follow.h"
#include "window/preferences-loket.h"
#include "window/preferences-mail.h"
#include "window/preferences-office.h"
#include "window/purge-after-row.h"
#include "window/user-name.h"

struct _OvsPreferences
{
  AdwWindow parent_instance;

  GtkWidget *toasts;
  OvsWorkspace *workspace; /* (owned) (nullable) */
  GtkWidget *name;
  GtkWidget *firm;   /* (nullable) */
  GtkWidget *domain; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (OvsPreferences, ovs_preferences, ADW_TYPE_WINDOW)

typedef struct
{
  char *firm;
  char *domain;
} Firm;

static void
firm_free (Firm *firm)
{
  g_free (firm->firm);
  g_free (firm->domain);
  g_free (firm);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Firm, firm_free)

static void
ovs_preferences_dispose (GObject *object)
{
  g_clear_object (&OVS_PREFERENCES (object)->workspace);
  G_OBJECT_CLASS (ovs_preferences_parent_class)->dispose (object);
}

static void
ovs_preferences_class_init (OvsPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_preferences_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ovs_preferences_init (OvsPreferences *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->toasts = ovs_toasts_new ();
  gtk_widget_set_vexpand (self->toasts, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->toasts);
  adw_window_set_content (ADW_WINDOW (self), box);
}

static void
tell (OvsPreferences *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), adw_toast_new (escaped));
}

static void
on_name_applied (AdwEntryRow *row, OvsPreferences *self)
{
  ovs_user_name_set (gtk_editable_get_text (GTK_EDITABLE (row)));
}

static gboolean
write_firm (OvsTx *tx, gpointer data, GError **error)
{
  const Firm *firm = data;

  return ovs_firm_change (tx, firm->firm, firm->domain, error);
}

typedef struct
{
  OvsPreferences *self; /* (owned) */
  Firm *firm;           /* (owned) */
} Writing;

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Writing *writing = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    tell (writing->self, _ ("Saved in the dossier. Ctrl+Z takes it back."));
  else
    tell (writing->self, error->message);
  g_object_unref (writing->self);
  firm_free (writing->firm);
  g_free (writing);
}

static void
on_firm_applied (AdwEntryRow *row, OvsPreferences *self)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->self = g_object_ref (self);
  writing->firm = g_new0 (Firm, 1);
  writing->firm->firm = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->firm))));
  writing->firm->domain = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->domain))));
  ovs_workspace_write_async (self->workspace, write_firm, writing->firm, NULL, on_written, writing);
}

static gboolean
read_firm (OvsTx *tx, gpointer data, GError **error)
{
  Firm *firm = data;

  firm->firm = ovs_settings_get (tx, OVS_SETTING_FIRM);
  firm->domain = ovs_settings_get (tx, OVS_SETTING_FIRM_DOMAIN);
  return TRUE;
}

static void
show_text (GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Writing *reading = user_data;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL))
    {
      show_text (reading->self->firm, reading->firm->firm);
      show_text (reading->self->domain, reading->firm->domain);
      gtk_widget_set_sensitive (reading->self->firm, !ovs_workspace_get_read_only (reading->self->workspace));
      gtk_widget_set_sensitive (reading->self->domain, !ovs_workspace_get_read_only (reading->self->workspace));
    }
  g_object_unref (reading->self);
  firm_free (reading->firm);
  g_free (reading);
}

static GtkWidget *
add_row (GtkWidget *group, const char *title, GCallback applied, OvsPreferences *self)
{
  GtkWidget *row = ovs_entry_row_new (title);

  g_signal_connect (row, "apply", applied, self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
add_group (GtkWidget *page, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return group;
}

static GtkWidget *
make_second_person (OvsPreferences *self)
{
  const OvsDossierNumber number = {
    _ ("A second person agrees above so many employees"), _ ("When applying; 0 is never. The name is kept in the trail."), 0, 100000, 50,
    ovs_approvers_get_above, ovs_approvers_set_above,
  };

  return ovs_dossier_number_row_new (self->workspace, &number);
}

static void
add_dossier (OvsPreferences *self, GtkWidget *page)
{
  GtkWidget *group = add_group (page, _ ("This dossier"), _ ("By the mail domain Overstap warns where an employee has an address of the office."));
  Writing *reading = g_new0 (Writing, 1);

  self->firm = add_row (group, _ ("Name of the office"), G_CALLBACK (on_firm_applied), self);
  self->domain = add_row (group, _ ("Mail domain, such as kantoor.nl"), G_CALLBACK (on_firm_applied), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_second_person (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), ovs_purge_after_row_new (self->workspace));
  gtk_widget_set_sensitive (self->firm, FALSE);
  gtk_widget_set_sensitive (self->domain, FALSE);
  reading->self = g_object_ref (self);
  reading->firm = g_new0 (Firm, 1);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_firm, reading->firm, NULL, on_read, reading);
}

static void
add_told (OvsPreferences *self, GtkWidget *page, GtkWidget *group)
{
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  g_signal_connect_object (group, "told", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ovs_preferences_new (OvsWorkspace *workspace)
{
  OvsPreferences *self = g_object_new (OVS_TYPE_PREFERENCES, "title", _ ("Preferences"), "modal", TRUE, "destroy-with-parent", TRUE, "default-width", 560, "default-height", 560, NULL);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = add_group (page, _ ("Who are you?"), _ ("Your name stands with each change, so that colleagues see who did what."));
  g_autofree char *name = ovs_user_name_get ();

  self->workspace = workspace != NULL ? g_object_ref (workspace) : NULL;
  self->name = add_row (group, _ ("Your name"), G_CALLBACK (on_name_applied), self);
  show_text (self->name, name);
  if (workspace != NULL)
    {
      add_dossier (self, page);
      add_told (self, page, ovs_preferences_office_new (workspace));
      add_told (self, page, ovs_preferences_follow_new (workspace));
    }
  add_told (self, page, ovs_preferences_mail_new ());
  add_told (self, page, ovs_preferences_loket_new ());
  ovs_accessible_name_below (page, GTK_TYPE_LIST_BOX, _ ("Preferences"));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), page);
  return GTK_WIDGET (self);
}
