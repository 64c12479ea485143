/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "fuzz/fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

/* These come together: a line that names the delimiter is not pieced together. */
#define FIRST_BYTES 16

static gsize most_at_once;
static guint32 piece_state;
/* The first time a file is gone through to see what it is: then as it comes. */
static gboolean seen_whole;

/* The linker puts this in the place of read(): see meson.build. */
ssize_t __real_read (int fd, void *buffer, size_t count);
ssize_t __wrap_read (int fd, void *buffer, size_t count);

ssize_t
__wrap_read (int fd, void *buffer, size_t count)
{
  ssize_t result;

  if (most_at_once > 0 && seen_whole && count > 0)
    {
      gsize piece = fuzz_piece (&piece_state, most_at_once, count);
      gboolean first = lseek (fd, 0, SEEK_CUR) < FIRST_BYTES;

      count = first ? MIN (count, FIRST_BYTES + piece) : piece;
    }
  result = __real_read (fd, buffer, count);
  seen_whole = seen_whole || result == 0;
  return result;
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_LEVEL_ERROR);
  return 0;
}

const char *
fuzz_file (const void *bytes, gsize size)
{
  static int fd = -1;
  static char path[64];

  if (fd < 0)
    {
      fd = memfd_create ("bestand.csv", MFD_CLOEXEC);
      g_assert (fd >= 0);
      g_snprintf (path, sizeof path, "/proc/self/fd/%d", fd);
    }
  seen_whole = FALSE;
  g_assert (ftruncate (fd, 0) == 0);
  g_assert (pwrite (fd, bytes, size, 0) == (ssize_t) size);
  return path;
}

void
fuzz_read_in_pieces (guint32 seed, gsize most)
{
  piece_state = seed | 1;
  most_at_once = most;
}

guint32
fuzz_random (guint32 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state;
}

gsize
fuzz_piece (guint32 *state, gsize most, gsize left)
{
  gsize piece = 1 + fuzz_random (state) % most;

  return MIN (piece, left);
}

guint
fuzz_choose (const guint8 *data, gsize *size, guint n)
{
  if (*size == 0)
    return 0;
  *size -= 1;
  return data[*size] % n;
}

char *
fuzz_text (const guint8 *data, gsize size)
{
  return g_strndup ((const char *) data, size);
}

char *
fuzz_valid_text (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_text (data, size);

  return g_utf8_make_valid (text, -1);
}
