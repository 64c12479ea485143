/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dossier/questions.h"

G_BEGIN_DECLS

/**
 * OvsQuestionItem:
 *
 * A question as the list shows it. Texts are owned.
 */
typedef struct
{
  gint64 id;
  char *title;
  char *subtitle;
  char *when; /* minutes, or when to call back */
  gboolean ended;
  gboolean due;
} OvsQuestionItem;

/**
 * OvsQuestionItems:
 * @items: (element-type OvsQuestionItem): the open ones first
 * @ended: how many are ended; more than are in @items where there are many
 *
 * Free with ovs_question_items_free().
 */
typedef struct
{
  GPtrArray *items;
  guint open;
  gint64 ended;
} OvsQuestionItems;

/** In the reader's thread. @filter: (nullable): of clients. */
OvsQuestionItems *ovs_question_items_read (OvsTx *tx, const char *filter);
void              ovs_question_items_free (OvsQuestionItems *items);

#define OVS_TYPE_QUESTION_LIST (ovs_question_list_get_type ())
G_DECLARE_FINAL_TYPE (OvsQuestionList, ovs_question_list, OVS, QUESTION_LIST, GtkWidget)

/**
 * OvsQuestionList:
 *
 * The questions that are open and those that are ended, with a button for a new one.
 *
 * Signals: "new"; "chosen" (int64 id).
 */
GtkWidget *ovs_question_list_new  (void);

/** Shows @items (transfer full). */
void       ovs_question_list_show (OvsQuestionList *self, OvsQuestionItems *items);

/** Marks the question that is at hand; 0 for none. */
void       ovs_question_list_mark (OvsQuestionList *self, gint64 id);

G_END_DECLS
