/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/loket-private.h"

#include "loket/loket-url.h"

struct _OvsLoket
{
  GObject parent_instance;

  char *url;
  OvsLoketKind kind;
  OvsWire *wire;
  OvsTokens *tokens;
  OvsKeyring *keyring; /* (owned) (nullable) where a person signs in */
  OvsBrowser *browser; /* (owned) (nullable) */
  OvsPrefix prefixes[OVS_N_FAMILIES];
  GCancellable *halt;  /* (owned) (nullable) */
  GPtrArray *obsolete; /* (element-type OvsLoketObsolete) */
  GPtrArray *fields;   /* (element-type OvsLoketField) */
};

/* A Loket that answers something else altogether is told by its first fields as well. */
#define MOST_FIELDS 100

static const struct
{
  OvsPrefix prefix;
  const char *word;
} prefix_words[] = {
  { OVS_PREFIX_V2, "v2" },
  { OVS_PREFIX_NONE, "none" },
};

G_DEFINE_FINAL_TYPE (OvsLoket, ovs_loket, G_TYPE_OBJECT)

static void
obsolete_free (gpointer data)
{
  OvsLoketObsolete *obsolete = data;

  g_free (obsolete->resource);
  g_free (obsolete);
}

static void
field_free (gpointer data)
{
  OvsLoketField *field = data;

  g_free (field->resource);
  g_free (field->field);
  g_free (field);
}

static void
ovs_loket_finalize (GObject *object)
{
  OvsLoket *self = OVS_LOKET (object);

  g_free (self->url);
  g_clear_object (&self->wire);
  g_clear_object (&self->tokens);
  g_clear_object (&self->keyring);
  g_clear_object (&self->browser);
  g_clear_object (&self->halt);
  g_ptr_array_unref (self->obsolete);
  g_ptr_array_unref (self->fields);
  G_OBJECT_CLASS (ovs_loket_parent_class)->finalize (object);
}

static void
ovs_loket_class_init (OvsLoketClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_loket_finalize;
}

static void
ovs_loket_init (OvsLoket *self)
{
  self->obsolete = g_ptr_array_new_with_free_func (obsolete_free);
  self->fields = g_ptr_array_new_with_free_func (field_free);
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ovs_tokens_sign_in_finish (OVS_TOKENS (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

OvsLoket *
ovs_loket_new (const char *url, OvsClock *clock, GError **error)
{
  g_autoptr (OvsLoket) self = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *oauth_url = NULL;
  OvsLoketKind kind;

  g_return_val_if_fail (url != NULL, NULL);
  g_return_val_if_fail (OVS_IS_CLOCK (clock), NULL);

  plain = ovs_loket_url_read (url, &kind, error);
  if (plain == NULL)
    return NULL;
  oauth_url = ovs_loket_url_get_oauth (plain, kind);

  self = g_object_new (OVS_TYPE_LOKET, NULL);
  self->url = g_steal_pointer (&plain);
  self->kind = kind;
  self->wire = ovs_wire_new (self->url, kind == OVS_LOKET_KIND_PRACTICE, clock);
  self->tokens = ovs_tokens_new (self->wire, oauth_url, kind);
  if (kind != OVS_LOKET_KIND_PRACTICE)
    ovs_loket_use_keyring (self, ovs_keyring_get_default ());
  return g_steal_pointer (&self);
}

const char *
ovs_loket_get_url (OvsLoket *self)
{
  g_return_val_if_fail (OVS_IS_LOKET (self), NULL);

  return self->url;
}

OvsLoketKind
ovs_loket_get_kind (OvsLoket *self)
{
  g_return_val_if_fail (OVS_IS_LOKET (self), OVS_LOKET_KIND_OTHER);

  return self->kind;
}

void
ovs_loket_sign_in_async (OvsLoket *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;

  g_return_if_fail (OVS_IS_LOKET (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ovs_loket_sign_in_async);
  ovs_tokens_sign_in_async (self->tokens, self->browser, cancellable, signed_in_cb, task);
}

gboolean
ovs_loket_sign_in_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* How the keyring calls it: of other hosts there can be many. */
static char *
get_kept_name (OvsLoket *self)
{
  return self->kind == OVS_LOKET_KIND_OTHER ? ovs_loket_url_get_host (self->url) : g_strdup (ovs_loket_kind_get_word (self->kind));
}

void
ovs_loket_use_keyring (OvsLoket *self, OvsKeyring *keyring)
{
  g_autofree char *name = NULL;

  g_return_if_fail (OVS_IS_LOKET (self));

  name = get_kept_name (self);
  g_set_object (&self->keyring, keyring);
  ovs_tokens_use_keyring (self->tokens, keyring, name);
}

void
ovs_loket_use_browser (OvsLoket *self, OvsBrowser *browser)
{
  g_return_if_fail (OVS_IS_LOKET (self));

  g_set_object (&self->browser, browser);
  if (self->keyring == NULL)
    ovs_loket_use_keyring (self, ovs_keyring_get_default ());
}

gboolean
ovs_loket_needs_person (OvsLoket *self)
{
  g_return_val_if_fail (OVS_IS_LOKET (self), FALSE);

  return self->keyring != NULL;
}

gboolean
ovs_loket_is_kept (OvsLoket *self)
{
  g_return_val_if_fail (OVS_IS_LOKET (self), FALSE);

  return self->keyring != NULL && ovs_keyring_is_lasting (self->keyring);
}

void
ovs_loket_set_provider (OvsLoket *self, const char *provider)
{
  g_return_if_fail (OVS_IS_LOKET (self));

  ovs_tokens_set_provider (self->tokens, provider);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ovs_tokens_keep_finish (OVS_TOKENS (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ovs_loket_keep_async (OvsLoket *self, const char *provider, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, ovs_loket_keep_async);
  ovs_tokens_keep_async (self->tokens, provider, kept_cb, task);
}

gboolean
ovs_loket_keep_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (ovs_keyring_forget_finish (OVS_KEYRING (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ovs_loket_sign_out_async (OvsLoket *self, const char *provider, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autofree char *name = get_kept_name (self);
  OvsKeyringItem item = { OVS_KEYRING_REFRESH_TOKEN, name, provider };

  g_task_set_source_tag (task, ovs_loket_sign_out_async);
  ovs_keyring_forget_async (self->keyring != NULL ? self->keyring : ovs_keyring_get_default (), &item, NULL, forgotten_cb, task);
}

gboolean
ovs_loket_sign_out_finish (OvsLoket *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
ovs_loket_get_prefixes (OvsLoket *self)
{
  GString *text;

  g_return_val_if_fail (OVS_IS_LOKET (self), NULL);

  text = g_string_new (NULL);
  for (OvsFamily family = 0; family < OVS_N_FAMILIES; family++)
    for (gsize i = 0; i < G_N_ELEMENTS (prefix_words); i++)
      if (self->prefixes[family] == prefix_words[i].prefix)
        g_string_append_printf (text, "%s%s=%s", text->len > 0 ? " " : "", ovs_family_get_name (family),
                                prefix_words[i].word);
  return g_string_free (text, FALSE);
}

static OvsPrefix
find_prefix (GStrv pairs, OvsFamily family)
{
  for (gsize i = 0; i < G_N_ELEMENTS (prefix_words); i++)
    {
      g_autofree char *pair = g_strconcat (ovs_family_get_name (family), "=", prefix_words[i].word, NULL);
      if (g_strv_contains ((const char *const *) pairs, pair))
        return prefix_words[i].prefix;
    }
  return OVS_PREFIX_UNKNOWN;
}

void
ovs_loket_set_prefixes (OvsLoket *self, const char *prefixes)
{
  g_auto (GStrv) pairs = g_strsplit (prefixes != NULL ? prefixes : "", " ", -1);

  g_return_if_fail (OVS_IS_LOKET (self));

  for (OvsFamily family = 0; family < OVS_N_FAMILIES; family++)
    self->prefixes[family] = find_prefix (pairs, family);
}

const GPtrArray *
ovs_loket_get_obsolete (OvsLoket *self)
{
  g_return_val_if_fail (OVS_IS_LOKET (self), NULL);

  return self->obsolete;
}

const GPtrArray *
ovs_loket_get_unknown_fields (OvsLoket *self)
{
  g_return_val_if_fail (OVS_IS_LOKET (self), NULL);

  return self->fields;
}

void
ovs_loket_set_halt (OvsLoket *self, GCancellable *halt)
{
  g_return_if_fail (OVS_IS_LOKET (self));

  g_set_object (&self->halt, halt);
}

GCancellable *
ovs_loket_get_halt (OvsLoket *self)
{
  return self->halt;
}

OvsWire *
ovs_loket_get_wire (OvsLoket *self)
{
  return self->wire;
}

OvsTokens *
ovs_loket_get_tokens (OvsLoket *self)
{
  return self->tokens;
}

OvsPrefix
ovs_loket_get_prefix (OvsLoket *self, OvsFamily family)
{
  return self->prefixes[family];
}

void
ovs_loket_set_prefix (OvsLoket *self, OvsFamily family, OvsPrefix prefix)
{
  self->prefixes[family] = prefix;
}

void
ovs_loket_note_obsolete (OvsLoket *self, const OvsResource *resource, OvsDay on)
{
  OvsLoketObsolete *obsolete;

  for (guint i = 0; i < self->obsolete->len; i++)
    if (g_str_equal (((OvsLoketObsolete *) g_ptr_array_index (self->obsolete, i))->resource, resource->path))
      return;
  obsolete = g_new0 (OvsLoketObsolete, 1);
  obsolete->resource = g_strdup (resource->path);
  obsolete->on = on;
  g_ptr_array_add (self->obsolete, obsolete);
}

void
ovs_loket_note_field (OvsLoket *self, const OvsResource *resource, const char *field)
{
  OvsLoketField *noted;

  if (self->fields->len == MOST_FIELDS)
    return;
  for (guint i = 0; i < self->fields->len; i++)
    {
      const OvsLoketField *one = g_ptr_array_index (self->fields, i);

      if (g_str_equal (one->field, field) && g_str_equal (one->resource, resource->path))
        return;
    }
  noted = g_new0 (OvsLoketField, 1);
  noted->resource = g_strdup (resource->path);
  noted->field = g_strdup (field);
  g_ptr_array_add (self->fields, noted);
}
