/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/secret.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define RANDOM_BYTES 32

void
ovs_secret_free (OvsSecret *secret)
{
  if (secret != NULL)
    explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

gboolean
ovs_secret_equal (const char *one, const char *other)
{
  gsize length = one != NULL ? strlen (one) : 0;
  volatile guint8 difference = 0;

  if (one == NULL || other == NULL || strlen (other) != length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    difference |= (guint8) (one[i] ^ other[i]);
  return difference == 0;
}

OvsSecret *
ovs_secret_encode (const guint8 *bytes, gsize length)
{
  char *text = g_base64_encode (bytes, length);

  for (char *c = text; *c != '\0'; c++)
    {
      if (*c == '+')
        *c = '-';
      else if (*c == '/')
        *c = '_';
      else if (*c == '=')
        *c = '\0';
    }
  return text;
}

OvsSecret *
ovs_secret_random (void)
{
  guint8 bytes[RANDOM_BYTES];
  OvsSecret *text;

  if (getentropy (bytes, sizeof bytes) != 0)
    g_error ("No random numbers: %s", g_strerror (errno));
  text = ovs_secret_encode (bytes, sizeof bytes);
  explicit_bzero (bytes, sizeof bytes);
  return text;
}

static void
free_cb (gpointer data)
{
  ovs_secret_free (data);
}

GBytes *
ovs_secret_to_bytes (OvsSecret *text)
{
  return g_bytes_new_with_free_func (text, strlen (text), free_cb, text);
}

void
ovs_secret_leave_core_dumps_empty (void)
{
  int filter = open ("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC);

  if (filter < 0)
    return;
  if (write (filter, "0", 1) != 1)
    g_debug ("The memory of a crash may be kept: %s", g_strerror (errno));
  close (filter);
}
