/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/posting.h"

#include <glib/gi18n.h>

#include "base/crash-point.h"
#include "dossier/error.h"
#include "dossier/outbox.h"
#include "dossier/settings.h"

/* A message that is made, and for whom. */
typedef struct
{
  OvsPostingItem *item; /* (unowned) of the plan */
  char *id;             /* (owned) of the message */
  GBytes *content;      /* (owned) */
} Made;

typedef struct
{
  const OvsPosting *posting;
  gint64 at;
  GArray *made; /* (owned) of Made */
  int written;
} Post;

static void
made_clear (gpointer data)
{
  Made *made = data;

  g_free (made->id);
  g_bytes_unref (made->content);
}

/* --- making ---------------------------------------------------------------------------------------------------- */

static gboolean
make (Post *post, OvsPostingItem *item, GError **error)
{
  Made made = { .item = item, .id = ovs_outbox_new_id () };

  made.content = ovs_letter_mail_build (item->letter, &post->posting->sender, made.id, post->at, error);
  if (made.content == NULL)
    {
      g_free (made.id);
      return FALSE;
    }
  g_array_append_val (post->made, made);
  return TRUE;
}

static gboolean
make_all (Post *post, GCancellable *cancellable, GError **error)
{
  const OvsPosting *posting = post->posting;
  guint all = ovs_posting_count (posting->plan, OVS_POSTING_GOES);

  for (guint i = 0; i < posting->plan->len; i++)
    {
      OvsPostingItem *item = g_ptr_array_index (posting->plan, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (item->verdict != OVS_POSTING_GOES)
        continue;
      if (!make (post, item, error))
        return FALSE;
      if (posting->progress != NULL)
        posting->progress (post->made->len, all, posting->progress_data);
    }
  return TRUE;
}

/* --- writing down ---------------------------------------------------------------------------------------------- */

static gboolean
is_the_same (const OvsLetter *shown, const OvsLetter *now)
{
  if (shown->enclosed->len != now->enclosed->len)
    return FALSE;
  for (guint i = 0; i < shown->enclosed->len; i++)
    if (!is_the_same (g_ptr_array_index (shown->enclosed, i), g_ptr_array_index (now->enclosed, i)))
      return FALSE;
  return shown->employer == now->employer && shown->piece == now->piece && shown->round_day == now->round_day && shown->wave == now->wave
         && g_strcmp0 (shown->recipient, now->recipient) == 0 && g_strcmp0 (shown->recipient_name, now->recipient_name) == 0
         && g_strcmp0 (shown->subject, now->subject) == 0 && g_strcmp0 (shown->text, now->text) == 0
         && g_strcmp0 (shown->toolkit_file, now->toolkit_file) == 0;
}

/* Lays what was made beside what would be made now. FALSE: it is not to be written. */
static gboolean
still_goes (OvsPostingItem *made, OvsPostingItem *now)
{
  if (now->verdict == OVS_POSTING_GOES && is_the_same (made->letter, now->letter))
    return TRUE;
  made->verdict = now->verdict != OVS_POSTING_GOES ? now->verdict : OVS_POSTING_PROBLEM;
  g_free (made->reason);
  made->reason = now->verdict != OVS_POSTING_GOES
                     ? g_steal_pointer (&now->reason)
                     : g_strdup (_ ("Something changed since the letter was shown. Look at it again, then send it."));
  return FALSE;
}

static GPtrArray *
plan_again (OvsTx *tx, const Post *post)
{
  g_autoptr (GArray) employers = g_array_new (FALSE, FALSE, sizeof (gint64));
  OvsPostingOrder order = *post->posting->order;

  for (guint i = 0; i < post->made->len; i++)
    g_array_append_val (employers, g_array_index (post->made, Made, i).item->employer);
  order.employers = employers;
  return ovs_posting_plan (tx, &order);
}

static OvsPostingItem *
find (GPtrArray *plan, gint64 employer)
{
  for (guint i = 0; i < plan->len; i++)
    if (((OvsPostingItem *) g_ptr_array_index (plan, i))->employer == employer)
      return g_ptr_array_index (plan, i);
  return NULL;
}

static OvsLetterRow
to_row (const OvsLetter *letter, OvsWay way)
{
  return (OvsLetterRow){
    .piece = ovs_piece_code (letter->piece),
    .employer = letter->employer,
    .wave = letter->wave,
    .round_day = letter->round_day,
    .way = way,
    .recipient_name = letter->recipient_name,
    .recipient = letter->recipient,
    .subject = letter->subject,
    .text = letter->text,
  };
}

static gboolean
write_down (OvsTx *tx, gpointer data, GError **error)
{
  Post *post = data;
  g_autoptr (GPtrArray) now = plan_again (tx, post);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (OvsLetterRow));

  for (guint i = 0; i < post->made->len; i++)
    {
      const Made *made = &g_array_index (post->made, Made, i);
      OvsPostingItem *item = find (now, made->item->employer);
      OvsLetterRow row = to_row (made->item->letter, OVS_WAY_MAIL);

      if (item == NULL || !still_goes (made->item, item))
        continue;
      row.message_id = made->id;
      row.content = made->content;
      g_array_append_val (rows, row);
    }
  post->written = (int) ovs_outbox_write (tx, (const OvsLetterRow *) (gpointer) rows->data, rows->len, error);
  ovs_crash_point ("in-posting");
  return post->written >= 0;
}

gboolean
ovs_posting_may_leave (OvsTx *tx, OvsSmtp *smtp, GError **error)
{
  g_autofree char *kind = ovs_settings_get (tx, OVS_SETTING_LOKET_KIND);

  if (g_strcmp0 (kind, "practice") != 0 || ovs_smtp_is_near (smtp))
    return TRUE;
  g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED,
                       _ ("This dossier is for practice: nothing goes out of this computer. Make drafts or print the letters to practise; the mail "
                          "server of the office is for a real dossier."));
  return FALSE;
}

static gboolean
read_now (OvsTx *tx, gpointer data, GError **error)
{
  Post *post = data;

  post->at = ovs_tx_now (tx);
  return ovs_posting_may_leave (tx, post->posting->smtp, error);
}

int
ovs_posting_post (OvsDossier *dossier, const OvsPosting *posting, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (Made));
  Post post = { .posting = posting, .made = made };

  g_array_set_clear_func (made, made_clear);
  if (!ovs_dossier_read (dossier, read_now, &post, cancellable, error) || !make_all (&post, cancellable, error)
      || !ovs_dossier_write (dossier, write_down, &post, cancellable, error))
    return -1;
  ovs_crash_point ("after-posting");
  return post.written;
}

/* --- other ways ------------------------------------------------------------------------------------------------ */

static void
keep_id (const OvsLetterRow *row, gpointer data)
{
  gint64 *newest = data;

  *newest = MAX (*newest, row->id);
}

gboolean
ovs_posting_keep (OvsTx *tx, const OvsLetter *letter, OvsWay way, gboolean sent, GError **error)
{
  g_autofree char *id = ovs_outbox_new_id ();
  OvsLetterRow row = to_row (letter, way);
  gint64 written = 0;

  row.message_id = id;
  if (ovs_outbox_write (tx, &row, 1, error) < 0)
    return FALSE;
  if (!sent)
    return TRUE;
  ovs_outbox_foreach (tx, letter->employer, row.piece, keep_id, &written);
  return ovs_outbox_settle (tx, written, OVS_LETTER_SENT, NULL, ovs_piece_informs (letter->piece));
}
