/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/practice-events.h"

#include <glib/gi18n.h>

/* What is told, in this order. */
static const char *const told[] = { "invited", "reminded", "activated",    "linked",      "invite-failed",
                                    "expired", "blocked",  "access-ended", "product-removed" };

static char *
describe (const char *event, guint n)
{
  if (g_str_equal (event, "invited"))
    return g_strdup_printf (ngettext ("%u invitation", "%u invitations", n), n);
  if (g_str_equal (event, "invite-failed"))
    return g_strdup_printf (ngettext ("%u invitation that did not arrive", "%u invitations that did not arrive", n), n);
  if (g_str_equal (event, "access-ended"))
    return g_strdup_printf (ngettext ("%u former employee lost Werknemerloket", "%u former employees lost Werknemerloket", n), n);
  if (g_str_equal (event, "reminded"))
    return g_strdup_printf (ngettext ("%u reminder", "%u reminders", n), n);
  if (g_str_equal (event, "expired"))
    return g_strdup_printf (ngettext ("%u expired invitation", "%u expired invitations", n), n);
  if (g_str_equal (event, "activated"))
    return g_strdup_printf (ngettext ("%u activated account", "%u activated accounts", n), n);
  if (g_str_equal (event, "linked"))
    return g_strdup_printf (ngettext ("%u employee linked to MijnLoket", "%u employees linked to MijnLoket", n), n);
  if (g_str_equal (event, "blocked"))
    return g_strdup_printf (ngettext ("Werknemerloket blocked for %u employee", "Werknemerloket blocked for %u employees", n), n);
  return g_strdup_printf (ngettext ("product 500 gone at %u client", "product 500 gone at %u clients", n), n);
}

static JsonObject *
get_object (JsonNode *answer)
{
  return answer != NULL && JSON_NODE_HOLDS_OBJECT (answer) ? json_node_get_object (answer) : NULL;
}

guint
ovs_practice_events_count (JsonNode *answer)
{
  JsonObject *object = get_object (answer);

  return object != NULL ? (guint) json_object_get_int_member_with_default (object, "totalSize", 0) : 0;
}

static guint
count (JsonArray *events, guint before, const char *event)
{
  guint n = 0;

  for (guint i = before; i < json_array_get_length (events); i++)
    n += g_strcmp0 (json_object_get_string_member_with_default (json_array_get_object_element (events, i), "event", NULL), event) == 0;
  return n;
}

char *
ovs_practice_events_describe (JsonNode *answer, guint before)
{
  JsonObject *object = get_object (answer);
  JsonArray *events = object != NULL && json_object_has_member (object, "_embedded") ? json_object_get_array_member (object, "_embedded") : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; events != NULL && i < G_N_ELEMENTS (told); i++)
    {
      guint n = count (events, before, told[i]);
      g_autofree char *part = n > 0 ? describe (told[i], n) : NULL;

      if (part != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", part);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
