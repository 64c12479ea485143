/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * libsoup 3.2.3: SoupServer keeps the socket of a connection that its client closed first, and the addresses that such a socket knows. The
 * leak checker of the sanitized tests is told so here, where they are made: to find them in tests/leaks.supp, it would have to walk the whole
 * stack at each allocation, through libraries without frame pointers, and the tests would take five times as long. The functions here are
 * found before those of GIO that they call.
 */

#include <dlfcn.h>
#include <gio/gio.h>
#include <sanitizer/lsan_interface.h>

static GSocketAddress *
get_address (const char *function, GSocket *socket, GError **error)
{
  GSocketAddress *(*get_of_gio) (GSocket *, GError **);
  GSocketAddress *address;

  *(void **) &get_of_gio = dlsym (RTLD_NEXT, function);
  __lsan_disable ();
  address = get_of_gio (socket, error);
  __lsan_enable ();
  return address;
}

GSocketAddress *
g_socket_get_local_address (GSocket *socket, GError **error)
{
  return get_address ("g_socket_get_local_address", socket, error);
}

GSocketAddress *
g_socket_get_remote_address (GSocket *socket, GError **error)
{
  return get_address ("g_socket_get_remote_address", socket, error);
}

GSocket *
g_socket_accept (GSocket *listener, GCancellable *cancellable, GError **error)
{
  GSocket *(*accept_of_gio) (GSocket *, GCancellable *, GError **);
  GSocket *accepted;

  *(void **) &accept_of_gio = dlsym (RTLD_NEXT, "g_socket_accept");
  __lsan_disable ();
  accepted = accept_of_gio (listener, cancellable, error);
  __lsan_enable ();
  return accepted;
}
