/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-save.h"

#include <glib/gi18n.h>

#include "steps/select/import-files.h"
#include "steps/select/import-job.h"

typedef struct
{
  OvsStepPage *host;       /* (weak) gone when the window was closed in the meantime */
  OvsImportChoice *choice; /* (owned) */
  OvsIntakeResult *result; /* (owned) */
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_weak_pointer (&saving->host);
  ovs_import_choice_free (saving->choice);
  ovs_intake_result_unref (saving->result);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_saved (GObject *source, GAsyncResult *async, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = ovs_import_save_finish (async, &error);

  if (saving->host == NULL)
    return;
  if (saved)
    ovs_step_page_tell (saving->host, _ ("The refused rows are saved. Mend them and read that file in."), FALSE);
  else
    ovs_step_page_tell_error (saving->host, error);
}

static void
on_target_chosen (GObject *source, GAsyncResult *async, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autofree char *path = ovs_import_ask_finish (async);
  Saving *going = path != NULL && saving->host != NULL ? g_steal_pointer (&saving) : NULL;

  if (going != NULL)
    ovs_import_save_async (going->host, going->choice, going->result, path, on_saved, going);
}

void
ovs_import_save_refused (OvsStepPage *host, const OvsImportChoice *choice, OvsIntakeResult *result)
{
  Saving *saving = g_new0 (Saving, 1);

  g_set_weak_pointer (&saving->host, host);
  saving->choice = ovs_import_choice_copy (choice);
  saving->result = ovs_intake_result_ref (result);
  ovs_import_ask_target_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (host))), choice->path, on_target_chosen, saving);
}
