/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/filter.h"

#define DEEPEST 16

typedef struct
{
  const char *at;
  const OvsPracticeField *fields;
  GString *sql;
  GArray *values;
  int depth;
} Reader;

static gboolean read_any (Reader *reader);

static const OvsPracticeField *
find_field (const OvsPracticeField *fields, const char *name)
{
  for (; fields->name != NULL; fields++)
    if (g_ascii_strcasecmp (fields->name, name) == 0)
      return fields;
  return NULL;
}

static void
skip_space (Reader *reader)
{
  while (*reader->at == ' ')
    reader->at++;
}

/* Letters, digits and full stops. Returns: (transfer full): empty when none is next. */
static char *
read_word (Reader *reader)
{
  const char *start;

  skip_space (reader);
  start = reader->at;
  while (g_ascii_isalnum (*reader->at) || *reader->at == '.' || *reader->at == '-')
    reader->at++;
  return g_strndup (start, reader->at - start);
}

static gboolean
read_keyword (Reader *reader, const char *keyword)
{
  const char *start = reader->at;
  g_autofree char *word = read_word (reader);

  if (g_ascii_strcasecmp (word, keyword) == 0)
    return TRUE;
  reader->at = start;
  return FALSE;
}

static gboolean
read_quoted (Reader *reader, const OvsPracticeField *field)
{
  g_autoptr (GString) text = g_string_new (NULL);
  OvsDay day;

  for (reader->at++; *reader->at != '\0'; reader->at++)
    {
      if (*reader->at != '\'')
        g_string_append_c (text, *reader->at);
      else if (reader->at[1] == '\'')
        g_string_append_c (text, *reader->at++);
      else
        break;
    }
  if (*reader->at++ != '\'')
    return FALSE;
  if (field->kind == OVS_PRACTICE_FIELD_PLAIN)
    ovs_practice_values_add_text (reader->values, text->str);
  else if (ovs_day_parse_iso (text->str, &day))
    ovs_practice_values_add_number (reader->values, day);
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_literal (Reader *reader, const OvsPracticeField *field)
{
  g_autofree char *word = NULL;
  gint64 number;

  skip_space (reader);
  if (*reader->at == '\'')
    return read_quoted (reader, field);
  word = read_word (reader);
  if (g_ascii_strcasecmp (word, "null") == 0)
    ovs_practice_values_add_text (reader->values, NULL);
  else if (g_ascii_strcasecmp (word, "true") == 0 || g_ascii_strcasecmp (word, "false") == 0)
    ovs_practice_values_add_number (reader->values, g_ascii_tolower (*word) == 't');
  else if (g_ascii_string_to_signed (word, 10, G_MININT64, G_MAXINT64, &number, NULL))
    ovs_practice_values_add_number (reader->values, number);
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_comparison (Reader *reader)
{
  static const struct
  {
    const char *name;
    const char *sql;
  } operators[] = {
    { "eq", "IS" }, { "ne", "IS NOT" }, { "gt", ">" }, { "ge", ">=" }, { "lt", "<" }, { "le", "<=" },
  };
  g_autofree char *name = read_word (reader);
  g_autofree char *operator_name = read_word (reader);
  const OvsPracticeField *field = find_field (reader->fields, name);

  if (field == NULL || field->kind == OVS_PRACTICE_FIELD_ORDER_ONLY)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (operators); i++)
    if (g_ascii_strcasecmp (operators[i].name, operator_name) == 0)
      {
        g_string_append_printf (reader->sql, "(%s) %s ? COLLATE NOCASE", field->sql, operators[i].sql);
        return read_literal (reader, field);
      }
  return FALSE;
}

static gboolean
read_one (Reader *reader)
{
  skip_space (reader);
  if (*reader->at != '(')
    return read_comparison (reader);
  reader->at++;
  if (++reader->depth > DEEPEST || !read_any (reader))
    return FALSE;
  skip_space (reader);
  reader->depth--;
  return *reader->at++ == ')';
}

static gboolean
read_all (Reader *reader)
{
  if (!read_one (reader))
    return FALSE;
  while (read_keyword (reader, "and"))
    {
      g_string_append (reader->sql, " AND ");
      if (!read_one (reader))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_any (Reader *reader)
{
  g_string_append_c (reader->sql, '(');
  if (!read_all (reader))
    return FALSE;
  while (read_keyword (reader, "or"))
    {
      g_string_append (reader->sql, " OR ");
      if (!read_all (reader))
        return FALSE;
    }
  g_string_append_c (reader->sql, ')');
  return TRUE;
}

gboolean
ovs_practice_filter_to_sql (const char *filter, const OvsPracticeField *fields, GString *sql, GArray *values)
{
  Reader reader = { .at = filter, .fields = fields, .sql = sql, .values = values };

  if (!read_any (&reader))
    return FALSE;
  skip_space (&reader);
  return *reader.at == '\0';
}

gboolean
ovs_practice_order_to_sql (const char *order, const OvsPracticeField *fields, GString *sql)
{
  g_auto (GStrv) parts = g_strsplit (order, ",", 8);

  for (int i = 0; parts[i] != NULL; i++)
    {
      gboolean descending = parts[i][0] == '-';
      const OvsPracticeField *field = find_field (fields, parts[i] + (descending ? 1 : 0));

      if (field == NULL)
        return FALSE;
      g_string_append_printf (sql, "%s%s%s", i > 0 ? ", " : "", field->sql, descending ? " DESC" : "");
    }
  return parts[0] != NULL;
}
