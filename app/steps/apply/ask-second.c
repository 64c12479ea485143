/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/ask-second.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "steps/answer-dialog.h"
#include "widgets/accessible.h"
#include "widgets/entry-row.h"

typedef struct
{
  GtkEditable *name;
  char *first; /* (owned) folded */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->first);
  g_free (question);
}

/* Returns: (transfer full) (nullable): NULL while nobody else is named. */
static char *
get_second (gpointer data)
{
  const Question *question = data;
  g_autofree char *name = ovs_text_clean (gtk_editable_get_text (question->name));
  g_autofree char *folded = ovs_text_fold (name);

  return *folded != '\0' && !g_str_equal (folded, question->first) ? g_steal_pointer (&name) : NULL;
}

static GtkWidget *
make_entry (OvsAnswerDialog *dialog, Question *question)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, _ ("Second person"));
  question->name = GTK_EDITABLE (ovs_entry_row_new (_ ("Name of the second person")));
  ovs_answer_dialog_watch (dialog, question->name);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->name));
  return list;
}

void
ovs_ask_second_async (GtkWindow *parent, guint people, const char *first, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autofree char *heading = g_strdup_printf (ngettext ("Who agrees as well to %'u invitation?", "Who agrees as well to %'u invitations?", people), people);
  g_autofree char *body = g_strdup_printf (_ ("This dossier asks two people for so many. Somebody else than %s looks along and gives a name; "
                                              "it is kept in the trail with the time."),
                                           first);
  Question *question = g_new0 (Question, 1);
  OvsAnswerDialog *dialog = ovs_answer_dialog_new (parent, heading, body, _ ("Agreed"), get_second, question, question_free);

  question->first = ovs_text_fold (first);
  ovs_answer_dialog_async (dialog, make_entry (dialog, question), callback, user_data);
}

char *
ovs_ask_second_finish (GAsyncResult *result)
{
  return ovs_answer_dialog_finish (result);
}
