/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-counts.h"

#include <glib/gi18n.h>

#include "widgets/sign.h"
#include "widgets/stack.h"

#define VIEW_COUNTS "counts"
#define VIEW_REFUSAL "refusal"

typedef enum
{
  COUNT_NEW,
  COUNT_CHANGED,
  COUNT_UNCHANGED,
  COUNT_MISSING,
  COUNT_REFUSED,
  N_COUNTS
} Count;

typedef struct
{
  GtkWidget *separator; /* (nullable) before it */
  GtkWidget *box;
  GtkWidget *number;
  GtkWidget *sign;
  const char *title;
} Part;

struct _OvsImportCounts
{
  AdwBin parent_instance;

  GtkWidget *status;
  GtkWidget *bar;
  GtkWidget *save;
  GtkWidget *stack;
  GtkWidget *refusal;
  Part parts[N_COUNTS];
};

G_DEFINE_FINAL_TYPE (OvsImportCounts, ovs_import_counts, ADW_TYPE_BIN)

enum
{
  SAVE_REFUSED,
  OTHER_FILE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_import_counts_class_init (OvsImportCountsClass *klass)
{
  signals[SAVE_REFUSED] = g_signal_new ("save-refused", OVS_TYPE_IMPORT_COUNTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OTHER_FILE] = g_signal_new ("other-file", OVS_TYPE_IMPORT_COUNTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
on_save (GtkButton *button, OvsImportCounts *self)
{
  g_signal_emit (self, signals[SAVE_REFUSED], 0);
}

static void
on_other_file (GtkButton *button, OvsImportCounts *self)
{
  g_signal_emit (self, signals[OTHER_FILE], 0);
}

static GtkWidget *
make_head (OvsImportCounts *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = gtk_label_new (_ ("If you read it in now"));
  GtkWidget *content = adw_button_content_new ();

  self->status = gtk_label_new (NULL);
  self->bar = gtk_progress_bar_new ();
  self->save = gtk_button_new ();
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (self->status, "caption");
  gtk_widget_add_css_class (self->status, "soft");
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Counting the whole file"), -1);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "document-save-symbolic");
  gtk_button_set_child (GTK_BUTTON (self->save), content);
  gtk_widget_add_css_class (self->save, "flat");
  gtk_widget_set_hexpand (self->save, TRUE);
  gtk_widget_set_halign (self->save, GTK_ALIGN_END);
  g_signal_connect (self->save, "clicked", G_CALLBACK (on_save), self);
  gtk_widget_set_size_request (line, -1, 34);
  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), self->status);
  gtk_box_append (GTK_BOX (line), self->bar);
  gtk_box_append (GTK_BOX (line), self->save);
  return line;
}

static void
add_part (OvsImportCounts *self, GtkWidget *card, Count count, const char *title)
{
  Part *part = &self->parts[count];
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *caption = gtk_label_new (title);

  part->title = title;
  part->box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 2, "hexpand", TRUE, "accessible-role",
                            GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  part->number = gtk_label_new ("—");
  part->sign = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  part->separator = count > 0 ? gtk_separator_new (GTK_ORIENTATION_VERTICAL) : NULL;
  gtk_widget_add_css_class (part->box, "count-part");
  gtk_widget_add_css_class (part->number, "count-number");
  gtk_widget_add_css_class (part->number, "numeric");
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "soft");
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (line), part->number);
  gtk_box_append (GTK_BOX (line), part->sign);
  gtk_box_append (GTK_BOX (part->box), line);
  gtk_box_append (GTK_BOX (part->box), caption);
  if (part->separator != NULL)
    gtk_box_append (GTK_BOX (card), part->separator);
  gtk_box_append (GTK_BOX (card), part->box);
}

static GtkWidget *
make_card (OvsImportCounts *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autoptr (GtkSizeGroup) equal = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_widget_add_css_class (card, "card");
  add_part (self, card, COUNT_NEW, _ ("new"));
  add_part (self, card, COUNT_CHANGED, _ ("changed"));
  add_part (self, card, COUNT_UNCHANGED, _ ("unchanged"));
  add_part (self, card, COUNT_MISSING, _ ("no longer in the file"));
  add_part (self, card, COUNT_REFUSED, _ ("refused"));
  for (Count count = 0; count < N_COUNTS; count++)
    gtk_size_group_add_widget (equal, self->parts[count].box);
  return card;
}

static GtkWidget *
make_refusal (OvsImportCounts *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_label (_ ("Another file…"));
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", ovs_sign_get_icon (OVS_SIGN_STOPPER), "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->refusal = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->refusal), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->refusal), 0);
  gtk_widget_set_hexpand (self->refusal, TRUE);
  gtk_widget_add_css_class (image, ovs_sign_get_class (OVS_SIGN_STOPPER));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (on_other_file), self);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "padded");
  gtk_box_append (GTK_BOX (card), image);
  gtk_box_append (GTK_BOX (card), self->refusal);
  gtk_box_append (GTK_BOX (card), button);
  return card;
}

static void
ovs_import_counts_init (OvsImportCounts *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (box), make_head (self));
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  /* Else the sentence, wrapped into the height of the counts, would make the window wide. */
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  gtk_stack_add_named (GTK_STACK (self->stack), make_card (self), VIEW_COUNTS);
  gtk_stack_add_named (GTK_STACK (self->stack), make_refusal (self), VIEW_REFUSAL);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
show_status (OvsImportCounts *self, const char *status)
{
  gtk_label_set_text (GTK_LABEL (self->status), status);
  gtk_widget_set_visible (self->status, *status != '\0');
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_widget_set_visible (self->save, FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), VIEW_COUNTS);
}

static void
show_part (OvsImportCounts *self, Count count, const char *number, OvsSign sign)
{
  Part *part = &self->parts[count];
  g_autofree char *spoken = g_strdup_printf ("%s %s", number, part->title);
  const char *classes[] = { ovs_sign_get_class (sign), NULL };

  gtk_label_set_text (GTK_LABEL (part->number), number);
  gtk_image_set_from_icon_name (GTK_IMAGE (part->sign), ovs_sign_get_icon (sign));
  gtk_widget_set_css_classes (part->sign, classes);
  gtk_widget_set_visible (part->sign, sign != OVS_SIGN_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (part->box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_number (OvsImportCounts *self, Count count, guint64 number, OvsSign sign)
{
  g_autofree char *text = g_strdup_printf ("%'lu", (gulong) number);

  show_part (self, count, text, number > 0 ? sign : OVS_SIGN_NONE);
}

static void
show_nothing (OvsImportCounts *self)
{
  for (Count count = 0; count < N_COUNTS; count++)
    show_part (self, count, "—", OVS_SIGN_NONE);
}

GtkWidget *
ovs_import_counts_new (void)
{
  return g_object_new (OVS_TYPE_IMPORT_COUNTS, NULL);
}

void
ovs_import_counts_show_waiting (OvsImportCounts *self, const char *why)
{
  show_status (self, why);
  show_nothing (self);
}

void
ovs_import_counts_show_counting (OvsImportCounts *self)
{
  show_status (self, _ ("The whole file is being counted…"));
  show_nothing (self);
}

void
ovs_import_counts_set_progress (OvsImportCounts *self, double fraction)
{
  gtk_widget_set_visible (self->bar, TRUE);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), fraction);
}

void
ovs_import_counts_show_result (OvsImportCounts *self, const OvsIntakeResult *result)
{
  guint refused = result->refused->len;
  g_autofree char *save = g_strdup_printf (ngettext ("Save %'u refused row…", "Save %'u refused rows…", refused), refused);
  gboolean misses = result->kind == OVS_CSV_EMPLOYEES;

  show_status (self, "");
  show_number (self, COUNT_NEW, result->added, OVS_SIGN_NONE);
  show_number (self, COUNT_CHANGED, result->changed, OVS_SIGN_NONE);
  show_number (self, COUNT_UNCHANGED, result->unchanged, OVS_SIGN_NONE);
  show_number (self, COUNT_MISSING, result->missing, OVS_SIGN_WARNING);
  show_number (self, COUNT_REFUSED, refused, OVS_SIGN_STOPPER);
  /* Only a list of employees is a whole, of which somebody can be missing. */
  gtk_widget_set_visible (self->parts[COUNT_MISSING].box, misses);
  gtk_widget_set_visible (self->parts[COUNT_MISSING].separator, misses);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (self->save))), save);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save), GTK_ACCESSIBLE_PROPERTY_LABEL, save, -1);
  gtk_widget_set_visible (self->save, refused > 0);
}

void
ovs_import_counts_show_refusal (OvsImportCounts *self, const char *sentence)
{
  show_status (self, "");
  show_nothing (self);
  gtk_label_set_text (GTK_LABEL (self->refusal), sentence);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), VIEW_REFUSAL);
}
