/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/track/fallout-list.h"

#include <glib/gi18n.h>

#include "base/text.h"
#include "steps/track/fallout-groups.h"
#include "steps/track/fallout-people.h"
#include "steps/track/fallout-save.h"
#include "steps/track/invite.h"
#include "steps/track/people-view.h"
#include "steps/track/track-answers.h"
#include "widgets/stack.h"

/* Up to this many people stand in groups with a button each; more stand in the table. */
#define MOST_ROWS 60

#define VIEW_NOBODY "nobody"
#define VIEW_GROUPS "groups"
#define VIEW_TABLE "table"

struct _OvsFalloutList
{
  OvsTrackView parent_instance;

  GtkStack *stack;
  AdwStatusPage *nobody;
  OvsFalloutGroups *groups;
  GtkWidget *everybody; /* back from who is stranded */
  OvsPeopleView *table;
  OvsFalloutPeople *list; /* (owned) (nullable) */
  char *search;
  gboolean stranded;
  gboolean looking;
  gboolean again;
};

G_DEFINE_FINAL_TYPE (OvsFalloutList, ovs_fallout_list, OVS_TYPE_TRACK_VIEW)

static void
ovs_fallout_list_dispose (GObject *object)
{
  OvsFalloutList *self = OVS_FALLOUT_LIST (object);

  g_clear_pointer (&self->list, ovs_fallout_people_free);
  g_clear_pointer (&self->search, g_free);
  G_OBJECT_CLASS (ovs_fallout_list_parent_class)->dispose (object);
}

static OvsStepPage *
page_of (OvsFalloutList *self)
{
  return ovs_track_view_get_page (OVS_TRACK_VIEW (self));
}

/* --- what is shown --- */

static void
show_nobody (OvsFalloutList *self)
{
  gboolean searched = *self->search != '\0';

  adw_status_page_set_icon_name (self->nobody, searched ? "system-search-symbolic" : "emblem-ok-symbolic");
  if (searched)
    adw_status_page_set_title (self->nobody, _ ("Nobody found"));
  else
    adw_status_page_set_title (self->nobody, self->stranded ? _ ("Nobody is without access") : _ ("The fallout list is empty"));
  adw_status_page_set_description (self->nobody, searched ? _ ("Nobody on this list has that name or number.")
                                                          : _ ("Whoever gets no invitation is listed here, with what to do."));
  gtk_stack_set_visible_child_name (self->stack, VIEW_NOBODY);
}

static void
show_table (OvsFalloutList *self)
{
  const char *titles[OVS_FALLOUT_BLOCKED_BEFORE + 1] = { NULL };

  for (int group = 0; group < OVS_FALLOUT_BLOCKED_BEFORE; group++)
    titles[group] = ovs_fallout_group_title (group);
  ovs_people_view_set_list (self->table, self->stranded ? OVS_OUTCOMES_STRANDED : OVS_OUTCOMES_FALLOUT);
  ovs_people_view_set_groups (self->table, titles, self->list->counts);
  ovs_people_view_update (self->table);
  gtk_stack_set_visible_child_name (self->stack, VIEW_TABLE);
}

static void
show (OvsFalloutList *self)
{
  gtk_widget_set_visible (self->everybody, self->stranded);
  if (self->list->total > MOST_ROWS)
    {
      show_table (self);
      return;
    }
  if (self->list->people->len + self->list->strangers->len == 0)
    {
      show_nobody (self);
      return;
    }
  ovs_fallout_groups_show (self->groups, self->list);
  gtk_stack_set_visible_child_name (self->stack, VIEW_GROUPS);
}

/* --- reading --- */

static void look (OvsFalloutList *self);
static void ovs_fallout_list_say (OvsTrackView *view, const OvsFigures *figures);

typedef struct
{
  OvsFalloutList *self; /* (owned) */
  char *handler;
  char *search;
  gboolean stranded;
  OvsFalloutPeople *list;
} Look;

static gboolean
read_list (OvsTx *tx, gpointer data, GError **error)
{
  Look *asked = data;

  asked->list = ovs_fallout_people_read (tx, asked->handler, asked->search, asked->stranded, MOST_ROWS);
  return TRUE;
}

static void
on_list (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Look *asked = user_data;
  g_autoptr (OvsFalloutList) self = asked->self;
  g_autoptr (GError) error = NULL;
  gboolean read = ovs_dossier_read_finish (OVS_DOSSIER (source), result, &error);

  self->looking = FALSE;
  if (read && page_of (self) != NULL)
    {
      ovs_fallout_people_free (self->list);
      self->list = g_steal_pointer (&asked->list);
      show (self);
      ovs_fallout_list_say (OVS_TRACK_VIEW (self), ovs_workspace_get_figures (ovs_step_page_get_workspace (page_of (self))));
    }
  else if (!read && page_of (self) != NULL)
    ovs_step_page_tell_error (page_of (self), error);
  ovs_fallout_people_free (asked->list);
  g_free (asked->handler);
  g_free (asked->search);
  g_free (asked);
  if (self->again && page_of (self) != NULL)
    look (self);
}

static void
look (OvsFalloutList *self)
{
  OvsWorkspace *workspace = ovs_step_page_get_workspace (page_of (self));
  Look *asked;

  self->again = self->looking;
  if (self->looking)
    return;
  self->looking = TRUE;
  asked = g_new0 (Look, 1);
  asked->self = g_object_ref (self);
  asked->handler = g_strdup (ovs_workspace_get_filter (workspace));
  asked->search = ovs_text_fold (self->search);
  asked->stranded = self->stranded;
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_list, asked, NULL, on_list, asked);
}

void
ovs_fallout_list_set_stranded (OvsFalloutList *self, gboolean stranded)
{
  if (self->stranded == stranded)
    return;
  self->stranded = stranded;
  look (self);
}

/* --- what the page asks --- */

static void
ovs_fallout_list_update (OvsTrackView *view, const OvsFigures *figures)
{
  look (OVS_FALLOUT_LIST (view));
}

/* What those who are open need, as far as it was read. */
static char *
describe_groups (OvsFalloutList *self, const OvsFigures *figures)
{
  g_autofree char *as_of = ovs_track_answers_as_of (figures);
  const guint *counts = self->list != NULL ? self->list->counts : NULL;
  GString *text = g_string_new (NULL);

  if (counts == NULL || self->list->total == 0 || *self->search != '\0')
    {
      g_string_free (text, TRUE);
      return g_steal_pointer (&as_of);
    }
  for (int group = 0; group < OVS_FALLOUT_BLOCKED_BEFORE; group++)
    if (counts[group] > 0)
      g_string_append_printf (text, "%s%s: %u", text->len > 0 ? " · " : "", ovs_fallout_group_title (group), counts[group]);
  g_string_append_printf (text, " · %s", as_of);
  return g_string_free (text, FALSE);
}

static void
ovs_fallout_list_say (OvsTrackView *view, const OvsFigures *figures)
{
  OvsFalloutList *self = OVS_FALLOUT_LIST (view);
  const gint64 *counts = figures->all.lists;
  gint64 open = counts[OVS_OUTCOMES_FALLOUT];
  g_autofree char *sum = g_strdup_printf (_ ("%'d open · %'d invited since"), (int) open, (int) counts[OVS_OUTCOMES_HANDLED]);
  g_autofree char *groups = describe_groups (self, figures);

  ovs_track_view_set_count (view, open, TRUE);
  ovs_track_view_set_foot (view, sum, groups, open > 0 ? _ ("Invite all open ones again") : NULL, ovs_track_view_can_send (view),
                           open > 0 ? _ ("Save list…") : NULL);
}

static void
ovs_fallout_list_plain (OvsTrackView *view)
{
  ovs_fallout_save (page_of (OVS_FALLOUT_LIST (view)));
}

static void
ovs_fallout_list_answer (OvsTrackView *view, OvsAnswerStrip *strip, const OvsFigures *figures)
{
  ovs_track_answers_show (strip, OVS_TRACK_ANSWERS_FALLOUT, figures->all.lists);
}

static void
ovs_fallout_list_next (OvsTrackView *view)
{
  OvsFalloutList *self = OVS_FALLOUT_LIST (view);
  GArray *people = self->list != NULL ? self->list->invitable : NULL;

  if (people != NULL && people->len > 0)
    ovs_invite_people (page_of (self), (const gint64 *) (gpointer) people->data, people->len);
  else
    ovs_step_page_tell (page_of (self), _ ("Nobody on this list can be invited right now: the rows say why."), FALSE);
}

static void
ovs_fallout_list_search (OvsTrackView *view, const char *text)
{
  OvsFalloutList *self = OVS_FALLOUT_LIST (view);

  if (g_strcmp0 (self->search, text) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (text);
  ovs_people_view_set_search (self->table, text);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    look (self);
}

static void
ovs_fallout_list_class_init (OvsFalloutListClass *klass)
{
  OvsTrackViewClass *view_class = OVS_TRACK_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ovs_fallout_list_dispose;
  view_class->update = ovs_fallout_list_update;
  view_class->say = ovs_fallout_list_say;
  view_class->answer = ovs_fallout_list_answer;
  view_class->next = ovs_fallout_list_next;
  view_class->plain = ovs_fallout_list_plain;
  view_class->search = ovs_fallout_list_search;
}

static void
on_everybody (OvsFalloutList *self)
{
  ovs_fallout_list_set_stranded (self, FALSE);
}

static void
ovs_fallout_list_init (OvsFalloutList *self)
{
  self->search = g_strdup ("");
}

GtkWidget *
ovs_fallout_list_new (OvsStepPage *page)
{
  OvsFalloutList *self = g_object_new (OVS_TYPE_FALLOUT_LIST, "page", page, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->nobody = ADW_STATUS_PAGE (adw_status_page_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->nobody), "compact");
  self->groups = OVS_FALLOUT_GROUPS (ovs_fallout_groups_new (page));
  self->table = OVS_PEOPLE_VIEW (ovs_people_view_new (page, "track-fallout", TRUE, NULL));
  self->stack = GTK_STACK (gtk_stack_new ());
  ovs_stack_present_shown_only (self->stack);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->groups), VIEW_GROUPS);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->nobody), VIEW_NOBODY);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->table), VIEW_TABLE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  self->everybody = gtk_button_new_with_label (_ ("Show the whole fallout list"));
  gtk_widget_set_halign (self->everybody, GTK_ALIGN_START);
  gtk_widget_set_visible (self->everybody, FALSE);
  g_signal_connect_swapped (self->everybody, "clicked", G_CALLBACK (on_everybody), self);
  gtk_box_append (GTK_BOX (box), self->everybody);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
