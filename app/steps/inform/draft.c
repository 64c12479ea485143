/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/draft.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/drafts.h"
#include "dossier/outbox.h"
#include "letters/letter-mail.h"
#include "letters/posting.h"
#include "steps/inform/piece-view.h"

/* A mail program that opens a draft keeps it: the file itself is of use for a while only. */
#define KEPT_SECONDS (24 * 60 * 60)

typedef struct
{
  GtkWindow *parent; /* (owned) */
  OvsPiece piece;
  gint64 client;
  gint64 wave;
  char *path; /* (owned) (nullable): of the draft */
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_object_unref (making->parent);
  g_free (making->path);
  g_free (making);
}

/* --- the file -------------------------------------------------------------------------------------------------- */

static char *
make_folder (GError **error)
{
  g_autofree char *folder = ovs_drafts_folder ();

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_steal_pointer (&folder);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("There is no place for the draft: %s. Free some room on the disk."), g_strerror (errno));
  return NULL;
}

static gboolean
write_file (Making *making, const OvsLetter *letter, GError **error)
{
  g_autoptr (GBytes) draft = ovs_letter_mail_draft (letter, NULL, error);
  g_autofree char *folder = draft != NULL ? make_folder (error) : NULL;
  g_autofree char *name = ovs_letter_file_name (letter);
  g_autofree char *file = g_strconcat (name, ".eml", NULL);
  gsize size;
  const char *data = draft != NULL ? g_bytes_get_data (draft, &size) : NULL;

  if (folder == NULL)
    return FALSE;
  ovs_drafts_remove_old (KEPT_SECONDS);
  making->path = g_build_filename (folder, file, NULL);
  return g_file_set_contents_full (making->path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/* Whether it went for this day, waits to go by mail, or was made before with the same text. */
static gboolean
is_written_down (const OvsPieceView *view)
{
  const OvsLetter *letter = view->letter;

  if (!view->kept || view->kept_day != letter->round_day)
    return FALSE;
  if (!ovs_piece_view_is_made (view))
    return view->kept_state == OVS_LETTER_WAITING || ovs_piece_view_is_sent (view);
  return g_str_equal (view->kept_text, letter->text) && g_str_equal (view->kept_subject, letter->subject)
         && g_strcmp0 (view->kept_recipient, letter->recipient) == 0;
}

/* What was made before with another text does not go any more. */
static gboolean
write_down (OvsTx *tx, const OvsPieceView *view, GError **error)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (ovs_piece_view_is_made (view))
    {
      g_array_append_val (before, view->kept_id);
      ovs_outbox_tell (tx, before, OVS_LETTER_DROPPED, FALSE);
    }
  return ovs_posting_keep (tx, view->letter, OVS_WAY_DRAFT, FALSE, error);
}

static gboolean
make (OvsTx *tx, gpointer data, GError **error)
{
  Making *making = data;
  g_autoptr (OvsPieceView) view = ovs_piece_view_read (tx, making->piece, making->client, making->wave);

  if (view->letter == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, view->trouble != NULL ? view->trouble : _ ("This client is no longer in the dossier."));
      return FALSE;
    }
  if (!ovs_letter_may_go (view->letter, OVS_WAY_DRAFT))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, g_ptr_array_index (view->letter->problems, 0));
      return FALSE;
    }
  if (!write_file (making, view->letter, error))
    return FALSE;
  if (view->client == 0 || is_written_down (view))
    return TRUE;
  return write_down (tx, view, error);
}

/* --- opening it ------------------------------------------------------------------------------------------------ */

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Making *making = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _ ("The draft is made, but there is no program here that opens it: %s. Install a mail program, or copy the text. "
                                "The draft is in %s."),
                             error->message, making->path);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Making *making = g_task_get_task_data (task);
  g_autofree char *uri = NULL;
  GError *error = NULL;

  if (!ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  uri = g_filename_to_uri (making->path, NULL, NULL);
  gtk_show_uri_full (making->parent, uri, GDK_CURRENT_TIME, NULL, on_opened, g_steal_pointer (&task));
}

void
ovs_draft_make_async (GtkWindow *parent, OvsWorkspace *workspace, OvsPiece piece, gint64 client, gint64 wave, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (workspace, NULL, callback, user_data);
  Making *making = g_new0 (Making, 1);

  g_task_set_source_tag (task, ovs_draft_make_async);
  g_task_set_task_data (task, making, making_free);
  making->parent = g_object_ref (parent);
  making->piece = piece;
  making->client = client;
  making->wave = wave;
  ovs_workspace_write_async (workspace, make, making, NULL, on_made, task);
}

gboolean
ovs_draft_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
