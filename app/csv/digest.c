/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/digest.h"

#include <errno.h>
#include <unistd.h>

#define BLOCK_SIZE 65536

struct _OvsDigest
{
  int fd;
  GThread *thread; /* (owned) (nullable) until it was waited for */
  gint stop;       /* (atomic) */
  GChecksum *checksum; /* (owned) the thread's until it was waited for */
};

static gssize
read_at (int fd, guchar *block, off_t position)
{
  gssize count;

  do
    count = pread (fd, block, BLOCK_SIZE, position);
  while (count < 0 && errno == EINTR);
  return count;
}

static gpointer
make (gpointer data)
{
  OvsDigest *self = data;
  g_autofree guchar *block = g_malloc (BLOCK_SIZE);
  off_t position = 0;
  gssize count;

  while (!g_atomic_int_get (&self->stop) && (count = read_at (self->fd, block, position)) > 0)
    {
      g_checksum_update (self->checksum, block, count);
      position += count;
    }
  return NULL;
}

OvsDigest *
ovs_digest_new (int fd)
{
  OvsDigest *self = g_new0 (OvsDigest, 1);

  self->fd = fd;
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->thread = g_thread_new ("csv-digest", make, self);
  return self;
}

void
ovs_digest_free (OvsDigest *self)
{
  g_atomic_int_set (&self->stop, TRUE);
  g_clear_pointer (&self->thread, g_thread_join);
  g_checksum_free (self->checksum);
  g_free (self);
}

const char *
ovs_digest_get (OvsDigest *self)
{
  g_clear_pointer (&self->thread, g_thread_join);
  return g_checksum_get_string (self->checksum);
}
