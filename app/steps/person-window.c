/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/person-window.h"

#include <glib/gi18n.h>

#include "dossier/people-list.h"
#include "letters/story-file.h"
#include "steps/notes-view.h"
#include "steps/person-facts.h"
#include "steps/person-line.h"
#include "steps/save-as.h"
#include "widgets/accessible.h"
#include "widgets/loading.h"
#include "widgets/stack.h"

#define WIDTH 720
#define HEIGHT 700

struct _OvsPersonWindow
{
  AdwWindow parent_instance;

  GtkWidget *title;
  GtkWidget *menu;
  GtkWidget *stack;
  GtkWidget *accesses;
  GtkWidget *facts;
  GtkWidget *others;
  GtkWidget *notes;
  GtkWidget *line;
  GtkWidget *teller;         /* (owned) */
  OvsWorkspace *workspace;   /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading */
  gint64 employee;
  OvsStory *story;           /* (owned) (nullable) */
  OvsDay today;
  OvsDay birth_date; /* once it was asked for */
};

G_DEFINE_FINAL_TYPE (OvsPersonWindow, ovs_person_window, ADW_TYPE_WINDOW)

/* Somebody who is the same human being, at another client. */
typedef struct
{
  gint64 id;
  char *label;
} Other;

static void
other_free (gpointer data)
{
  g_free (((Other *) data)->label);
  g_free (data);
}

typedef struct
{
  gint64 employee;
  OvsStory *story;
  GPtrArray *others; /* (element-type Other) */
  OvsDay today;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  ovs_story_free (reading->story);
  g_ptr_array_unref (reading->others);
  g_free (reading);
}

/* --- what is shown ----------------------------------------------------------------------------------------------- */

static void
replace (GtkWidget *bin, GtkWidget *child)
{
  adw_bin_set_child (ADW_BIN (bin), child);
}

static GtkWidget *
make_others (OvsPersonWindow *self, const GPtrArray *others)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < others->len; i++)
    {
      const Other *other = g_ptr_array_index (others, i);
      GtkWidget *button = gtk_button_new_with_label (other->label);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "person.show-other");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", other->id);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_set_visible (self->others, others->len > 0);
  return box;
}

/* The newest first: that is what somebody looks for. */
static GtkWidget *
make_line (const OvsStory *story)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  ovs_accessible_set_label (list, _ ("What happened"));
  for (guint i = story->events->len; i > 0; i--)
    gtk_list_box_append (GTK_LIST_BOX (list), ovs_person_line_new (g_ptr_array_index (story->events, i - 1)));
  return list;
}

static void
show_menu (OvsPersonWindow *self)
{
  gboolean may_write = !ovs_workspace_get_read_only (self->workspace);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.save", may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.save-here", may_write && self->story->others->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.show-birth-date", may_write);
}

static void
show_story (OvsPersonWindow *self, const GPtrArray *others)
{
  const OvsStory *story = self->story;
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", story->employer_name != NULL ? story->employer_name : story->employer_number, story->record.number);

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), story->name);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), subtitle);
  gtk_window_set_title (GTK_WINDOW (self), story->name);
  replace (self->accesses, ovs_person_facts_new_accesses (story));
  replace (self->facts, ovs_person_facts_new_list (story, self->birth_date));
  replace (self->others, make_others (self, others));
  replace (self->line, make_line (story));
  ovs_notes_view_show (OVS_NOTES_VIEW (self->notes), OVS_NOTES_ON_EMPLOYEE, self->employee, story->name);
  show_menu (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "story");
}

/* --- reading ----------------------------------------------------------------------------------------------------- */

static gboolean
read_story (OvsTx *tx, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->story = ovs_story_read (tx, reading->employee);
  reading->today = ovs_tx_today (tx);
  for (guint i = 0; reading->story != NULL && i < reading->story->others->len; i++)
    {
      gint64 id = g_array_index (reading->story->others, gint64, i);
      g_autoptr (OvsStory) story = ovs_story_read (tx, id);
      Other *other = g_new0 (Other, 1);

      other->id = id;
      other->label = g_strdup_printf ("%s · %s", story->employer_name != NULL ? story->employer_name : story->employer_number, story->record.number);
      g_ptr_array_add (reading->others, other);
    }
  return TRUE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OvsPersonWindow *self = g_task_get_source_object (task);
  Reading *reading = g_task_get_task_data (task);

  g_task_return_boolean (task, ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL));
  if (!g_task_propagate_boolean (task, NULL))
    return;
  g_clear_pointer (&self->story, ovs_story_free);
  self->story = g_steal_pointer (&reading->story);
  self->today = reading->today;
  if (self->story != NULL)
    show_story (self, reading->others);
  else
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "gone");
}

static void
look_again (OvsPersonWindow *self)
{
  Reading *reading = g_new0 (Reading, 1);
  GTask *task;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  reading->employee = self->employee;
  reading->others = g_ptr_array_new_with_free_func (other_free);
  task = g_task_new (self, self->cancellable, NULL, NULL);
  g_task_set_source_tag (task, look_again);
  g_task_set_task_data (task, reading, reading_free);
  ovs_dossier_read_async (ovs_workspace_get_dossier (self->workspace), read_story, reading, self->cancellable, on_read, task);
}

/* --- what can be done -------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 employee;
  gboolean everywhere;
} Saving;

static gboolean
write_story (OvsTx *tx, const char *path, gpointer data, char **told, GError **error)
{
  const Saving *saving = data;

  return ovs_story_file_save (tx, saving->employee, saving->everywhere, path, NULL, error);
}

static void
ask_where (OvsPersonWindow *self, gboolean everywhere)
{
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *name = ovs_story_file_name (self->story, self->today);
  g_autofree char *file = g_strconcat (name, ".pdf", NULL);

  saving->employee = self->employee;
  saving->everywhere = everywhere;
  ovs_save_as (GTK_WINDOW (self), self->teller, self->workspace, _ ("Save everything about this person"), file, write_story, saving, g_free);
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPersonWindow *self = OVS_PERSON_WINDOW (widget);

  if (self->story != NULL)
    ask_where (self, TRUE);
}

static void
save_here (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPersonWindow *self = OVS_PERSON_WINDOW (widget);

  if (self->story != NULL)
    ask_where (self, FALSE);
}

static void
show_other (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPersonWindow *self = OVS_PERSON_WINDOW (widget);

  self->employee = g_variant_get_int64 (parameter);
  self->birth_date = OVS_NO_DAY;
  look_again (self);
}

/* The window that is told knows how; from here it only leads there. */
static void
erase (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPersonWindow *self = OVS_PERSON_WINDOW (widget);

  gtk_widget_activate_action (self->teller, "win.erase-person", "x", self->employee);
}

static gboolean
read_birth_date (OvsTx *tx, gpointer data, GError **error)
{
  OvsPersonWindow *self = data;

  self->birth_date = ovs_people_show_birth_date (tx, self->employee);
  return TRUE;
}

static void
on_birth_date (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OvsPersonWindow) self = user_data;

  if (ovs_workspace_write_finish (OVS_WORKSPACE (source), result, NULL) && self->story != NULL && self->facts != NULL)
    replace (self->facts, ovs_person_facts_new_list (self->story, self->birth_date));
}

static void
show_birth_date (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OvsPersonWindow *self = OVS_PERSON_WINDOW (widget);

  ovs_workspace_write_async (self->workspace, read_birth_date, self, NULL, on_birth_date, g_object_ref (self));
}

/* --- the window -------------------------------------------------------------------------------------------------- */

static void
ovs_person_window_dispose (GObject *object)
{
  OvsPersonWindow *self = OVS_PERSON_WINDOW (object);

  self->facts = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_object (&self->teller);
  g_clear_pointer (&self->story, ovs_story_free);
  G_OBJECT_CLASS (ovs_person_window_parent_class)->dispose (object);
}

static void
ovs_person_window_class_init (OvsPersonWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_person_window_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "person.save", NULL);
  gtk_widget_class_install_action (widget_class, "person.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "person.save-here", NULL, save_here);
  gtk_widget_class_install_action (widget_class, "person.show-other", "x", show_other);
  gtk_widget_class_install_action (widget_class, "person.show-birth-date", NULL, show_birth_date);
  gtk_widget_class_install_action (widget_class, "person.erase", NULL, erase);
}

static GtkWidget *
add_part (GtkWidget *box, const char *heading)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *bin = adw_bin_new ();

  if (heading != NULL)
    {
      GtkWidget *label = gtk_label_new (heading);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "heading");
      gtk_box_append (GTK_BOX (part), label);
    }
  gtk_box_append (GTK_BOX (part), bin);
  g_object_bind_property (bin, "visible", part, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), part);
  return bin;
}

static GtkWidget *
make_story (OvsPersonWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->accesses = add_part (box, NULL);
  self->facts = add_part (box, NULL);
  self->others = add_part (box, _ ("The same person at other clients"));
  self->notes = g_object_new (OVS_TYPE_NOTES_VIEW, NULL);
  gtk_box_append (GTK_BOX (box), self->notes);
  self->line = add_part (box, _ ("What happened"));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 16);
  gtk_widget_set_margin_start (box, 16);
  gtk_widget_set_margin_end (box, 16);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static GtkWidget *
make_gone (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("This employee is no longer in the dossier"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _ ("Reading a file in was taken back, or the data were erased."));
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static void
ovs_person_window_init (OvsPersonWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();

  self->title = adw_window_title_new ("", "");
  self->menu = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu), "open-menu-symbolic");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), self->title);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->menu);
  self->stack = gtk_stack_new ();
  ovs_stack_present_shown_only (GTK_STACK (self->stack));
  gtk_stack_add_named (GTK_STACK (self->stack), ovs_loading_new (), "loading");
  gtk_stack_add_named (GTK_STACK (self->stack), make_story (self), "story");
  gtk_stack_add_named (GTK_STACK (self->stack), make_gone (), "gone");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

/* Whether the window of @teller has an action of this name. GTK 4.8 writes all that it tells, wanted or not. */
static gboolean
has_action (GtkWidget *teller, const char *name)
{
  GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (gtk_widget_get_root (teller));
  const GVariantType *parameter;
  const char *found, *property;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (klass, i, &owner, &found, &parameter, &property); i++)
    if (g_str_equal (found, name))
      return TRUE;
  return FALSE;
}

static void
fill_menu (OvsPersonWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();
  g_autoptr (GMenu) erasing = g_menu_new ();

  g_menu_append (files, _ ("Save everything about this person…"), "person.save");
  g_menu_append (files, _ ("Save what this client has of this person…"), "person.save-here");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  if (has_action (self->teller, "win.erase-person"))
    g_menu_append (erasing, _ ("Erase this person…"), "person.erase");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (erasing));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (self->menu, _ ("Menu"));
  ovs_accessible_name_menu (self->menu, _ ("Menu"));
}

void
ovs_person_window_show (GtkWidget *teller, OvsWorkspace *workspace, gint64 employee)
{
  OvsPersonWindow *self = g_object_new (OVS_TYPE_PERSON_WINDOW, "transient-for", gtk_widget_get_root (teller), "title", _ ("Employee"), NULL);

  self->teller = g_object_ref (teller);
  self->workspace = g_object_ref (workspace);
  self->employee = employee;
  ovs_notes_view_set_workspace (OVS_NOTES_VIEW (self->notes), workspace);
  fill_menu (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  look_again (self);
  gtk_window_present (GTK_WINDOW (self));
}
