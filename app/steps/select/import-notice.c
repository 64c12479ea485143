/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/select/import-notice.h"

#include <glib/gi18n.h>

#include "steps/select/import-advanced.h"
#include "widgets/drop-down.h"

struct _OvsImportNotice
{
  AdwBin parent_instance;

  AdwStatusPage *page;
  GtkWidget *other;
  GtkWidget *back;
  GtkWidget *encoding_line;
  GtkWidget *encoding;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (OvsImportNotice, ovs_import_notice, ADW_TYPE_BIN)

enum
{
  OTHER_FILE,
  ENCODING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_import_notice_class_init (OvsImportNoticeClass *klass)
{
  signals[OTHER_FILE] = g_signal_new ("other-file", OVS_TYPE_IMPORT_NOTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENCODING] = g_signal_new ("encoding", OVS_TYPE_IMPORT_NOTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
on_other (GtkButton *button, OvsImportNotice *self)
{
  g_signal_emit (self, signals[OTHER_FILE], 0);
}

static void
on_encoding (GtkDropDown *list, GParamSpec *spec, OvsImportNotice *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[ENCODING], 0, (int) gtk_drop_down_get_selected (list) - 1);
}

static GtkWidget *
make_pill (const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
make_encoding_line (OvsImportNotice *self)
{
  GtkWidget *label = gtk_label_new (_ ("Or read it in another encoding"));

  self->encoding = ovs_drop_down_new (ovs_import_advanced_list_encodings (), _ ("Encoding"));
  g_signal_connect (self->encoding, "notify::selected", G_CALLBACK (on_encoding), self);
  self->encoding_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_set_halign (self->encoding_line, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->encoding_line), label);
  gtk_box_append (GTK_BOX (self->encoding_line), self->encoding);
  return self->encoding_line;
}

static void
ovs_import_notice_init (OvsImportNotice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->other = make_pill (_ ("Another file…"));
  g_signal_connect (self->other, "clicked", G_CALLBACK (on_other), self);
  self->back = make_pill (_ ("To the clients"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "win.back");
  gtk_box_append (GTK_BOX (box), self->other);
  gtk_box_append (GTK_BOX (box), self->back);
  gtk_box_append (GTK_BOX (box), make_encoding_line (self));
  self->page = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_child (self->page, box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
}

GtkWidget *
ovs_import_notice_new (void)
{
  return g_object_new (OVS_TYPE_IMPORT_NOTICE, NULL);
}

void
ovs_import_notice_show_refused (OvsImportNotice *self, const char *sentence, int encoding, gboolean offers_encoding)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_status_page_set_icon_name (self->page, "dialog-warning-symbolic");
  adw_status_page_set_title (self->page, _ ("This file cannot be read"));
  adw_status_page_set_description (self->page, escaped);
  self->filling = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->encoding), (guint) (encoding + 1));
  self->filling = FALSE;
  gtk_widget_set_visible (self->other, TRUE);
  gtk_widget_set_visible (self->back, FALSE);
  gtk_widget_set_visible (self->encoding_line, offers_encoding);
}

void
ovs_import_notice_show_read_only (OvsImportNotice *self)
{
  adw_status_page_set_icon_name (self->page, "changes-prevent-symbolic");
  adw_status_page_set_title (self->page, _ ("Nothing can be read in now"));
  adw_status_page_set_description (self->page, _ ("This dossier is open to read only, so no file can be read into it. Once the other one has closed it, open it again."));
  gtk_widget_set_visible (self->other, FALSE);
  gtk_widget_set_visible (self->back, TRUE);
  gtk_widget_set_visible (self->encoding_line, FALSE);
}
