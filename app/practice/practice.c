/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ovs-practice"

#include "config.h"

#include "practice/practice.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <string.h>
#include <sys/resource.h>

#include "practice/api/row-cache.h"
#include "practice/catch-up.h"
#include "practice/deadlines.h"
#include "practice/doors/behaviour-door.h"
#include "practice/doors/faults.h"
#include "practice/mail/courier.h"
#include "practice/office/office-files.h"
#include "practice/office/office.h"
#include "practice/routes.h"
#include "practice/runner.h"
#include "practice/store.h"
#include "practice/web/later.h"
#include "practice/web/limits.h"

#define FIRST_HOUR 9
#define ALL_STYLES "alle"
/* Connections that wait to be taken. */
#define MOST_WAITING 256
/* Files and connections at once. */
#define MOST_FILES 65536
#define MOST_EMPLOYERS 100000
#define MOST_EMPLOYEES 2000000

struct _OvsPractice
{
  GObject parent_instance;

  OvsPracticeState state;
  int lock;           /* (owned) -1 without a folder */
  SoupServer *server; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (OvsPractice, ovs_practice, G_TYPE_OBJECT)

static void
ovs_practice_dispose (GObject *object)
{
  OvsPractice *self = OVS_PRACTICE (object);

  if (self->server != NULL)
    soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  g_clear_pointer (&self->state.catch_up, ovs_practice_catch_up_free);
  g_clear_pointer (&self->state.courier, ovs_practice_courier_free);
  g_clear_pointer (&self->state.later, ovs_practice_later_free);
  g_clear_pointer (&self->state.runner, ovs_practice_runner_free);
  G_OBJECT_CLASS (ovs_practice_parent_class)->dispose (object);
}

static void
ovs_practice_finalize (GObject *object)
{
  OvsPractice *self = OVS_PRACTICE (object);

  g_clear_pointer (&self->state.db, ovs_practice_db_close);
  ovs_practice_store_unlock (self->lock);
  g_ptr_array_unref (self->state.faults);
  ovs_practice_limits_free (self->state.limits);
  ovs_practice_row_cache_free (self->state.rows);
  ovs_practice_behaviour_free (self->state.behaviour);
  g_object_unref (self->state.clock);
  g_object_unref (self->state.machine);
  g_free (self->state.host);
  g_free (self->state.url);
  G_OBJECT_CLASS (ovs_practice_parent_class)->finalize (object);
}

static void
ovs_practice_class_init (OvsPracticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ovs_practice_dispose;
  object_class->finalize = ovs_practice_finalize;
}

static void
ovs_practice_init (OvsPractice *self)
{
  self->lock = -1;
  self->state.clock = ovs_clock_new ();
  self->state.machine = ovs_clock_new ();
  self->state.faults = ovs_practice_faults_new ();
  self->state.behaviour = ovs_practice_behaviour_new ();
  self->state.catch_up = ovs_practice_catch_up_new (&self->state);
  self->state.courier = ovs_practice_courier_new (&self->state);
  self->state.later = ovs_practice_later_new ();
  self->state.limits = ovs_practice_limits_new ();
  self->state.rows = ovs_practice_row_cache_new ();
  self->state.start_delay = 30;
  self->state.item_delay = 1;
}

static void
restore_clock (OvsPractice *self)
{
  g_autofree char *offset = ovs_practice_state_get (&self->state, "clock-offset");

  if (offset != NULL)
    ovs_clock_set_now (self->state.clock,
                       ovs_clock_now (self->state.machine) + g_ascii_strtoll (offset, NULL, 10));
}

/* An empty practice Loket begins on the day that is wanted, at the start of a working day. */
static void
begin_on (OvsPractice *self, OvsDay day)
{
  g_autofree char *offset = NULL;

  if (day == OVS_NO_DAY)
    return;
  ovs_clock_set_now (self->state.clock, ovs_clock_start_of (day) + FIRST_HOUR * G_TIME_SPAN_HOUR);
  offset = g_strdup_printf ("%" G_GINT64_FORMAT, ovs_clock_get_offset (self->state.clock));
  ovs_practice_state_set (&self->state, "clock-offset", offset);
}

static gboolean
prepare (OvsPractice *self, const OvsPracticeWanted *wanted, GError **error)
{
  OvsPracticeDb *db = self->state.db;

  ovs_practice_db_begin (db);
  restore_clock (self);
  ovs_practice_behaviour_restore (&self->state);
  if (ovs_practice_db_number (db, 0, "SELECT 1 FROM employer LIMIT 1", "") == 0)
    {
      begin_on (self, wanted->start);
      ovs_practice_office_fill (&self->state, wanted);
      ovs_practice_deadlines_begin (&self->state);
    }
  self->state.runner = ovs_practice_runner_new (&self->state);
  return ovs_practice_db_end (db, error) && ovs_practice_catch_up_begin (self->state.catch_up, error);
}

static gboolean
is_possible (const OvsPracticeWanted *wanted, GError **error)
{
  if (wanted->employers < 1 || wanted->employers > MOST_EMPLOYERS || wanted->employees < 0 ||
      wanted->employees > MOST_EMPLOYEES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("A practice office has 1 to %d employers and up to %d employees. Give other numbers."),
                   MOST_EMPLOYERS, MOST_EMPLOYEES);
      return FALSE;
    }
  if (wanted->start != OVS_NO_DAY && (wanted->start < OVS_PRACTICE_FIRST_START || wanted->start > OVS_PRACTICE_LAST_START))
    {
      g_autofree char *first = ovs_day_to_dutch (OVS_PRACTICE_FIRST_START);
      g_autofree char *last = ovs_day_to_dutch (OVS_PRACTICE_LAST_START);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("A practice office can begin on %s to %s. Give another day."), first, last);
      return FALSE;
    }
  return TRUE;
}

OvsPractice *
ovs_practice_new (const char *data_dir, int employers, int employees, guint32 seed, GError **error)
{
  OvsPracticeWanted wanted = { .employers = employers, .employees = employees, .seed = seed };

  return ovs_practice_new_wanted (data_dir, &wanted, error);
}

OvsPractice *
ovs_practice_new_wanted (const char *data_dir, const OvsPracticeWanted *wanted, GError **error)
{
  g_autoptr (OvsPractice) self = g_object_new (OVS_TYPE_PRACTICE, NULL);

  if (!is_possible (wanted, error))
    return NULL;
  if (data_dir != NULL && (self->lock = ovs_practice_store_lock (data_dir, error)) < 0)
    return NULL;
  self->state.db = ovs_practice_store_open (data_dir, error);
  if (self->state.db == NULL || !prepare (self, wanted, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* A connection that says nothing costs no more than its number. The usual 1,024 would be used up by a thousand idle ones, and then nobody is
 * heard any more. */
static void
allow_many_connections (void)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= MOST_FILES)
    return;
  limit.rlim_cur = MIN (limit.rlim_max, MOST_FILES);
  if (setrlimit (RLIMIT_NOFILE, &limit) != 0)
    g_debug ("The number of connections stays as it is");
}

/* A socket of our own: that of libsoup holds ten connections that were not taken yet, and on the day of a conversion more come at once. */
static GSocket *
open_socket (GInetAddress *inet, guint port, GError **error)
{
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (inet, (guint16) port);
  g_autoptr (GSocket) socket = g_socket_new (g_inet_address_get_family (inet), G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, error);

  if (socket == NULL)
    return NULL;
  g_socket_set_listen_backlog (socket, MOST_WAITING);
  if (!g_socket_bind (socket, address, TRUE, error) || !g_socket_listen (socket, error))
    return NULL;
  return g_steal_pointer (&socket);
}

/* @host: as requests call it */
static gboolean
serve (OvsPractice *self, GInetAddress *inet, guint port, const char *host, GError **error)
{
  g_autoptr (SoupServer) server = soup_server_new ("server-header", "Oefenloket", NULL);
  g_autoptr (GSocket) socket = open_socket (inet, port, error);
  GSList *uris;

  allow_many_connections ();
  if (socket == NULL || !soup_server_listen_socket (server, socket, 0, error))
    return FALSE;
  uris = soup_server_get_uris (server);
  self->state.port = g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  self->state.url = g_strdup_printf ("http://%s:%u", host, self->state.port);
  ovs_practice_routes_serve (&self->state, server);
  self->server = g_steal_pointer (&server);
  return TRUE;
}

gboolean
ovs_practice_listen (OvsPractice *self, guint port, GError **error)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (OVS_IS_PRACTICE (self) && self->server == NULL, FALSE);

  if (serve (self, loopback, port, "127.0.0.1", &failure))
    return TRUE;
  g_set_error (error, failure->domain, failure->code,
               _ ("The practice Loket cannot listen on port %u: %s. Choose another one with --port, or 0 "
                  "for a free one."),
               port, failure->message);
  return FALSE;
}

/* What @address stands for. It has to be one address: by "all of them" nobody could call it. */
static GInetAddress *
find_address (const char *address, GError **error)
{
  g_autoptr (GInetAddress) found = g_inet_address_new_from_string (address);
  g_autoptr (GResolver) resolver = g_resolver_get_default ();
  GList *all = NULL;

  if (found == NULL)
    all = g_resolver_lookup_by_name (resolver, address, NULL, NULL);
  if (all != NULL)
    found = g_object_ref (all->data);
  g_resolver_free_addresses (all);
  if (found != NULL && !g_inet_address_get_is_any (found))
    return g_steal_pointer (&found);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("The practice Loket cannot listen at %s. Give one address of this computer, such as 192.168.1.20, or its name."), address);
  return NULL;
}

gboolean
ovs_practice_listen_at (OvsPractice *self, const char *address, guint port, GError **error)
{
  g_autoptr (GInetAddress) inet = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *host = NULL;

  g_return_val_if_fail (OVS_IS_PRACTICE (self) && self->server == NULL && address != NULL, FALSE);

  if (g_str_equal (address, "127.0.0.1") || g_str_equal (address, "localhost"))
    return ovs_practice_listen (self, port, error);
  inet = find_address (address, error);
  if (inet == NULL)
    return FALSE;
  host = strchr (address, ':') != NULL ? g_strdup_printf ("[%s]", address) : g_ascii_strdown (address, -1);
  if (!serve (self, inet, port, host, &failure))
    {
      g_set_error (error, failure->domain, failure->code,
                   _ ("The practice Loket cannot listen at %s: %s. Give another address of this computer with --listen, or another "
                      "port with --port."),
                   address, failure->message);
      return FALSE;
    }
  self->state.host = g_strdup_printf ("%s:%u", host, self->state.port);
  return TRUE;
}

const char *
ovs_practice_get_url (OvsPractice *self)
{
  g_return_val_if_fail (OVS_IS_PRACTICE (self), NULL);

  return self->state.url;
}

void
ovs_practice_set_delays (OvsPractice *self, guint start, guint item)
{
  g_return_if_fail (OVS_IS_PRACTICE (self));

  self->state.start_delay = start;
  self->state.item_delay = item;
}

gboolean
ovs_practice_set_mail_server (OvsPractice *self, const OvsPracticeMailServer *server, GError **error)
{
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (OVS_IS_PRACTICE (self), FALSE);

  ovs_practice_db_begin (self->state.db);
  if (ovs_practice_courier_set (self->state.courier, server, &failure))
    return ovs_practice_db_end (self->state.db, error);
  ovs_practice_db_undo (self->state.db);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
ovs_practice_write_files (OvsPractice *self, const char *folder, GError **error)
{
  g_return_val_if_fail (OVS_IS_PRACTICE (self) && folder != NULL, FALSE);

  return ovs_practice_office_files_write (&self->state, folder, error);
}

gboolean
ovs_practice_write_style (OvsPractice *self, const char *folder, const char *name, GError **error)
{
  const OvsPracticeFileStyle *style = ovs_practice_file_styles_find (name), *all;
  gsize n;

  g_return_val_if_fail (OVS_IS_PRACTICE (self) && folder != NULL, FALSE);

  if (style != NULL)
    return ovs_practice_office_files_write_style (&self->state, folder, style, error);
  if (!g_str_equal (name, ALL_STYLES))
    {
      g_autofree char *names = ovs_practice_file_styles_list ();

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("There is no style of files “%s”. There are %s, and %s for all of them."), name, names, ALL_STYLES);
      return FALSE;
    }
  all = ovs_practice_file_styles_all (&n);
  for (gsize i = 0; i < n; i++)
    if (!ovs_practice_office_files_write_style (&self->state, folder, &all[i], error))
      return FALSE;
  return TRUE;
}
