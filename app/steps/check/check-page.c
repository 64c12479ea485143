/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/check/check-page.h"

#include <glib/gi18n.h>

#include "dossier/decisions.h"
#include "dossier/employee.h"
#include "dossier/people-list.h"
#include "rules/address.h"
#include "steps/check/answer-bar.h"
#include "steps/check/exceptions.h"
#include "steps/check/people.h"
#include "table/table.h"
#include "widgets/answer-strip.h"

#define EXCEPTIONS_WIDTH 300

/* The six numbers that are filters: a disposition, or for who is done a reason. */
typedef struct
{
  const char *label;
  const char *filter;
  OvsDisposition disposition;
  OvsReason reason;
} Number;

static const Number numbers[] = {
  { N_ ("Can go over"), "disposition ready", OVS_DISPOSITION_READY, OVS_REASON_NONE },
  { N_ ("To decide"), "disposition decide", OVS_DISPOSITION_DECIDE, OVS_REASON_NONE },
  { N_ ("Stopper"), "disposition stopper", OVS_DISPOSITION_STOPPER, OVS_REASON_NONE },
  { N_ ("Left out"), "disposition left-out", OVS_DISPOSITION_LEFT_OUT, OVS_REASON_NONE },
  { N_ ("Already invited"), "reason already-invited", OVS_DISPOSITION_DONE, OVS_REASON_ALREADY_INVITED },
  { N_ ("Already over"), "reason already-linked", OVS_DISPOSITION_DONE, OVS_REASON_ALREADY_LINKED },
};

struct _OvsCheckPage
{
  OvsStepPage parent_instance;

  GtkWidget *strip;
  GtkWidget *numbers[G_N_ELEMENTS (numbers)];
  GtkWidget *counts[G_N_ELEMENTS (numbers)];
  GtkWidget *exceptions;
  GtkWidget *title;
  GtkWidget *why;
  GtkWidget *table;
  GtkWidget *bar;
  OvsTableSource *source; /* (owned) */
  int finding;            /* the chosen exception, -1 for none */
};

G_DEFINE_FINAL_TYPE (OvsCheckPage, ovs_check_page, OVS_TYPE_STEP_PAGE)

/* A decision about the person under the cursor, or about all of a kind. */
typedef enum
{
  DECIDE_MEND,
  DECIDE_ACCEPT,
  DECIDE_EXCLUDE,
} DecideWhat;

typedef struct
{
  OvsCheckPage *page; /* (owned) */
  DecideWhat what;
  gint64 employee; /* 0 for all of the kind */
  int finding;
  char *text; /* address or reason */
  gboolean done_in_loket;
  gint64 changed;
} Decision;

typedef struct
{
  OvsCheckPage *page; /* (owned) */
  gint64 employee;
  char *name;
  char *contact;
  char *email;
  char *suggestion;
  gboolean change_in_loket;
} Look;

static void
decision_free (Decision *decision)
{
  g_object_unref (decision->page);
  g_free (decision->text);
  g_free (decision);
}

static void
look_free (Look *look)
{
  g_object_unref (look->page);
  g_free (look->name);
  g_free (look->contact);
  g_free (look->email);
  g_free (look->suggestion);
  g_free (look);
}

typedef struct
{
  char *employer;
  char *employee;
} Numbers;

static void
take_numbers (const OvsPersonRow *row, gpointer data)
{
  Numbers *found = data;

  found->employer = g_strdup (row->employer_number);
  found->employee = g_strdup (row->number);
}

static gboolean
decide (OvsTx *tx, gpointer data, GError **error)
{
  Decision *decision = data;
  g_autofree char *employer = NULL;
  g_autofree char *employee = NULL;
  Numbers found = { NULL, NULL };

  if (decision->employee != 0)
    ovs_people_list_get (tx, decision->employee, take_numbers, &found);
  employer = found.employer;
  employee = found.employee;
  if (decision->what == DECIDE_MEND)
    decision->changed = ovs_decisions_mend (tx, employer, employee, decision->text, decision->done_in_loket, error);
  else if (decision->what == DECIDE_ACCEPT)
    decision->changed
        = ovs_decisions_accept (tx, ovs_rule_get (decision->finding)->code, employer, employee, ovs_tx_today (tx), decision->text, error);
  else
    decision->changed = ovs_decisions_exclude (tx, employer, employee, decision->text, error);
  return decision->changed >= 0;
}

static void
on_decided (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Decision *decision = user_data;
  OvsCheckPage *self = decision->page;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!ovs_workspace_write_finish (OVS_WORKSPACE (source), result, &error))
    ovs_step_page_tell_error (OVS_STEP_PAGE (self), error);
  else
    {
      text = g_strdup_printf (ngettext ("%d employee decided about", "%d employees decided about", (gulong) decision->changed),
                              (int) decision->changed);
      ovs_step_page_tell (OVS_STEP_PAGE (self), text, decision->changed > 0);
      if (decision->employee != 0)
        ovs_table_cursor_next (OVS_TABLE (self->table));
    }
  decision_free (decision);
}

static void
start_decision (OvsCheckPage *self, DecideWhat what, gint64 employee, const char *text, gboolean done_in_loket)
{
  Decision *decision = g_new0 (Decision, 1);

  decision->page = g_object_ref (self);
  decision->what = what;
  decision->employee = employee;
  decision->finding = self->finding;
  decision->text = g_strdup (text);
  decision->done_in_loket = done_in_loket;
  ovs_workspace_write_async (ovs_step_page_get_workspace (OVS_STEP_PAGE (self)), decide, decision, NULL, on_decided, decision);
}

static void
on_mend (OvsAnswerBar *bar, const char *address, gboolean done_in_loket, OvsCheckPage *self)
{
  start_decision (self, DECIDE_MEND, ovs_table_get_cursor (OVS_TABLE (self->table)), address, done_in_loket);
}

static void
on_accept (OvsAnswerBar *bar, const char *reason, gboolean all, OvsCheckPage *self)
{
  start_decision (self, DECIDE_ACCEPT, all ? 0 : ovs_table_get_cursor (OVS_TABLE (self->table)), reason, FALSE);
}

static void
on_exclude (OvsAnswerBar *bar, const char *reason, OvsCheckPage *self)
{
  start_decision (self, DECIDE_EXCLUDE, ovs_table_get_cursor (OVS_TABLE (self->table)), reason, FALSE);
}

static void
fill_look (const OvsPersonRow *row, gpointer data)
{
  Look *look = data;
  g_autofree char *name = ovs_employee_format_name (row->initials, row->first_name, row->prefix, row->last_name);
  g_autoptr (OvsAddress) address = ovs_address_parse (row->email);

  look->name = g_strdup_printf ("%s · %s", name, row->employer_name != NULL ? row->employer_name : row->employer_number);
  look->contact = g_strjoin (" · ", row->contact_name != NULL ? row->contact_name : "", row->contact_phone != NULL ? row->contact_phone : "", NULL);
  look->email = g_strdup (row->email);
  look->change_in_loket = row->change_in_loket;
  if (address->kind == OVS_ADDRESS_OK)
    look->suggestion = ovs_address_suggest (address->address);
}

static gboolean
look_up (OvsTx *tx, gpointer data, GError **error)
{
  Look *look = data;

  ovs_people_list_get (tx, look->employee, fill_look, look);
  return TRUE;
}

static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Look *look = user_data;
  OvsCheckPage *self = look->page;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL)
      && look->employee == ovs_table_get_cursor (OVS_TABLE (self->table)))
    {
      gboolean warning = self->finding >= 0 && ovs_rule_get (self->finding)->kind == OVS_FINDING_KIND_WARNING;

      ovs_answer_bar_show (OVS_ANSWER_BAR (self->bar), look->name, look->contact, look->email, look->suggestion);
      ovs_answer_bar_set_possible (OVS_ANSWER_BAR (self->bar), warning, look->change_in_loket);
    }
  look_free (look);
}

static void
on_cursor (OvsTable *table, gint64 id, OvsCheckPage *self)
{
  Look *look;

  if (id == 0)
    {
      ovs_answer_bar_show (OVS_ANSWER_BAR (self->bar), NULL, NULL, NULL, NULL);
      return;
    }
  look = g_new0 (Look, 1);
  look->page = g_object_ref (self);
  look->employee = id;
  ovs_dossier_read_async (ovs_workspace_get_dossier (ovs_step_page_get_workspace (OVS_STEP_PAGE (self))), look_up, look, NULL, on_looked_up, look);
}

static void
on_number (GtkToggleButton *button, OvsCheckPage *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (self->numbers[i] == GTK_WIDGET (button))
      {
        self->finding = -1;
        ovs_exceptions_unselect (OVS_EXCEPTIONS (self->exceptions));
        gtk_label_set_text (GTK_LABEL (self->title), _ (numbers[i].label));
        gtk_label_set_text (GTK_LABEL (self->why), "");
        ovs_table_set_filter (OVS_TABLE (self->table), numbers[i].filter);
      }
}

static void
on_exception (OvsExceptions *exceptions, int finding, OvsCheckPage *self)
{
  g_autofree char *filter = g_strconcat ("finding ", ovs_rule_get (finding)->code, NULL);

  self->finding = finding;
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->numbers[i]), FALSE);
  gtk_label_set_text (GTK_LABEL (self->title), ovs_rule_title (finding));
  gtk_label_set_text (GTK_LABEL (self->why), ovs_rule_why (finding));
  ovs_table_set_filter (OVS_TABLE (self->table), filter);
}

static gint64
number_of (const OvsJudgementCounts *judged, const Number *number)
{
  return number->reason != OVS_REASON_NONE ? judged->reasons[number->reason] : judged->dispositions[number->disposition];
}

static void
show_strip (OvsCheckPage *self, const OvsJudgementCounts *judged)
{
  OvsAnswerStrip *strip = OVS_ANSWER_STRIP (self->strip);
  gint64 ready = judged->dispositions[OVS_DISPOSITION_READY];
  gint64 decide_count = judged->dispositions[OVS_DISPOSITION_DECIDE];
  gint64 stoppers = judged->dispositions[OVS_DISPOSITION_STOPPER];
  g_autofree char *standing = g_strdup_printf (_ ("%'d of %'d can go over"), (int) ready, (int) judged->employees);
  g_autofree char *open = g_strdup_printf (_ ("%d stoppers, %d to decide"), (int) stoppers, (int) decide_count);
  g_autofree char *behind = g_strdup_printf (ngettext ("%d stays behind otherwise", "%d stay behind otherwise", (gulong) stoppers), (int) stoppers);

  ovs_answer_strip_set (strip, OVS_ANSWER_STANDING, OVS_SIGN_DONE, standing, open);
  if (stoppers > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_NONE, _ ("Mend the addresses"), _ ("Choose an exception at the left, then a person."));
  else if (decide_count > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_NONE, _ ("Decide about the warnings"), NULL);
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_TO_DO, OVS_SIGN_DONE, _ ("Nothing left to do here"), NULL);
  if (stoppers > 0)
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_STOPPER, behind, _ ("They get no invitation then."));
  else
    ovs_answer_strip_set (strip, OVS_ANSWER_LOOK_OUT, OVS_SIGN_DONE, _ ("Nobody is left behind"), NULL);
}

static void
ovs_check_page_update (OvsStepPage *page, OvsWorkspace *workspace)
{
  OvsCheckPage *self = OVS_CHECK_PAGE (page);
  const OvsFigures *figures = ovs_workspace_get_figures (workspace);
  const OvsJudgementCounts *judged;
  g_autofree char *state = NULL;
  g_autofree char *totals = NULL;
  g_autofree char *next = NULL;
  gint64 stoppers, waiting;

  if (figures == NULL)
    return;
  judged = &figures->judged;
  stoppers = judged->dispositions[OVS_DISPOSITION_STOPPER];
  waiting = stoppers + judged->dispositions[OVS_DISPOSITION_DECIDE];
  show_strip (self, judged);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *count = g_strdup_printf ("%'d", (int) number_of (judged, &numbers[i]));
      gtk_label_set_text (GTK_LABEL (self->counts[i]), count);
    }
  ovs_exceptions_set_counts (OVS_EXCEPTIONS (self->exceptions), judged);
  state = g_strdup_printf (_ ("%d stoppers, %d to decide"), (int) stoppers, (int) (waiting - stoppers));
  totals = g_strdup_printf (_ ("%d clients · %'d employees"), (int) figures->clients.selected, (int) judged->employees);
  next = waiting > 0 ? g_strdup_printf (_ ("Go on without these %d"), (int) waiting) : g_strdup (_ ("On to Inform"));
  ovs_step_page_set_state (page, judged->employees > 0 ? state : _ ("nobody yet"),
                           stoppers > 0 ? OVS_STEP_MARK_STOPPER : judged->employees > 0 ? OVS_STEP_MARK_DONE : OVS_STEP_MARK_NONE, (guint) stoppers);
  ovs_step_page_set_foot (page, totals, NULL, next, judged->employees > 0);
}

static void
ovs_check_page_next (OvsStepPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.step", "s", "inform");
}

static void
ovs_check_page_search (OvsStepPage *page, const char *text)
{
  ovs_table_set_search (OVS_TABLE (OVS_CHECK_PAGE (page)->table), text);
}

static GtkWidget *
make_numbers (OvsCheckPage *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *label = gtk_label_new (_ (numbers[i].label));

      self->numbers[i] = gtk_toggle_button_new ();
      self->counts[i] = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->counts[i], "number");
      gtk_label_set_xalign (GTK_LABEL (self->counts[i]), 0);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (self->numbers[i], "disposition");
      gtk_box_append (GTK_BOX (texts), self->counts[i]);
      gtk_box_append (GTK_BOX (texts), label);
      gtk_button_set_child (GTK_BUTTON (self->numbers[i]), texts);
      g_signal_connect (self->numbers[i], "toggled", G_CALLBACK (on_number), self);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->numbers[i]), GTK_TOGGLE_BUTTON (self->numbers[0]));
      gtk_box_append (GTK_BOX (row), self->numbers[i]);
    }
  return row;
}

static GtkWidget *
make_people (OvsCheckPage *self)
{
  const OvsTableColumn columns[OVS_PEOPLE_COLUMNS] = {
    { "name", _ ("Name"), 0, FALSE, TRUE, FALSE },           { "client", _ ("Client"), 170, FALSE, TRUE, FALSE },
    { "number", _ ("No."), 60, FALSE, TRUE, FALSE },   { "address", _ ("Private e-mail"), 180, FALSE, FALSE, FALSE },
    { "state", _ ("State"), 120, FALSE, FALSE, FALSE },
  };
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = gtk_label_new (NULL);
  self->why = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "title-4");
  gtk_widget_add_css_class (self->why, "soft");
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_xalign (GTK_LABEL (self->why), 0);
  gtk_label_set_wrap (GTK_LABEL (self->why), TRUE);
  gtk_widget_add_css_class (head, "card-head");
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->why);

  self->table = ovs_table_new ("people", _ ("Employees"), columns, G_N_ELEMENTS (columns), FALSE);
  self->source = ovs_list_source_new (ovs_step_page_get_workspace (OVS_STEP_PAGE (self)), ovs_people_query, ovs_people_fetch);
  gtk_widget_set_vexpand (self->table, TRUE);
  g_signal_connect (self->table, "cursor-changed", G_CALLBACK (on_cursor), self);
  self->bar = ovs_answer_bar_new ();
  g_signal_connect (self->bar, "mend", G_CALLBACK (on_mend), self);
  g_signal_connect (self->bar, "accept", G_CALLBACK (on_accept), self);
  g_signal_connect (self->bar, "exclude", G_CALLBACK (on_exclude), self);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_hexpand (card, TRUE);
  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), self->table);
  gtk_box_append (GTK_BOX (card), self->bar);
  return card;
}

static void
ovs_check_page_constructed (GObject *object)
{
  OvsCheckPage *self = OVS_CHECK_PAGE (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *work = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  G_OBJECT_CLASS (ovs_check_page_parent_class)->constructed (object);
  self->finding = -1;
  self->strip = ovs_answer_strip_new ();
  self->exceptions = ovs_exceptions_new ();
  g_signal_connect (self->exceptions, "chosen", G_CALLBACK (on_exception), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->exceptions);
  gtk_widget_set_size_request (scroller, EXCEPTIONS_WIDTH, -1);
  gtk_widget_add_css_class (box, "page");
  gtk_box_append (GTK_BOX (box), self->strip);
  gtk_box_append (GTK_BOX (box), make_numbers (self));
  gtk_box_append (GTK_BOX (work), scroller);
  gtk_box_append (GTK_BOX (work), make_people (self));
  gtk_widget_set_vexpand (work, TRUE);
  gtk_box_append (GTK_BOX (box), work);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->numbers[0]), TRUE);
  ovs_table_set_source (OVS_TABLE (self->table), self->source);
}

static void
ovs_check_page_dispose (GObject *object)
{
  g_clear_object (&OVS_CHECK_PAGE (object)->source);
  G_OBJECT_CLASS (ovs_check_page_parent_class)->dispose (object);
}

static void
ovs_check_page_class_init (OvsCheckPageClass *klass)
{
  OvsStepPageClass *page_class = OVS_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ovs_check_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ovs_check_page_dispose;
  page_class->update = ovs_check_page_update;
  page_class->next = ovs_check_page_next;
  page_class->search = ovs_check_page_search;
}

static void
ovs_check_page_init (OvsCheckPage *self)
{
}
