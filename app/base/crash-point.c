/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/crash-point.h"

#if OVS_CRASH_POINTS

#include <signal.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *name; /* (nullable) where to die; NULL for nowhere */
  gint left;  /* how often to come there; atomic, since points are passed in several threads */
} Wanted;

static gpointer
read_wanted (gpointer unused)
{
  const char *text = g_getenv ("OVERSTAP_CRASH");
  const char *colon = text != NULL ? strchr (text, ':') : NULL;
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->name = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : g_strdup (text);
  wanted->left = colon != NULL ? MAX (1, (int) g_ascii_strtoll (colon + 1, NULL, 10)) : 1;
  return wanted;
}

void
ovs_crash_point (const char *name)
{
  static GOnce once = G_ONCE_INIT;
  Wanted *wanted = g_once (&once, read_wanted, NULL);

  if (wanted->name != NULL && strcmp (wanted->name, name) == 0 && g_atomic_int_dec_and_test (&wanted->left))
    kill (getpid (), SIGKILL);
}

#endif
