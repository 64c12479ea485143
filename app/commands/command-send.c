/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

#include "commands/command.h"
#include "commands/parse.h"
#include "commands/sent.h"
#include "commands/wait.h"
#include "dossier/employers.h"
#include "dossier/judgement.h"
#include "dossier/outbox.h"
#include "dossier/settings.h"
#include "dossier/waves.h"
#include "letters/post-run.h"
#include "letters/posting.h"
#include "letters/test-mail.h"
#include "mail/account.h"

typedef struct
{
  GStrv numbers;
  gboolean these;  /* only those clients */
  int wave;        /* number of a round, 0 for all */
  gboolean yes;
  char *test;      /* (nullable) address */
  gboolean arrived; /* what is not known was looked up: it came */
  gboolean again;   /* it did not come */
  OvsMailAccount *account; /* (owned) */
  char *authorities;       /* (nullable) */

  OvsPieceText *text;       /* (owned) */
  OvsPieceText *correction; /* (owned) (nullable) */
  GArray *employers;        /* (owned) (element-type gint64) */
  OvsPostingOrder order;
  GPtrArray *plan;  /* (owned) (nullable) */
  GArray *waiting;  /* (owned) (nullable) */
  char *firm;       /* (owned) (nullable) */
  gint64 at;
} Send;

static void
send_clear (Send *send)
{
  g_strfreev (send->numbers);
  g_free (send->test);
  ovs_mail_account_free (send->account);
  g_free (send->authorities);
  g_clear_pointer (&send->text, ovs_piece_text_free);
  g_clear_pointer (&send->correction, ovs_piece_text_free);
  g_array_unref (send->employers);
  g_clear_pointer (&send->plan, g_ptr_array_unref);
  g_clear_pointer (&send->waiting, g_array_unref);
  g_free (send->firm);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Send, send_clear)

/* --- who gets what --------------------------------------------------------------------------------------------- */

static gboolean
read_plan (OvsTx *tx, gpointer data, GError **error)
{
  Send *send = data;
  gint64 wave;

  g_clear_pointer (&send->plan, g_ptr_array_unref);
  g_array_set_size (send->employers, 0);
  if (send->wave != 0 && !ovs_waves_require (tx, send->wave, &wave, error))
    return FALSE;
  for (gsize i = 0; send->these && send->numbers[i] != NULL; i++)
    {
      gint64 employer;

      if (!ovs_employers_require (tx, send->numbers[i], &employer, error))
        return FALSE;
      g_array_append_val (send->employers, employer);
    }
  send->order.text = send->text;
  send->order.correction = send->correction;
  send->order.wave = send->wave;
  send->order.employers = send->these ? send->employers : NULL;
  send->plan = ovs_posting_plan (tx, &send->order);
  g_free (send->firm);
  send->firm = ovs_settings_get (tx, OVS_SETTING_FIRM);
  send->at = ovs_tx_now (tx);
  return TRUE;
}

/* What letters count is that of today. */
static gboolean
judge_and_read_plan (OvsTx *tx, gpointer data, GError **error)
{
  ovs_judgement_refresh (tx, ovs_tx_today (tx), G_MAXINT64);
  return read_plan (tx, data, error);
}

static gboolean
read_waiting (OvsTx *tx, gpointer data, GError **error)
{
  Send *send = data;

  send->waiting = ovs_posting_waiting (tx, &send->order, send->plan);
  return TRUE;
}

static gboolean
load_texts (Send *send, const char *code, GError **error)
{
  OvsPiece piece;

  if (!ovs_piece_from_code (code, &piece))
    return ovs_usage_refuse (error, _ ("There is no such piece. It is one of client, missing-data, employee, flyer, day-of, reminder, help, "
                                       "fallout, leavers, closing, withdrawal, correction."));
  if (ovs_piece_reader (piece) == OVS_READER_LOKET || ovs_piece_reader (piece) == OVS_READER_OFFICE)
    return ovs_usage_refuse (error, _ ("This piece is not for clients: it is not sent to them."));
  send->text = ovs_piece_text_load (piece, error);
  if (send->text != NULL && piece == OVS_PIECE_CLIENT)
    send->correction = ovs_piece_text_load (OVS_PIECE_CORRECTION, error);
  return send->text != NULL && (piece != OVS_PIECE_CLIENT || send->correction != NULL);
}

static OvsMailSender
sender_of (const Send *send)
{
  return (OvsMailSender){ .name = send->account->sender_name != NULL ? send->account->sender_name : send->firm, .address = send->account->sender };
}

/* --- the server ------------------------------------------------------------------------------------------------ */

static OvsSmtp *
open_server (Send *send, OvsWait *wait, GError **error)
{
  OvsSmtp *smtp;

  ovs_mail_account_open_async (send->account, ovs_wait_get_cancellable (wait), ovs_wait_done, wait);
  smtp = ovs_mail_account_open_finish (ovs_wait_result (wait), error);
  if (smtp != NULL && send->authorities != NULL)
    ovs_smtp_set_authorities (smtp, send->authorities);
  return smtp;
}

static const OvsPostingItem *
find_first (const Send *send)
{
  for (guint i = 0; i < send->plan->len; i++)
    {
      const OvsPostingItem *item = g_ptr_array_index (send->plan, i);

      if (item->verdict == OVS_POSTING_GOES)
        return item;
    }
  return NULL;
}

/* The first letter that goes, to who asks. */
static gboolean
send_test (OvsInvocation *invocation, Send *send, GError **error)
{
  g_autoptr (OvsWait) wait = ovs_wait_new ();
  g_autoptr (OvsSmtp) smtp = open_server (send, wait, error);
  const OvsPostingItem *item = find_first (send);
  OvsMailSender sender = sender_of (send);

  if (smtp == NULL)
    return FALSE;
  if (item == NULL)
    {
      g_set_error_literal (error, OVS_DOSSIER_ERROR, OVS_DOSSIER_ERROR_REFUSED, _ ("There is no letter that can go, so no test was sent."));
      return FALSE;
    }
  ovs_test_mail_async (smtp, item->letter, &sender, send->test, send->at, ovs_wait_get_cancellable (wait), ovs_wait_done, wait);
  if (!ovs_test_mail_finish (smtp, ovs_wait_result (wait), error))
    return FALSE;
  ovs_invocation_say (invocation, _ ("The letter to %s was sent to %s as a test. No client got anything."), item->name, send->test);
  ovs_json_add_text (ovs_invocation_json (invocation), "test", send->test);
  return TRUE;
}

static void
show_progress (const OvsPostProgress *progress, gpointer watched)
{
  if (!GPOINTER_TO_INT (watched))
    return;
  fputs ("\r\033[K", stderr);
  fprintf (stderr, _ ("%u of %u messages"), progress->done, progress->total);
  if (progress->wait > 0)
    fprintf (stderr, _ (" (waiting for %u seconds: %s)"), progress->wait, progress->trouble);
  fflush (stderr);
}

static OvsPostResult *
run (OvsInvocation *invocation, OvsDossier *dossier, Send *send, OvsSmtp *smtp, OvsWait *wait, GError **error)
{
  gboolean watched = ovs_invocation_json (invocation) == NULL && isatty (STDERR_FILENO);
  const OvsPostRunOptions options = { .sender = send->account->sender,
                                      .copy = send->account->copy,
                                      .per_minute = send->account->per_minute,
                                      .letters = send->waiting,
                                      .progress = show_progress,
                                      .progress_data = GINT_TO_POINTER (watched) };
  OvsPostResult *result;

  ovs_post_run_async (dossier, smtp, &options, ovs_wait_get_cancellable (wait), ovs_wait_done, wait);
  result = ovs_post_run_finish (dossier, ovs_wait_result (wait), error);
  if (watched)
    fputs ("\r\033[K", stderr);
  return result;
}

/* What an earlier run left in the air is told before anything is decided. */
static gboolean
recover (OvsTx *tx, gpointer count, GError **error)
{
  *(guint *) count = (guint) ovs_outbox_recover (tx);
  return TRUE;
}

static gboolean
send_all (OvsInvocation *invocation, OvsDossier *dossier, Send *send, guint broken_off, GError **error)
{
  g_autoptr (OvsWait) wait = ovs_wait_new ();
  g_autoptr (OvsSmtp) smtp = open_server (send, wait, error);
  OvsPosting posting = { .order = &send->order, .smtp = smtp, .plan = send->plan, .sender = sender_of (send) };
  g_autoptr (OvsPostResult) result = NULL;

  if (smtp == NULL || ovs_posting_post (dossier, &posting, ovs_wait_get_cancellable (wait), error) < 0
      || !ovs_dossier_read (dossier, read_waiting, send, NULL, error))
    return FALSE;
  result = run (invocation, dossier, send, smtp, wait, error);
  if (result == NULL)
    return FALSE;
  result->broken_off += broken_off;
  return ovs_sent_answer (invocation, dossier, &send->order, send->plan, result, error);
}

/* --- what somebody looked up ----------------------------------------------------------------------------------- */

typedef struct
{
  Send *send;
  gint64 changed;
} Saying;

static gboolean
say_what_became (OvsTx *tx, gpointer data, GError **error)
{
  Saying *saying = data;
  const Send *send = saying->send;
  g_autoptr (GArray) letters = NULL;

  ovs_outbox_recover (tx);
  if (!read_plan (tx, saying->send, error))
    return FALSE;
  letters = ovs_posting_unknown (tx, &send->order, send->plan);
  saying->changed =
      ovs_outbox_tell (tx, letters, send->arrived ? OVS_LETTER_SENT : OVS_LETTER_WAITING, ovs_piece_informs (send->text->piece));
  return TRUE;
}

/* --- the command ----------------------------------------------------------------------------------------------- */

static gboolean
refuse_use (const Send *send, GError **error)
{
  if (send->yes && send->test != NULL)
    return ovs_usage_refuse (error, _ ("Give either --yes or --test."));
  if (send->arrived && (send->again || send->yes))
    return ovs_usage_refuse (error, _ ("Give --arrived alone: what arrived is not sent again."));
  if (send->test != NULL && (send->arrived || send->again))
    return ovs_usage_refuse (error, _ ("Give --test alone: a test changes nothing."));
  if (send->test != NULL && !ovs_mail_address_is_possible (send->test))
    return ovs_usage_refuse (error, _ ("--test takes the e-mail address to which the test goes."));
  return TRUE;
}

static gboolean
answer_said (OvsInvocation *invocation, gint64 changed)
{
  ovs_json_add_count (ovs_invocation_json (invocation), "changed", changed);
  if (changed == 0)
    ovs_invocation_say (invocation, "%s", _ ("There is no message of which it is not known whether it was sent. Nothing changed."));
  else
    ovs_invocation_say_count (invocation, changed, _ ("messages of which it is known now"));
  return TRUE;
}

static gboolean
send_letters (OvsInvocation *invocation, Send *send, GError **error)
{
  g_autoptr (OvsDossier) dossier = NULL;
  Saying saying = { .send = send };
  guint broken_off = 0;

  if (!refuse_use (send, error) || !load_texts (send, ovs_invocation_word (invocation, 1), error))
    return FALSE;
  if ((send->yes || send->test != NULL) && !ovs_mail_account_check (send->account, error))
    return FALSE;
  dossier = ovs_invocation_open (invocation, OVS_DOSSIER_TO_WRITE, error);
  if (dossier == NULL)
    return FALSE;
  if (send->arrived || send->again)
    {
      if (!ovs_dossier_write (dossier, say_what_became, &saying, NULL, error))
        return FALSE;
      if (!send->yes)
        return answer_said (invocation, saying.changed);
    }
  if ((send->yes && !ovs_dossier_write (dossier, recover, &broken_off, NULL, error))
      || !ovs_dossier_write (dossier, judge_and_read_plan, send, NULL, error))
    return FALSE;
  if (send->test != NULL)
    return send_test (invocation, send, error);
  if (send->yes)
    return send_all (invocation, dossier, send, broken_off, error);
  ovs_sent_answer_plan (invocation, send->plan);
  return TRUE;
}

static void
take (char **setting, char *given)
{
  if (given == NULL)
    return;
  g_free (*setting);
  *setting = given;
}

gboolean
ovs_command_send (OvsInvocation *invocation, GError **error)
{
  g_auto (GStrv) employers = NULL;
  char *url = NULL, *user = NULL, *sender = NULL;
  g_auto (Send) send = { .account = ovs_mail_account_load (), .employers = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  const GOptionEntry options[] = {
    { "yes", 0, 0, G_OPTION_ARG_NONE, &send.yes, N_ ("Yes: send it to the clients; without it, show who would get what"), NULL },
    { "wave", 0, 0, G_OPTION_ARG_INT, &send.wave, N_ ("Only this round"), "N" },
    { "employer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &employers, N_ ("These clients only; several numbers may follow"), "NUMBER…" },
    { "test", 0, 0, G_OPTION_ARG_STRING, &send.test, N_ ("Send the first letter to this address only, to look at it"), "ADDRESS" },
    { "arrived", 0, 0, G_OPTION_ARG_NONE, &send.arrived, N_ ("What is not known to be sent was looked up: it arrived"), NULL },
    { "again", 0, 0, G_OPTION_ARG_NONE, &send.again, N_ ("What is not known to be sent was looked up: it did not arrive, and waits again; with --yes it goes at once"),
      NULL },
    { "smtp", 0, 0, G_OPTION_ARG_STRING, &url, N_ ("The mail server, in place of that of the preferences"), "URL" },
    { "user", 0, 0, G_OPTION_ARG_STRING, &user, N_ ("The user name there; the password comes from OVERSTAP_SMTP_PASSWORD or the keyring"),
      "NAME" },
    { "sender", 0, 0, G_OPTION_ARG_STRING, &sender, N_ ("The address from which the letters go"), "ADDRESS" },
    { "authorities", 0, 0, G_OPTION_ARG_FILENAME, &send.authorities, N_ ("Trust the certificates of this file (PEM) only"), "FILE" },
    { NULL },
  };
  gboolean read = ovs_invocation_parse (invocation, options, 2, G_MAXUINT, error)
                  && ovs_invocation_numbers (invocation, employers, 2, &send.numbers, error);

  /* Another server has other users. */
  if (url != NULL)
    g_clear_pointer (&send.account->user, g_free);
  take (&send.account->url, url);
  take (&send.account->user, user);
  take (&send.account->sender, sender);
  send.these = employers != NULL;
  return read && send_letters (invocation, &send, error);
}
