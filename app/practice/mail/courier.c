/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-practice-courier"

#include "config.h"

#include "practice/mail/courier.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mail/smtp.h"
#include "practice/mail/mailbox.h"
#include "practice/office/address.h"

#define NOBODY "geen-antwoord@oefenloket.invalid"
#define LONGEST_WAIT 300
#define LAST_SECONDS 3

struct _OvsPracticeCourier
{
  OvsPracticeState *state;
  GMainContext *context;     /* (owned) */
  OvsSmtp *smtp;             /* (owned) (nullable) NULL: nothing leaves */
  char *url;                 /* (owned) (nullable) */
  char *sender;              /* (owned) */
  char *to;                  /* (owned) (nullable) */
  char *trouble;             /* (owned) (nullable) of the server */
  guint wait;                /* seconds until the server is tried again; 0: all is well with it */
  guint later;               /* mails after each other that it takes later only */
  GSource *next;             /* (owned) (nullable) when the next mail is looked for */
  GCancellable *cancellable; /* (owned) */
  gint64 under_way;          /* the mail that is being sent; 0: none */
};

static gboolean look (gpointer user_data);

static void
forget_next (OvsPracticeCourier *self)
{
  if (self->next != NULL)
    g_source_destroy (self->next);
  g_clear_pointer (&self->next, g_source_unref);
}

static void
look_in (OvsPracticeCourier *self, guint seconds)
{
  if (self->smtp == NULL || self->next != NULL || self->under_way != 0)
    return;
  self->next = seconds > 0 ? g_timeout_source_new_seconds (seconds) : g_idle_source_new ();
  /* Busy as the server is, its mails go out. */
  g_source_set_priority (self->next, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->next, look, self, NULL);
  g_source_attach (self->next, self->context);
}

/* What @sql changes of mail @id. */
static void
note (OvsPracticeCourier *self, const char *sql, const char *trouble, gint64 moment, gint64 id)
{
  g_autoptr (GError) error = NULL;

  ovs_practice_db_begin (self->state->db);
  ovs_practice_db_run (self->state->db, sql, "tll", trouble, moment, id);
  if (!ovs_practice_db_end (self->state->db, &error))
    g_debug ("What became of a mail could not be written");
}

static void
note_delivered (OvsPracticeCourier *self, gint64 id)
{
  note (self, "UPDATE mail SET delivery = 'done', trouble = ?, delivered_at = ?, tries = tries + 1 WHERE id = ?", NULL,
        ovs_clock_now (self->state->clock), id);
}

static void
note_refused (OvsPracticeCourier *self, gint64 id, const char *trouble)
{
  note (self, "UPDATE mail SET delivery = 'refused', trouble = ?, next_try = ?, tries = tries + 1 WHERE id = ? AND delivery = 'waiting'",
        trouble, 0, id);
}

/* The others go on meanwhile. */
static void
note_later (OvsPracticeCourier *self, gint64 id, const char *trouble)
{
  note (self,
        "UPDATE mail SET trouble = ?1, tries = tries + 1,"
        " next_try = ?2 + min (1 << min (tries, 10), " G_STRINGIFY (LONGEST_WAIT) ") * 1000000 WHERE id = ?3 AND delivery = 'waiting'",
        trouble, ovs_clock_now (self->state->machine), id);
}

static void
note_server (OvsPracticeCourier *self, const char *trouble)
{
  g_free (self->trouble);
  self->trouble = g_strdup (trouble);
  self->wait = trouble == NULL ? 0 : CLAMP (self->wait * 2, 1, LONGEST_WAIT);
}

static void
sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  OvsPracticeCourier *self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = self->under_way;

  self->under_way = 0;
  if (ovs_smtp_send_finish (OVS_SMTP (source), result, NULL, &error))
    {
      note_server (self, NULL);
      self->later = 0;
      note_delivered (self, id);
    }
  else if (g_error_matches (error, OVS_SMTP_ERROR, OVS_SMTP_ERROR_REFUSED))
    {
      note_server (self, NULL);
      note_refused (self, id, error->message);
    }
  else if (g_error_matches (error, OVS_SMTP_ERROR, OVS_SMTP_ERROR_LATER) ||
           g_error_matches (error, OVS_SMTP_ERROR, OVS_SMTP_ERROR_UNKNOWN))
    {
      note_server (self, NULL);
      note_later (self, id, error->message);
      /* One mail that has to wait holds up nobody; a server that takes none is not pressed. */
      look_in (self, MIN (self->later++, LONGEST_WAIT));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    note_server (self, error->message);
  look_in (self, self->wait);
}

/* Whom it really goes to; NULL: it does not leave. */
static char *
choose_recipient (OvsPracticeCourier *self, const OvsPracticeMail *mail)
{
  g_autofree char *address = ovs_practice_address_to_ascii (mail->recipient);

  if (self->to == NULL || address == NULL)
    return g_steal_pointer (&address);
  if (*self->to != '@')
    return g_strdup (self->to);
  return g_ascii_strcasecmp (strrchr (address, '@'), self->to) == 0 ? g_steal_pointer (&address) : NULL;
}

static void
keep_here (OvsPracticeCourier *self, gint64 id)
{
  note (self, "UPDATE mail SET delivery = NULL, trouble = ?, next_try = ? WHERE id = ?", NULL, 0, id);
}

static void
send (OvsPracticeCourier *self, const OvsPracticeMail *mail, GBytes *message, const char *recipient)
{
  self->under_way = mail->id;
  ovs_smtp_send_async (self->smtp, self->sender, recipient, NULL, message, self->cancellable, sent, self);
}

/* The first one whose time has come; NULL with @seconds until there is one, 0 when nothing waits. */
static OvsPracticeMail *
find_mail (OvsPracticeCourier *self, GBytes **message, guint *seconds, GError **error)
{
  OvsPracticeDb *db = self->state->db;
  gint64 now = ovs_clock_now (self->state->machine), id, next;
  g_autoptr (OvsPracticeMail) mail = NULL;

  ovs_practice_db_begin_reading (db);
  id = ovs_practice_db_number (db, 0, "SELECT id FROM mail WHERE delivery = 'waiting' AND next_try <= ? ORDER BY id LIMIT 1", "l", now);
  next = id != 0 ? now : ovs_practice_db_number (db, now, "SELECT min (next_try) FROM mail WHERE delivery = 'waiting'", "");
  *seconds = next > now ? (guint) MIN ((next - now) / G_USEC_PER_SEC + 1, LONGEST_WAIT) : 0;
  mail = id != 0 ? ovs_practice_mailbox_load (self->state, id) : NULL;
  if (mail != NULL)
    *message = ovs_practice_mail_to_message (self->state, mail, self->sender, error);
  if (ovs_practice_db_end (db, NULL))
    return g_steal_pointer (&mail);
  *seconds = 1;
  return NULL;
}

static gboolean
look (gpointer user_data)
{
  OvsPracticeCourier *self = user_data;
  g_autoptr (GBytes) message = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OvsPracticeMail) mail = NULL;
  g_autofree char *recipient = NULL;
  guint seconds;

  forget_next (self);
  mail = find_mail (self, &message, &seconds, &error);
  if (mail == NULL)
    {
      if (seconds > 0)
        look_in (self, seconds);
      return G_SOURCE_REMOVE;
    }
  recipient = choose_recipient (self, mail);
  if (message == NULL)
    note_refused (self, mail->id, error->message);
  else if (recipient == NULL)
    keep_here (self, mail->id);
  else
    send (self, mail, message, recipient);
  look_in (self, 0);
  return G_SOURCE_REMOVE;
}

OvsPracticeCourier *
ovs_practice_courier_new (OvsPracticeState *state)
{
  OvsPracticeCourier *self = g_new0 (OvsPracticeCourier, 1);

  self->state = state;
  self->context = g_main_context_ref_thread_default ();
  self->sender = g_strdup (NOBODY);
  self->cancellable = g_cancellable_new ();
  return self;
}

static void
let_go (OvsPracticeCourier *self)
{
  forget_next (self);
  g_clear_object (&self->smtp);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->to, g_free);
  note_server (self, NULL);
}

static gboolean
give_up (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

void
ovs_practice_courier_free (OvsPracticeCourier *self)
{
  g_autoptr (GSource) last = g_timeout_source_new_seconds (LAST_SECONDS);

  let_go (self);
  g_source_set_callback (last, give_up, self->cancellable, NULL);
  g_source_attach (last, self->context);
  while (self->under_way != 0)
    g_main_context_iteration (self->context, TRUE);
  g_source_destroy (last);
  g_free (self->sender);
  g_object_unref (self->cancellable);
  g_main_context_unref (self->context);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, sentence);
  return FALSE;
}

/* `@domain` or an address. */
static gboolean
is_recipient (const char *to)
{
  g_autofree char *whole = *to == '@' ? g_strconcat ("x", to, NULL) : g_strdup (to);

  return ovs_mail_address_is_possible (whole);
}

static gboolean
check (const OvsPracticeMailServer *server, OvsSmtp *smtp, GError **error)
{
  if (server->sender != NULL && !ovs_mail_address_is_possible (server->sender))
    return refuse (error, _ ("The sender of the practice mails must be an e-mail address."));
  if (server->to != NULL && !is_recipient (server->to))
    return refuse (error, _ ("Say to whom the practice mails may go: an e-mail address that gets all of them, or @ and a domain for "
                             "those to an address there."));
  if (server->to == NULL && !ovs_smtp_is_near (smtp))
    return refuse (error, _ ("The people of the practice Loket are invented, but somebody may have their e-mail address. So say to whom "
                             "the mails may go: an e-mail address that gets all of them, or @ and a domain for those to an address there. "
                             "Only a mail server on this computer gets all of them as they are."));
  return TRUE;
}

static void
hold (OvsPracticeCourier *self, const OvsPracticeMailServer *server, OvsSmtp *smtp)
{
  let_go (self);
  self->smtp = smtp;
  self->url = g_strdup (server->url);
  self->to = g_strdup (server->to);
  g_free (self->sender);
  self->sender = g_strdup (server->sender != NULL ? server->sender : NOBODY);
  ovs_practice_state_set (self->state, "delivery", "waiting");
  ovs_practice_db_run (self->state->db,
                       "UPDATE mail SET delivery = 'waiting', next_try = 0 WHERE delivery IN ('waiting', 'refused')", "");
  look_in (self, 0);
}

gboolean
ovs_practice_courier_set (OvsPracticeCourier *self, const OvsPracticeMailServer *server, GError **error)
{
  g_autoptr (OvsSmtp) smtp = NULL;

  if (server == NULL)
    {
      let_go (self);
      ovs_practice_db_run (self->state->db, "DELETE FROM setting WHERE name = 'delivery'", "");
      ovs_practice_db_run (self->state->db, "UPDATE mail SET delivery = NULL WHERE delivery = 'waiting'", "");
      return TRUE;
    }
  smtp = ovs_smtp_new (server->url, error);
  if (smtp == NULL || !check (server, smtp, error))
    return FALSE;
  if (server->user != NULL)
    ovs_smtp_set_sign_in (smtp, server->user, server->password != NULL ? server->password : "");
  hold (self, server, g_steal_pointer (&smtp));
  return TRUE;
}

void
ovs_practice_courier_wake (OvsPracticeCourier *self)
{
  look_in (self, 0);
}

gboolean
ovs_practice_courier_is_set (OvsPracticeCourier *self)
{
  return self->smtp != NULL;
}

const char *
ovs_practice_courier_sender (OvsPracticeCourier *self)
{
  return self->sender;
}

static gint64
count (OvsPracticeCourier *self, const char *delivery)
{
  return ovs_practice_db_number (self->state->db, 0, "SELECT count (*) FROM mail WHERE delivery = ?", "t", delivery);
}

OvsPracticeCourierReport
ovs_practice_courier_report (OvsPracticeCourier *self)
{
  return (OvsPracticeCourierReport){ .url = self->url,
                                     .sender = self->sender,
                                     .to = self->to,
                                     .trouble = self->trouble,
                                     .waiting = count (self, "waiting"),
                                     .delivered = count (self, "done"),
                                     .refused = count (self, "refused") };
}
