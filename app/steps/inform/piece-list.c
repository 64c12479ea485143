/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/piece-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "letters/lint.h"
#include "letters/piece-text.h"
#include "steps/inform/piece-editor.h"
#include "steps/inform/piece-keeper.h"
#include "widgets/accessible.h"
#include "widgets/page-window.h"
#include "widgets/sign.h"

#define HEIGHT 680

/* A text of one piece in one language. Owned by its row. */
typedef struct
{
  OvsWorkspace *workspace; /* (owned) */
  OvsPiece piece;
  const char *language;    /* (nullable) of the list of languages */
  GtkWidget *sign;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->workspace);
  g_free (entry);
}

/* --- how a text stands ---------------------------------------------------------------------------------------------------- */

static guint
count_forbidding (const Entry *entry, const char *source)
{
  g_autoptr (GPtrArray) findings = ovs_lint_text (entry->piece, entry->language, source);
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    count += ((const OvsLintFinding *) g_ptr_array_index (findings, i))->forbids;
  return count;
}

static char *
describe (const Entry *entry, const OvsPieceKept *kept, OvsSign *sign)
{
  guint wrong = kept->source != NULL ? count_forbidding (entry, kept->source) : 0;
  gboolean own = g_strcmp0 (kept->source, kept->original) != 0;
  GString *text = g_string_new (own ? _ ("Your own text") : _ ("Text of Overstap"));

  *sign = OVS_SIGN_NONE;
  if (kept->trouble != NULL)
    {
      *sign = OVS_SIGN_STOPPER;
      g_string_assign (text, kept->trouble);
      return g_string_free (text, FALSE);
    }
  if (wrong > 0)
    {
      *sign = OVS_SIGN_STOPPER;
      g_string_append_printf (text, ngettext (" · %u thing has to be mended", " · %u things have to be mended", wrong), wrong);
    }
  if (kept->draft != NULL)
    {
      *sign = *sign == OVS_SIGN_NONE ? OVS_SIGN_WARNING : *sign;
      g_string_append (text, _ (" · changes that are not saved"));
    }
  if (kept->toolkit_file != NULL)
    g_string_append_printf (text, _ (" · the file “%s” goes along in place of it"), kept->toolkit_file);
  if (*sign == OVS_SIGN_NONE && own)
    *sign = OVS_SIGN_DONE;
  return g_string_free (text, FALSE);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  const Entry *entry = g_object_get_data (G_OBJECT (row), "entry");
  g_autoptr (OvsPieceKept) kept = ovs_piece_keeper_load_finish (result);
  OvsSign sign;
  g_autofree char *text = describe (entry, kept, &sign);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_image_set_from_icon_name (GTK_IMAGE (entry->sign), ovs_sign_get_icon (sign));
  gtk_widget_set_css_classes (entry->sign, (const char *[]){ ovs_sign_get_class (sign), NULL });
}

static void
look (GtkWidget *row)
{
  const Entry *entry = g_object_get_data (G_OBJECT (row), "entry");

  ovs_piece_keeper_load_async (entry->piece, entry->language, on_read, g_object_ref (row));
}

/* --- the rows ------------------------------------------------------------------------------------------------------------- */

static void
look_at_all (GtkWidget *list)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    look (row);
}

static void
on_activated (GtkListBox *list, GtkWidget *row)
{
  const Entry *entry = g_object_get_data (G_OBJECT (row), "entry");
  GtkWindow *editor = ovs_piece_editor_present (row, entry->workspace, entry->piece, entry->language);

  g_signal_connect_object (editor, "destroy", G_CALLBACK (look_at_all), list, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_row (OvsWorkspace *workspace, OvsPiece piece, const char *language)
{
  GtkWidget *row = adw_action_row_new ();
  Entry *entry = g_new0 (Entry, 1);
  g_autofree char *title = language != NULL
                               ? g_strdup_printf ("%s (%s)", ovs_piece_title (piece), ovs_piece_language_name (language))
                               : g_strdup (ovs_piece_title (piece));

  *entry = (Entry){ g_object_ref (workspace), piece, language, gtk_image_new () };
  g_object_set_data_full (G_OBJECT (row), "entry", entry, entry_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry->sign);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static GtkWidget *
make_list (OvsWorkspace *workspace)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  ovs_accessible_set_label (list, _ ("Texts of letters"));
  for (int piece = 0; piece < OVS_N_PIECES; piece++)
    {
      const char *const *languages = ovs_piece_languages (piece);

      gtk_list_box_append (GTK_LIST_BOX (list), make_row (workspace, piece, NULL));
      for (gsize i = 0; languages[i] != NULL; i++)
        gtk_list_box_append (GTK_LIST_BOX (list), make_row (workspace, piece, languages[i]));
    }
  g_signal_connect (list, "row-activated", G_CALLBACK (on_activated), NULL);
  return list;
}

void
ovs_piece_list_present (GtkWidget *parent, OvsWorkspace *workspace)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = make_list (workspace);
  GtkWindow *window;

  gtk_widget_set_margin_top (list, 12);
  gtk_widget_set_margin_bottom (list, 16);
  gtk_widget_set_margin_start (list, 16);
  gtk_widget_set_margin_end (list, 16);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  look_at_all (list);
  window = ovs_page_window_new (parent, _ ("Texts of letters"), scrolled, HEIGHT);
  ovs_accessible_name_parts (GTK_WIDGET (window), _ ("Texts of letters"));
  gtk_window_present (window);
}
