/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/sieve.h"

/* 16 MiB, of which only what is used takes memory: of a million people one in a hundred is looked for in vain. */
#define N_BITS (G_GUINT64_CONSTANT (1) << 27)

struct _OvsSieve
{
  guint64 *words;
};

OvsSieve *
ovs_sieve_new (void)
{
  OvsSieve *sieve = g_new0 (OvsSieve, 1);

  sieve->words = g_new0 (guint64, N_BITS / 64);
  return sieve;
}

void
ovs_sieve_free (OvsSieve *sieve)
{
  if (sieve == NULL)
    return;
  g_free (sieve->words);
  g_free (sieve);
}

/* FNV-1a, stirred once more so that numbers that follow one another end up apart. */
static guint64
hash (gint64 employer, const char *number_key)
{
  guint64 value = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ (guint64) employer * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  for (const char *p = number_key; *p != '\0'; p++)
    value = (value ^ (guchar) *p) * G_GUINT64_CONSTANT (0x100000001b3);
  value ^= value >> 32;
  value *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return value ^ value >> 29;
}

gboolean
ovs_sieve_meet (OvsSieve *sieve, gint64 employer, const char *number_key)
{
  guint64 bit = hash (employer, number_key) % N_BITS;
  guint64 mask = G_GUINT64_CONSTANT (1) << bit % 64;
  gboolean met = (sieve->words[bit / 64] & mask) != 0;

  sieve->words[bit / 64] |= mask;
  return met;
}
