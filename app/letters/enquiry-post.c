/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/enquiry-post.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "dossier/error.h"
#include "dossier/judgement.h"
#include "letters/enquiry-file.h"

typedef struct
{
  const OvsEnquiryOrder *order;
  GArray *employers; /* (owned) (element-type gint64) */
  GPtrArray *lists;  /* (owned) of OvsEnquiryList */
  GPtrArray *files;  /* (owned) paths of what was made */
} Post;

static void
post_clear (Post *post)
{
  g_array_unref (post->employers);
  g_ptr_array_unref (post->lists);
  g_ptr_array_unref (post->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Post, post_clear)

void
ovs_enquiry_posted_clear (OvsEnquiryPosted *posted)
{
  g_clear_pointer (&posted->files, g_ptr_array_unref);
}

/* --- what is asked --------------------------------------------------------------------------------------------- */

static void
choose (const OvsEnquiryRow *row, gpointer data)
{
  Post *post = data;
  gboolean on_its_way = row->state == OVS_ENQUIRY_ASKED || row->state == OVS_ENQUIRY_LATE;

  if (row->open == 0 || (post->order->whom == OVS_ENQUIRY_TO_ASK && on_its_way)
      || (post->order->whom == OVS_ENQUIRY_TO_REMIND && row->state != OVS_ENQUIRY_LATE))
    return;
  g_array_append_val (post->employers, row->employer);
}

static gboolean
read_lists (OvsTx *tx, gpointer data, GError **error)
{
  Post *post = data;
  const OvsEnquiryOrder *order = post->order;

  if (order->whom == OVS_ENQUIRY_THESE)
    g_array_append_vals (post->employers, order->employers->data, order->employers->len);
  else
    ovs_enquiries_foreach (tx, order->handler, choose, post);
  for (guint i = 0; i < post->employers->len; i++)
    {
      OvsEnquiryList *list = ovs_enquiry_list_read (tx, g_array_index (post->employers, gint64, i), order->deadline);

      if (list != NULL)
        g_ptr_array_add (post->lists, list);
    }
  if (post->lists->len > 0)
    return TRUE;
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
                       _ ("There is nothing to ask of these clients: no list was made."));
  return FALSE;
}

/* --- the files ------------------------------------------------------------------------------------------------- */

static char *
make_path (const Post *post, const char *name, guint number, const char *ending)
{
  g_autofree char *counted = number > 1 ? g_strdup_printf ("%s-%u", name, number) : g_strdup (name);
  g_autofree char *file = g_strconcat (counted, ending, NULL);

  return g_build_filename (post->order->folder, file, NULL);
}

/* What was made before in that folder may have been filled in: it stays. */
static guint
find_number (const Post *post, const char *name)
{
  for (guint number = 1;; number++)
    {
      g_autofree char *pdf = make_path (post, name, number, ".pdf");
      g_autofree char *table = make_path (post, name, number, ".csv");

      if (!g_file_test (pdf, G_FILE_TEST_EXISTS) && !g_file_test (table, G_FILE_TEST_EXISTS))
        return number;
    }
}

static gboolean
save (Post *post, const OvsEnquiryList *list, GError **error)
{
  g_autofree char *name = ovs_enquiry_list_name (list);
  guint number = find_number (post, name);
  char *pdf = make_path (post, name, number, ".pdf");
  char *table = make_path (post, name, number, ".csv");

  g_ptr_array_add (post->files, pdf);
  g_ptr_array_add (post->files, table);
  return ovs_enquiry_file_save_pdf (list, pdf, error) && ovs_enquiry_file_save_table (list, table, error);
}

static gboolean
make_folder (const char *folder, GError **error)
{
  g_autofree char *name = g_filename_display_basename (folder);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (errno),
               _ ("The folder “%s” for the lists cannot be made or opened: %s. Choose another folder."), name, g_strerror (errno));
  return FALSE;
}

static gboolean
save_all (Post *post, GCancellable *cancellable, GError **error)
{
  if (!make_folder (post->order->folder, error))
    return FALSE;
  for (guint i = 0; i < post->lists->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !save (post, g_ptr_array_index (post->lists, i), error))
        return FALSE;
      if (post->order->progress != NULL)
        post->order->progress (i + 1, post->lists->len, post->order->progress_data);
    }
  return TRUE;
}

static void
remove_files (const Post *post)
{
  for (guint i = 0; i < post->files->len; i++)
    g_unlink (g_ptr_array_index (post->files, i));
}

/* --- writing it down ------------------------------------------------------------------------------------------- */

static gboolean
write_down (OvsTx *tx, gpointer data, GError **error)
{
  Post *post = data;
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (OvsEnquiryMade));

  for (guint i = 0; i < post->lists->len; i++)
    {
      const OvsEnquiryList *list = g_ptr_array_index (post->lists, i);
      OvsEnquiryMade one = { list->employer, list->people };

      g_array_append_val (made, one);
    }
  ovs_enquiries_ask (tx, (const OvsEnquiryMade *) (gpointer) made->data, made->len, post->order->deadline);
  return TRUE;
}

static void
tell (const Post *post, OvsEnquiryPosted *posted)
{
  posted->files = g_ptr_array_new_with_free_func (g_free);
  posted->clients = post->lists->len;
  posted->people = 0;
  for (guint i = 0; i < post->files->len; i++)
    g_ptr_array_add (posted->files, g_path_get_basename (g_ptr_array_index (post->files, i)));
  for (guint i = 0; i < post->lists->len; i++)
    posted->people += ((const OvsEnquiryList *) g_ptr_array_index (post->lists, i))->people->len;
}

gboolean
ovs_enquiry_post (OvsDossier *dossier, const OvsEnquiryOrder *order, OvsEnquiryPosted *posted, GCancellable *cancellable, GError **error)
{
  g_auto (Post) post = {
    .order = order,
    .employers = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .lists = g_ptr_array_new_with_free_func ((GDestroyNotify) ovs_enquiry_list_free),
    .files = g_ptr_array_new_with_free_func (g_free),
  };

  if (!ovs_judgement_bring_up_to_date (dossier, cancellable, error))
    return FALSE;
  if (!ovs_dossier_read (dossier, read_lists, &post, cancellable, error))
    return FALSE;
  if (!save_all (&post, cancellable, error) || !ovs_dossier_write (dossier, write_down, &post, cancellable, error))
    {
      remove_files (&post);
      return FALSE;
    }
  tell (&post, posted);
  return TRUE;
}
