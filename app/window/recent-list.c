/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/recent-list.h"

#include <glib/gi18n.h>

#include "base/clock.h"
#include "dossier/glance.h"
#include "window/environment.h"

#define MOST_SHOWN 5
/* Milliseconds in which the first page is drawn, before the recent ones are read. */
#define AFTER_FIRST_FRAMES 150

struct _OvsRecentList
{
  AdwBin parent_instance;

  GtkWidget *list;
  GCancellable *cancellable; /* (owned) */
  guint filling;
};

G_DEFINE_FINAL_TYPE (OvsRecentList, ovs_recent_list, ADW_TYPE_BIN)

/* A dossier in the list that is being looked at. */
typedef struct
{
  OvsRecentList *self; /* (owned) */
  GtkWidget *row;      /* (owned) */
  GtkWidget *image;
  GtkWidget *button;
  char *place;
  gint64 opened; /* instant */
} Entry;

static void
ovs_recent_list_dispose (GObject *object)
{
  OvsRecentList *self = OVS_RECENT_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->filling, g_source_remove);
  G_OBJECT_CLASS (ovs_recent_list_parent_class)->dispose (object);
}

static void
ovs_recent_list_finalize (GObject *object)
{
  g_clear_object (&OVS_RECENT_LIST (object)->cancellable);
  G_OBJECT_CLASS (ovs_recent_list_parent_class)->finalize (object);
}

static void
ovs_recent_list_class_init (OvsRecentListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_recent_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = ovs_recent_list_finalize;
}

static void
entry_free (Entry *entry)
{
  g_clear_object (&entry->self);
  g_clear_object (&entry->row);
  g_free (entry->place);
  g_free (entry);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Entry, entry_free)

static void
show_held (Entry *entry, const OvsGlance *glance)
{
  g_autofree char *state = glance->since != NULL
                               ? g_strdup_printf (_ ("%s has this dossier open since %s. You can read along."), glance->holder, glance->since)
                               : g_strdup_printf (_ ("%s has this dossier open. You can read along."), glance->holder);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (entry->row), state);
  gtk_image_set_from_icon_name (GTK_IMAGE (entry->image), "system-lock-screen-symbolic");
  gtk_button_set_label (GTK_BUTTON (entry->button), _ ("Open to read"));
}

static void
show_free (Entry *entry, const OvsGlance *glance)
{
  g_autofree char *moment = ovs_clock_to_dutch (entry->opened);
  const char *where = glance->loket_kind != NULL ? ovs_environment_get_title (glance->loket_kind) : entry->place;
  /* Translators: a Loket or a folder, then when the dossier was open. */
  g_autofree char *state = g_strdup_printf (_ ("%s · last open on %s"), where, moment);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (entry->row), state);
  if (glance->loket_kind != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (entry->image), ovs_environment_get_icon (glance->loket_kind));
}

static void
on_glanced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Entry) entry = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsGlance) glance = ovs_glance_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (glance == NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (entry->row), error->message);
      return;
    }
  if (glance->firm != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry->row), glance->firm);
  if (glance->holder != NULL)
    show_held (entry, glance);
  else
    show_free (entry, glance);
}

static GtkWidget *
make_row (Entry *entry, const char *title, const char *path)
{
  GtkWidget *row = adw_action_row_new ();

  entry->image = g_object_new (GTK_TYPE_IMAGE, "icon-name", "text-x-generic-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  entry->button = gtk_button_new_with_label (_ ("Open"));
  gtk_widget_add_css_class (entry->button, "flat");
  gtk_widget_set_valign (entry->button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (entry->button), "win.open-path");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (entry->button), "s", path);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), entry->place);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), entry->image);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry->button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), entry->button);
  return row;
}

static void
add_recent (OvsRecentList *self, GtkRecentInfo *info)
{
  Entry *entry;
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;

  if (path == NULL)
    return;
  entry = g_new0 (Entry, 1);
  entry->self = g_object_ref (self);
  entry->place = folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");
  entry->opened = g_date_time_to_unix (gtk_recent_info_get_modified (info)) * G_USEC_PER_SEC;
  entry->row = g_object_ref (make_row (entry, name, path));
  gtk_list_box_append (GTK_LIST_BOX (self->list), entry->row);
  ovs_glance_async (path, self->cancellable, on_glanced, entry);
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((gpointer) b), gtk_recent_info_get_modified ((gpointer) a));
}

static gboolean
fill (gpointer data)
{
  OvsRecentList *self = data;
  GList *items = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), newest_first);
  guint shown = 0;

  self->filling = 0;
  for (GList *item = items; item != NULL && shown < MOST_SHOWN; item = item->next)
    if (g_str_has_suffix (gtk_recent_info_get_uri (item->data), ".overstap") && gtk_recent_info_exists (item->data))
      {
        add_recent (self, item->data);
        shown++;
      }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), shown > 0);
  return G_SOURCE_REMOVE;
}

static void
ovs_recent_list_init (OvsRecentList *self)
{
  self->cancellable = g_cancellable_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Used last"), -1);
  adw_bin_set_child (ADW_BIN (self), self->list);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  /* Not between the first frames: reading the list of files and the files themselves keeps nobody waiting. */
  self->filling = g_timeout_add_full (G_PRIORITY_LOW, AFTER_FIRST_FRAMES, fill, self, NULL);
}

GtkWidget *
ovs_recent_list_new (void)
{
  return g_object_new (OVS_TYPE_RECENT_LIST, NULL);
}
