/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/letter-batch.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "dossier/judgement.h"
#include "dossier/letter-clients.h"
#include "dossier/waves.h"
#include "letters/merge-table.h"

typedef struct
{
  const OvsLetterOrder *order;
  OvsPieceText *text; /* (owned) */
  GArray *employers;  /* (owned) (element-type gint64) */
  GPtrArray *letters; /* (owned) (element-type OvsLetter): those that are made */
  GPtrArray *files;   /* (owned) paths of what was made */
  OvsLetterBatch *batch;
  GCancellable *cancellable;
} Batch;

static void
batch_clear (Batch *work)
{
  ovs_piece_text_free (work->text);
  g_array_unref (work->employers);
  g_ptr_array_unref (work->letters);
  g_ptr_array_unref (work->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

void
ovs_letter_problem_free (OvsLetterProblem *problem)
{
  g_free (problem->employer);
  g_free (problem->reason);
  g_free (problem);
}

void
ovs_letter_batch_clear (OvsLetterBatch *batch)
{
  g_clear_pointer (&batch->files, g_ptr_array_unref);
  g_clear_pointer (&batch->problems, g_ptr_array_unref);
  g_clear_pointer (&batch->advice, g_free);
}

/* --- which letters ------------------------------------------------------------------------------------------------------- */

static void
choose (const OvsLetterClient *client, gpointer data)
{
  Batch *work = data;

  /* Who takes no part is only told that. */
  if (client->selected == (work->order->piece != OVS_PIECE_WITHDRAWAL))
    g_array_append_val (work->employers, client->id);
}

static void
take_number (const OvsWaveRow *row, gpointer data)
{
  *(gint64 *) data = row->number;
}

static void
choose_clients (OvsTx *tx, Batch *work)
{
  const OvsLetterOrder *order = work->order;
  OvsReader reader = ovs_piece_reader (order->piece);
  gint64 number = 0;

  if (reader == OVS_READER_LOKET || reader == OVS_READER_OFFICE)
    g_array_append_val (work->employers, number);
  else if (order->employers != NULL)
    g_array_append_vals (work->employers, order->employers->data, order->employers->len);
  else if (order->wave == 0 || ovs_waves_get (tx, order->wave, take_number, &number))
    ovs_letter_clients_foreach (tx, number, choose, work);
}

static void
add_problems (Batch *work, const OvsLetter *letter)
{
  for (guint i = 0; i < letter->problems->len; i++)
    {
      OvsLetterProblem *problem = g_new0 (OvsLetterProblem, 1);

      problem->employer = g_strdup (letter->employer_number != NULL ? letter->employer_number : "");
      problem->reason = g_strdup (g_ptr_array_index (letter->problems, i));
      g_ptr_array_add (work->batch->problems, problem);
    }
}

static void
take_letter (Batch *work, OvsLetter *letter)
{
  if (letter == NULL)
    return;
  work->batch->needless += letter->needless;
  if (!letter->needless || work->order->employers != NULL)
    add_problems (work, letter);
  if (work->batch->advice == NULL)
    work->batch->advice = g_strdup (letter->advice);
  if (ovs_letter_may_go (letter, OVS_WAY_PAPER))
    g_ptr_array_add (work->letters, letter);
  else
    ovs_letter_free (letter);
}

static gboolean
compose_all (OvsTx *tx, gpointer data, GError **error)
{
  Batch *work = data;

  choose_clients (tx, work);
  for (guint i = 0; i < work->employers->len && !ovs_tx_failed (tx); i++)
    take_letter (work, ovs_letter_compose (tx, work->text, g_array_index (work->employers, gint64, i), work->order->wave));
  return TRUE;
}

/* --- files --------------------------------------------------------------------------------------------------------------- */

static gboolean
make_folder (const char *folder, GError **error)
{
  g_autofree char *name = g_filename_display_basename (folder);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (errno),
               _ ("The folder “%s” for the letters cannot be made or opened: %s. Choose another folder."), name, g_strerror (errno));
  return FALSE;
}

static gboolean
save_table (Batch *work, GError **error)
{
  char *path = NULL;

  for (guint number = 1; path == NULL || g_file_test (path, G_FILE_TEST_EXISTS); number++)
    {
      g_autofree char *count = number > 1 ? g_strdup_printf ("-%u", number) : g_strdup ("");
      g_autofree char *name = g_strconcat ("samenvoegen-", ovs_piece_file_word (work->order->piece), count, ".csv", NULL);

      g_free (path);
      path = g_build_filename (work->order->folder, name, NULL);
    }
  g_ptr_array_add (work->files, path);
  return ovs_merge_table_save (work->letters, path, error);
}

static gboolean
save_all (Batch *work, GError **error)
{
  const OvsLetterOrder *order = work->order;

  if (work->letters->len == 0)
    return TRUE;
  if (!make_folder (order->folder, error))
    return FALSE;
  for (guint i = 0; i < work->letters->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (work->cancellable, error)
          || !ovs_letter_files_save (g_ptr_array_index (work->letters, i), order->folder, order->paper, work->files, error))
        return FALSE;
      if (order->progress != NULL)
        order->progress (i + 1, work->letters->len, order->progress_data);
    }
  return !order->table || save_table (work, error);
}

static void
remove_files (const Batch *work)
{
  for (guint i = 0; i < work->files->len; i++)
    g_unlink (g_ptr_array_index (work->files, i));
}

gboolean
ovs_letter_batch_write (OvsDossier *dossier, const OvsLetterOrder *order, OvsLetterBatch *batch, GCancellable *cancellable, GError **error)
{
  g_auto (Batch) work = {
    .order = order,
    .employers = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .letters = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_letter_free),
    .files = g_ptr_array_new_with_free_func (g_free),
    .batch = batch,
    .cancellable = cancellable,
  };

  *batch = (OvsLetterBatch){
    .files = g_ptr_array_new_with_free_func (g_free),
    .problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_letter_problem_free),
  };
  work.text = ovs_piece_text_load (order->piece, error);
  if (work.text == NULL)
    return FALSE;
  if (!ovs_judgement_bring_up_to_date (dossier, cancellable, error))
    return FALSE;
  if (!ovs_dossier_read (dossier, compose_all, &work, cancellable, error))
    return FALSE;
  if (!save_all (&work, error))
    {
      remove_files (&work);
      return FALSE;
    }
  batch->letters = work.letters->len;
  for (guint i = 0; i < work.files->len; i++)
    g_ptr_array_add (batch->files, g_path_get_basename (g_ptr_array_index (work.files, i)));
  return TRUE;
}
