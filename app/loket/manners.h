/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The limits that a client of Loket keeps. Tests make them smaller. */
typedef struct
{
  guint at_once;           /* requests at one time */
  guint equal_reads;       /* equal GETs within a second */
  guint equal_writes;      /* equal writes within a second */
  guint connect_ms;        /* for making a connection */
  guint answer_ms;         /* from the connection to the last byte of the answer */
  guint back_off_ms;       /* before the second try; doubles with each further one */
  guint retries;           /* tries after the first */
  guint retry_after_limit; /* the longest Retry-After that is kept, in seconds */
  gsize answer_bytes;      /* the largest answer */
} OvsManners;

static const OvsManners ovs_manners_default = {
  .at_once = 4,
  .equal_reads = 25,
  .equal_writes = 5,
  .connect_ms = 10 * 1000,
  .answer_ms = 60 * 1000,
  .back_off_ms = 250,
  .retries = 4,
  .retry_after_limit = 120,
  .answer_bytes = 16 * 1024 * 1024,
};

G_END_DECLS
