/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/application.h"

#include <glib/gi18n.h>

#include "base/memory.h"
#include "dossier/actor.h"
#include "widgets/accessible.h"
#include "window/user-name.h"
#include "window/window.h"

struct _OvsApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (OvsApplication, ovs_application, ADW_TYPE_APPLICATION)

/* Drawing it takes a library of its own, and the first page need not wait for that. */
static gboolean
show_icon (gpointer unused)
{
  gtk_window_set_default_icon_name (OVS_APPLICATION_ID);
  return G_SOURCE_REMOVE;
}

static void
ovs_application_activate (GApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  gtk_window_present (active != NULL ? active : GTK_WINDOW (ovs_window_new (GTK_APPLICATION (application))));
}

static void
ovs_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        ovs_window_open (GTK_APPLICATION (application), NULL, path);
    }
}

static void
show_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *versions
      = g_strdup_printf ("Overstap %s\nGTK %d.%d.%d\nlibadwaita %d.%d.%d\nGLib %d.%d.%d\n", OVS_VERSION, gtk_get_major_version (),
                         gtk_get_minor_version (), gtk_get_micro_version (), adw_get_major_version (), adw_get_minor_version (),
                         adw_get_micro_version (), glib_major_version, glib_minor_version, glib_micro_version);

  GtkWidget *about = g_object_new (ADW_TYPE_ABOUT_WINDOW, "transient-for", gtk_application_get_active_window (user_data),
                                   "application-name", "Overstap", "version", OVS_VERSION, "application-icon", OVS_APPLICATION_ID,
                                   "license-type", GTK_LICENSE_GPL_3_0, "debug-info", versions, "developer-name", _ ("The Overstap makers"),
                                   "debug-info-filename", "overstap.txt",
                                   /* Translators: your own name. */
                                   "translator-credits", _ ("translator-credits"), "comments",
                                   _ ("Moves employees from Werknemerloket to MijnLoket, and forgets nobody."), NULL);

  ovs_accessible_name_parts (about, _ ("About Overstap"));
  ovs_accessible_say_once (about);
  gtk_window_present (GTK_WINDOW (about));
}

static void
quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *window;

  /* One by one, so that each can ask what is under way in it. */
  while ((window = gtk_application_get_windows (user_data)) != NULL)
    {
      GtkWindow *first = window->data;

      gtk_window_close (first);
      window = gtk_application_get_windows (user_data);
      if (window != NULL && window->data == first)
        return;
    }
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = show_about },
  { .name = "quit", .activate = quit },
};

static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.import", { "<Control>i" } },
  { "win.undo", { "<Control>z" } },
  { "win.refresh", { "F5" } },
  { "win.new-question", { "<Control>h" } },
  { "win.search", { "<Control>f" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.show-shortcuts", { "<Control>question" } },
  { "win.step('select')", { "<Control>1" } },
  { "win.step('check')", { "<Control>2" } },
  { "win.step('inform')", { "<Control>3" } },
  { "win.step('apply')", { "<Control>4" } },
  { "win.step('track')", { "<Control>5" } },
};

static void
ovs_application_startup (GApplication *application)
{
  g_autofree char *name = NULL;

  G_APPLICATION_CLASS (ovs_application_parent_class)->startup (application);
  ovs_accessible_init ();
  name = ovs_user_name_get ();
  ovs_actor_set (name);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action, (const char *const *) accels[i].keys);
  g_timeout_add_seconds (1, show_icon, NULL);
}

static void
ovs_application_class_init (OvsApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = ovs_application_activate;
  application_class->open = ovs_application_open;
  application_class->startup = ovs_application_startup;
}

static void
ovs_application_init (OvsApplication *self)
{
}

gboolean
ovs_application_can_run (void)
{
  return gtk_init_check ();
}

int
ovs_application_run (int argc, char **argv)
{
  g_autoptr (OvsApplication) application
      = g_object_new (OVS_TYPE_APPLICATION, "application-id", OVS_APPLICATION_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                      "resource-base-path", "/nl/overstap/Overstap", NULL);

  ovs_memory_give_back ();
  g_set_application_name ("Overstap");
  return g_application_run (G_APPLICATION (application), argc, argv);
}
