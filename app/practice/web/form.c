/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/web/form.h"

#include <string.h>

#include "practice/web/page.h"

typedef struct
{
  char *name;     /* (owned) */
  char *text;     /* (owned) */
  char *stripped; /* (owned) */
  GBytes *file;   /* (owned) (nullable) */
} Field;

struct _OvsPracticeForm
{
  GPtrArray *fields; /* (owned) */
};

static void
field_free (gpointer data)
{
  Field *field = data;

  g_free (field->name);
  g_free (field->text);
  g_free (field->stripped);
  g_clear_pointer (&field->file, g_bytes_unref);
  g_free (field);
}

void
ovs_practice_form_free (OvsPracticeForm *self)
{
  g_ptr_array_unref (self->fields);
  g_free (self);
}

static Field *
add_field (OvsPracticeForm *self, const char *name, const char *text)
{
  Field *field = g_new0 (Field, 1);

  field->name = g_strdup (name);
  field->text = g_strdup (text);
  field->stripped = g_strstrip (g_strdup (text));
  g_ptr_array_add (self->fields, field);
  return field;
}

static void
read_fields (OvsPracticeForm *self, GBytes *body)
{
  gsize length;
  const char *text = g_bytes_get_data (body, &length);
  GUriParamsIter iter;
  char *name, *value;

  if (length == 0)
    return;
  g_uri_params_iter_init (&iter, text, length, "&", G_URI_PARAMS_WWW_FORM);
  while (g_uri_params_iter_next (&iter, &name, &value, NULL))
    {
      add_field (self, name, value);
      g_free (name);
      g_free (value);
    }
}

static void
read_part (OvsPracticeForm *self, SoupMessageHeaders *headers, GBytes *body)
{
  g_autofree char *disposition = NULL;
  g_autoptr (GHashTable) parameters = NULL;
  gsize length;
  const char *data = g_bytes_get_data (body, &length);
  const char *name;
  g_autofree char *text = NULL;
  Field *field;

  if (!soup_message_headers_get_content_disposition (headers, &disposition, &parameters))
    return;
  name = g_hash_table_lookup (parameters, "name");
  if (name == NULL)
    return;
  text = g_utf8_make_valid (data, length);
  field = add_field (self, name, text);
  if (g_hash_table_contains (parameters, "filename"))
    field->file = g_bytes_ref (body);
}

static void
read_parts (OvsPracticeForm *self, SoupMessageHeaders *headers, GBytes *body)
{
  SoupMultipart *parts = soup_multipart_new_from_message (headers, body);

  for (int i = 0; parts != NULL && i < soup_multipart_get_length (parts); i++)
    {
      SoupMessageHeaders *part_headers;
      GBytes *part;

      if (soup_multipart_get_part (parts, i, &part_headers, &part))
        read_part (self, part_headers, part);
    }
  g_clear_pointer (&parts, soup_multipart_free);
}

/* Browsers tell where a form came from. */
static gboolean
comes_from_elsewhere (OvsPracticeExchange *exchange)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (exchange->message);
  const char *site = soup_message_headers_get_one (headers, "Sec-Fetch-Site");
  const char *origin = soup_message_headers_get_one (headers, "Origin");
  const char *host = soup_message_headers_get_one (headers, "Host");
  g_autofree char *own = g_strconcat ("http://", host, NULL);

  if (site != NULL && !g_str_equal (site, "same-origin") && !g_str_equal (site, "none"))
    return TRUE;
  /* A page that passes its address on to nobody says "null". */
  return origin != NULL && !g_str_equal (origin, own) && !g_str_equal (origin, "null");
}

#define TOO_OLD                                                                                                \
  "Deze pagina stond te lang open. Er is nog niets veranderd: kijk of alles is ingevuld, en druk nog een keer. Blijft dit komen? Zet " \
  "dan cookies aan in je browser."

static void
reply_too_old (OvsPracticeExchange *exchange)
{
  ovs_practice_page_reply (exchange, SOUP_STATUS_FORBIDDEN, "start", "Formulier verlopen", NULL,
                           ovs_practice_html_new ("form-too-old"));
}

static OvsPracticeForm *
read_all (OvsPracticeExchange *exchange)
{
  OvsPracticeForm *self = g_new0 (OvsPracticeForm, 1);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (exchange->message);
  g_autoptr (GBytes) body = soup_message_body_flatten (soup_server_message_get_request_body (exchange->message));
  const char *type = soup_message_headers_get_content_type (headers, NULL);

  self->fields = g_ptr_array_new_with_free_func (field_free);
  if (g_strcmp0 (type, "multipart/form-data") == 0)
    read_parts (self, headers, body);
  else
    read_fields (self, body);
  return self;
}

OvsPracticeForm *
ovs_practice_form_read_again (OvsPracticeExchange *exchange, OvsPracticeSession *session, const char **too_old)
{
  g_autoptr (OvsPracticeForm) self = read_all (exchange);

  *too_old = NULL;
  if (comes_from_elsewhere (exchange))
    {
      reply_too_old (exchange);
      return NULL;
    }
  if (session == NULL || !ovs_practice_session_checks (session, ovs_practice_form_get (self, "csrf")))
    *too_old = TOO_OLD;
  return g_steal_pointer (&self);
}

OvsPracticeForm *
ovs_practice_form_read (OvsPracticeExchange *exchange, OvsPracticeSession *session)
{
  const char *too_old;
  g_autoptr (OvsPracticeForm) self = ovs_practice_form_read_again (exchange, session, &too_old);

  if (self == NULL || too_old == NULL)
    return g_steal_pointer (&self);
  reply_too_old (exchange);
  return NULL;
}

static Field *
find (OvsPracticeForm *self, const char *name)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      if (g_str_equal (field->name, name))
        return field;
    }
  return NULL;
}

const char *
ovs_practice_form_get (OvsPracticeForm *self, const char *name)
{
  Field *field = find (self, name);

  return field != NULL ? field->stripped : NULL;
}

const char *
ovs_practice_form_get_raw (OvsPracticeForm *self, const char *name)
{
  Field *field = find (self, name);

  return field != NULL ? field->text : NULL;
}

GPtrArray *
ovs_practice_form_get_all (OvsPracticeForm *self, const char *name)
{
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      if (g_str_equal (field->name, name))
        g_ptr_array_add (texts, field->stripped);
    }
  return texts;
}

GBytes *
ovs_practice_form_get_file (OvsPracticeForm *self, const char *name)
{
  Field *field = find (self, name);

  return field != NULL ? field->file : NULL;
}
