/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-look.h"

#include <glib/gi18n.h>

#include "steps/select/import-advanced.h"
#include "steps/select/import-brakes.h"
#include "steps/select/import-counts.h"
#include "steps/select/import-facts.h"
#include "steps/select/import-offers.h"
#include "steps/select/import-preview-grid.h"
#include "steps/select/import-questions.h"
#include "steps/select/import-words.h"
#include "widgets/answer-strip.h"
#include "widgets/drop-down.h"

/* So many refused rows show what is the matter; the counts tell how many there are. */
#define LISTED 3

struct _OvsImportLook
{
  AdwBin parent_instance;

  GtkWidget *strip;
  GtkWidget *kind;
  GtkWidget *grid;
  GtkWidget *offers;
  GtkWidget *questions;
  GtkWidget *advanced;
  GtkWidget *counts;
  GtkWidget *brakes;
  GtkWidget *facts;
  OvsImportChoice *choice;      /* (unowned) (nullable) */
  const OvsCsvPreview *preview; /* (unowned) (nullable) */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (OvsImportLook, ovs_import_look, ADW_TYPE_BIN)

enum
{
  CHANGED,
  SAVE_REFUSED,
  OTHER_FILE,
  DESPITE,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_import_look_class_init (OvsImportLookClass *klass)
{
  static const char *const names[DESPITE] = { "changed", "save-refused", "other-file" };

  signals[DESPITE] = g_signal_new ("despite", OVS_TYPE_IMPORT_LOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", OVS_TYPE_IMPORT_LOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  for (guint i = 0; i < DESPITE; i++)
    signals[i] = g_signal_new (names[i], OVS_TYPE_IMPORT_LOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
changed (OvsImportLook *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_meaning (OvsImportPreviewGrid *grid, guint column, guint field, OvsImportLook *self)
{
  ovs_import_choice_set_meaning (self->choice, self->preview, column, (OvsField) field);
  changed (self);
}

static void
on_answered (OvsImportQuestions *questions, guint field, int column, OvsImportLook *self)
{
  ovs_import_choice_answer (self->choice, (OvsField) field, column);
  changed (self);
}

static void
on_confirmed (OvsImportQuestions *questions, guint field, int column, OvsImportLook *self)
{
  ovs_import_choice_answer (self->choice, (OvsField) field, column);
  self->choice->ends_confirmed = TRUE;
  changed (self);
}

static void
on_profile (OvsImportOffers *offers, gboolean use, OvsImportLook *self)
{
  ovs_import_choice_use_profile (self->choice, use);
  changed (self);
}

static void
on_repair (OvsImportOffers *offers, gboolean repair, OvsImportLook *self)
{
  self->choice->repair = repair;
  changed (self);
}

static void
on_layout_failed (OvsImportAdvanced *advanced, const GError *error, OvsImportLook *self)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
on_encoding (GtkWidget *widget, int encoding, OvsImportLook *self)
{
  self->choice->encoding = encoding;
  changed (self);
}

static void
on_delimiter (OvsImportAdvanced *advanced, const char *delimiter, OvsImportLook *self)
{
  ovs_import_choice_set_delimiter (self->choice, delimiter);
  changed (self);
}

static void
on_header (OvsImportAdvanced *advanced, guint line, OvsImportLook *self)
{
  ovs_import_choice_set_header (self->choice, line);
  changed (self);
}

static void
on_kind (GtkDropDown *kind, GParamSpec *spec, OvsImportLook *self)
{
  if (self->filling || self->choice == NULL)
    return;
  ovs_import_choice_set_kind (self->choice, (OvsCsvKind) gtk_drop_down_get_selected (kind));
  changed (self);
}

static void
on_save_refused (GtkWidget *widget, OvsImportLook *self)
{
  g_signal_emit (self, signals[SAVE_REFUSED], 0);
}

static void
on_other_file (GtkWidget *widget, OvsImportLook *self)
{
  g_signal_emit (self, signals[OTHER_FILE], 0);
}

static void
on_despite (OvsImportBrakes *brakes, const char *brake, OvsImportLook *self)
{
  g_signal_emit (self, signals[DESPITE], 0, brake);
}

/* --- making it --- */

static GtkWidget *
make_kind (OvsImportLook *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (_ ("Kind of file"));

  for (guint kind = 0; kind < OVS_CSV_N_KINDS; kind++)
    gtk_string_list_append (titles, ovs_import_kind_title ((OvsCsvKind) kind));
  self->kind = ovs_drop_down_new (titles, _ ("Kind of file"));
  g_signal_connect (self->kind, "notify::selected", G_CALLBACK (on_kind), self);
  gtk_widget_set_valign (line, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), self->kind);
  return line;
}

static GtkWidget *
make_heading (OvsImportLook *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *heading = gtk_label_new (_ ("This is how the first rows will be read"));
  GtkWidget *caption = gtk_label_new (_ ("Above each column stands what it means; press it to change that."));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "soft");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), heading);
  gtk_box_append (GTK_BOX (texts), caption);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), make_kind (self));
  return line;
}

static void
make_parts (OvsImportLook *self)
{
  self->strip = ovs_answer_strip_new ();
  self->grid = ovs_import_preview_grid_new ();
  self->offers = ovs_import_offers_new ();
  self->questions = ovs_import_questions_new ();
  self->advanced = ovs_import_advanced_new ();
  self->counts = ovs_import_counts_new ();
  self->brakes = ovs_import_brakes_new ();
  self->facts = ovs_import_facts_new ();
  gtk_widget_set_visible (self->facts, FALSE);
  g_signal_connect (self->grid, "meaning", G_CALLBACK (on_meaning), self);
  g_signal_connect (self->offers, "profile", G_CALLBACK (on_profile), self);
  g_signal_connect (self->offers, "repair", G_CALLBACK (on_repair), self);
  g_signal_connect (self->questions, "answered", G_CALLBACK (on_answered), self);
  g_signal_connect (self->questions, "confirmed", G_CALLBACK (on_confirmed), self);
  g_signal_connect (self->questions, "encoding", G_CALLBACK (on_encoding), self);
  g_signal_connect (self->advanced, "encoding", G_CALLBACK (on_encoding), self);
  g_signal_connect (self->advanced, "delimiter", G_CALLBACK (on_delimiter), self);
  g_signal_connect (self->advanced, "header", G_CALLBACK (on_header), self);
  g_signal_connect (self->advanced, "failed", G_CALLBACK (on_layout_failed), self);
  g_signal_connect (self->counts, "save-refused", G_CALLBACK (on_save_refused), self);
  g_signal_connect (self->counts, "other-file", G_CALLBACK (on_other_file), self);
  g_signal_connect (self->brakes, "despite", G_CALLBACK (on_despite), self);
  g_signal_connect (self->brakes, "other-file", G_CALLBACK (on_other_file), self);
}

static void
ovs_import_look_init (OvsImportLook *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  make_parts (self);
  gtk_widget_add_css_class (box, "page");
  gtk_box_append (GTK_BOX (box), self->strip);
  gtk_box_append (GTK_BOX (box), self->brakes);
  gtk_box_append (GTK_BOX (box), make_heading (self));
  gtk_box_append (GTK_BOX (box), self->grid);
  gtk_box_append (GTK_BOX (box), self->offers);
  gtk_box_append (GTK_BOX (box), self->questions);
  gtk_box_append (GTK_BOX (box), self->counts);
  gtk_box_append (GTK_BOX (box), self->facts);
  gtk_box_append (GTK_BOX (box), self->advanced);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
ovs_import_look_new (void)
{
  return g_object_new (OVS_TYPE_IMPORT_LOOK, NULL);
}

/* --- the three answers --- */

static void
show_standing (OvsImportLook *self)
{
  const OvsCsvPreview *preview = self->preview;
  gulong n_rows = (gulong) preview->n_rows;
  g_autofree char *rows = g_strdup_printf (ngettext ("%'lu row", "%'lu rows", n_rows), n_rows);
  g_autofree char *columns = g_strdup_printf (ngettext ("%u column", "%u columns", preview->n_columns), preview->n_columns);
  g_autofree char *title = n_rows > 0 ? g_strdup_printf ("%s, %s", rows, columns) : g_strdup (columns);
  g_autofree char *name = g_filename_display_basename (self->choice->path);

  ovs_answer_strip_set (OVS_ANSWER_STRIP (self->strip), OVS_ANSWER_STANDING, OVS_SIGN_NONE, title, name);
}

static void
show_to_do (OvsImportLook *self, OvsSign sign, const char *title, const char *caption)
{
  ovs_answer_strip_set (OVS_ANSWER_STRIP (self->strip), OVS_ANSWER_TO_DO, sign, title, caption);
}

static void
show_open (OvsImportLook *self, guint n_open)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u question waits for you", "%u questions wait for you", n_open), n_open);

  show_to_do (self, OVS_SIGN_QUESTION, title, _ ("Answer it below the rows."));
}

static char *
list_dropped (const OvsCsvPreview *preview, guint *n_dropped)
{
  g_autoptr (GString) names = g_string_new (NULL);

  *n_dropped = 0;
  for (guint i = 0; i < preview->n_columns; i++)
    if (preview->columns[i].state == OVS_CSV_COLUMN_DROPPED)
      g_string_append_printf (names, "%s%s", (*n_dropped)++ > 0 ? ", " : "", preview->columns[i].header);
  return g_strdup (names->str);
}

static void
show_look_out (OvsImportLook *self, guint refused)
{
  OvsAnswerStrip *strip = OVS_ANSWER_STRIP (self->strip);
  guint n_dropped;
  g_autofree char *dropped = list_dropped (self->preview, &n_dropped);
  g_autofree char *one = g_strdup_printf (_ ("%s is never read"), dropped);
  g_autofree char *more = g_strdup_printf (ngettext ("%u column never read", "%u columns never read", n_dropped), n_dropped);
  g_autofree char *rows = g_strdup_printf (ngettext ("%'u row is refused", "%'u rows are refused", refused), refused);

  if (n_dropped == 1)
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_NEVER, one, _ ("Overstap does not store it and does not show it."));
  else if (n_dropped > 1)
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_NEVER, more, dropped);
  else if (refused > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_WARNING, rows, _ ("Below stands which ones and why."));
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_DONE, _ ("Nothing special"), _ ("There are no private columns in it."));
}

/* --- showing it --- */

void
ovs_import_look_show_file (OvsImportLook *self, OvsImportChoice *choice, const OvsCsvPreview *preview)
{
  guint n_open = ovs_csv_preview_count_open (preview);

  self->choice = choice;
  self->preview = preview;
  self->filling = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), preview->kind);
  self->filling = FALSE;
  ovs_import_preview_grid_show (OVS_IMPORT_PREVIEW_GRID (self->grid), preview);
  ovs_import_offers_show (OVS_IMPORT_OFFERS (self->offers), choice, preview);
  ovs_import_questions_show (OVS_IMPORT_QUESTIONS (self->questions), preview);
  ovs_import_advanced_show (OVS_IMPORT_ADVANCED (self->advanced), preview, choice->encoding);
  show_standing (self);
  show_look_out (self, 0);
  if (n_open == 0)
    return;
  show_open (self, n_open);
  ovs_import_counts_show_waiting (OVS_IMPORT_COUNTS (self->counts), _ ("Counted once the questions are answered."));
  gtk_widget_set_visible (self->facts, FALSE);
}

void
ovs_import_look_show_counting (OvsImportLook *self)
{
  show_to_do (self, OVS_SIGN_WAITING, _ ("One moment"), _ ("The whole file is being counted…"));
  ovs_import_counts_show_counting (OVS_IMPORT_COUNTS (self->counts));
}

void
ovs_import_look_set_progress (OvsImportLook *self, double fraction)
{
  ovs_import_counts_set_progress (OVS_IMPORT_COUNTS (self->counts), fraction);
}

void
ovs_import_look_show_counted (OvsImportLook *self, const OvsIntakeResult *result)
{
  guint refused = result->refused->len;
  gboolean nothing = result->added + result->changed + result->unchanged == 0;

  if (nothing)
    show_to_do (self, OVS_SIGN_STOPPER, _ ("No row can be read in"), _ ("Below stands why."));
  else
    show_to_do (self, OVS_SIGN_DONE, _ ("Look, then read it in"), _ ("Everything that has to be chosen is chosen."));
  show_look_out (self, refused);
  ovs_import_counts_show_result (OVS_IMPORT_COUNTS (self->counts), result);
  ovs_import_facts_show (OVS_IMPORT_FACTS (self->facts), result, LISTED);
}

void
ovs_import_look_show_refusal (OvsImportLook *self, const char *sentence)
{
  show_to_do (self, OVS_SIGN_STOPPER, _ ("Not possible like this"), _ ("Below stands why."));
  ovs_import_counts_show_refusal (OVS_IMPORT_COUNTS (self->counts), sentence);
  gtk_widget_set_visible (self->facts, FALSE);
}

void
ovs_import_look_show_brakes (OvsImportLook *self, const OvsIntakeResult *result, const char *const *answered)
{
  ovs_import_brakes_show (OVS_IMPORT_BRAKES (self->brakes), result, answered);
  if (ovs_import_brakes_count_open (result, answered) > 0)
    show_to_do (self, OVS_SIGN_QUESTION, _ ("Is this the right file?"), _ ("Below stands what is odd about it."));
}

void
ovs_import_look_show_layouts (OvsImportLook *self)
{
  ovs_import_advanced_show_layouts (OVS_IMPORT_ADVANCED (self->advanced));
}
