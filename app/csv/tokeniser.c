/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "csv/tokeniser.h"

#include "csv/error.h"

#include <glib/gi18n.h>
#include <string.h>

typedef enum
{
  STATE_CELL_START,
  STATE_PLAIN,
  STATE_QUOTED,
  STATE_QUOTE_IN_QUOTED, /* the end of the quotes, or the first of a doubled one */
} State;

struct _OvsTokeniser
{
  OvsCsvInput *input; /* (unowned) */
  char delimiter;
  gboolean ends_plain[256]; /* the bytes that end a run of plain text */

  const char *p; /* where we are in the block of the input */
  const char *end;
  gboolean at_end;

  State state;
  guint64 line;
  guint64 quote_line; /* where the quotes were opened */
  gboolean after_cr;  /* a line feed now belongs to the carriage return before it */

  OvsRecord record;
  GString *text;  /* (owned) the cells of the record, each with a zero at its end */
  GArray *starts; /* (owned) (element-type gsize) */
  gsize cell_start;
};

OvsTokeniser *
ovs_tokeniser_new (OvsCsvInput *input, char delimiter)
{
  OvsTokeniser *self = g_new0 (OvsTokeniser, 1);

  self->input = input;
  self->delimiter = delimiter;
  self->ends_plain[(guchar) delimiter] = TRUE;
  self->ends_plain['\r'] = TRUE;
  self->ends_plain['\n'] = TRUE;
  self->line = 1;
  self->text = g_string_sized_new (1024);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  return self;
}

void
ovs_tokeniser_free (OvsTokeniser *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}

static void
end_cell (OvsTokeniser *self)
{
  g_array_append_val (self->starts, self->cell_start);
  g_string_append_c (self->text, '\0');
  self->cell_start = self->text->len;
  self->state = STATE_CELL_START;
}

static void
take_plain (OvsTokeniser *self)
{
  const char *p = self->p;

  while (p < self->end && !self->ends_plain[(guchar) *p])
    p++;
  g_string_append_len (self->text, self->p, p - self->p);
  self->p = p;
}

static void
count_lines (OvsTokeniser *self, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '\r' || (text[i] == '\n' && !self->after_cr))
        self->line++;
      self->after_cr = text[i] == '\r';
    }
}

static void
take_quoted (OvsTokeniser *self)
{
  gsize left = (gsize) (self->end - self->p);
  const char *quote = memchr (self->p, '"', left);
  gsize length = quote != NULL ? (gsize) (quote - self->p) : left;

  g_string_append_len (self->text, self->p, (gssize) length);
  count_lines (self, self->p, length);
  self->p += length;
  if (quote == NULL)
    return;
  self->after_cr = FALSE;
  self->state = STATE_QUOTE_IN_QUOTED;
  self->p++;
}

/* The usual cell in quotes: whole in the block, on one line, with no quote in it and another cell behind it. */
static gboolean
take_usual (OvsTokeniser *self)
{
  const char *start = self->p + 1;
  const char *quote = memchr (start, '"', (gsize) (self->end - start));
  gsize length;

  if (quote == NULL || quote + 1 == self->end || quote[1] != self->delimiter)
    return FALSE;
  length = (gsize) (quote - start);
  if (memchr (start, '\n', length) != NULL || memchr (start, '\r', length) != NULL)
    return FALSE;
  g_string_append_len (self->text, start, (gssize) length);
  end_cell (self);
  self->p = quote + 2;
  return TRUE;
}

/* Goes through the block up to the end of a record. TRUE when it was reached. */
static gboolean
take_record (OvsTokeniser *self)
{
  while (self->p < self->end)
    switch (self->state)
      {
      case STATE_CELL_START:
        if (*self->p == '"' && take_usual (self))
          break;
        self->state = STATE_PLAIN;
        if (*self->p == '"')
          {
            self->state = STATE_QUOTED;
            self->quote_line = self->line;
            self->p++;
          }
        break;

      case STATE_QUOTED:
        take_quoted (self);
        break;

      case STATE_QUOTE_IN_QUOTED:
        self->state = STATE_PLAIN;
        if (*self->p == '"')
          {
            g_string_append_c (self->text, '"');
            self->state = STATE_QUOTED;
            self->p++;
          }
        break;

      case STATE_PLAIN:
      default:
        take_plain (self);
        if (self->p == self->end)
          break;
        end_cell (self);
        if (*self->p != self->delimiter)
          {
            self->after_cr = *self->p++ == '\r';
            self->line++;
            return TRUE;
          }
        self->p++;
        break;
      }
  return FALSE;
}

static gboolean
check_sizes (OvsTokeniser *self, GError **error)
{
  const char *name = ovs_csv_input_get_name (self->input);

  if (self->state == STATE_QUOTED &&
      (self->at_end || self->text->len - self->cell_start > OVS_TOKENISER_CELL_MAX))
    {
      g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_DAMAGED,
                   _ ("In the file “%s” a quotation mark opens on line %lu and is never closed. Mend that "
                      "line and try again."),
                   name, (gulong) self->quote_line);
      return FALSE;
    }
  if (self->text->len - self->cell_start > OVS_TOKENISER_CELL_MAX ||
      self->text->len > OVS_TOKENISER_RECORD_MAX)
    {
      g_set_error (error, OVS_CSV_ERROR, OVS_CSV_ERROR_DAMAGED,
                   _ ("Line %lu of the file “%s” is too long for a row of a list. Choose the file that you "
                      "exported as CSV."),
                   (gulong) self->record.line, name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
next_block (OvsTokeniser *self, GCancellable *cancellable, GError **error)
{
  gsize length;

  if (!ovs_csv_input_read (self->input, &self->p, &length, cancellable, error))
    return FALSE;
  self->end = self->p + length;
  self->at_end = length == 0;
  return TRUE;
}

static const OvsRecord *
hand_out (OvsTokeniser *self)
{
  self->record.text = self->text->str;
  self->record.starts = (const gsize *) (gpointer) self->starts->data;
  self->record.n_cells = self->starts->len;
  return &self->record;
}

const OvsRecord *
ovs_tokeniser_next (OvsTokeniser *self, GCancellable *cancellable, GError **error)
{
  gboolean complete = FALSE;

  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  self->cell_start = 0;
  self->state = STATE_CELL_START;
  self->record.line = self->line;

  while (!complete && !self->at_end)
    {
      if (self->p == self->end && !next_block (self, cancellable, error))
        return NULL;
      if (self->after_cr && self->state == STATE_CELL_START && self->p < self->end)
        {
          if (*self->p == '\n')
            self->p++;
          self->after_cr = FALSE;
          continue;
        }
      complete = take_record (self);
      if (!complete && !check_sizes (self, error))
        return NULL;
    }
  if (complete)
    return hand_out (self);
  if (self->state == STATE_CELL_START && self->starts->len == 0)
    return NULL;
  end_cell (self);
  return hand_out (self);
}
