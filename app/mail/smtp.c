/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-mail-smtp"

#include "config.h"

#include "mail/smtp.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/test-limit.h"
#include "mail/smtp-trouble.h"

#define CONNECT_MS 15000
/* A server may look at a message for a while before it answers; giving up earlier only makes more that nobody knows about. */
#define ANSWER_MS 180000
#define SEND_MS 600000

struct _OvsSmtp
{
  GObject parent_instance;

  char *url;          /* (owned) */
  char *server;       /* (owned) host and port, for sentences */
  gboolean near;      /* on this machine */
  char *user;         /* (owned) (nullable) */
  char *password;     /* (owned) (nullable) */
  char *authorities;  /* (owned) (nullable) */
  GMutex mutex;       /* guards what follows: one message at a time */
  CURL *line;         /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (OvsSmtp, ovs_smtp, G_TYPE_OBJECT)

typedef struct
{
  char *sender;    /* (owned) */
  char *recipient; /* (owned) */
  char *copy;      /* (owned) (nullable) */
  GBytes *message; /* (owned) */
  gsize sent;      /* bytes of @message that were given */
  GString *answer; /* (owned) the last line that the server said to the last command, a refusal when there was one */
  OvsSmtpStage stage;
  gboolean parting; /* what the server says from now on is not about the message */
  GCancellable *cancellable; /* (nullable) */
} Letter;

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  g_free (letter->sender);
  g_free (letter->recipient);
  g_free (letter->copy);
  g_bytes_unref (letter->message);
  g_string_free (letter->answer, TRUE);
  g_free (letter);
}

static void
ovs_smtp_finalize (GObject *object)
{
  OvsSmtp *self = OVS_SMTP (object);

  g_clear_pointer (&self->line, curl_easy_cleanup);
  g_free (self->url);
  g_free (self->server);
  g_free (self->user);
  g_free (self->password);
  g_free (self->authorities);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (ovs_smtp_parent_class)->finalize (object);
}

static void
ovs_smtp_class_init (OvsSmtpClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_smtp_finalize;
  curl_global_init (CURL_GLOBAL_DEFAULT);
}

static size_t
give (char *buffer, size_t size, size_t count, void *user_data)
{
  Letter *letter = user_data;
  gsize length;
  const char *data = g_bytes_get_data (letter->message, &length);
  gsize n = MIN (size * count, length - letter->sent);

  memcpy (buffer, data + letter->sent, n);
  letter->sent += n;
  return n;
}

static gboolean
is_refusal (const char *answer)
{
  return *answer == '4' || *answer == '5';
}

/* libcurl passes what the server says as headers. */
static size_t
hear (char *buffer, size_t size, size_t count, void *user_data)
{
  Letter *letter = user_data;
  g_autofree char *said = g_strndup (buffer, size * count);
  g_autofree char *valid = g_utf8_make_valid (g_strstrip (said), -1);

  if (!letter->parting && *valid != '\0' && (is_refusal (valid) || !is_refusal (letter->answer->str)))
    g_string_assign (letter->answer, valid);
  return size * count;
}

/* Of what is said to the server only the first word is looked at: there are passwords in it. */
static int
overhear (CURL *line, curl_infotype type, char *data, size_t size, void *user_data)
{
  static const struct
  {
    const char *word;
    OvsSmtpStage stage;
  } stages[] = {
    { "EHLO", OVS_SMTP_STAGE_HELLO },  { "HELO", OVS_SMTP_STAGE_HELLO },     { "AUTH", OVS_SMTP_STAGE_SIGN_IN },
    { "MAIL", OVS_SMTP_STAGE_SENDER }, { "RCPT", OVS_SMTP_STAGE_RECIPIENT }, { "DATA", OVS_SMTP_STAGE_MESSAGE },
  };
  Letter *letter = user_data;

  if (type != CURLINFO_HEADER_OUT || letter->sent > 0)
    return 0;
  letter->parting = size >= 4 && g_ascii_strncasecmp (data, "QUIT", 4) == 0;
  if (!letter->parting)
    g_string_truncate (letter->answer, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    if (size >= 4 && g_ascii_strncasecmp (data, stages[i].word, 4) == 0)
      letter->stage = stages[i].stage;
  return 0;
}

/* Who gives up while the server has something of it would not know whether it was sent. */
static int
watch (void *user_data, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
  const Letter *letter = user_data;

  return letter->sent == 0 && letter->cancellable != NULL && g_cancellable_is_cancelled (letter->cancellable);
}

static void
set_up_safety (OvsSmtp *self)
{
  CURL *line = self->line;
  gboolean trusting = self->near && self->authorities == NULL;

  curl_easy_setopt (line, CURLOPT_USE_SSL, trusting ? CURLUSESSL_TRY : CURLUSESSL_ALL);
  /* Nobody is in between, and a server on this machine has a certificate that it gave itself. */
  curl_easy_setopt (line, CURLOPT_SSL_VERIFYPEER, trusting ? 0L : 1L);
  curl_easy_setopt (line, CURLOPT_SSL_VERIFYHOST, trusting ? 0L : 2L);
  curl_easy_setopt (line, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
  if (self->authorities == NULL)
    return;
  curl_easy_setopt (line, CURLOPT_CAINFO, self->authorities);
  curl_easy_setopt (line, CURLOPT_CAPATH, NULL);
}

static void
set_up (OvsSmtp *self, Letter *letter, struct curl_slist *recipients)
{
  CURL *line = self->line;
  long answer_ms = ovs_test_limit ("OVERSTAP_MAIL_ANSWER_MS", ANSWER_MS);

  curl_easy_reset (line);
  curl_easy_setopt (line, CURLOPT_URL, self->url);
  curl_easy_setopt (line, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt (line, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt (line, CURLOPT_CONNECTTIMEOUT_MS, (long) MIN (answer_ms, CONNECT_MS));
  curl_easy_setopt (line, CURLOPT_SERVER_RESPONSE_TIMEOUT, MAX (1, answer_ms / 1000));
  curl_easy_setopt (line, CURLOPT_TIMEOUT_MS, (long) MIN (2 * answer_ms, SEND_MS));
  set_up_safety (self);
  if (self->user != NULL)
    {
      curl_easy_setopt (line, CURLOPT_USERNAME, self->user);
      curl_easy_setopt (line, CURLOPT_PASSWORD, self->password);
    }
  curl_easy_setopt (line, CURLOPT_MAIL_FROM, letter->sender);
  curl_easy_setopt (line, CURLOPT_MAIL_RCPT, recipients);
  curl_easy_setopt (line, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt (line, CURLOPT_INFILESIZE_LARGE, (curl_off_t) g_bytes_get_size (letter->message));
  curl_easy_setopt (line, CURLOPT_READFUNCTION, give);
  curl_easy_setopt (line, CURLOPT_READDATA, letter);
  curl_easy_setopt (line, CURLOPT_HEADERFUNCTION, hear);
  curl_easy_setopt (line, CURLOPT_HEADERDATA, letter);
  curl_easy_setopt (line, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt (line, CURLOPT_DEBUGFUNCTION, overhear);
  curl_easy_setopt (line, CURLOPT_DEBUGDATA, letter);
  curl_easy_setopt (line, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt (line, CURLOPT_XFERINFOFUNCTION, watch);
  curl_easy_setopt (line, CURLOPT_XFERINFODATA, letter);
}

static GError *
tell (OvsSmtp *self, const Letter *letter, CURLcode code)
{
  OvsSmtpTrouble trouble = {
    .code = code,
    .stage = letter->stage,
    .server = self->server,
    .sender = letter->sender,
    .recipient = letter->recipient,
    .answer = letter->answer->str,
    .given = letter->sent > 0,
  };

  curl_easy_getinfo (self->line, CURLINFO_RESPONSE_CODE, &trouble.status);
  curl_easy_getinfo (self->line, CURLINFO_SSL_VERIFYRESULT, &trouble.verified);
  return ovs_smtp_trouble_tell (&trouble);
}

static void
send_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  OvsSmtp *self = source;
  Letter *letter = task_data;
  struct curl_slist *recipients = curl_slist_append (NULL, letter->recipient);
  CURLcode code;

  if (letter->copy != NULL)
    recipients = curl_slist_append (recipients, letter->copy);
  letter->cancellable = cancellable;
  g_mutex_lock (&self->mutex);
  if (self->line == NULL)
    self->line = curl_easy_init ();
  set_up (self, letter, recipients);
  code = curl_easy_perform (self->line);
  if (code == CURLE_OK)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, tell (self, letter, code));
  g_mutex_unlock (&self->mutex);
  curl_slist_free_all (recipients);
}

static void
ovs_smtp_init (OvsSmtp *self)
{
  g_mutex_init (&self->mutex);
}

static gboolean
is_near (GUri *uri)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (g_uri_get_host (uri));

  return g_ascii_strcasecmp (g_uri_get_host (uri), "localhost") == 0 ||
         (address != NULL && g_inet_address_get_is_loopback (address));
}

/* As it stands in a URL: `mail.example.nl:587`, `[::1]:25`. */
static char *
describe_server (GUri *uri)
{
  const char *host = g_uri_get_host (uri);
  gboolean is_ipv6 = strchr (host, ':') != NULL;
  g_autofree char *port = g_uri_get_port (uri) > 0 ? g_strdup_printf (":%d", g_uri_get_port (uri)) : g_strdup ("");

  return g_strconcat (is_ipv6 ? "[" : "", host, is_ipv6 ? "]" : "", port, NULL);
}

OvsSmtp *
ovs_smtp_new (const char *url, GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";
  OvsSmtp *self;

  if ((!g_str_equal (scheme, "smtp") && !g_str_equal (scheme, "smtps")) || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("“%s” is no address of a mail server. Write it like smtp://mail.example.nl:587."), url);
      return NULL;
    }
  self = g_object_new (OVS_TYPE_SMTP, NULL);
  self->near = is_near (uri);
  self->server = describe_server (uri);
  self->url = g_strdup_printf ("%s://%s", scheme, self->server);
  return self;
}

gboolean
ovs_smtp_is_near (OvsSmtp *self)
{
  g_return_val_if_fail (OVS_IS_SMTP (self), FALSE);

  return self->near;
}

void
ovs_smtp_set_sign_in (OvsSmtp *self, const char *user, const char *password)
{
  g_return_if_fail (OVS_IS_SMTP (self));

  g_free (self->user);
  self->user = g_strdup (user);
  g_free (self->password);
  self->password = g_strdup (password);
}

void
ovs_smtp_set_authorities (OvsSmtp *self, const char *path)
{
  g_return_if_fail (OVS_IS_SMTP (self));

  g_free (self->authorities);
  self->authorities = g_strdup (path);
}

void
ovs_smtp_send_async (OvsSmtp *self,
                     const char *sender,
                     const char *recipient,
                     const char *copy,
                     GBytes *message,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Letter *letter;

  g_return_if_fail (OVS_IS_SMTP (self));
  g_return_if_fail (ovs_mail_address_is_possible (sender) && ovs_mail_address_is_possible (recipient));
  g_return_if_fail (copy == NULL || ovs_mail_address_is_possible (copy));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ovs_smtp_send_async);
  /* What became of the message is told, also when somebody called it off meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  letter = g_new0 (Letter, 1);
  letter->sender = g_strdup (sender);
  letter->recipient = g_strdup (recipient);
  letter->copy = g_strdup (copy);
  letter->message = g_bytes_ref (message);
  letter->answer = g_string_new (NULL);
  g_task_set_task_data (task, letter, letter_free);
  g_task_run_in_thread (task, send_in_thread);
}

gboolean
ovs_smtp_send_finish (OvsSmtp *self, GAsyncResult *result, char **answer, GError **error)
{
  const Letter *letter;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  letter = g_task_get_task_data (G_TASK (result));
  if (answer != NULL)
    *answer = letter->answer->len > 0 ? g_strdup (letter->answer->str) : NULL;
  return g_task_propagate_boolean (G_TASK (result), error);
}
