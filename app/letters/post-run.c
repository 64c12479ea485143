/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/post-run.h"

#include <glib/gi18n.h>

#include "base/crash-point.h"
#include "base/test-limit.h"
#include "dossier/outbox.h"
#include "dossier/withdrawals.h"
#include "letters/piece.h"
#include "letters/posting.h"

/* How long to wait before the server is asked again, each time. */
static const guint patience_ms[] = { 30 * 1000, 120 * 1000, 300 * 1000 };
/* So many refusals without anything that went in between mean that it is not the messages. */
#define MOST_REFUSED 5
#define MOST_BROKEN 3

#define MINUTE_MS 60000

#define RUNNING "ovs-post-run"

/* A message of this run. */
typedef struct
{
  gint64 id;
  guint tries;   /* that the server put off */
  gint64 due;    /* monotonic, in microseconds; 0: at once */
} Turn;

/* The message that is being sent. */
typedef struct
{
  char *recipient; /* (owned) */
  char *piece;     /* (owned) code */
  gint64 employer;
  GBytes *content; /* (owned) (nullable): NULL: there is none */
} Letter;

typedef struct
{
  OvsDossier *dossier; /* (owned) */
  OvsSmtp *smtp;       /* (owned) */
  GCancellable *stop;  /* (owned) */
  char *sender;        /* (owned) */
  char *copy;          /* (owned) (nullable) */
  guint per_minute;
  GArray *chosen;      /* (owned) (nullable) */
  OvsPostProgressFunc progress;
  gpointer progress_data;

  GQueue turns;        /* of Turn (owned), in the order in which they come */
  guint total;
  Turn *now;           /* (owned) (nullable) */
  Letter letter;
  gboolean taken;
  OvsLetterState state; /* that it comes to */
  char *answer;        /* (owned) (nullable) */
  GError *error;       /* (owned) (nullable) */
  gint64 next;         /* monotonic: nothing goes before; 0 for at once */
  guint put_off;       /* how often in a row the server took nothing at all */
  guint refused_in_row;
  guint broken_in_row;
  gboolean ends;       /* nothing more goes */
  OvsPostResult *result; /* (owned) */
} Run;

static void go_on (GTask *task);

void
ovs_post_result_free (OvsPostResult *result)
{
  g_free (result->trouble);
  g_free (result);
}

static void
letter_clear (Letter *letter)
{
  g_clear_pointer (&letter->recipient, g_free);
  g_clear_pointer (&letter->piece, g_free);
  g_clear_pointer (&letter->content, g_bytes_unref);
}

static void
run_free (gpointer data)
{
  Run *run = data;

  g_object_set_data (G_OBJECT (run->dossier), RUNNING, NULL);
  g_object_unref (run->dossier);
  g_object_unref (run->smtp);
  g_object_unref (run->stop);
  g_free (run->sender);
  g_free (run->copy);
  g_clear_pointer (&run->chosen, g_array_unref);
  g_queue_clear_full (&run->turns, g_free);
  g_free (run->now);
  letter_clear (&run->letter);
  g_free (run->answer);
  g_clear_error (&run->error);
  g_clear_pointer (&run->result, ovs_post_result_free);
  g_free (run);
}

static void
tell_progress (Run *run, guint wait, const char *trouble)
{
  const OvsPostResult *result = run->result;
  const OvsPostProgress progress = { .done = result->sent + result->refused + result->unknown + result->dropped,
                                     .total = run->total,
                                     .sent = result->sent,
                                     .refused = result->refused,
                                     .unknown = result->unknown,
                                     .wait = wait,
                                     .trouble = trouble };

  if (run->progress != NULL)
    run->progress (&progress, run->progress_data);
}

static void
finish (GTask *task)
{
  Run *run = g_task_get_task_data (task);

  run->result->waiting = g_queue_get_length (&run->turns);
  run->result->stopped = g_cancellable_is_cancelled (run->stop) && run->result->waiting > 0;
  g_task_return_pointer (task, g_steal_pointer (&run->result), (GDestroyNotify) ovs_post_result_free);
  g_object_unref (task);
}

static void
fail (GTask *task, GError *error)
{
  g_task_return_error (task, error);
  g_object_unref (task);
}

/* --- waiting --------------------------------------------------------------------------------------------------- */

static gboolean
on_time (gpointer task)
{
  go_on (task);
  return G_SOURCE_REMOVE;
}

/* Until @until, or until somebody stops it. */
static void
wait_until (GTask *task, gint64 until)
{
  Run *run = g_task_get_task_data (task);
  gint64 ms = MAX (0, until - g_get_monotonic_time ()) / 1000;
  g_autoptr (GSource) source = g_timeout_source_new ((guint) ms + 1);
  g_autoptr (GSource) stopped = g_cancellable_source_new (run->stop);

  g_source_set_dummy_callback (stopped);
  g_source_add_child_source (source, stopped);
  g_source_set_callback (source, on_time, task, NULL);
  g_source_attach (source, g_task_get_context (task));
}

static guint
patience (guint times)
{
  return ovs_test_limit ("OVERSTAP_MAIL_RETRY_MS", patience_ms[MIN (times, G_N_ELEMENTS (patience_ms)) - 1]);
}

/* --- what the server said -------------------------------------------------------------------------------------- */

static void
end (Run *run, const char *why)
{
  run->ends = TRUE;
  g_free (run->result->trouble);
  run->result->trouble = g_strdup (why);
}

/* It waits again, and its turn comes first, or last. */
static void
give_back (Run *run, gboolean first)
{
  Turn *turn = g_steal_pointer (&run->now);

  if (first)
    g_queue_push_head (&run->turns, turn);
  else
    g_queue_push_tail (&run->turns, turn);
}

/* The server takes nothing at all: after a while it may. */
static void
put_off (Run *run, const char *why)
{
  guint ms;

  give_back (run, TRUE);
  if (++run->put_off > G_N_ELEMENTS (patience_ms))
    {
      end (run, why);
      return;
    }
  ms = patience (run->put_off);
  run->next = g_get_monotonic_time () + (gint64) ms * 1000;
  tell_progress (run, (ms + 999) / 1000, why);
}

/* The server wants this one later. */
static void
put_off_one (Run *run, const char *why)
{
  Turn *turn = run->now;

  if (++turn->tries > G_N_ELEMENTS (patience_ms))
    {
      turn->due = G_MAXINT64;
      give_back (run, FALSE);
      return;
    }
  turn->due = g_get_monotonic_time () + (gint64) patience (turn->tries) * 1000;
  give_back (run, FALSE);
}

static void
count_trouble (Run *run, const GError *error)
{
  OvsPostResult *result = run->result;

  switch ((OvsSmtpError) error->code)
    {
    case OVS_SMTP_ERROR_REFUSED:
      result->refused++;
      if (++run->refused_in_row >= MOST_REFUSED && !g_queue_is_empty (&run->turns))
        end (run, _ ("The mail server refused one message after the other: the others wait. See what it says in the outbox."));
      return;
    case OVS_SMTP_ERROR_UNKNOWN:
      result->unknown++;
      if (++run->broken_in_row >= MOST_BROKEN && !g_queue_is_empty (&run->turns))
        end (run, error->message);
      return;
    case OVS_SMTP_ERROR_LATER:
      put_off_one (run, error->message);
      return;
    case OVS_SMTP_ERROR_BUSY:
      put_off (run, error->message);
      return;
    case OVS_SMTP_ERROR_UNREACHABLE:
      if (result->sent > 0)
        {
          put_off (run, error->message);
          return;
        }
      break;
    case OVS_SMTP_ERROR_UNSAFE:
    case OVS_SMTP_ERROR_SIGN_IN:
    case OVS_SMTP_ERROR_TURNED_AWAY:
    default:
      break;
    }
  give_back (run, TRUE);
  end (run, error->message);
}

static OvsLetterState
state_after (const GError *error)
{
  if (error == NULL)
    return OVS_LETTER_SENT;
  if (g_error_matches (error, OVS_SMTP_ERROR, OVS_SMTP_ERROR_REFUSED))
    return OVS_LETTER_REFUSED;
  if (g_error_matches (error, OVS_SMTP_ERROR, OVS_SMTP_ERROR_UNKNOWN))
    return OVS_LETTER_UNKNOWN;
  return OVS_LETTER_WAITING;
}

static void
count (Run *run, const GError *error)
{
  if (error == NULL)
    {
      run->result->sent++;
      run->put_off = run->refused_in_row = run->broken_in_row = 0;
    }
  else if (error->domain == OVS_SMTP_ERROR)
    {
      count_trouble (run, error);
    }
  else
    {
      give_back (run, TRUE);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        end (run, error->message);
    }
}

/* --- one message ----------------------------------------------------------------------------------------------- */

static gboolean
settle (OvsTx *tx, gpointer data, GError **error)
{
  Run *run = data;
  OvsPiece piece;
  gboolean known = ovs_piece_from_code (run->letter.piece, &piece);

  ovs_outbox_settle (tx, run->now->id, run->state, run->answer, known && ovs_piece_informs (piece));
  if (known && piece == OVS_PIECE_WITHDRAWAL && run->state == OVS_LETTER_SENT)
    ovs_withdrawals_letter (tx, run->letter.employer, TRUE, NULL);
  ovs_crash_point ("in-post-settle");
  return TRUE;
}

static void
on_settled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ovs_dossier_write_finish (run->dossier, result, &error))
    {
      fail (task, error);
      return;
    }
  ovs_crash_point ("after-post-settle");
  count (run, run->error);
  g_clear_pointer (&run->now, g_free);
  tell_progress (run, 0, NULL);
  go_on (task);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Run *run = g_task_get_task_data (task);

  g_clear_pointer (&run->answer, g_free);
  g_clear_error (&run->error);
  ovs_smtp_send_finish (run->smtp, result, &run->answer, &run->error);
  ovs_crash_point ("after-post-send");
  run->state = state_after (run->error);
  ovs_dossier_write_async (run->dossier, settle, run, NULL, on_settled, task);
}

static void
keep_letter (const OvsLetterRow *row, gpointer data)
{
  Letter *letter = data;

  letter->recipient = g_strdup (row->recipient);
  letter->piece = g_strdup (row->piece);
  letter->employer = row->employer;
  letter->content = row->content != NULL ? g_bytes_ref (row->content) : NULL;
}

static gboolean
take (OvsTx *tx, gpointer data, GError **error)
{
  Run *run = data;

  letter_clear (&run->letter);
  run->taken = ovs_outbox_take (tx, run->now->id, keep_letter, &run->letter);
  ovs_crash_point ("in-post-take");
  return TRUE;
}

static void
on_taken (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ovs_dossier_write_finish (run->dossier, result, &error))
    {
      fail (task, error);
      return;
    }
  ovs_crash_point ("after-post-take");
  if (!run->taken)
    {
      run->result->dropped++;
      g_clear_pointer (&run->now, g_free);
      go_on (task);
      return;
    }
  run->next = g_get_monotonic_time () + (gint64) ovs_test_limit ("OVERSTAP_MAIL_PAUSE_MS", MINUTE_MS / run->per_minute) * 1000;
  ovs_smtp_send_async (run->smtp, run->sender, run->letter.recipient, run->copy, run->letter.content, run->stop, on_sent, task);
}

/* The first whose time has come. With @due: else when the next one's time comes; G_MAXINT64 for never. */
static Turn *
next_turn (Run *run, gint64 *due)
{
  gint64 now = g_get_monotonic_time ();

  *due = G_MAXINT64;
  for (GList *link = run->turns.head; link != NULL; link = link->next)
    {
      Turn *turn = link->data;

      if (turn->due <= now)
        {
          g_queue_delete_link (&run->turns, link);
          return turn;
        }
      *due = MIN (*due, turn->due);
    }
  return NULL;
}

static void
go_on (GTask *task)
{
  Run *run = g_task_get_task_data (task);
  gint64 due;

  if (run->ends || g_queue_is_empty (&run->turns) || g_cancellable_is_cancelled (run->stop))
    {
      finish (task);
      return;
    }
  if (run->next > g_get_monotonic_time ())
    {
      wait_until (task, run->next);
      return;
    }
  run->now = next_turn (run, &due);
  if (run->now != NULL)
    {
      ovs_dossier_write_async (run->dossier, take, run, NULL, on_taken, task);
      return;
    }
  if (due == G_MAXINT64)
    {
      finish (task);
      return;
    }
  tell_progress (run, (guint) ((due - g_get_monotonic_time ()) / G_USEC_PER_SEC) + 1, _ ("The mail server wants the rest later."));
  wait_until (task, due);
}

/* --- the run --------------------------------------------------------------------------------------------------- */

static gboolean
is_chosen (const Run *run, gint64 letter)
{
  if (run->chosen == NULL)
    return TRUE;
  for (guint i = 0; i < run->chosen->len; i++)
    if (g_array_index (run->chosen, gint64, i) == letter)
      return TRUE;
  return FALSE;
}

static gboolean
begin (OvsTx *tx, gpointer data, GError **error)
{
  Run *run = data;
  g_autoptr (GArray) waiting = NULL;

  if (!ovs_posting_may_leave (tx, run->smtp, error))
    return FALSE;
  run->result->broken_off = (guint) ovs_outbox_recover (tx);
  waiting = ovs_outbox_waiting (tx);
  for (guint i = 0; i < waiting->len; i++)
    if (is_chosen (run, g_array_index (waiting, gint64, i)))
      {
        Turn *turn = g_new0 (Turn, 1);

        turn->id = g_array_index (waiting, gint64, i);
        g_queue_push_tail (&run->turns, turn);
      }
  run->total = g_queue_get_length (&run->turns);
  return TRUE;
}

static void
on_begun (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ovs_dossier_write_finish (run->dossier, result, &error))
    {
      fail (task, error);
      return;
    }
  tell_progress (run, 0, NULL);
  go_on (task);
}

static Run *
run_new (OvsDossier *dossier, OvsSmtp *smtp, const OvsPostRunOptions *options, GCancellable *stop)
{
  Run *run = g_new0 (Run, 1);

  g_object_set_data (G_OBJECT (dossier), RUNNING, GINT_TO_POINTER (TRUE));
  run->dossier = g_object_ref (dossier);
  run->smtp = g_object_ref (smtp);
  run->stop = stop != NULL ? g_object_ref (stop) : g_cancellable_new ();
  run->sender = g_strdup (options->sender);
  run->copy = g_strdup (options->copy);
  run->per_minute = options->per_minute;
  run->chosen = options->letters != NULL ? g_array_copy ((GArray *) options->letters) : NULL;
  run->progress = options->progress;
  run->progress_data = options->progress_data;
  g_queue_init (&run->turns);
  run->result = g_new0 (OvsPostResult, 1);
  return run;
}

void
ovs_post_run_async (OvsDossier *dossier, OvsSmtp *smtp, const OvsPostRunOptions *options, GCancellable *stop, GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Run *run;

  g_return_if_fail (OVS_IS_DOSSIER (dossier) && OVS_IS_SMTP (smtp));
  g_return_if_fail (ovs_mail_address_is_possible (options->sender) && options->per_minute > 0);

  task = g_task_new (dossier, stop, callback, user_data);
  g_task_set_source_tag (task, ovs_post_run_async);
  /* A run that is stopped has a result. */
  g_task_set_check_cancellable (task, FALSE);
  if (g_object_get_data (G_OBJECT (dossier), RUNNING) != NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_BUSY, "%s",
                               _ ("Messages are being sent already. Wait until that is done, or stop it."));
      return;
    }
  run = run_new (dossier, smtp, options, stop);
  g_task_set_task_data (task, run, run_free);
  ovs_dossier_write_async (dossier, begin, run, NULL, on_begun, g_steal_pointer (&task));
}

OvsPostResult *
ovs_post_run_finish (OvsDossier *dossier, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, dossier), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
