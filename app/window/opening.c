/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window/opening.h"

#include "dossier/firm.h"
#include "dossier/settings.h"
#include "intake/intake.h"

typedef struct
{
  char *path;
  OvsOpening how;
  char *firm;   /* (nullable) */
  char *domain; /* (nullable) */
  char *locked;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening->firm);
  g_free (opening->domain);
  g_free (opening->locked);
  g_free (opening);
}

static gboolean
read_file (OvsDossier *dossier, OvsCsvKind kind, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  OvsIntakeRequest request = { .path = path, .kind = kind };
  g_autoptr (OvsIntakeResult) result = ovs_intake_run (dossier, &request, NULL, error);

  return result != NULL;
}

static OvsDossier *
open_existing (Opening *opening, GError **error)
{
  g_autoptr (GError) busy = NULL;
  OvsDossier *dossier = ovs_dossier_open (opening->path, OVS_DOSSIER_TO_WRITE, &busy);

  if (dossier != NULL)
    return dossier;
  if (!g_error_matches (busy, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_IN_USE)
      && !g_error_matches (busy, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_READ_ONLY))
    {
      g_propagate_error (error, g_steal_pointer (&busy));
      return NULL;
    }
  opening->locked = g_strdup (busy->message);
  return ovs_dossier_open (opening->path, OVS_DOSSIER_TO_READ, error);
}

static gboolean
begin (OvsTx *tx, gpointer data, GError **error)
{
  const Opening *opening = data;

  ovs_firm_begin (tx, opening->firm, opening->domain);
  /* So that letters can be looked at as they would go. */
  if (opening->how == OVS_OPENING_PRACTICE)
    ovs_settings_set (tx, OVS_SETTING_OFFICE_PHONE, "030 123 45 67");
  return TRUE;
}

static OvsDossier *
make_new (Opening *opening, GError **error)
{
  g_autoptr (OvsDossier) dossier = ovs_dossier_create (opening->path, error);

  return dossier != NULL && ovs_dossier_write (dossier, begin, opening, NULL, error) ? g_steal_pointer (&dossier) : NULL;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  g_autofree char *folder = g_path_get_dirname (opening->path);
  g_autoptr (OvsDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  dossier = opening->how == OVS_OPENING_OPEN ? open_existing (opening, &error) : make_new (opening, &error);
  if (dossier != NULL && opening->how == OVS_OPENING_PRACTICE
      && (!read_file (dossier, OVS_CSV_EMPLOYERS, folder, "klanten.csv", &error)
          || !read_file (dossier, OVS_CSV_EMPLOYEES, folder, "medewerkers.csv", &error)))
    g_clear_object (&dossier);

  if (dossier != NULL)
    g_task_return_pointer (task, g_steal_pointer (&dossier), g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ovs_opening_async (const char *path,
                   OvsOpening how,
                   const char *firm,
                   const char *domain,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  opening->how = how;
  opening->firm = g_strdup (firm);
  opening->domain = g_strdup (domain);
  g_task_set_source_tag (task, ovs_opening_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, run);
}

OvsDossier *
ovs_opening_finish (GAsyncResult *result, char **locked, GError **error)
{
  Opening *opening = g_task_get_task_data (G_TASK (result));
  OvsDossier *dossier = g_task_propagate_pointer (G_TASK (result), error);

  *locked = dossier != NULL ? g_steal_pointer (&opening->locked) : NULL;
  return dossier;
}
