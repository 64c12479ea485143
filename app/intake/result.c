/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/result.h"

G_DEFINE_BOXED_TYPE (OvsIntakeResult, ovs_intake_result, ovs_intake_result_ref, ovs_intake_result_unref)

static void
free_refusal (gpointer data)
{
  OvsIntakeRefusal *refusal = data;

  g_ref_string_release ((char *) refusal->column);
  g_ref_string_release ((char *) refusal->reason);
  g_free (refusal);
}

static void
free_brake (gpointer data)
{
  OvsIntakeBrake *brake = data;

  g_free (brake->message);
  g_free (brake);
}

static void
free_unread (gpointer data)
{
  OvsIntakeUnread *unread = data;

  g_free (unread->employer);
  g_free (unread->reason);
  g_free (unread);
}

OvsIntakeResult *
ovs_intake_result_new (void)
{
  OvsIntakeResult *result = g_atomic_rc_box_new0 (OvsIntakeResult);

  result->unread = g_ptr_array_new_with_free_func (free_unread);
  result->refused = g_ptr_array_new_with_free_func (free_refusal);
  result->brakes = g_ptr_array_new_with_free_func (free_brake);
  return result;
}

OvsIntakeResult *
ovs_intake_result_ref (OvsIntakeResult *result)
{
  return g_atomic_rc_box_acquire (result);
}

const char *
ovs_intake_result_get_kind_name (const OvsIntakeResult *result)
{
  return result->from_loket ? "loket" : ovs_csv_kind_get_name (result->kind);
}

static void
clear (gpointer data)
{
  OvsIntakeResult *result = data;

  g_ptr_array_unref (result->unread);
  g_ptr_array_unref (result->refused);
  g_ptr_array_unref (result->brakes);
  g_free (result->sha256);
  g_free (result->encoding);
  g_free (result->delimiter);
  for (guint i = 0; i < OVS_N_FIELDS; i++)
    g_free (result->headers[i]);
  g_strfreev (result->ignored);
  g_strfreev (result->private_columns);
  g_free (result->private_kinds);
  g_strfreev (result->notes);
}

void
ovs_intake_result_unref (OvsIntakeResult *result)
{
  g_atomic_rc_box_release_full (result, clear);
}

void
ovs_intake_result_refuse (OvsIntakeResult *result, guint64 line, const char *column, const char *reason)
{
  OvsIntakeRefusal *refusal = g_new (OvsIntakeRefusal, 1);

  refusal->line = line;
  /* Interned: a wrong file has the same reason on every line. */
  refusal->column = g_ref_string_new_intern (column);
  refusal->reason = g_ref_string_new_intern (reason);
  g_ptr_array_add (result->refused, refusal);
}

void
ovs_intake_result_note (OvsIntakeResult *result, char *sentence)
{
  guint n = result->notes != NULL ? g_strv_length (result->notes) : 0;

  result->notes = g_renew (char *, result->notes, n + 2);
  result->notes[n] = sentence;
  result->notes[n + 1] = NULL;
}
