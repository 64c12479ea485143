/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-save.h"

#include <glib/gi18n.h>

#include "steps/select/import-files.h"
#include "steps/select/import-job.h"

/* What is to be saved, as it is while somebody chooses where. */
typedef struct
{
  OvsStepPage *host;       /* (owned) */
  OvsImportChoice *choice; /* (owned) */
  OvsIntakeResult *result; /* (owned) */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->host);
  ovs_import_choice_free (saving->choice);
  ovs_intake_result_unref (saving->result);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_saved (GObject *source, GAsyncResult *async, gpointer user_data)
{
  OvsStepPage *host = OVS_STEP_PAGE (source);
  g_autoptr (GError) error = NULL;
  gboolean saved = ovs_import_save_finish (async, &error);

  /* The window may have been closed meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (host)) == NULL)
    return;
  if (saved)
    ovs_step_page_tell (host, _ ("The refused rows are saved. Mend them and read that file in."), FALSE);
  else
    ovs_step_page_tell_error (host, error);
}

static void
on_target_chosen (GObject *source, GAsyncResult *async, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autofree char *path = ovs_import_ask_finish (async);

  if (path != NULL)
    ovs_import_save_async (saving->host, saving->choice, saving->result, path, on_saved, NULL);
}

void
ovs_import_save_ask (OvsStepPage *host, const OvsImportChoice *choice, OvsIntakeResult *result)
{
  Saving *saving = g_new (Saving, 1);

  saving->host = g_object_ref (host);
  saving->choice = ovs_import_choice_copy (choice);
  saving->result = ovs_intake_result_ref (result);
  ovs_import_ask_target_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (host))), choice->path, on_target_chosen, saving);
}
