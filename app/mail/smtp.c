/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-mail-smtp"

#include "config.h"

#include "mail/smtp.h"

#include <curl/curl.h>
#include <glib/gi18n.h>
#include <string.h>

#define CONNECT_SECONDS 15L
#define SEND_SECONDS 60L

struct _OvsSmtp
{
  GObject parent_instance;

  char *url;          /* (owned) */
  char *server;       /* (owned) host and port, for sentences */
  gboolean near;      /* on this machine */
  char *user;         /* (owned) (nullable) */
  char *password;     /* (owned) (nullable) */
  GMutex mutex;       /* guards what follows: one message at a time */
  CURL *line;         /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (OvsSmtp, ovs_smtp, G_TYPE_OBJECT)
G_DEFINE_QUARK (ovs-smtp-error-quark, ovs_smtp_error)

typedef struct
{
  char *sender;    /* (owned) */
  char *recipient; /* (owned) */
  GBytes *message; /* (owned) */
  gsize sent;      /* bytes of @message that were given */
  GString *answer; /* (owned) the last line that the server said, a refusal when there was one */
} Letter;

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  g_free (letter->sender);
  g_free (letter->recipient);
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

/* libcurl passes what the server says as headers. What comes after a refusal, when the line is closed, says nothing about it. */
static size_t
hear (char *buffer, size_t size, size_t count, void *user_data)
{
  Letter *letter = user_data;
  g_autofree char *said = g_strndup (buffer, size * count);
  g_autofree char *valid = g_utf8_make_valid (g_strstrip (said), -1);

  if (*valid != '\0' && (is_refusal (valid) || !is_refusal (letter->answer->str)))
    g_string_assign (letter->answer, valid);
  return size * count;
}

static int
watch (void *user_data, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
  return user_data != NULL && g_cancellable_is_cancelled (user_data);
}

static void
set_up (OvsSmtp *self, Letter *letter, GCancellable *cancellable, struct curl_slist *recipients)
{
  CURL *line = self->line;

  curl_easy_reset (line);
  curl_easy_setopt (line, CURLOPT_URL, self->url);
  curl_easy_setopt (line, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt (line, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt (line, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
  curl_easy_setopt (line, CURLOPT_TIMEOUT, SEND_SECONDS);
  curl_easy_setopt (line, CURLOPT_USE_SSL, self->near ? CURLUSESSL_TRY : CURLUSESSL_ALL);
  /* Nobody is in between, and a server on this machine has a certificate that it gave itself. */
  curl_easy_setopt (line, CURLOPT_SSL_VERIFYPEER, self->near ? 0L : 1L);
  curl_easy_setopt (line, CURLOPT_SSL_VERIFYHOST, self->near ? 0L : 2L);
  if (self->user != NULL)
    {
      curl_easy_setopt (line, CURLOPT_USERNAME, self->user);
      curl_easy_setopt (line, CURLOPT_PASSWORD, self->password);
    }
  curl_easy_setopt (line, CURLOPT_MAIL_FROM, letter->sender);
  curl_easy_setopt (line, CURLOPT_MAIL_RCPT, recipients);
  curl_easy_setopt (line, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt (line, CURLOPT_READFUNCTION, give);
  curl_easy_setopt (line, CURLOPT_READDATA, letter);
  curl_easy_setopt (line, CURLOPT_HEADERFUNCTION, hear);
  curl_easy_setopt (line, CURLOPT_HEADERDATA, letter);
  curl_easy_setopt (line, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt (line, CURLOPT_XFERINFOFUNCTION, watch);
  curl_easy_setopt (line, CURLOPT_XFERINFODATA, cancellable);
}

static GError *
tell (OvsSmtp *self, Letter *letter, CURLcode code)
{
  long status = 0;

  curl_easy_getinfo (self->line, CURLINFO_RESPONSE_CODE, &status);
  switch (code)
    {
    case CURLE_ABORTED_BY_CALLBACK:
      return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
      return g_error_new (OVS_SMTP_ERROR, OVS_SMTP_ERROR_UNSAFE,
                          _ ("The line to the mail server %s is not safe: %s. Nothing was sent. Check the name of the server with who "
                             "keeps it."),
                          self->server, curl_easy_strerror (code));
    case CURLE_LOGIN_DENIED:
      return g_error_new (OVS_SMTP_ERROR, OVS_SMTP_ERROR_SIGN_IN,
                          _ ("The mail server %s refuses the user name or the password (%s). Nothing was sent. Correct them, then try "
                             "again."),
                          self->server, letter->answer->str);
    default:
      break;
    }
  if (status >= 500 && status < 600)
    return g_error_new (OVS_SMTP_ERROR, OVS_SMTP_ERROR_REFUSED,
                        _ ("The mail server %s refuses the message to %s: %s."), self->server, letter->recipient, letter->answer->str);
  if (status >= 400 && status < 500)
    return g_error_new (OVS_SMTP_ERROR, OVS_SMTP_ERROR_LATER,
                        _ ("The mail server %s does not take the message to %s now: %s. Try again later."), self->server,
                        letter->recipient, letter->answer->str);
  if (letter->sent > 0)
    return g_error_new (OVS_SMTP_ERROR, OVS_SMTP_ERROR_UNKNOWN,
                        _ ("The line to the mail server %s broke. Whether the message to %s was sent is not known."), self->server,
                        letter->recipient);
  return g_error_new (OVS_SMTP_ERROR, OVS_SMTP_ERROR_UNREACHABLE,
                      _ ("The mail server %s does not answer: %s. Nothing was sent. Check its name and its port, then try again."),
                      self->server, curl_easy_strerror (code));
}

static void
send_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  OvsSmtp *self = source;
  Letter *letter = task_data;
  struct curl_slist *recipients = curl_slist_append (NULL, letter->recipient);
  CURLcode code;

  g_mutex_lock (&self->mutex);
  if (self->line == NULL)
    self->line = curl_easy_init ();
  set_up (self, letter, cancellable, recipients);
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
ovs_smtp_send_async (OvsSmtp *self,
                     const char *sender,
                     const char *recipient,
                     GBytes *message,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Letter *letter;

  g_return_if_fail (OVS_IS_SMTP (self));
  g_return_if_fail (ovs_mail_address_is_possible (sender) && ovs_mail_address_is_possible (recipient));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ovs_smtp_send_async);
  letter = g_new0 (Letter, 1);
  letter->sender = g_strdup (sender);
  letter->recipient = g_strdup (recipient);
  letter->message = g_bytes_ref (message);
  letter->answer = g_string_new (NULL);
  g_task_set_task_data (task, letter, letter_free);
  g_task_run_in_thread (task, send_in_thread);
}

gboolean
ovs_smtp_send_finish (OvsSmtp *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
