/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/address.h"

#include <string.h>

#include "rules/mail-domain.h"

/* RFC 3696, erratum 1690: what fits in the SMTP path. */
#define ADDRESS_LENGTH_MAX 254

static const char *const absent_words[] = { "", "-", "nvt", "geen", "onbekend", "0" };
static const char *const made_up_parts[] = { "nvt", "geen", "onbekend", "test", "noreply", "no-reply" };
static const char *const role_parts[] = { "info",    "administratie", "personeel", "hr",
                                          "salaris", "kantoor",       "receptie" };
static const char *const kind_codes[] = { "absent", "invalid", "ok" };

/* A part of a text that belongs to somebody else. */
typedef struct
{
  const char *start;
  const char *end;
} Span;

static gboolean
is_blank (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return g_unichar_isspace (c) || type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT;
}

static gboolean
trim_blanks (Span *span)
{
  Span before = *span;

  while (span->start < span->end && is_blank (g_utf8_get_char (span->start)))
    span->start = g_utf8_next_char (span->start);
  while (span->start < span->end && is_blank (g_utf8_get_char (g_utf8_prev_char (span->end))))
    span->end = g_utf8_prev_char (span->end);
  return span->start != before.start || span->end != before.end;
}

static gboolean
trim_punctuation (Span *span)
{
  Span before = *span;

  while (span->start < span->end && strchr (".,;>", span->end[-1]) != NULL)
    span->end--;
  while (span->start < span->end && *span->start == '<')
    span->start++;
  return span->start != before.start || span->end != before.end;
}

static gboolean
trim_scheme (Span *span)
{
  static const char scheme[] = "mailto:";
  gsize length = strlen (scheme);

  if ((gsize) (span->end - span->start) < length || g_ascii_strncasecmp (span->start, scheme, length) != 0)
    return FALSE;
  span->start += length;
  return TRUE;
}

static Span
trim (const char *text)
{
  Span span = { text, text + strlen (text) };
  gboolean changed;

  do
    {
      changed = trim_blanks (&span);
      changed = trim_punctuation (&span) || changed;
      changed = trim_scheme (&span) || changed;
    }
  while (changed);
  return span;
}

static void
append_visible (GString *out, const char *start, const char *end)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        g_string_append (out, "␣");
      else if (is_blank (c))
        g_string_append_printf (out, "U+%04X", c);
      else
        g_string_append_unichar (out, c);
    }
}

static char *
describe_stripped (const char *text, Span kept)
{
  GString *out;

  if (kept.start == text && *kept.end == '\0')
    return NULL;
  out = g_string_new (NULL);
  append_visible (out, text, kept.start);
  g_string_append (out, "…");
  append_visible (out, kept.end, kept.end + strlen (kept.end));
  return g_string_free (out, FALSE);
}

static gboolean
is_absent (const char *text)
{
  g_autofree char *bare = g_strdup (text);
  char *out = bare;

  for (const char *p = text; *p != '\0'; p++)
    if (*p != '.')
      *out++ = *p;
  *out = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (absent_words); i++)
    if (g_ascii_strcasecmp (absent_words[i], bare) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_one_piece (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_blank (g_utf8_get_char (p)) || strchr (",;<>", *p) != NULL)
      return FALSE;
  return TRUE;
}

/* The address with its domain in ASCII; NULL when it cannot be one. */
static char *
normalise (const char *text)
{
  const char *at = strchr (text, '@');
  g_autofree char *domain = NULL;
  g_autofree char *address = NULL;

  if (at == NULL || at == text || strchr (at + 1, '@') != NULL || !is_one_piece (text))
    return NULL;
  domain = ovs_mail_domain_normalise (at + 1);
  if (domain == NULL)
    return NULL;
  address = g_strdup_printf ("%.*s@%s", (int) (at - text), text, domain);
  if (g_utf8_strlen (address, -1) > ADDRESS_LENGTH_MAX)
    return NULL;
  return g_steal_pointer (&address);
}

static char *
make_key (const char *address)
{
  g_autofree char *folded = NULL;

  if (g_str_is_ascii (address))
    return g_ascii_strdown (address, -1);
  folded = g_utf8_casefold (address, -1);
  return g_utf8_normalize (folded, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

static char *
valid_nfc (const char *cell)
{
  g_autofree char *valid = NULL;

  if (cell == NULL || g_str_is_ascii (cell))
    return g_strdup (cell != NULL ? cell : "");
  valid = g_utf8_make_valid (cell, -1);
  return g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

#define LABEL_LENGTH_MAX 63

/* A domain that ovs_mail_domain_normalise() would leave as it is, as nearly all are. */
static gboolean
is_plain_domain (const char *domain)
{
  const char *label = domain;

  if (g_str_has_prefix (domain, "xn--") || strstr (domain, ".xn--") != NULL)
    return FALSE;
  for (const char *p = domain; ; p++)
    if (*p == '.' || *p == '\0')
      {
        if (p == label || p - label > LABEL_LENGTH_MAX)
          return FALSE;
        if (*p == '\0')
          return label != domain;
        label = p + 1;
      }
    else if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-')
      return FALSE;
}

/* An address in which there is nothing to trim, to fold or to doubt. */
static gboolean
is_plain (const char *cell)
{
  const char *p = cell;

  while (g_ascii_isalnum (*p) || *p == '.' || *p == '_' || *p == '-' || *p == '+')
    p++;
  return p > cell && *p == '@' && is_plain_domain (p + 1) && strlen (cell) <= ADDRESS_LENGTH_MAX;
}

static OvsAddress *
take_plain (const char *cell)
{
  OvsAddress *self = g_new0 (OvsAddress, 1);

  self->kind = OVS_ADDRESS_OK;
  self->address = g_strdup (cell);
  self->key = g_ascii_strdown (cell, -1);
  return self;
}

static OvsAddress *
take_any (const char *cell)
{
  g_autofree char *text = valid_nfc (cell);
  Span kept = trim (text);
  g_autofree char *trimmed = g_strndup (kept.start, (gsize) (kept.end - kept.start));
  OvsAddress *self = g_new0 (OvsAddress, 1);

  if (is_absent (trimmed))
    {
      self->kind = OVS_ADDRESS_ABSENT;
      self->address = g_strdup ("");
      self->key = g_strdup ("");
      return self;
    }
  self->stripped = describe_stripped (text, kept);
  self->address = normalise (trimmed);
  self->kind = self->address != NULL ? OVS_ADDRESS_OK : OVS_ADDRESS_INVALID;
  self->key = self->address != NULL ? make_key (self->address) : g_strdup ("");
  if (self->address == NULL)
    self->address = g_steal_pointer (&trimmed);
  return self;
}

OvsAddress *
ovs_address_parse (const char *cell)
{
  return cell != NULL && is_plain (cell) ? take_plain (cell) : take_any (cell);
}

void
ovs_address_free (OvsAddress *self)
{
  if (self == NULL)
    return;
  g_free (self->address);
  g_free (self->key);
  g_free (self->stripped);
  g_free (self);
}

const char *
ovs_address_kind_code (OvsAddressKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_codes), NULL);

  return kind_codes[kind];
}

gboolean
ovs_address_kind_from_code (const char *code, OvsAddressKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kind_codes); i++)
    if (g_strcmp0 (kind_codes[i], code) == 0)
      {
        *kind = (OvsAddressKind) i;
        return TRUE;
      }
  return FALSE;
}

const char *
ovs_address_domain (const char *address)
{
  const char *at = strrchr (address, '@');

  return at != NULL ? at + 1 : "";
}

char *
ovs_address_local_part (const char *address)
{
  const char *at = strrchr (address, '@');

  return at != NULL ? g_strndup (address, (gsize) (at - address)) : g_strdup (address);
}

static gboolean
is_one_of (const char *text, gsize length, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (strlen (words[i]) == length && memcmp (words[i], text, length) == 0)
      return TRUE;
  return FALSE;
}

/* "geen" of geen@post.geen.nl: the label before the last dot. */
static Span
domain_name (const char *domain)
{
  const char *end = strrchr (domain, '.');
  const char *start = end;

  if (end == NULL)
    return (Span){ domain, domain };
  while (start > domain && start[-1] != '.')
    start--;
  return (Span){ start, end };
}

static gboolean
is_own_domain_name (const char *local, gsize length, const char *domain)
{
  Span name = domain_name (domain);
  gsize name_length = (gsize) (name.end - name.start);
  g_autofree char *label = NULL;
  g_autofree char *readable = NULL;

  if (name_length == length)
    return memcmp (name.start, local, length) == 0;
  if (!g_str_has_prefix (name.start, "xn--"))
    return FALSE;
  label = g_strndup (name.start, name_length);
  readable = g_hostname_to_unicode (label);
  return readable != NULL && strlen (readable) == length && memcmp (readable, local, length) == 0;
}

gboolean
ovs_address_is_placeholder (const char *key)
{
  const char *domain = ovs_address_domain (key);
  gsize length;

  if (*domain == '\0')
    return FALSE;
  length = (gsize) (domain - key) - 1;
  return is_one_of (key, length, made_up_parts, G_N_ELEMENTS (made_up_parts)) ||
         is_own_domain_name (key, length, domain);
}

gboolean
ovs_address_is_role (const char *key)
{
  const char *domain = ovs_address_domain (key);

  return *domain != '\0' &&
         is_one_of (key, (gsize) (domain - key) - 1, role_parts, G_N_ELEMENTS (role_parts));
}

gboolean
ovs_address_is_public (const char *key)
{
  return ovs_mail_domain_is_public (ovs_address_domain (key));
}

gboolean
ovs_address_looks_mistyped (const char *key)
{
  return ovs_mail_domain_looks_mistyped (ovs_address_domain (key));
}

char *
ovs_address_suggest (const char *address)
{
  g_autofree char *local = ovs_address_local_part (address);
  g_autofree char *domain = ovs_mail_domain_suggest (ovs_address_domain (address));

  return domain != NULL ? g_strdup_printf ("%s@%s", local, domain) : NULL;
}
