/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "letters/template.h"

#include <glib/gi18n.h>
#include <string.h>

typedef enum
{
  NODE_TEXT,
  NODE_FIELD,
  NODE_WORD,    /* one of two, by a number */
  NODE_IF,
  NODE_IF_NOT,
  NODE_END,
} NodeKind;

typedef struct
{
  NodeKind kind;
  char *text; /* what stands there, or the name */
  char *one;
  char *more;
  guint line;
  guint end;  /* of a part: the index of its end */
} Node;

struct _OvsTemplate
{
  GArray *nodes; /* (owned) (element-type Node) */
};

static void
node_clear (gpointer data)
{
  Node *node = data;

  g_free (node->text);
  g_free (node->one);
  g_free (node->more);
}

static const Node *
node_at (const OvsTemplate *template, guint index)
{
  return &g_array_index (template->nodes, Node, index);
}

void
ovs_template_free (OvsTemplate *template)
{
  if (template == NULL)
    return;
  g_array_unref (template->nodes);
  g_free (template);
}

/* --- reading --------------------------------------------------------------------------------------------------- */

typedef struct
{
  OvsTemplate *template;
  GArray *open; /* (owned) (element-type guint): parts that are not closed yet */
  GString *text;
  guint line;
} Parser;

static void
parser_clear (Parser *parser)
{
  ovs_template_free (parser->template);
  g_array_unref (parser->open);
  g_string_free (parser->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parser, parser_clear)

static void
add_node (Parser *parser, Node node)
{
  node.line = parser->line;
  g_array_append_val (parser->template->nodes, node);
}

static void
end_text (Parser *parser)
{
  if (parser->text->len == 0)
    return;
  add_node (parser, (Node){ .kind = NODE_TEXT, .text = g_strdup (parser->text->str) });
  g_string_truncate (parser->text, 0);
}

G_GNUC_PRINTF (2, 3)
static gboolean
fail (GError **error, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, sentence);
  return FALSE;
}

static gboolean
close_part (Parser *parser, const char *name, GError **error)
{
  guint last = parser->open->len > 0 ? g_array_index (parser->open, guint, parser->open->len - 1) : 0;
  Node *begin = &g_array_index (parser->template->nodes, Node, last);

  if (parser->open->len == 0)
    return fail (error, _ ("{/%s} ends a part that does not begin. Write {?%s} before it, or take it away."), name, name);
  if (!g_str_equal (begin->text, name))
    return fail (error, _ ("{/%s} stands where the part of “%s” is to end first, with {/%s}."), name, begin->text, begin->text);
  begin->end = parser->template->nodes->len;
  g_array_set_size (parser->open, parser->open->len - 1);
  add_node (parser, (Node){ .kind = NODE_END, .text = g_strdup (name) });
  return TRUE;
}

static void
open_part (Parser *parser, NodeKind kind, const char *name)
{
  guint index = parser->template->nodes->len;

  g_array_append_val (parser->open, index);
  add_node (parser, (Node){ .kind = kind, .text = g_strdup (name) });
}

static char *
trimmed (const char *text)
{
  return g_strstrip (g_strdup (text));
}

/* @mark: what stands between the braces. */
static gboolean
take_mark (Parser *parser, const char *mark, GError **error)
{
  gboolean is_part = *mark != '\0' && strchr ("?!/", *mark) != NULL;
  g_auto (GStrv) words = g_strsplit (is_part ? mark + 1 : mark, "|", -1);
  guint n_words = g_strv_length (words);
  g_autofree char *name = n_words > 0 ? trimmed (words[0]) : g_strdup ("");

  if (*name == '\0')
    return fail (error, _ ("There is no name between the braces. Write {klant}, or {{ for a brace."));
  if (n_words > 1 && (is_part || n_words != 3))
    return fail (error, _ ("{%s} is not complete: write {%s|one|more}."), mark, name);
  end_text (parser);
  if (*mark == '/')
    return close_part (parser, name, error);
  if (is_part)
    open_part (parser, *mark == '?' ? NODE_IF : NODE_IF_NOT, name);
  else if (n_words == 3)
    add_node (parser, (Node){ .kind = NODE_WORD, .text = g_strdup (name), .one = g_strdup (words[1]), .more = g_strdup (words[2]) });
  else
    add_node (parser, (Node){ .kind = NODE_FIELD, .text = g_strdup (name) });
  return TRUE;
}

/* Whether @line has nothing but marks of parts on it. */
static gboolean
holds_only_parts (const char *line, gsize length)
{
  const char *end = line + length;
  gboolean any = FALSE;

  while (line < end)
    {
      const char *close;

      if (g_ascii_isspace (*line))
        {
          line++;
          continue;
        }
      close = memchr (line, '}', (gsize) (end - line));
      if (*line != '{' || line + 1 >= end || strchr ("?!/", line[1]) == NULL || close == NULL)
        return FALSE;
      line = close + 1;
      any = TRUE;
    }
  return any;
}

static gboolean
parse_line (Parser *parser, const char *line, gsize length, GError **error)
{
  const char *end = line + length;
  gboolean bare = holds_only_parts (line, length);

  while (line < end)
    {
      g_autofree char *mark = NULL;
      const char *close;

      if (*line != '{' || (line + 1 < end && line[1] == '{'))
        {
          if (!bare)
            g_string_append_c (parser->text, *line);
          line += *line == '{' ? 2 : 1;
          continue;
        }
      close = memchr (line, '}', (gsize) (end - line));
      if (close == NULL)
        return fail (error, _ ("A brace is not closed. Write {klant}, or {{ for a brace."));
      mark = g_strndup (line + 1, (gsize) (close - line - 1));
      if (!take_mark (parser, mark, error))
        return FALSE;
      line = close + 1;
    }
  return TRUE;
}

static gboolean
parse_lines (Parser *parser, const char *source, GError **error)
{
  while (*source != '\0')
    {
      const char *end = strchr (source, '\n');
      gsize length = end != NULL ? (gsize) (end - source) : strlen (source);
      gsize shown = length > 0 && source[length - 1] == '\r' ? length - 1 : length;

      if (!parse_line (parser, source, shown, error))
        return FALSE;
      if (end != NULL && !holds_only_parts (source, shown))
        g_string_append_c (parser->text, '\n');
      end_text (parser);
      parser->line += end != NULL;
      source += length + (end != NULL);
    }
  return TRUE;
}

static gboolean
all_closed (Parser *parser, GError **error)
{
  const Node *begin;

  if (parser->open->len == 0)
    return TRUE;
  begin = node_at (parser->template, g_array_index (parser->open, guint, parser->open->len - 1));
  parser->line = begin->line;
  return fail (error, _ ("The part of “%s” does not end. Write {/%s} where it does."), begin->text, begin->text);
}

OvsTemplate *
ovs_template_parse (const char *source, guint first_line, guint *wrong_line, GError **error)
{
  g_auto (Parser) parser = {
    .template = g_new0 (OvsTemplate, 1),
    .open = g_array_new (FALSE, FALSE, sizeof (guint)),
    .text = g_string_new (NULL),
    .line = first_line,
  };

  parser.template->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_array_set_clear_func (parser.template->nodes, node_clear);
  if (parse_lines (&parser, source, error) && all_closed (&parser, error))
    return g_steal_pointer (&parser.template);
  if (wrong_line != NULL)
    *wrong_line = parser.line;
  return NULL;
}

/* --- looking ---------------------------------------------------------------------------------------------------- */

void
ovs_template_foreach_field (const OvsTemplate *template, OvsTemplateFieldFunc func, gpointer data)
{
  for (guint i = 0; i < template->nodes->len; i++)
    {
      const Node *node = node_at (template, i);

      if (node->kind != NODE_TEXT && node->kind != NODE_END)
        func (node->text, node->kind != NODE_FIELD, node->line, data);
    }
}

/* --- filling in -------------------------------------------------------------------------------------------------- */

static gboolean
is_set (const char *value)
{
  return value != NULL && *value != '\0' && !g_str_equal (value, "0");
}

/* What was left out leaves no second blank line behind, and none at the beginning. */
static void
append_text (GString *whole, const char *text)
{
  for (; *text != '\0'; text++)
    {
      gboolean blank = whole->len == 0 || (whole->len >= 2 && g_str_has_suffix (whole->str, "\n\n"));

      if (*text != '\n' || !blank)
        g_string_append_c (whole, *text);
    }
}

static void
append_value (GString *whole, const char *name, const char *value, GArray *filled)
{
  OvsLetterSpan span = { .start = (guint) whole->len, .lacks = value == NULL || *value == '\0' };

  if (span.lacks)
    g_string_append_printf (whole, "{%s}", name);
  else
    g_string_append (whole, value);
  span.end = (guint) whole->len;
  if (filled != NULL)
    g_array_append_val (filled, span);
}

char *
ovs_template_fill (const OvsTemplate *template, OvsTemplateLookup lookup, gpointer data, GArray *filled)
{
  GString *whole = g_string_new (NULL);

  for (guint i = 0; i < template->nodes->len; i++)
    {
      const Node *node = node_at (template, i);
      const char *value = node->kind == NODE_TEXT || node->kind == NODE_END ? NULL : lookup (node->text, data);

      if (node->kind == NODE_TEXT)
        append_text (whole, node->text);
      else if (node->kind == NODE_FIELD)
        append_value (whole, node->text, value, filled);
      else if (node->kind == NODE_WORD)
        append_text (whole, g_strcmp0 (value, "1") == 0 ? node->one : node->more);
      else if (node->kind != NODE_END && is_set (value) != (node->kind == NODE_IF))
        i = node->end;
    }
  return g_string_free (whole, FALSE);
}
