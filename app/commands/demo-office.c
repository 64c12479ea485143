/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands/demo-office.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* The office of data/samples: `overstap practice` with these numbers writes the same two files. */
#define SAMPLE_EMPLOYERS 12
#define SAMPLE_EMPLOYEES 150
#define SAMPLE_SEED 42

#define SAMPLES "/nl/overstap/Overstap/samples/"

static char *
write_sample (const char *folder, const char *name, GError **error)
{
  g_autofree char *resource = g_strconcat (SAMPLES, name, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GError) trouble = NULL;
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  if (g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &trouble))
    return g_steal_pointer (&path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _ ("The sample files could not be written (%s). Make room in the folder for temporary files."),
               trouble->message);
  return NULL;
}

static char *
make_folder (GError **error)
{
  g_autoptr (GError) trouble = NULL;
  char *folder = g_dir_make_tmp ("overstap-demo-XXXXXX", &trouble);

  if (folder == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("No temporary folder could be made (%s). Set TMPDIR to a folder of your own."),
                 trouble->message);
  return folder;
}

OvsDemoOffice *
ovs_demo_office_new (GError **error)
{
  g_autoptr (OvsDemoOffice) self = g_new0 (OvsDemoOffice, 1);

  self->folder = make_folder (error);
  if (self->folder == NULL)
    return NULL;
  self->clients_file = write_sample (self->folder, "klanten.csv", error);
  if (self->clients_file == NULL)
    return NULL;
  self->employees_file = write_sample (self->folder, "medewerkers.csv", error);
  if (self->employees_file == NULL)
    return NULL;
  self->dossier = g_build_filename (self->folder, "oefening.overstap", NULL);

  self->practice = ovs_practice_new (NULL, SAMPLE_EMPLOYERS, SAMPLE_EMPLOYEES, SAMPLE_SEED, error);
  if (self->practice == NULL || !ovs_practice_listen (self->practice, 0, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Everything in it was made by the demo, and none of it is a folder. */
static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (folder);
}

void
ovs_demo_office_free (OvsDemoOffice *self)
{
  g_clear_object (&self->practice);
  if (self->folder != NULL)
    remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->clients_file);
  g_free (self->employees_file);
  g_free (self->dossier);
  g_free (self);
}
