/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/loket-news.h"

#include <glib/gi18n.h>

#include "dossier/access.h"
#include "dossier/sunsets.h"
#include "dossier/unknown-fields.h"
#include "rules/access.h"
#include "widgets/accessible.h"
#include "widgets/page-window.h"
#include "widgets/sign.h"

/* What the paths of Loket's API are for, as an office would call it. */
static const struct
{
  const char *resource;
  const char *title;
} resources[] = {
  { "providers", N_ ("Signing in") },
  { "user", N_ ("Signing in") },
  { "providers/employers/minimized", N_ ("The list of clients") },
  { "providers/employers/*", N_ ("The data of a client") },
  { "providers/employers/*/employees", N_ ("The employees of a client") },
  { "providers/employers/employees/*", N_ ("The data of an employee, also changing an address") },
  { "providers/employers/*/employees/employments/minimized", N_ ("Employments") },
  { "providers/employers/*/employees/selfservice", N_ ("Access to Werknemerloket: reading, blocking and unblocking") },
  { "providers/employers/*/employees/selfservice/migration", N_ ("Who can still go over") },
  { "providers/employers/*/employees/essaccessstatus", N_ ("Access to MijnLoket: reading and inviting") },
  { "providers/employers/*/modules", N_ ("The products of a client") },
  { "providers/employers/*/authorizations", N_ ("What the user may do") },
  { "users/collectiveactions", N_ ("What became of a request") },
  { "users/collectiveactions/*", N_ ("What became of a request") },
};

static const char *
title_of (const char *resource)
{
  for (gsize i = 0; i < G_N_ELEMENTS (resources); i++)
    if (g_str_equal (resources[i].resource, resource))
      return _ (resources[i].title);
  return resource;
}

/* While it is read: the rows to be. */
typedef struct
{
  GtkWidget *page;   /* (owned) */
  GPtrArray *stops;  /* (owned) (element-type GStrv) title, path, day */
  GPtrArray *words;  /* (owned) (element-type GStrv) word, portal, how many */
  GPtrArray *fields; /* (owned) (element-type GStrv) path, what it is for, nothing */
  OvsDay first;
} News;

static void
news_free (News *news)
{
  g_object_unref (news->page);
  g_ptr_array_unref (news->stops);
  g_ptr_array_unref (news->words);
  g_ptr_array_unref (news->fields);
  g_free (news);
}

static void
add_line (GPtrArray *lines, const char *title, const char *subtitle, const char *end)
{
  const char *line[] = { title, subtitle, end, NULL };

  g_ptr_array_add (lines, g_strdupv ((GStrv) line));
}

static void
add_stop (const char *resource, OvsDay on, gboolean shown, gpointer data)
{
  News *news = data;
  g_autofree char *day = ovs_day_to_dutch (on);

  if (news->first == OVS_NO_DAY)
    news->first = on;
  add_line (news->stops, title_of (resource), resource, day);
}

static void
add_word (const char *portal, const char *word, gint64 people, gpointer data)
{
  News *news = data;
  g_autofree char *count = NULL;

  if (ovs_access_from_word (word) != OVS_ACCESS_OTHER)
    return;
  count = g_strdup_printf (ngettext ("%'d person", "%'d people", (gulong) people), (int) people);
  add_line (news->words, word, g_str_equal (portal, OVS_PORTAL_MIJNLOKET) ? "MijnLoket" : "Werknemerloket", count);
}

static void
add_field (const char *resource, const char *field, gboolean shown, gpointer data)
{
  News *news = data;

  add_line (news->fields, field, title_of (resource), "");
}

static gboolean
read_news (OvsTx *tx, gpointer data, GError **error)
{
  ovs_sunsets_foreach (tx, add_stop, data);
  ovs_access_foreach_word (tx, add_word, data);
  ovs_unknown_fields_foreach (tx, add_field, data);
  return TRUE;
}

/* --- what is shown --- */

static void
add_rows (GtkWidget *group, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      char **line = g_ptr_array_index (lines, i);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *end = gtk_label_new (line[2]);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line[0]);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line[1]);
      gtk_widget_add_css_class (end, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), end);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
}

static void
add_group (News *news, const char *title, const char *description, const GPtrArray *lines)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  ovs_accessible_set_label (group, title);
  add_rows (group, lines);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (news->page), ADW_PREFERENCES_GROUP (group));
}

static void
show_stops (News *news)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (news->stops->len == 0)
    {
      add_group (news, _ ("Loket announced no end"), _ ("As far as Loket told when it was last read, this version of Overstap goes on working."),
                 news->stops);
      return;
    }
  day = ovs_day_to_dutch (news->first);
  text = g_strdup_printf (_ ("Until %s everything works as it does now. See to it that a newer version of Overstap is installed before that day; "
                             "this dossier opens in it as it is."),
                          day);
  add_group (news, _ ("What Loket stops with"), text, news->stops);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  News *news = user_data;

  if (ovs_dossier_read_finish (OVS_DOSSIER (source), result, NULL) && gtk_widget_get_root (news->page) != NULL)
    {
      show_stops (news);
      if (news->words->len > 0)
        add_group (news, _ ("Words that this version does not know"),
                   _ ("Loket tells this of the access of somebody, and Overstap does not know what it means. It counts as unknown: nobody is invited or "
                      "blocked because of it. Look in Loket what it means."),
                   news->words);
      if (news->fields->len > 0)
        add_group (news, _ ("Fields that this version does not know"),
                   _ ("Loket’s answers hold these fields, which were not described when this version of Overstap was made. They are passed over, and "
                      "everything works as it did. What is in them is not kept."),
                   news->fields);
    }
  news_free (news);
}

void
ovs_loket_news_present (GtkWidget *parent, OvsWorkspace *workspace)
{
  News *news = g_new0 (News, 1);

  news->page = g_object_ref_sink (adw_preferences_page_new ());
  news->stops = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  news->words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  news->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  news->first = OVS_NO_DAY;
  gtk_window_present (ovs_page_window_new (parent, _ ("What Loket announced"), news->page, 480));
  ovs_dossier_read_async (ovs_workspace_get_dossier (workspace), read_news, news, NULL, on_read, news);
}
