/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/state.h"

G_BEGIN_DECLS

/* A line of a client list that is passed over, and why. */
typedef struct
{
  guint line;
  char *note;
} OvsPracticeClientNote;

typedef struct
{
  GArray *employers; /* (element-type gint64) row ids, each once, as in the file */
  GPtrArray *notes;  /* (element-type OvsPracticeClientNote) */
} OvsPracticeClientList;

/**
 * Reads a client list in CSV: the column of employer numbers, whatever else is in it. Semicolons, commas or tabs; UTF-8, with
 * or without a byte order mark, or Windows-1252.
 * @problem: (out) (transfer none): why there is nothing to be read, in Dutch
 * Returns: (transfer full) (nullable): NULL with @problem.
 */
OvsPracticeClientList *ovs_practice_client_list_read (OvsPracticeState *state, GBytes *file, const char **problem);

/** An empty one, for numbers that come another way. Returns: (transfer full). */
OvsPracticeClientList *ovs_practice_client_list_new  (void);
void                   ovs_practice_client_list_free (OvsPracticeClientList *list);

/** Takes the employer with number @text along, or notes why it is passed over. */
void                   ovs_practice_client_list_add  (OvsPracticeClientList *list, OvsPracticeState *state, guint line, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticeClientList, ovs_practice_client_list_free)

G_END_DECLS
