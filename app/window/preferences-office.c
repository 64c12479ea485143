/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/preferences-office.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>
#include <string.h>

#include "dossier/office.h"
#include "dossier/settings.h"
#include "letters/logo.h"
#include "widgets/accessible.h"
#include "widgets/entry-row.h"

/* Enough for paper: 50 mm at 600 dots per inch. */
#define LOGO_WIDTH 1200
#define LOGO_HEIGHT 600
#define SHOWN_WIDTH 96
#define SHOWN_HEIGHT 36

/* The rows, in their order; an address is two of them. */
typedef enum
{
  ROW_STREET,
  ROW_PLACE,
  ROW_PHONE,
  ROW_EMAIL,
  ROW_HELP_CONTACT,
  ROW_HELP_PHONE,
  ROW_HELP_HOURS,
  N_ROWS
} Row;

static const char *const languages[] = { "en", "pl" };

struct _OvsPreferencesOffice
{
  AdwPreferencesGroup parent_instance;

  OvsWorkspace *workspace; /* (owned) */
  GtkWidget *rows[N_ROWS];
  GtkWidget *switches[G_N_ELEMENTS (languages)];
  GtkWidget *logo_row;
  GtkWidget *logo;
  GtkWidget *remove;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (OvsPreferencesOffice, ovs_preferences_office, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  TOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_preferences_office_dispose (GObject *object)
{
  g_clear_object (&OVS_PREFERENCES_OFFICE (object)->workspace);
  G_OBJECT_CLASS (ovs_preferences_office_parent_class)->dispose (object);
}

static void
ovs_preferences_office_class_init (OvsPreferencesOfficeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_preferences_office_dispose;
  signals[TOLD] = g_signal_new ("told", OVS_TYPE_PREFERENCES_OFFICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ovs_preferences_office_init (OvsPreferencesOffice *self)
{
}

static void
tell (OvsPreferencesOffice *self, const char *text)
{
  g_signal_emit (self, signals[TOLD], 0, text);
}

/* --- what is set --- */

typedef struct
{
  OvsPreferencesOffice *self; /* (owned) */
  const char *setting;
  char *value;
} Writing;

static void
writing_free (Writing *writing)
{
  g_object_unref (writing->self);
  g_free (writing->value);
  g_free (writing);
}

static gboolean
write_setting (OvsTx *tx, gpointer data, GError **error)
{
  const Writing *writing = data;

  return ovs_office_change (tx, writing->setting, writing->value, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Writing *writing = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    tell (writing->self, _ ("Saved in the dossier. Ctrl+Z takes it back."));
  else
    tell (writing->self, error->message);
  writing_free (writing);
}

/* @value: (transfer full) */
static void
keep (OvsPreferencesOffice *self, const char *setting, char *value)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->self = g_object_ref (self);
  writing->setting = setting;
  writing->value = value;
  ovs_workspace_write_async (self->workspace, write_setting, writing, NULL, on_written, writing);
}

static const char *
text_of (OvsPreferencesOffice *self, Row row)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->rows[row]));
}

static void
on_applied (AdwEntryRow *row, OvsPreferencesOffice *self)
{
  static const char *const settings[N_ROWS] = { OVS_SETTING_OFFICE_ADDRESS, OVS_SETTING_OFFICE_ADDRESS, OVS_SETTING_OFFICE_PHONE, OVS_SETTING_OFFICE_EMAIL,
                                                OVS_SETTING_HELP_CONTACT,   OVS_SETTING_HELP_PHONE,     OVS_SETTING_HELP_HOURS };
  Row at = ROW_STREET;

  while (self->rows[at] != GTK_WIDGET (row))
    at++;
  if (at <= ROW_PLACE)
    keep (self, settings[at], g_strconcat (text_of (self, ROW_STREET), "\n", text_of (self, ROW_PLACE), NULL));
  else
    keep (self, settings[at], g_strdup (text_of (self, at)));
}

static void
on_switched (GtkSwitch *widget, GParamSpec *spec, OvsPreferencesOffice *self)
{
  g_autoptr (GString) wanted = g_string_new (NULL);

  if (self->filling)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (gtk_switch_get_active (GTK_SWITCH (self->switches[i])))
      g_string_append_printf (wanted, "%s%s", wanted->len > 0 ? " " : "", languages[i]);
  keep (self, OVS_SETTING_FLYER_LANGUAGES, g_strdup (wanted->str));
}

/* --- what was set --- */

typedef struct
{
  OvsPreferencesOffice *self; /* (owned) */
  char *texts[N_ROWS];
  char *languages; /* (nullable) */
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->self);
  for (int row = 0; row < N_ROWS; row++)
    g_free (reading->texts[row]);
  g_free (reading->languages);
  g_free (reading);
}

/* The last line is the place; all before it the street. */
static void
read_address (OvsTx *tx, Reading *reading)
{
  g_autofree char *address = ovs_settings_get (tx, OVS_SETTING_OFFICE_ADDRESS);
  char *place = address != NULL ? strrchr (address, '\n') : NULL;

  if (place != NULL)
    {
      reading->texts[ROW_PLACE] = g_strdup (place + 1);
      *place = '\0';
    }
  reading->texts[ROW_STREET] = address != NULL ? g_strdelimit (g_strdup (address), "\n", ' ') : NULL;
}

static gboolean
read_settings (OvsTx *tx, gpointer data, GError **error)
{
  Reading *reading = data;

  read_address (tx, reading);
  reading->texts[ROW_PHONE] = ovs_settings_get (tx, OVS_SETTING_OFFICE_PHONE);
  reading->texts[ROW_EMAIL] = ovs_settings_get (tx, OVS_SETTING_OFFICE_EMAIL);
  reading->texts[ROW_HELP_CONTACT] = ovs_settings_get (tx, OVS_SETTING_HELP_CONTACT);
  reading->texts[ROW_HELP_PHONE] = ovs_settings_get (tx, OVS_SETTING_HELP_PHONE);
  reading->texts[ROW_HELP_HOURS] = ovs_settings_get (tx, OVS_SETTING_HELP_HOURS);
  reading->languages = ovs_settings_get (tx, OVS_SETTING_FLYER_LANGUAGES);
  return TRUE;
}

static void
fill (OvsPreferencesOffice *self, const Reading *reading)
{
  g_auto (GStrv) wanted = g_strsplit (reading->languages != NULL ? reading->languages : "", " ", -1);
  gboolean may_write = !ovs_workspace_get_read_only (self->workspace);

  self->filling = TRUE;
  for (int row = 0; row < N_ROWS; row++)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->rows[row]), reading->texts[row] != NULL ? reading->texts[row] : "");
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->rows[row]), TRUE);
      gtk_widget_set_sensitive (self->rows[row], may_write);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      gtk_switch_set_active (GTK_SWITCH (self->switches[i]), g_strv_contains ((const char *const *) wanted, languages[i]));
      gtk_widget_set_sensitive (self->switches[i], may_write);
    }
  self->filling = FALSE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL) && reading->self->workspace != NULL)
    fill (reading->self, reading);
  reading_free (reading);
}

/* --- the logo --- */

static void
show_logo (OvsPreferencesOffice *self)
{
  g_autofree char *path = ovs_logo_path ();
  gboolean there = g_file_test (path, G_FILE_TEST_EXISTS);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->logo_row),
                               there ? _ ("On letters and flyers, from this computer") : _ ("None: letters begin with the name of the office"));
  gtk_picture_set_filename (GTK_PICTURE (self->logo), there ? path : NULL);
  gtk_widget_set_visible (self->logo, there);
  gtk_widget_set_sensitive (self->remove, there);
}

static gboolean
take_logo (GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GdkPixbuf) picture =
      stream != NULL ? gdk_pixbuf_new_from_stream_at_scale (G_INPUT_STREAM (stream), LOGO_WIDTH, LOGO_HEIGHT, TRUE, NULL, error) : NULL;
  g_autoptr (GBytes) png = NULL;
  char *data;
  gsize size;

  if (picture == NULL || !gdk_pixbuf_save_to_buffer (picture, &data, &size, "png", error, NULL))
    return FALSE;
  png = g_bytes_new_take (data, size);
  return ovs_logo_set (png, error);
}

/* A picture may be large, and far away. */
static void
take_logo_in_thread (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  GError *error = NULL;

  if (take_logo (file, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_logo_taken (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OvsPreferencesOffice *self = OVS_PREFERENCES_OFFICE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *why = NULL;
  gboolean taken = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->workspace == NULL)
    return;
  show_logo (self);
  tell (self, taken ? _ ("The logo is on letters and flyers from now on.") : _ ("This picture cannot be used."));
  if (taken)
    return;
  why = g_strdup_printf (_ ("This picture cannot be used: %s. Choose a PNG, JPEG or SVG file."), error->message);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->logo_row), why);
}

static void
on_logo_chosen (GtkNativeDialog *dialog, int response, OvsPreferencesOffice *self)
{
  GFile *file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL)
    {
      g_autoptr (GTask) task = g_task_new (self, NULL, on_logo_taken, NULL);

      g_task_set_source_tag (task, on_logo_chosen);
      g_task_set_task_data (task, file, g_object_unref);
      g_task_run_in_thread (task, take_logo_in_thread);
    }
  g_object_unref (dialog);
}

static void
choose_logo (OvsPreferencesOffice *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Choose the logo"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Use as logo"), _ ("Cancel"));
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();

  gtk_file_filter_set_name (pictures, _ ("Pictures"));
  gtk_file_filter_add_pixbuf_formats (pictures);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), pictures);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_logo_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
remove_logo (OvsPreferencesOffice *self)
{
  g_autoptr (GError) error = NULL;

  tell (self, ovs_logo_set (NULL, &error) ? _ ("The logo is gone from letters and flyers.") : error->message);
  show_logo (self);
}

/* --- the rows --- */

static GtkWidget *
add_button (OvsPreferencesOffice *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->logo_row), button);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
make_row (const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  return row;
}

static GtkWidget *
add_switch (OvsPreferencesOffice *self, const char *title)
{
  GtkWidget *row = make_row (title);
  GtkWidget *widget = gtk_switch_new ();

  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (widget, FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);
  g_signal_connect (widget, "notify::active", G_CALLBACK (on_switched), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return widget;
}

static void
add_rows (OvsPreferencesOffice *self)
{
  const char *const titles[N_ROWS] = {
    [ROW_STREET] = _ ("Street and number"),
    [ROW_PLACE] = _ ("Postcode and place"),
    [ROW_PHONE] = _ ("Telephone of the office"),
    [ROW_EMAIL] = _ ("E-mail address of the office"),
    [ROW_HELP_CONTACT] = _ ("Who helps with questions; empty: the office"),
    [ROW_HELP_PHONE] = _ ("Telephone for questions; empty: that of the office"),
    [ROW_HELP_HOURS] = _ ("When, such as: on working days from 9 to 17"),
  };

  for (int row = 0; row < N_ROWS; row++)
    {
      self->rows[row] = ovs_entry_row_new (titles[row]);
      gtk_widget_set_sensitive (self->rows[row], FALSE);
      g_signal_connect (self->rows[row], "apply", G_CALLBACK (on_applied), self);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->rows[row]);
    }
  self->switches[0] = add_switch (self, _ ("Flyer in English too"));
  self->switches[1] = add_switch (self, _ ("Flyer in Polish too"));
  self->logo_row = make_row (_ ("Logo"));
  self->logo = g_object_new (GTK_TYPE_PICTURE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "width-request", SHOWN_WIDTH, "height-request",
                             SHOWN_HEIGHT, "valign", GTK_ALIGN_CENTER, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->logo_row), self->logo);
  add_button (self, _ ("Choose…"), G_CALLBACK (choose_logo));
  self->remove = add_button (self, _ ("Take away"), G_CALLBACK (remove_logo));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->logo_row);
  show_logo (self);
}

GtkWidget *
ovs_preferences_office_new (OvsWorkspace *workspace)
{
  OvsPreferencesOffice *self = g_object_new (OVS_TYPE_PREFERENCES_OFFICE, "title", _ ("Office"), "description",
                                             _ ("What letters and flyers tell of the office, and whom people ask."), NULL);
  Reading *reading = g_new0 (Reading, 1);

  self->workspace = g_object_ref (workspace);
  add_rows (self);
  reading->self = g_object_ref (self);
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_settings, reading, NULL, on_read, reading);
  return GTK_WIDGET (self);
}
