/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/inform/piece-editor.h"

#include <glib/gi18n.h>

#include "letters/piece-text.h"
#include "steps/inform/piece-bar.h"
#include "steps/inform/piece-desk.h"
#include "steps/inform/piece-keeper.h"
#include "steps/inform/piece-leave.h"
#include "steps/inform/toolkit-file.h"
#include "widgets/confirm.h"
#include "widgets/dialog.h"
#include "widgets/drop-down.h"
#include "widgets/loading.h"
#include "widgets/notice.h"
#include "widgets/stack.h"
#include "widgets/text-scale.h"
#include "widgets/toasts.h"

/* A pause in typing, in milliseconds: then what was typed is kept. */
#define PAUSE 800

struct _OvsPieceEditor
{
  AdwWindow parent_instance;

  GtkWidget *title;
  GtkWidget *toasts;
  GtkWidget *stack;
  GtkWidget *trouble;
  GtkWidget *notice;
  GtkWidget *languages;
  GtkWidget *preview; /* the button that shows it */
  OvsPieceDesk *desk;

  OvsWorkspace *workspace; /* (owned) */
  OvsPiece piece;
  const char *language;    /* (nullable) of the list of languages */
  OvsPieceKept *kept;      /* (owned) (nullable): as it was read or saved last */
  guint keep_source;
  gboolean saving;
  gboolean close_after;
  gboolean closing;        /* nothing is to be kept any more */
};

G_DEFINE_FINAL_TYPE (OvsPieceEditor, ovs_piece_editor, ADW_TYPE_WINDOW)

static void
tell (OvsPieceEditor *self, const char *text)
{
  ovs_toasts_tell (self->toasts, adw_toast_new (text));
}

static void
tell_error (OvsPieceEditor *self, const char *heading, const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  ovs_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}

/* --- how the text stands --------------------------------------------------------------------------------------------------- */

static gboolean
is_changed (OvsPieceEditor *self)
{
  g_autofree char *text = self->kept != NULL && self->kept->source != NULL ? ovs_piece_desk_get_text (self->desk) : NULL;

  return text != NULL && g_strcmp0 (text, self->kept->source) != 0;
}

static void
show_state (OvsPieceEditor *self)
{
  gboolean changed = is_changed (self);
  gboolean own = self->kept != NULL && g_strcmp0 (self->kept->source, self->kept->original) != 0;
  const char *whose = own ? _ ("Your own text") : _ ("Text of Overstap");
  g_autofree char *text = self->kept != NULL ? ovs_piece_desk_get_text (self->desk) : NULL;
  g_autofree char *subtitle = changed ? g_strdup_printf (_ ("%s · not saved yet"), whose) : g_strdup (whose);

  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), subtitle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", changed && !self->saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.restore", self->kept != NULL && g_strcmp0 (text, self->kept->original) != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.previous",
                                 self->kept != NULL && self->kept->previous != NULL && g_strcmp0 (text, self->kept->previous) != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.drop-file", self->kept != NULL && self->kept->toolkit_file != NULL);
}

/* What was still being written is more urgent than that a file goes in place of it. */
static void
show_notices (OvsPieceEditor *self)
{
  g_autofree char *file = self->kept->toolkit_file != NULL
                              ? g_strdup_printf (_ ("The file “%s” goes along in place of this text."), self->kept->toolkit_file)
                              : NULL;

  if (self->kept->draft != NULL)
    ovs_notice_show (self->notice, _ ("This is what was written last and not saved. Letters still have the text of before."), _ ("Throw away"), "editor.drop-draft");
  else
    ovs_notice_show (self->notice, file, _ ("Use this text again"), "editor.drop-file");
}

/* --- the draft ------------------------------------------------------------------------------------------------------------- */

static void
on_draft_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPieceEditor) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ovs_piece_keeper_draft_finish (result, &error) && !self->closing)
    tell_error (self, _ ("What you write cannot be kept"), error->message);
}

static void
keep_draft (OvsPieceEditor *self)
{
  g_autofree char *text = is_changed (self) ? ovs_piece_desk_get_text (self->desk) : NULL;

  g_clear_handle_id (&self->keep_source, g_source_remove);
  if (self->kept == NULL || self->kept->source == NULL)
    return;
  ovs_piece_keeper_draft_async (self->piece, self->language, text, on_draft_kept, g_object_ref (self));
}

static gboolean
on_keep (gpointer user_data)
{
  OvsPieceEditor *self = user_data;

  self->keep_source = 0;
  keep_draft (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (OvsPieceEditor *self)
{
  show_state (self);
  g_clear_handle_id (&self->keep_source, g_source_remove);
  self->keep_source = g_timeout_add (PAUSE, on_keep, self);
}

/* --- loading --------------------------------------------------------------------------------------------------------------- */

static void
show_kept (OvsPieceEditor *self)
{
  if (self->kept->trouble != NULL)
    {
      adw_status_page_set_description (ADW_STATUS_PAGE (self->trouble), self->kept->trouble);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "trouble");
      show_state (self);
      return;
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "editor");
  ovs_piece_desk_set_text (self->desk, self->language, self->kept->source);
  if (self->kept->draft != NULL)
    ovs_piece_desk_replace (self->desk, self->kept->draft);
  g_clear_handle_id (&self->keep_source, g_source_remove);
  show_notices (self);
  show_state (self);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPieceEditor) self = user_data;
  OvsPieceKept *kept = ovs_piece_keeper_load_finish (result);

  g_clear_pointer (&self->kept, ovs_piece_kept_free);
  self->kept = kept;
  if (!self->closing)
    show_kept (self);
}

static void
load (OvsPieceEditor *self)
{
  g_clear_pointer (&self->kept, ovs_piece_kept_free);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "loading");
  ovs_piece_keeper_load_async (self->piece, self->language, on_loaded, g_object_ref (self));
}

/* --- saving ---------------------------------------------------------------------------------------------------------------- */

static void save (OvsPieceEditor *self, gboolean over_others);

static void
on_save_over (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPieceEditor) self = user_data;

  if (ovs_confirm_finish (result))
    save (self, TRUE);
  else
    self->close_after = FALSE;
}

static void
show_not_saved (OvsPieceEditor *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    {
      ovs_confirm_async (GTK_WINDOW (self), _ ("The text was changed elsewhere meanwhile"),
                         _ ("In another window, or on the disk. What stands there now is kept as the previous text."), _ ("Save mine"), 0,
                         on_save_over, g_object_ref (self));
      return;
    }
  self->close_after = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    tell_error (self, _ ("Not saved yet"),
                _ ("Something has to be mended first: it stands below the text. What you wrote is kept meanwhile, and letters still have the text of before."));
  else
    tell_error (self, _ ("The text cannot be saved"), error->message);
}

/* What is typed meanwhile stays. */
static void
on_read_again (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPieceEditor) self = user_data;
  OvsPieceKept *kept = ovs_piece_keeper_load_finish (result);

  g_clear_pointer (&self->kept, ovs_piece_kept_free);
  self->kept = kept;
  if (self->closing)
    return;
  show_notices (self);
  show_state (self);
}

/* Letters that are looked at elsewhere are made anew. */
static void
read_again (OvsPieceEditor *self)
{
  ovs_workspace_refresh (self->workspace);
  ovs_piece_keeper_load_async (self->piece, self->language, on_read_again, g_object_ref (self));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPieceEditor) self = user_data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  if (!ovs_piece_keeper_save_finish (result, &error))
    {
      show_state (self);
      show_not_saved (self, error);
      return;
    }
  if (self->close_after)
    {
      ovs_workspace_refresh (self->workspace);
      self->closing = TRUE;
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  tell (self, _ ("Saved: letters have this text from now on"));
  read_again (self);
}

static void
save (OvsPieceEditor *self, gboolean over_others)
{
  g_autofree char *text = ovs_piece_desk_get_text (self->desk);

  g_clear_handle_id (&self->keep_source, g_source_remove);
  keep_draft (self);
  self->saving = TRUE;
  show_state (self);
  ovs_piece_keeper_save_async (self->piece, self->language, text, over_others ? NULL : self->kept->source, on_saved, g_object_ref (self));
}

static void
on_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (OVS_PIECE_EDITOR (widget), FALSE);
}

/* --- other texts ----------------------------------------------------------------------------------------------------------- */

/* Into the window only: it counts once it is saved, and can be taken back until then. */
static void
put_in (OvsPieceEditor *self, const char *text, const char *told)
{
  AdwToast *toast = adw_toast_new (told);

  ovs_piece_desk_replace (self->desk, text);
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "editor.undo");
  ovs_toasts_tell (self->toasts, toast);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPieceEditor) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_piece_keeper_save_finish (result, &error))
    load (self);
  else
    tell_error (self, _ ("The text of Overstap cannot be put back"), error->message);
}

static void
on_restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPieceEditor *self = OVS_PIECE_EDITOR (widget);

  if (self->kept->trouble != NULL)
    ovs_piece_keeper_restore_async (self->piece, self->language, on_restored, g_object_ref (self));
  else
    put_in (self, self->kept->original, _ ("The text of Overstap stands here again. Save it to use it."));
}

static void
on_previous (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPieceEditor *self = OVS_PIECE_EDITOR (widget);

  put_in (self, self->kept->previous, _ ("Your previous text stands here again. Save it to use it."));
}

static void
on_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ovs_piece_desk_undo (OVS_PIECE_EDITOR (widget)->desk);
}

static void
on_drop_draft (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPieceEditor *self = OVS_PIECE_EDITOR (widget);

  g_clear_pointer (&self->kept->draft, g_free);
  put_in (self, self->kept->source, _ ("Thrown away"));
  show_notices (self);
}

static void
on_language (OvsPieceEditor *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->languages));
  const char *language = chosen > 0 ? ovs_piece_languages (self->piece)[chosen - 1] : NULL;

  if (language == self->language)
    return;
  if (self->keep_source != 0)
    keep_draft (self);
  self->language = language;
  load (self);
}

/* --- a file of the toolkit -------------------------------------------------------------------------------------------------- */

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPieceEditor) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_toolkit_file_choose_finish (result, &error))
    read_again (self);
  else if (error != NULL)
    tell_error (self, _ ("The file cannot be used"), error->message);
}

static void
on_use_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPieceEditor *self = OVS_PIECE_EDITOR (widget);

  ovs_toolkit_file_choose_async (GTK_WINDOW (self), self->piece, on_file_chosen, g_object_ref (self));
}

static void
on_file_dropped (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPieceEditor) self = user_data;
  g_autoptr (GError) error = NULL;

  if (ovs_piece_keeper_save_finish (result, &error))
    read_again (self);
  else
    tell_error (self, _ ("The file cannot be taken away"), error->message);
}

static void
on_drop_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPieceEditor *self = OVS_PIECE_EDITOR (widget);

  ovs_piece_keeper_file_async (self->piece, NULL, on_file_dropped, g_object_ref (self));
}

/* --- closing --------------------------------------------------------------------------------------------------------------- */

static void
close_for_good (OvsPieceEditor *self)
{
  self->closing = TRUE;
  g_clear_handle_id (&self->keep_source, g_source_remove);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
can_be_saved (OvsPieceEditor *self)
{
  g_autofree char *text = ovs_piece_desk_get_text (self->desk);
  g_autoptr (OvsPieceText) parsed = ovs_piece_text_parse_in (self->piece, self->language, text, NULL);

  return parsed != NULL;
}

static void
on_leave (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPieceEditor) self = user_data;

  switch (ovs_piece_leave_finish (result))
    {
    case OVS_PIECE_LEAVE_SAVE:
      self->close_after = TRUE;
      save (self, FALSE);
      break;
    case OVS_PIECE_LEAVE_LATER:
      keep_draft (self);
      close_for_good (self);
      break;
    case OVS_PIECE_LEAVE_DISCARD:
      ovs_piece_keeper_draft_async (self->piece, self->language, NULL, on_draft_kept, g_object_ref (self));
      close_for_good (self);
      break;
    case OVS_PIECE_LEAVE_STAY:
    default:
      break;
    }
}

static gboolean
on_close (GtkWindow *window)
{
  OvsPieceEditor *self = OVS_PIECE_EDITOR (window);

  if (!self->closing && is_changed (self))
    {
      ovs_piece_leave_async (window, can_be_saved (self), on_leave, g_object_ref (self));
      return TRUE;
    }
  return GTK_WINDOW_CLASS (ovs_piece_editor_parent_class)->close_request (window);
}

/* --- the window ------------------------------------------------------------------------------------------------------------ */

/* The window above may take it along. */
static void
ovs_piece_editor_unmap (GtkWidget *widget)
{
  OvsPieceEditor *self = OVS_PIECE_EDITOR (widget);

  if (self->keep_source != 0)
    keep_draft (self);
  self->closing = TRUE;
  GTK_WIDGET_CLASS (ovs_piece_editor_parent_class)->unmap (widget);
}

static void
ovs_piece_editor_finalize (GObject *object)
{
  OvsPieceEditor *self = OVS_PIECE_EDITOR (object);

  g_clear_handle_id (&self->keep_source, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->kept, ovs_piece_kept_free);
  G_OBJECT_CLASS (ovs_piece_editor_parent_class)->finalize (object);
}

static void
ovs_piece_editor_class_init (OvsPieceEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ovs_piece_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = on_close;
  widget_class->unmap = ovs_piece_editor_unmap;
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, on_save);
  gtk_widget_class_install_action (widget_class, "editor.undo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "editor.restore", NULL, on_restore);
  gtk_widget_class_install_action (widget_class, "editor.previous", NULL, on_previous);
  gtk_widget_class_install_action (widget_class, "editor.drop-draft", NULL, on_drop_draft);
  gtk_widget_class_install_action (widget_class, "editor.use-file", NULL, on_use_file);
  gtk_widget_class_install_action (widget_class, "editor.drop-file", NULL, on_drop_file);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_languages (OvsPieceEditor *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  const char *const *languages = ovs_piece_languages (self->piece);
  guint chosen = 0;

  gtk_string_list_append (names, ovs_piece_language_name (NULL));
  for (gsize i = 0; languages[i] != NULL; i++)
    {
      gtk_string_list_append (names, ovs_piece_language_name (languages[i]));
      if (languages[i] == self->language)
        chosen = (guint) i + 1;
    }
  self->languages = ovs_drop_down_new (names, _ ("Language"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->languages), chosen);
  gtk_widget_set_visible (self->languages, languages[0] != NULL);
  g_signal_connect_swapped (self->languages, "notify::selected", G_CALLBACK (on_language), self);
  return self->languages;
}

static GtkWidget *
make_editor (OvsPieceEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->desk = ovs_piece_desk_new (self->workspace, self->piece, make_languages (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self->desk), TRUE);
  self->notice = ovs_notice_new ();
  gtk_box_append (GTK_BOX (box), self->notice);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->desk));
  g_signal_connect_swapped (self->desk, "changed", G_CALLBACK (on_changed), self);
  g_object_bind_property (self->preview, "active", self->desk, "preview", G_BINDING_SYNC_CREATE);
  return box;
}

static GtkWidget *
make_trouble (OvsPieceEditor *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Use the text of Overstap"));

  self->trouble = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->trouble), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->trouble), _ ("Your own text cannot be read"));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "editor.restore");
  adw_status_page_set_child (ADW_STATUS_PAGE (self->trouble), button);
  return self->trouble;
}

static void
fill (OvsPieceEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), ovs_piece_bar_new (ovs_piece_title (self->piece), &self->title, &self->preview));
  self->stack = gtk_stack_new ();
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  gtk_stack_add_named (GTK_STACK (self->stack), ovs_loading_new (), "loading");
  gtk_stack_add_named (GTK_STACK (self->stack), make_editor (self), "editor");
  gtk_stack_add_named (GTK_STACK (self->stack), make_trouble (self), "trouble");
  gtk_widget_set_vexpand (self->stack, TRUE);
  self->toasts = ovs_toasts_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), self->stack);
  gtk_box_append (GTK_BOX (box), self->toasts);
  adw_window_set_content (ADW_WINDOW (self), box);
}

static void
ovs_piece_editor_init (OvsPieceEditor *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), 1100, 720);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

GtkWindow *
ovs_piece_editor_present (GtkWidget *parent, OvsWorkspace *workspace, OvsPiece piece, const char *language)
{
  OvsPieceEditor *self = g_object_new (OVS_TYPE_PIECE_EDITOR, "transient-for", gtk_widget_get_root (parent), "title", ovs_piece_title (piece), NULL);

  self->workspace = g_object_ref (workspace);
  self->piece = piece;
  self->language = language;
  fill (self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->preview), ovs_text_scale (GTK_WIDGET (self)) < OVS_TEXT_LARGE);
  show_state (self);
  gtk_window_present (GTK_WINDOW (self));
  load (self);
  return GTK_WINDOW (self);
}
