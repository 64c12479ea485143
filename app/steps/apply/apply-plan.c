/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/apply/apply-plan.h"

#include <glib/gi18n.h>

#include "dossier/plan-list.h"
#include "rules/term.h"
#include "steps/apply/environment.h"
#include "steps/apply/plan-lists.h"
#include "steps/apply/rights-row.h"
#include "steps/list-source.h"
#include "steps/number-row.h"
#include "table/table.h"
#include "widgets/accessible.h"
#include "widgets/answer-strip.h"

#define LEAST_SIDE_WIDTH 300
#define SIDE_WIDTH 420
#define LEAST_TABLE_WIDTH 450

enum
{
  ROW_INVITE,
  ROW_BLOCK,
  ROW_BEHIND,
  ROW_WAITING,
  ROW_HAVE,
  N_ROWS
};

enum
{
  CHECK_DECIDED,
  CHECK_INFORMED,
  CHECK_CONNECTED,
  N_CHECKS
};

struct _OvsApplyPlan
{
  AdwBin parent_instance;

  OvsWorkspace *workspace; /* (owned) */
  OvsAnswerStrip *strip;
  OvsNumberRow *rows[N_ROWS];
  AdwActionRow *checks[N_CHECKS];
  GtkImage *signs[N_CHECKS];
  OvsRightsRow *rights;
  OvsTable *table;
  GtkLabel *count;
  GtkLabel *totals;
  GtkLabel *everybody;
};

G_DEFINE_FINAL_TYPE (OvsApplyPlan, ovs_apply_plan, ADW_TYPE_BIN)

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ovs_apply_plan_dispose (GObject *object)
{
  g_clear_object (&OVS_APPLY_PLAN (object)->workspace);
  G_OBJECT_CLASS (ovs_apply_plan_parent_class)->dispose (object);
}

static void
ovs_apply_plan_class_init (OvsApplyPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ovs_apply_plan_dispose;
  signals[OPEN] = g_signal_new ("open", OVS_TYPE_APPLY_PLAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT,
                                G_TYPE_INT64, G_TYPE_STRING);
}

static void
on_row_activated (AdwActionRow *row, OvsApplyPlan *self)
{
  OvsPlanPeople people = OVS_PLAN_READY;

  if (row == ADW_ACTION_ROW (self->rows[ROW_BEHIND]))
    people = OVS_PLAN_STAY_BEHIND;
  else if (row == ADW_ACTION_ROW (self->rows[ROW_WAITING]))
    people = OVS_PLAN_WAITING;
  else if (row == ADW_ACTION_ROW (self->rows[ROW_HAVE]))
    people = OVS_PLAN_DONE;
  g_signal_emit (self, signals[OPEN], 0, people, (gint64) 0, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
make_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

static GtkWidget *
make_numbers (OvsApplyPlan *self)
{
  const char *const titles[N_ROWS] = {
    _ ("Invitations to MijnLoket"),
    _ ("Werknemerloket is blocked"),
    _ ("Stay behind"),
    _ ("Wait for Loket's answer"),
    _ ("Have MijnLoket already"),
  };
  GtkWidget *list = make_list (_ ("What will happen"));

  for (int i = 0; i < N_ROWS; i++)
    {
      GtkWidget *row = ovs_number_row_new (titles[i]);

      self->rows[i] = OVS_NUMBER_ROW (row);
      g_signal_connect (row, "activated", G_CALLBACK (on_row_activated), self);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  ovs_number_row_set_opens (self->rows[ROW_BLOCK], FALSE);
  return list;
}

static GtkWidget *
make_checks (OvsApplyPlan *self)
{
  GtkWidget *list = make_list (_ ("Checked"));

  for (int i = 0; i < N_CHECKS; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *sign = gtk_image_new ();

      self->checks[i] = ADW_ACTION_ROW (row);
      self->signs[i] = GTK_IMAGE (sign);
      adw_action_row_add_prefix (self->checks[i], sign);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  self->rights = OVS_RIGHTS_ROW (ovs_rights_row_new (self->workspace));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->rights));
  return list;
}

static GtkWidget *
make_side (OvsApplyPlan *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *everybody = gtk_label_new (NULL);
  GtkWidget *checked = make_heading (_ ("Checked"));

  gtk_widget_set_margin_top (checked, 8);
  gtk_label_set_xalign (GTK_LABEL (everybody), 0);
  gtk_label_set_wrap (GTK_LABEL (everybody), TRUE);
  gtk_widget_add_css_class (everybody, "soft");
  self->everybody = GTK_LABEL (everybody);

  gtk_box_append (GTK_BOX (box), make_heading (_ ("What will happen")));
  gtk_box_append (GTK_BOX (box), make_numbers (self));
  gtk_box_append (GTK_BOX (box), everybody);
  gtk_box_append (GTK_BOX (box), checked);
  gtk_box_append (GTK_BOX (box), make_checks (self));
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 2);
  gtk_widget_set_margin_end (box, 2);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  ovs_accessible_set_label (scrolled, _ ("What will happen"));
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_set_size_request (scrolled, LEAST_SIDE_WIDTH, -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), SIDE_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), SIDE_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), scrolled);
  return clamp;
}

static void
on_client_activated (OvsTable *table, gint64 id, OvsApplyPlan *self)
{
  g_signal_emit (self, signals[OPEN], 0, OVS_PLAN_EVERYBODY, id, _ ("One client"));
}

static GtkWidget *
make_clients (OvsApplyPlan *self)
{
  const OvsTableColumn columns[] = {
    { OVS_PLAN_COLUMN_CLIENT, _ ("Client"), 0, FALSE, TRUE, FALSE },
    { OVS_PLAN_COLUMN_INVITE, _ ("Invite"), 76, TRUE, TRUE, FALSE },
    { OVS_PLAN_COLUMN_BEHIND, _ ("Behind"), 56, TRUE, TRUE, FALSE },
    { "of-which", _ ("Of which"), 136, FALSE, FALSE, FALSE },
    { OVS_PLAN_COLUMN_HAVE, _ ("Have it"), 66, TRUE, TRUE, FALSE },
  };
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *table = ovs_table_new ("apply-clients", _ ("Per client"), columns, G_N_ELEMENTS (columns), FALSE);
  g_autoptr (OvsTableSource) source = ovs_list_source_new (self->workspace, ovs_plan_clients_query, ovs_plan_clients_fetch);

  self->count = GTK_LABEL (gtk_label_new (NULL));
  self->totals = GTK_LABEL (gtk_label_new (NULL));
  self->table = OVS_TABLE (table);
  ovs_table_set_source (self->table, source);
  g_signal_connect (table, "activated", G_CALLBACK (on_client_activated), self);

  gtk_box_append (GTK_BOX (head), make_heading (_ ("Per client")));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->count));
  gtk_label_set_xalign (self->count, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "soft");
  gtk_widget_add_css_class (head, "card-head");
  gtk_label_set_xalign (self->totals, 0);
  gtk_label_set_ellipsize (self->totals, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->totals), "totals-line");
  gtk_widget_set_vexpand (table, TRUE);

  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (card), table);
  gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->totals));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_size_request (card, LEAST_TABLE_WIDTH, -1);
  gtk_widget_set_hexpand (card, TRUE);
  return card;
}

static void
ovs_apply_plan_init (OvsApplyPlan *self)
{
}

GtkWidget *
ovs_apply_plan_new (OvsWorkspace *workspace)
{
  OvsApplyPlan *self = g_object_new (OVS_TYPE_APPLY_PLAN, NULL);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *strip = ovs_answer_strip_new ();

  self->workspace = g_object_ref (workspace);
  self->strip = OVS_ANSWER_STRIP (strip);
  gtk_box_append (GTK_BOX (columns), make_side (self));
  gtk_box_append (GTK_BOX (columns), make_clients (self));
  gtk_widget_set_vexpand (columns, TRUE);
  gtk_box_append (GTK_BOX (page), strip);
  gtk_box_append (GTK_BOX (page), columns);
  gtk_widget_add_css_class (page, "page");
  adw_bin_set_child (ADW_BIN (self), page);
  return GTK_WIDGET (self);
}

static void
set_check (OvsApplyPlan *self, int check, OvsSign sign, const char *title, const char *subtitle)
{
  const char *const none[] = { NULL };
  GtkWidget *image = GTK_WIDGET (self->signs[check]);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->checks[check]), title);
  adw_action_row_set_subtitle (self->checks[check], subtitle);
  gtk_image_set_from_icon_name (self->signs[check], ovs_sign_get_icon (sign));
  gtk_widget_set_css_classes (image, (const char **) none);
  if (ovs_sign_get_class (sign) != NULL)
    gtk_widget_add_css_class (image, ovs_sign_get_class (sign));
}

static void
show_checks (OvsApplyPlan *self, const OvsPlanFigures *plan)
{
  const OvsFigures *figures = ovs_workspace_get_figures (self->workspace);
  g_autofree char *open = g_strdup_printf (_ ("%d to decide, %d stoppers: they stay behind"), (int) plan->decide, (int) plan->stopper);
  g_autofree char *late = g_strdup_printf (
      ngettext ("%d client was informed later, or never", "%d clients were informed later, or never", (gulong) plan->informed_late),
      (int) plan->informed_late);
  g_autofree char *day = ovs_day_to_dutch (plan->last_informed);
  g_autofree char *source = ovs_term_tell_source (OVS_TERM_NOTICE);
  g_autofree char *last = g_strdup_printf (_ ("The last one on %s; %s"), day, source);
  g_autofree char *too_late = g_strdup_printf ("%s; %s", late, source);
  g_autofree char *informed = g_strdup_printf (_ ("Clients informed %d days ahead"), ovs_term_get (OVS_TERM_NOTICE));
  g_autofree char *hasty = g_strdup_printf (_ ("Not every client informed %d days ahead"), ovs_term_get (OVS_TERM_NOTICE));
  g_autofree char *connected = g_strdup_printf (_ ("Connected to %s"), ovs_environment_title (figures->loket_kind));

  if (plan->decide + plan->stopper == 0)
    set_check (self, CHECK_DECIDED, OVS_SIGN_DONE, _ ("Everything is decided"), _ ("No stoppers and no warnings left"));
  else
    set_check (self, CHECK_DECIDED, OVS_SIGN_WARNING, _ ("Not everything is decided"), open);
  if (plan->informed_late == 0)
    set_check (self, CHECK_INFORMED, OVS_SIGN_DONE, informed, plan->last_informed != OVS_NO_DAY ? last : "");
  else
    set_check (self, CHECK_INFORMED, OVS_SIGN_WARNING, hasty, too_late);
  set_check (self, CHECK_CONNECTED, OVS_SIGN_DONE, connected, figures->loket_url != NULL ? figures->loket_url : "");
  ovs_rights_row_update (self->rights);
}

static void
show_strip (OvsApplyPlan *self, const OvsPlanFigures *plan)
{
  g_autofree char *ready = g_strdup_printf (ngettext ("%'d can go over", "%'d can go over", (gulong) plan->ready), (int) plan->ready);
  g_autofree char *clients = g_strdup_printf (ngettext ("at %'d client", "at %'d clients", (gulong) plan->clients_with_ready),
                                              (int) plan->clients_with_ready);
  gint64 behind = plan->decide + plan->stopper;
  g_autofree char *left = g_strdup_printf (ngettext ("%'d cannot go along yet", "%'d cannot go along yet", (gulong) behind), (int) behind);

  if (plan->ready == 0 && plan->waiting > 0)
    {
      g_autofree char *waiting = g_strdup_printf (ngettext ("%'d waits for an answer", "%'d wait for an answer", (gulong) plan->waiting), (int) plan->waiting);

      ovs_answer_strip_set (self->strip, OVS_ANSWER_STANDING, OVS_SIGN_WAITING, waiting, _ ("Loket has not told what came of it."));
      ovs_answer_strip_set (self->strip, OVS_ANSWER_TO_DO, OVS_SIGN_INFO, _ ("Read the status back"), _ ("Go on above, or press F5."));
    }
  else if (plan->ready == 0)
    {
      ovs_answer_strip_set (self->strip, OVS_ANSWER_STANDING, OVS_SIGN_INFO, _ ("Nobody is ready"), _ ("Who is ready comes from the earlier steps."));
      ovs_answer_strip_set (self->strip, OVS_ANSWER_TO_DO, OVS_SIGN_INFO, _ ("Check first"), _ ("Decide on what stands in the way."));
    }
  else
    {
      ovs_answer_strip_set (self->strip, OVS_ANSWER_STANDING, OVS_SIGN_DONE, ready, clients);
      ovs_answer_strip_set (self->strip, OVS_ANSWER_TO_DO, OVS_SIGN_INFO, _ ("Apply"), _ ("You can go on working meanwhile."));
    }
  if (behind > 0)
    ovs_answer_strip_set (self->strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_WARNING, left, _ ("They keep Werknemerloket; later is possible too."));
  else if (plan->informed_late > 0)
    ovs_answer_strip_set (self->strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_WARNING, _ ("Not everybody is informed"),
                          _ ("People should expect the e-mail."));
  else
    ovs_answer_strip_set (self->strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_DONE, _ ("Nothing"), _ ("Everything was checked."));
}

static void
show_numbers (OvsApplyPlan *self, const OvsPlanFigures *plan)
{
  gint64 behind = plan->decide + plan->stopper + plan->left_out + plan->fallen;
  g_autofree char *parts = g_strdup_printf (_ ("%'d left out, %'d to decide, %'d stoppers"), (int) plan->left_out, (int) plan->decide,
                                            (int) plan->stopper);
  g_autofree char *with_fallout = g_strdup_printf (_ ("%s, %'d on the fallout list"), parts, (int) plan->fallen);
  OvsSign sign = plan->stopper > 0 ? OVS_SIGN_STOPPER : plan->decide > 0 ? OVS_SIGN_WARNING : OVS_SIGN_NONE;

  ovs_number_row_set (self->rows[ROW_INVITE], plan->ready, _ ("Loket mails them to the private e-mail address"), OVS_SIGN_NONE);
  ovs_number_row_set (self->rows[ROW_BLOCK], plan->blocks, _ ("Only once Loket has confirmed the invitation"), OVS_SIGN_NONE);
  ovs_number_row_set (self->rows[ROW_BEHIND], behind, plan->fallen > 0 ? with_fallout : parts, sign);
  ovs_number_row_set (self->rows[ROW_WAITING], plan->waiting, _ ("Sent; nobody is sent anything twice"), OVS_SIGN_WAITING);
  gtk_widget_set_visible (GTK_WIDGET (self->rows[ROW_WAITING]), plan->waiting > 0);
  ovs_number_row_set (self->rows[ROW_HAVE], plan->done, _ ("Over already, or invited already"), OVS_SIGN_NONE);
}

void
ovs_apply_plan_show (OvsApplyPlan *self, const OvsPlanFigures *plan)
{
  gint64 behind = plan->decide + plan->stopper + plan->left_out + plan->fallen;
  g_autofree char *count = g_strdup_printf (ngettext ("%'d client; Enter opens its people", "%'d clients; Enter opens the people of one", (gulong) plan->clients),
                                            (int) plan->clients);
  g_autofree char *sums = g_strdup_printf (_ ("Together: %'d invite · %'d behind · %'d have it"), (int) plan->ready, (int) behind, (int) plan->done);
  g_autofree char *waiting = g_strdup_printf (ngettext ("%'d waits", "%'d wait", (gulong) plan->waiting), (int) plan->waiting);
  g_autofree char *totals = g_strjoin (" · ", sums, plan->waiting > 0 ? waiting : NULL, NULL);
  const char *handler = ovs_workspace_get_handler (self->workspace);
  g_autofree char *everybody
      = handler != NULL ? g_strdup_printf (_ ("A conversion takes the clients of everybody along, not only those of %s."), handler) : NULL;

  show_strip (self, plan);
  show_numbers (self, plan);
  show_checks (self, plan);
  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->totals, totals);
  gtk_label_set_text (self->everybody, everybody != NULL ? everybody : "");
  gtk_widget_set_visible (GTK_WIDGET (self->everybody), handler != NULL);
}

void
ovs_apply_plan_set_search (OvsApplyPlan *self, const char *text)
{
  ovs_table_set_search (self->table, text);
}
