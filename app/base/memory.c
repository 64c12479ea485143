/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/memory.h"

#include <malloc.h>

#define BIG (128 * 1024)

void
ovs_memory_give_back (void)
{
#ifdef M_MMAP_THRESHOLD
  /* Once set it no longer grows by itself. */
  mallopt (M_MMAP_THRESHOLD, BIG);
#endif
}

void
ovs_memory_trim (void)
{
#ifdef M_MMAP_THRESHOLD
  malloc_trim (0);
#endif
}
