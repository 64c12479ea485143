/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "steps/person-line.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "letters/story-words.h"
#include "rules/access.h"
#include "widgets/accessible.h"

OvsSign
ovs_person_line_sign_of_access (const char *portal, const char *status)
{
  switch (ovs_access_from_word (status))
    {
    case OVS_ACCESS_ACTIVE:
      return g_str_equal (portal, OVS_PORTAL_MIJNLOKET) ? OVS_SIGN_DONE : OVS_SIGN_INFO;
    case OVS_ACCESS_INVITE_PENDING:
      return OVS_SIGN_WAITING;
    case OVS_ACCESS_INVITE_FAILED:
    case OVS_ACCESS_INVITE_CANCELLED:
    case OVS_ACCESS_INVITE_EXPIRED:
      return OVS_SIGN_WARNING;
    case OVS_ACCESS_BLOCKED:
    case OVS_ACCESS_USER_BLOCKED:
      return g_str_equal (portal, OVS_PORTAL_MIJNLOKET) ? OVS_SIGN_NEVER : OVS_SIGN_IGNORED;
    case OVS_ACCESS_NONE:
      return OVS_SIGN_IGNORED;
    case OVS_ACCESS_UNKNOWN:
    case OVS_ACCESS_OTHER:
    default:
      return OVS_SIGN_UNKNOWN;
    }
}

static OvsSign
sign_of_result (const OvsStoryEvent *event)
{
  if (g_strcmp0 (event->old, "confirmed") == 0)
    return OVS_SIGN_DONE;
  return g_strcmp0 (event->old, "refused") == 0 ? OVS_SIGN_WARNING : OVS_SIGN_UNKNOWN;
}

static OvsSign
sign_of (const OvsStoryEvent *event)
{
  static const OvsSign signs[OVS_N_STORY_KINDS] = {
    [OVS_STORY_READ] = OVS_SIGN_INFO,       [OVS_STORY_CHANGED] = OVS_SIGN_INFO, [OVS_STORY_DECIDED] = OVS_SIGN_INFO,
    [OVS_STORY_CLIENT] = OVS_SIGN_DAY,      [OVS_STORY_LETTER] = OVS_SIGN_MAIL,  [OVS_STORY_ENQUIRY] = OVS_SIGN_MAIL,
    [OVS_STORY_REQUEST] = OVS_SIGN_WAITING, [OVS_STORY_FALLOUT] = OVS_SIGN_WARNING, [OVS_STORY_NOTE] = OVS_SIGN_INFO,
    [OVS_STORY_CALLED] = OVS_SIGN_CALL,
  };

  if (event->kind == OVS_STORY_ACCESS)
    return ovs_person_line_sign_of_access (event->what, event->new_value);
  if (event->kind == OVS_STORY_RESULT)
    return sign_of_result (event);
  if (event->kind == OVS_STORY_DECIDED && g_str_has_suffix (event->what, "_reason") && event->new_value != NULL)
    return OVS_SIGN_IGNORED;
  return signs[event->kind];
}

static GtkWidget *
make_sign (const OvsStoryEvent *event)
{
  OvsSign sign = sign_of (event);
  GtkWidget *image = gtk_image_new_from_icon_name (ovs_sign_get_icon (sign));

  gtk_widget_add_css_class (image, ovs_sign_get_class (sign));
  return image;
}

static GtkWidget *
make_when (const OvsStoryEvent *event)
{
  g_autofree char *when = ovs_story_words_when (event);
  g_autofree char *text = event->actor != NULL && *event->actor != '\0' ? g_strdup_printf ("%s\n%s", when, event->actor) : g_strdup (when);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "soft");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

GtkWidget *
ovs_person_line_new (const OvsStoryEvent *event)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = ovs_story_words_title (event);
  g_autofree char *detail = ovs_story_words_detail (event, FALSE);
  g_autofree char *when = ovs_story_words_when (event);
  g_autofree char *spoken = g_strjoin (", ", when, title, *detail != '\0' ? detail : NULL, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_sign (event));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_when (event));
  ovs_accessible_set_label (row, spoken);
  return row;
}
