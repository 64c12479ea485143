/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands/json-writer.h"

struct _OvsJsonWriter
{
  OvsSpool *spool; /* (not owned) */
  gboolean comma;  /* the next value has one before it */
};

OvsJsonWriter *
ovs_json_writer_new (OvsSpool *spool)
{
  OvsJsonWriter *self = g_new0 (OvsJsonWriter, 1);

  self->spool = spool;
  return self;
}

void
ovs_json_writer_free (OvsJsonWriter *self)
{
  g_free (self);
}

static void
add_quoted (OvsJsonWriter *self, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) quoted = g_string_new ("\"");

  for (const char *p = valid; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (quoted, '\\');
      if (*p == '\n')
        g_string_append (quoted, "\\n");
      else if ((guchar) *p < 0x20 || *p == 0x7f)
        g_string_append_printf (quoted, "\\u%04x", (guint) *p);
      else
        g_string_append_c (quoted, *p);
    }
  g_string_append_c (quoted, '"');
  ovs_spool_add (self->spool, quoted->str, (gssize) quoted->len);
}

static void
begin_value (OvsJsonWriter *self, const char *name)
{
  if (self->comma)
    ovs_spool_add (self->spool, ", ", -1);
  self->comma = TRUE;
  if (name == NULL)
    return;
  add_quoted (self, name);
  ovs_spool_add (self->spool, ": ", -1);
}

static void
open_bracket (OvsJsonWriter *self, const char *name, const char *bracket)
{
  if (self == NULL)
    return;
  begin_value (self, name);
  ovs_spool_add (self->spool, bracket, -1);
  self->comma = FALSE;
}

static void
close_bracket (OvsJsonWriter *self, const char *bracket)
{
  if (self == NULL)
    return;
  ovs_spool_add (self->spool, bracket, -1);
  self->comma = TRUE;
}

void
ovs_json_begin_object (OvsJsonWriter *self, const char *name)
{
  open_bracket (self, name, "{");
}

void
ovs_json_end_object (OvsJsonWriter *self)
{
  close_bracket (self, "}");
}

void
ovs_json_begin_list (OvsJsonWriter *self, const char *name)
{
  open_bracket (self, name, "[");
}

void
ovs_json_end_list (OvsJsonWriter *self)
{
  close_bracket (self, "]");
}

void
ovs_json_add_text (OvsJsonWriter *self, const char *name, const char *text)
{
  if (self == NULL)
    return;
  begin_value (self, name);
  if (text != NULL)
    add_quoted (self, text);
  else
    ovs_spool_add (self->spool, "null", -1);
}

void
ovs_json_add_count (OvsJsonWriter *self, const char *name, gint64 count)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  if (self == NULL)
    return;
  begin_value (self, name);
  ovs_spool_add (self->spool, digits, -1);
}

void
ovs_json_add_flag (OvsJsonWriter *self, const char *name, gboolean flag)
{
  if (self == NULL)
    return;
  begin_value (self, name);
  ovs_spool_add (self->spool, flag ? "true" : "false", -1);
}
