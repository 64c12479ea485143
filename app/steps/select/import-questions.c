/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-questions.h"

#include <glib/gi18n.h>

#include "csv/headers.h"
#include "steps/select/import-words.h"
#include "widgets/drop-down.h"
#include "widgets/sign.h"

/* More columns than this are a list to choose from. */
#define MOST_BUTTONS 3

/* One question on the screen: buttons, or a list whose first item says that nothing is chosen yet. */
typedef struct
{
  OvsField field; /* %OVS_CSV_NO_FIELD: the encoding */
  GtkWidget *row;
  GtkWidget *sign;
  gboolean single;   /* whether one column is doubted */
  GtkWidget *list;   /* (nullable) */
  GPtrArray *buttons; /* (owned) (unowned elements) */
  GArray *values;    /* (owned) of int: a column, -1 for none, or an encoding */
} Question;

struct _OvsImportQuestions
{
  AdwBin parent_instance;

  GtkWidget *box;
  GPtrArray *questions; /* (owned) of Question */
  char *outline;        /* (nullable) what the rows were made for */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (OvsImportQuestions, ovs_import_questions, ADW_TYPE_BIN)

enum
{
  ANSWERED,
  CONFIRMED,
  ENCODING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
question_free (gpointer data)
{
  Question *question = data;

  g_ptr_array_unref (question->buttons);
  g_array_unref (question->values);
  g_free (question);
}

static void
ovs_import_questions_finalize (GObject *object)
{
  OvsImportQuestions *self = OVS_IMPORT_QUESTIONS (object);

  g_ptr_array_unref (self->questions);
  g_free (self->outline);
  G_OBJECT_CLASS (ovs_import_questions_parent_class)->finalize (object);
}

static void
ovs_import_questions_class_init (OvsImportQuestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ovs_import_questions_finalize;
  signals[ANSWERED] = g_signal_new ("answered", OVS_TYPE_IMPORT_QUESTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                                    G_TYPE_INT);
  signals[CONFIRMED] = g_signal_new ("confirmed", OVS_TYPE_IMPORT_QUESTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                                     G_TYPE_INT);
  signals[ENCODING]
      = g_signal_new ("encoding", OVS_TYPE_IMPORT_QUESTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
ovs_import_questions_init (OvsImportQuestions *self)
{
  self->questions = g_ptr_array_new_with_free_func (question_free);
  self->box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->box, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Questions about the file"), -1);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/* --- answers --- */

static void
emit (OvsImportQuestions *self, const Question *question, guint i)
{
  int value = g_array_index (question->values, int, i);

  if (self->filling)
    return;
  if (question->field == OVS_CSV_NO_FIELD)
    g_signal_emit (self, signals[ENCODING], 0, value);
  else if (question->single && value >= 0)
    g_signal_emit (self, signals[CONFIRMED], 0, (guint) question->field, value);
  else
    g_signal_emit (self, signals[ANSWERED], 0, (guint) question->field, value);
}

static Question *
question_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "question");
}

static void
on_button (GtkWidget *button, GParamSpec *spec, OvsImportQuestions *self)
{
  const Question *question = question_of (button);
  gboolean active;
  guint i;

  g_object_get (button, "active", &active, NULL);
  if (active && g_ptr_array_find (question->buttons, button, &i))
    emit (self, question, i);
}

static void
on_list (GtkDropDown *list, GParamSpec *spec, OvsImportQuestions *self)
{
  guint selected = gtk_drop_down_get_selected (list);

  if (selected > 0 && selected != GTK_INVALID_LIST_POSITION)
    emit (self, question_of (GTK_WIDGET (list)), selected - 1);
}

/* --- making the rows --- */

static Question *
add_question (OvsImportQuestions *self, OvsField field, const char *title, const char *subtitle)
{
  Question *question = g_new0 (Question, 1);

  question->field = field;
  question->buttons = g_ptr_array_new ();
  question->values = g_array_new (FALSE, FALSE, sizeof (int));
  question->row = adw_action_row_new ();
  question->sign = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (question->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (question->row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (question->row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (question->row), question->sign);
  gtk_list_box_append (GTK_LIST_BOX (self->box), question->row);
  g_ptr_array_add (self->questions, question);
  return question;
}

static GtkWidget *
make_short_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  return label;
}

static void
add_button (OvsImportQuestions *self, Question *question, GtkWidget *box, GtkWidget *button, const char *text, int value)
{
  gtk_widget_set_tooltip_text (button, text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (button), "question", question);
  g_signal_connect (button, "notify::active", G_CALLBACK (on_button), self);
  gtk_box_append (GTK_BOX (box), button);
  g_ptr_array_add (question->buttons, button);
  g_array_append_val (question->values, value);
}

static void
add_toggle (OvsImportQuestions *self, Question *question, GtkWidget *box, const char *text, int value)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_short_label (text));
  if (question->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (question->buttons, 0));
  add_button (self, question, box, button, text, value);
}

static void
add_toggles (OvsImportQuestions *self, Question *question, const OvsCsvPreview *preview, const OvsCsvQuestion *asked)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < asked->n_columns; i++)
    {
      g_autofree char *title = ovs_import_column_title (preview, asked->columns[i]);

      add_toggle (self, question, box, title, (int) asked->columns[i]);
    }
  if (!ovs_field_is_required (asked->field, preview->kind))
    add_toggle (self, question, box, asked->n_columns == 2 ? _ ("Neither") : _ ("None of these"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (question->row), box);
}

static void
add_list_item (Question *question, GtkStringList *titles, const OvsCsvPreview *preview, guint column)
{
  g_autofree char *title = ovs_import_column_title (preview, column);
  int value = (int) column;

  gtk_string_list_append (titles, title);
  g_array_append_val (question->values, value);
}

static void
add_list (OvsImportQuestions *self, Question *question, const OvsCsvPreview *preview, const OvsCsvQuestion *asked)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (question->row));
  int none = -1;

  gtk_string_list_append (titles, _ ("Choose a column"));
  for (guint i = 0; i < asked->n_columns; i++)
    add_list_item (question, titles, preview, asked->columns[i]);
  for (guint i = 0; asked->n_columns == 0 && i < preview->n_columns; i++)
    if (ovs_csv_preview_allows (preview, i, asked->field))
      add_list_item (question, titles, preview, i);
  if (!ovs_field_is_required (asked->field, preview->kind))
    {
      gtk_string_list_append (titles, _ ("None of these"));
      g_array_append_val (question->values, none);
    }
  question->list = ovs_drop_down_new (titles, title);
  gtk_widget_set_valign (question->list, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (question->list), "question", question);
  g_signal_connect (question->list, "notify::selected", G_CALLBACK (on_list), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (question->row), question->list);
}

/* Whether a column is what it is called. */
static void
add_doubt (OvsImportQuestions *self, const OvsCsvPreview *preview, const OvsCsvQuestion *asked)
{
  g_autofree char *column = ovs_import_column_title (preview, asked->columns[0]);
  g_autofree char *title = g_strdup_printf (_ ("Is “%s” the day on which people leave?"), column);
  g_autofree char *day = ovs_day_to_file (asked->day);
  g_autofree char *subtitle = g_strdup_printf (_ ("%u people would leave on the last day of a month to come, most of them on %s. The end of an appointment is no leaving."),
                                               asked->n_doubted, day);
  Question *question = add_question (self, asked->field, title, subtitle);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  question->single = TRUE;
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  add_toggle (self, question, box, _ ("Yes, they leave"), (int) asked->columns[0]);
  add_toggle (self, question, box, _ ("No, do not read it"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (question->row), box);
}

static void
add_columns_question (OvsImportQuestions *self, const OvsCsvPreview *preview, const OvsCsvQuestion *asked)
{
  const char *own = ovs_headers_get_own (preview->kind, asked->field);
  g_autofree char *title = g_strdup_printf (_ ("Which column is “%s”?"), own);
  const char *subtitle = asked->n_columns > 0 ? _ ("More than one column can mean this. Overstap does not guess.")
                                              : _ ("Without this number no row can be read in.");
  Question *question = add_question (self, asked->field, title, subtitle);

  if (asked->n_columns > 0 && asked->n_columns <= MOST_BUTTONS)
    add_toggles (self, question, preview, asked);
  else
    add_list (self, question, preview, asked);
}

static void
add_encoding_question (OvsImportQuestions *self, const OvsCsvPreview *preview)
{
  gboolean beside = preview->encodings->len == 2;
  GtkWidget *box = gtk_box_new (beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, beside ? 18 : 2);
  Question *question = add_question (self, OVS_CSV_NO_FIELD, _ ("Which names are written well?"), _ ("They tell whether the letters are right."));

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < preview->encodings->len; i++)
    {
      const OvsCsvEncodingChoice *choice = g_ptr_array_index (preview->encodings, i);
      GtkWidget *button = gtk_check_button_new ();
      g_autofree char *names = g_strjoinv (", ", choice->samples);

      gtk_check_button_set_child (GTK_CHECK_BUTTON (button), make_short_label (names));
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button), g_ptr_array_index (question->buttons, 0));
      add_button (self, question, box, button, names, (int) choice->encoding);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (question->row), box);
}

/* What the rows hang on. As long as it is the same, they stay, and the focus in them. */
static char *
outline (const OvsCsvPreview *preview)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d %u", preview->kind, preview->n_columns);
  for (guint i = 0; i < preview->questions->len; i++)
    {
      const OvsCsvQuestion *asked = g_ptr_array_index (preview->questions, i);

      g_string_append_printf (text, " %d:%u:%u:%d", asked->field, asked->n_columns, asked->n_doubted, asked->day);
    }
  for (guint i = 0; i < preview->n_columns; i++)
    g_string_append_printf (text, "\n%s", preview->columns[i].header);
  for (guint i = 0; i < preview->encodings->len; i++)
    g_string_append_printf (text, "\n%d", ((const OvsCsvEncodingChoice *) g_ptr_array_index (preview->encodings, i))->encoding);
  return g_string_free (text, FALSE);
}

static void
make_rows (OvsImportQuestions *self, const OvsCsvPreview *preview)
{
  g_autofree char *wanted = outline (preview);

  if (g_strcmp0 (wanted, self->outline) == 0)
    return;
  for (guint i = 0; i < self->questions->len; i++)
    gtk_list_box_remove (GTK_LIST_BOX (self->box), ((Question *) g_ptr_array_index (self->questions, i))->row);
  g_ptr_array_set_size (self->questions, 0);
  for (guint i = 0; i < preview->questions->len; i++)
    {
      const OvsCsvQuestion *asked = g_ptr_array_index (preview->questions, i);

      if (asked->n_columns == 1)
        add_doubt (self, preview, asked);
      else
        add_columns_question (self, preview, asked);
    }
  if (preview->encodings->len > 0)
    add_encoding_question (self, preview);
  g_free (self->outline);
  self->outline = g_steal_pointer (&wanted);
}

/* --- showing the answers --- */

static void
show_answer (Question *question, gboolean answered, int value)
{
  OvsSign sign = answered ? OVS_SIGN_DONE : OVS_SIGN_QUESTION;
  const char *classes[] = { ovs_sign_get_class (sign), NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (question->sign), ovs_sign_get_icon (sign));
  gtk_widget_set_css_classes (question->sign, classes);
  if (!answered && question->list != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (question->list), 0);
  for (guint i = 0; i < question->values->len; i++)
    {
      gboolean is_it = answered && g_array_index (question->values, int, i) == value;

      if (question->list == NULL)
        g_object_set (g_ptr_array_index (question->buttons, i), "active", is_it, NULL);
      else if (is_it)
        gtk_drop_down_set_selected (GTK_DROP_DOWN (question->list), i + 1);
    }
}

GtkWidget *
ovs_import_questions_new (void)
{
  return g_object_new (OVS_TYPE_IMPORT_QUESTIONS, NULL);
}

void
ovs_import_questions_show (OvsImportQuestions *self, const OvsCsvPreview *preview)
{
  self->filling = TRUE;
  make_rows (self, preview);
  for (guint i = 0; i < self->questions->len; i++)
    {
      Question *question = g_ptr_array_index (self->questions, i);
      const OvsCsvQuestion *asked = i < preview->questions->len ? g_ptr_array_index (preview->questions, i) : NULL;

      if (asked != NULL)
        show_answer (question, asked->answered, asked->column);
      else
        show_answer (question, TRUE, (int) preview->encoding);
    }
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), self->questions->len > 0);
}
