/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/web/passwords.h"

#include <sodium.h>
#include <string.h>

#include "practice/web/later.h"

#define MEMORY (19 * 1024 * 1024)
#define PASSES 2

typedef struct
{
  char *password;        /* (owned) */
  char *hash;            /* (owned) (nullable) to check against, or the result */
  gboolean fits;
  OvsPracticeHashed hashed;   /* (nullable) one of the two */
  OvsPracticeChecked checked; /* (nullable) */
  gpointer data;         /* (owned) */
  GDestroyNotify free_data;
} Password;

static void
password_free (gpointer user_data)
{
  Password *self = user_data;

  sodium_memzero (self->password, strlen (self->password));
  g_free (self->password);
  g_free (self->hash);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

/* A phone may write é as one character and a computer as two: both are the same password. */
static char *
normalize (const char *password)
{
  char *normal = g_utf8_normalize (password, -1, G_NORMALIZE_NFC);

  return normal != NULL ? normal : g_strdup (password);
}

static char *
make_hash (const char *password)
{
  char hash[crypto_pwhash_STRBYTES];

  if (sodium_init () < 0 || crypto_pwhash_str (hash, password, strlen (password), PASSES, MEMORY) != 0)
    return NULL;
  return g_strdup (hash);
}

static void
work (gpointer user_data)
{
  Password *self = user_data;

  if (self->hashed != NULL || self->hash == NULL)
    {
      g_autofree char *made = make_hash (self->password);

      if (self->hashed != NULL)
        self->hash = g_steal_pointer (&made);
      return;
    }
  self->fits = sodium_init () >= 0 && crypto_pwhash_str_verify (self->hash, self->password, strlen (self->password)) == 0;
}

static void
resume (OvsPracticeExchange *exchange, gpointer user_data)
{
  Password *self = user_data;

  if (self->hashed != NULL)
    self->hashed (exchange, self->hash, self->data);
  else
    self->checked (exchange, self->fits, self->data);
}

void
ovs_practice_passwords_hash (OvsPracticeExchange *exchange,
                             const char *password,
                             OvsPracticeHashed hashed,
                             gpointer data,
                             GDestroyNotify free_data)
{
  Password *self = g_new0 (Password, 1);

  self->password = normalize (password);
  self->hashed = hashed;
  self->data = data;
  self->free_data = free_data;
  ovs_practice_later_add (exchange, work, resume, self, password_free);
}

void
ovs_practice_passwords_check (OvsPracticeExchange *exchange,
                              const char *password,
                              const char *hash,
                              OvsPracticeChecked checked,
                              gpointer data,
                              GDestroyNotify free_data)
{
  Password *self = g_new0 (Password, 1);

  self->password = normalize (password);
  self->hash = g_strdup (hash);
  self->checked = checked;
  self->data = data;
  self->free_data = free_data;
  ovs_practice_later_add (exchange, work, resume, self, password_free);
}
