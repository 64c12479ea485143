/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/web/limits.h"

#include <string.h>

/* So many that a real office's people never reach it, and so few that nobody fills the memory. */
#define MOST_KEPT 50000

/* What a stranger fills in can be as long as he likes. */
#define LONGEST_KEY 300

typedef struct
{
  gint64 until; /* monotonic */
  guint count;
} Tries;

struct _OvsPracticeLimits
{
  GHashTable *tries; /* (owned) of what and whom to Tries */
};

OvsPracticeLimits *
ovs_practice_limits_new (void)
{
  OvsPracticeLimits *self = g_new0 (OvsPracticeLimits, 1);

  self->tries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
ovs_practice_limits_free (OvsPracticeLimits *self)
{
  g_hash_table_unref (self->tries);
  g_free (self);
}

static char *
make_key (const char *what, const char *who)
{
  g_autofree char *short_who = strlen (who) > LONGEST_KEY ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, who, -1) : g_strdup (who);

  return g_strconcat (what, " ", short_who, NULL);
}

static gboolean
is_over (gpointer key, gpointer value, gpointer user_data)
{
  return ((Tries *) value)->until <= *(gint64 *) user_data;
}

gboolean
ovs_practice_limits_take (OvsPracticeLimits *self, const char *what, const char *who, guint most, guint seconds)
{
  g_autofree char *key = make_key (what, who);
  gint64 now = g_get_monotonic_time ();
  Tries *tries = g_hash_table_lookup (self->tries, key);

  if (tries == NULL)
    {
      if (g_hash_table_size (self->tries) >= MOST_KEPT)
        g_hash_table_foreach_remove (self->tries, is_over, &now);
      if (g_hash_table_size (self->tries) >= MOST_KEPT)
        return FALSE;
      tries = g_new0 (Tries, 1);
      g_hash_table_insert (self->tries, g_steal_pointer (&key), tries);
    }
  if (tries->until <= now)
    *tries = (Tries){ .until = now + seconds * G_TIME_SPAN_SECOND };
  return ++tries->count <= most;
}

static const Tries *
find (OvsPracticeLimits *self, const char *what, const char *who)
{
  g_autofree char *key = make_key (what, who);
  const Tries *tries = g_hash_table_lookup (self->tries, key);

  return tries != NULL && tries->until > g_get_monotonic_time () ? tries : NULL;
}

guint
ovs_practice_limits_left (OvsPracticeLimits *self, const char *what, const char *who, guint most)
{
  const Tries *tries = find (self, what, who);

  return tries == NULL ? most : tries->count < most ? most - tries->count : 0;
}

guint
ovs_practice_limits_minutes (OvsPracticeLimits *self, const char *what, const char *who)
{
  const Tries *tries = find (self, what, who);

  return tries == NULL ? 0 : (guint) ((tries->until - g_get_monotonic_time ()) / G_TIME_SPAN_MINUTE) + 1;
}

void
ovs_practice_limits_forget (OvsPracticeLimits *self)
{
  g_hash_table_remove_all (self->tries);
}

void
ovs_practice_limits_clear (OvsPracticeLimits *self, const char *what, const char *who)
{
  g_autofree char *key = make_key (what, who);

  g_hash_table_remove (self->tries, key);
}
