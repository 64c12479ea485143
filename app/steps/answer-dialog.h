/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** A dialog that asks for a text: its verb can be pressed while there is one. Belongs to its window. */
typedef struct _OvsAnswerDialog OvsAnswerDialog;

/** The answer as it stands. Returns: (transfer full) (nullable): NULL while there is none. */
typedef char *(*OvsAnswerFunc) (gpointer data);

/** @data: (transfer full): freed by @destroy with the dialog. */
OvsAnswerDialog *ovs_answer_dialog_new     (GtkWindow *parent, const char *heading, const char *body, const char *verb, OvsAnswerFunc get, gpointer data,
                                            GDestroyNotify destroy);

/** An entry below what is asked: what is typed may change the answer, and Enter gives it. */
void             ovs_answer_dialog_watch   (OvsAnswerDialog *self, GtkEditable *entry);

/** Something else changed the answer. */
void             ovs_answer_dialog_changed (OvsAnswerDialog *self);

/** Asks. @content: what it is answered in. */
void             ovs_answer_dialog_async   (OvsAnswerDialog *self, GtkWidget *content, GAsyncReadyCallback callback, gpointer user_data);

/** Returns: (transfer full) (nullable): the answer, NULL where nobody gave one. */
char            *ovs_answer_dialog_finish  (GAsyncResult *result);

G_END_DECLS
