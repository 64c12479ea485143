/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/behaviour.h"

#include <string.h>

#include "practice/api/activities.h"
#include "practice/api/json.h"

#define MOST_CHOICES 4
#define LONGEST_TEXT 500
#define MOST_REMINDERS 10
#define ANY_EMPLOYER "*"
#define OF_THE_ARTICLES "artikel"

typedef enum
{
  CHOICE,  /* one of a few JSON values; an int, their place in the row */
  NUMBER,  /* a whole number; an int */
  SECONDS, /* a number or null; a double, -1 for null */
  SHARE,   /* a number from 0 to 1; a double */
  TROUBLE, /* the same, "artikel" for that of the articles, or null; a double, -1 for null */
  TEXT,    /* not empty */
  TEXT_OR_NULL,
  ACTIVITIES, /* an array of activities */
  RIGHTS,     /* an object: employer number to an array of activities */
  DATES,      /* an object: activity to a day */
  DAYS,       /* an array of whole numbers, each more than the one before it */
} Kind;

typedef struct
{
  const char *name;
  Kind kind;
  gsize offset;
  const char *otherwise; /* the value as JSON, until told otherwise */
  int least, most;       /* of a NUMBER */
  const char *choices[MOST_CHOICES + 1];
} Switch;

#define AT(member) G_STRUCT_OFFSET (OvsPracticeBehaviour, member)
#define FLAG(name, member, otherwise)                                                                        \
  {                                                                                                          \
    name, CHOICE, AT (member), otherwise, 0, 0,                                                              \
    {                                                                                                        \
      "false", "true"                                                                                        \
    }                                                                                                        \
  }

static const Switch switches[] = {
  FLAG ("inviteBlocks", invite_blocks, "false"),
  FLAG ("resendWhilePending", resend_while_pending, "true"),
  FLAG ("inviteAgain", invite_again, "true"),
  FLAG ("revokeWithdraws", revoke_withdraws, "false"),
  { "validityDays", NUMBER, AT (validity_days), "14", 1, 366 },
  { "reminderDays", DAYS, AT (reminder_days), "[3, 7]", 1, 366 },
  FLAG ("leaversDelayProduct500", leavers_delay_product_500, "false"),

  { "trouble", TROUBLE, AT (trouble), "null" },
  { "troubleSeed", NUMBER, AT (trouble_seed), "1", 0, G_MAXINT32 },
  FLAG ("bounceFails", bounce_fails, "true"),

  { "rotateRefresh", CHOICE, AT (rotate_refresh), "false", 0, 0, { "false", "true", "\"strict\"" } },
  { "tokenSeconds", NUMBER, AT (token_seconds), "3599", 1, 7 * 24 * 60 * 60 },
  { "refreshSeconds", NUMBER, AT (refresh_seconds), "0", 0, 366 * 24 * 60 * 60 },
  FLAG ("pkce", pkce, "false"),
  { "clientSecret", TEXT_OR_NULL, AT (client_secret), "null" },
  { "registeredRedirect", TEXT_OR_NULL, AT (registered_redirect), "null" },
  { "tokenErrorStatus", CHOICE, AT (token_error_401), "400", 0, 0, { "400", "401" } },
  FLAG ("signInDenied", sign_in_denied, "false"),

  { "pathPrefix",
    CHOICE,
    AT (path_prefix),
    "\"both\"",
    0,
    0,
    { "\"both\"", "\"/v2\"", "\"\"", "\"published\"" } },
  { "maxArray", NUMBER, AT (max_array), "0", 0, 100000 },
  { "maxPageSize", NUMBER, AT (max_page_size), "1000", 1, 100000 },
  { "emptyListPages", CHOICE, AT (empty_list_pages), "0", 0, 0, { "0", "1" } },
  { "rateLimit", NUMBER, AT (rate_limit), "0", 0, 100000 },
  { "denied", RIGHTS, AT (denied), "{}" },
  FLAG ("providerListed", provider_listed, "true"),
  FLAG ("activitiesNeedProduct", needs_product, "false"),
  { "clientLacks", ACTIVITIES, AT (client_lacks), "[]" },
  { "obsoleteDates", DATES, AT (obsolete_dates), "{}" },

  { "actionType", TEXT, AT (action_type), "\"Werknemerloket\"" },
  { "actionSeconds", SECONDS, AT (action_seconds), "null", 0, 24 * 60 * 60 },
  { "clockSkewSeconds", NUMBER, AT (clock_skew_seconds), "0", -7 * 24 * 60 * 60, 7 * 24 * 60 * 60 },
  { "itemsKeptSeconds", NUMBER, AT (items_kept_seconds), "0", 0, 366 * 24 * 60 * 60 },
  FLAG ("messageTypeAsObject", message_type_as_object, "false"),
  FLAG ("unknownFields", unknown_fields, "false"),
  { "unknownStatus", SHARE, AT (unknown_status), "0.0" },
  { "unknownPortalStatus", SHARE, AT (unknown_portal_status), "0.0" },
  { "portalProduct", NUMBER, AT (portal_product), "500", 1, 999999 },
  { "mijnLoketProduct", NUMBER, AT (mijn_loket_product), "777", 1, 999999 },
};

#define MEMBER(self, at, type) (*(type *) ((char *) (self) + (at)->offset))

static gboolean
is_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
is_number (JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
}

static gboolean
set_choice (OvsPracticeBehaviour *self, const Switch *at, JsonNode *node)
{
  g_autofree char *given = json_to_string (node, FALSE);

  for (int i = 0; at->choices[i] != NULL; i++)
    if (g_str_equal (at->choices[i], given))
      {
        MEMBER (self, at, int) = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
set_number (OvsPracticeBehaviour *self, const Switch *at, JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64 ||
      json_node_get_int (node) < at->least || json_node_get_int (node) > at->most)
    return FALSE;
  MEMBER (self, at, int) = (int) json_node_get_int (node);
  return TRUE;
}

static gboolean
set_fraction (OvsPracticeBehaviour *self, const Switch *at, JsonNode *node, double most)
{
  if (!is_number (node) || !(json_node_get_double (node) >= 0 && json_node_get_double (node) <= most))
    return FALSE;
  MEMBER (self, at, double) = json_node_get_double (node);
  return TRUE;
}

static gboolean
set_trouble (OvsPracticeBehaviour *self, const Switch *at, JsonNode *node)
{
  gboolean of_the_articles = is_text (node) && g_str_equal (json_node_get_string (node), OF_THE_ARTICLES);

  if (!of_the_articles && !JSON_NODE_HOLDS_NULL (node))
    return set_fraction (self, at, node, 1);
  MEMBER (self, at, double) = of_the_articles ? OVS_PRACTICE_TROUBLE_OF_THE_ARTICLES : -1;
  return TRUE;
}

static gboolean
set_text (OvsPracticeBehaviour *self, const Switch *at, JsonNode *node)
{
  const char *text = is_text (node) ? json_node_get_string (node) : "";

  if (*text == '\0' || strlen (text) > LONGEST_TEXT)
    return FALSE;
  g_free (MEMBER (self, at, char *));
  MEMBER (self, at, char *) = g_strdup (text);
  return TRUE;
}

static gboolean
are_activities (JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!is_text (element) || !ovs_practice_activities_contain (json_node_get_string (element)))
        return FALSE;
    }
  return array != NULL;
}

static gboolean
is_employer_number (const char *text)
{
  return g_str_equal (text, ANY_EMPLOYER) || (*text != '\0' && strspn (text, "0123456789") == strlen (text));
}

static gboolean
are_rights (JsonNode *node)
{
  JsonObjectIter iter;
  const char *number;
  JsonNode *activities;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &number, &activities))
    if (!is_employer_number (number) || !are_activities (activities))
      return FALSE;
  return TRUE;
}

static gboolean
are_dates (JsonNode *node)
{
  JsonObjectIter iter;
  const char *activity;
  JsonNode *day;
  OvsDay ignored;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &activity, &day))
    if (!ovs_practice_activities_contain (activity) || !is_text (day) ||
        !ovs_day_parse_iso (json_node_get_string (day), &ignored))
      return FALSE;
  return TRUE;
}

static gboolean
are_growing_days (const Switch *at, JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gint64 before = at->least - 1;

  if (array == NULL || json_array_get_length (array) > MOST_REMINDERS)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *one = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (one) || json_node_get_value_type (one) != G_TYPE_INT64 || json_node_get_int (one) <= before ||
          json_node_get_int (one) > at->most)
        return FALSE;
      before = json_node_get_int (one);
    }
  return TRUE;
}

static void
set_array (OvsPracticeBehaviour *self, const Switch *at, JsonNode *node)
{
  g_clear_pointer (&MEMBER (self, at, JsonArray *), json_array_unref);
  MEMBER (self, at, JsonArray *) = json_node_dup_array (node);
}

static void
set_object (OvsPracticeBehaviour *self, const Switch *at, JsonNode *node)
{
  g_clear_pointer (&MEMBER (self, at, JsonObject *), json_object_unref);
  MEMBER (self, at, JsonObject *) = json_node_dup_object (node);
}

static gboolean
set (OvsPracticeBehaviour *self, const Switch *at, JsonNode *node)
{
  switch (at->kind)
    {
    case CHOICE:
      return set_choice (self, at, node);
    case NUMBER:
      return set_number (self, at, node);
    case SHARE:
      return set_fraction (self, at, node, 1);
    case TROUBLE:
      return set_trouble (self, at, node);
    case TEXT:
      return set_text (self, at, node);
    case SECONDS:
      if (!JSON_NODE_HOLDS_NULL (node))
        return set_fraction (self, at, node, at->most);
      MEMBER (self, at, double) = -1;
      return TRUE;
    case TEXT_OR_NULL:
      if (!JSON_NODE_HOLDS_NULL (node))
        return set_text (self, at, node);
      g_clear_pointer (&MEMBER (self, at, char *), g_free);
      return TRUE;
    case ACTIVITIES:
    case DAYS:
      if (at->kind == DAYS ? !are_growing_days (at, node) : !are_activities (node))
        return FALSE;
      set_array (self, at, node);
      return TRUE;
    case RIGHTS:
    case DATES:
      if (at->kind == RIGHTS ? !are_rights (node) : !are_dates (node))
        return FALSE;
      set_object (self, at, node);
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

OvsPracticeBehaviour *
ovs_practice_behaviour_new (void)
{
  OvsPracticeBehaviour *self = g_new0 (OvsPracticeBehaviour, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (switches[i].otherwise, NULL);

      if (!set (self, &switches[i], node))
        g_assert_not_reached ();
    }
  return self;
}

void
ovs_practice_behaviour_free (OvsPracticeBehaviour *self)
{
  g_free (self->client_secret);
  g_free (self->registered_redirect);
  g_free (self->action_type);
  json_object_unref (self->denied);
  json_array_unref (self->client_lacks);
  json_array_unref (self->reminder_days);
  json_object_unref (self->obsolete_dates);
  g_free (self);
}

static JsonNode *
get (const OvsPracticeBehaviour *self, const Switch *at)
{
  JsonNode *node = json_node_alloc ();

  switch (at->kind)
    {
    case CHOICE:
      json_node_unref (node);
      return json_from_string (at->choices[MEMBER (self, at, const int)], NULL);
    case NUMBER:
      return json_node_init_int (node, MEMBER (self, at, const int));
    case SHARE:
      return json_node_init_double (node, MEMBER (self, at, const double));
    case SECONDS:
    case TROUBLE:
      return MEMBER (self, at, const double) < 0
                 ? json_node_init_null (node)
                 : json_node_init_double (node, MEMBER (self, at, const double));
    case TEXT:
    case TEXT_OR_NULL:
      return MEMBER (self, at, char *const) == NULL
                 ? json_node_init_null (node)
                 : json_node_init_string (node, MEMBER (self, at, char *const));
    case ACTIVITIES:
    case DAYS:
      return json_node_init_array (node, MEMBER (self, at, JsonArray *const));
    case RIGHTS:
    case DATES:
      return json_node_init_object (node, MEMBER (self, at, JsonObject *const));
    default:
      g_assert_not_reached ();
    }
}

JsonNode *
ovs_practice_behaviour_to_json (const OvsPracticeBehaviour *self)
{
  JsonObject *object = json_object_new ();
  JsonNode *root = json_node_init_object (json_node_alloc (), object);

  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    json_object_set_member (object, switches[i].name, get (self, &switches[i]));
  json_object_unref (object);
  return root;
}

static const Switch *
find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    if (g_str_equal (switches[i].name, name))
      return &switches[i];
  return NULL;
}

static char *
describe_choices (const Switch *at)
{
  g_autoptr (GString) text = g_string_new (at->choices[0]);

  for (int i = 1; at->choices[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", at->choices[i + 1] != NULL ? ", " : " or ", at->choices[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What a switch may be. Returns: (transfer full). */
static char *
describe (const Switch *at)
{
  switch (at->kind)
    {
    case CHOICE:
      return describe_choices (at);
    case NUMBER:
      return g_strdup_printf ("a whole number from %d to %d", at->least, at->most);
    case SECONDS:
      return g_strdup_printf ("a number of seconds up to %d, or null for the usual delays", at->most);
    case SHARE:
      return g_strdup ("a share from 0 to 1");
    case TROUBLE:
      return g_strdup ("a share from 0 to 1, \"" OF_THE_ARTICLES "\" for that of the articles, or null for none and nobody who activates");
    case TEXT:
      return g_strdup ("a text");
    case TEXT_OR_NULL:
      return g_strdup ("a text, or null");
    case ACTIVITIES:
      return g_strdup ("an array of activities, such as [\"GetModulesByEmployerId\"]");
    case DAYS:
      return g_strdup_printf ("an array of at most %d growing numbers of days from %d to %d, such as [3, 7]", MOST_REMINDERS, at->least,
                              at->most);
    case RIGHTS:
      return g_strdup ("activities per employer number (* for every employer and above), such as {\"20001\": "
                       "[\"GetModulesByEmployerId\"]}");
    case DATES:
    default:
      return g_strdup ("a day per activity, such as {\"GetModulesByEmployerId\": \"2027-06-01\"}");
    }
}

static char *
list_names (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", switches[i].name);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
try_change (OvsPracticeBehaviour *self, const char *name, JsonNode *node)
{
  const Switch *at = find (name);
  g_autofree char *wanted = NULL;

  if (at == NULL)
    {
      wanted = list_names ();
      return g_strdup_printf ("There is no switch %s. There are %s.", name, wanted);
    }
  if (set (self, at, node))
    return NULL;
  wanted = describe (at);
  return g_strdup_printf ("%s must be %s.", name, wanted);
}

static char *
try_changes (OvsPracticeBehaviour *self, JsonObject *changes)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  char *problem = NULL;

  json_object_iter_init_ordered (&iter, changes);
  while (problem == NULL && json_object_iter_next_ordered (&iter, &name, &node))
    problem = try_change (self, name, node);
  return problem;
}

OvsPracticeBehaviour *
ovs_practice_behaviour_change (const OvsPracticeBehaviour *self, JsonObject *changes, char **problem)
{
  g_autoptr (OvsPracticeBehaviour) changed = ovs_practice_behaviour_new ();
  g_autoptr (JsonNode) present = ovs_practice_behaviour_to_json (self);
  g_autofree char *trouble = try_changes (changed, json_node_get_object (present));

  g_assert (trouble == NULL);
  *problem = try_changes (changed, changes);
  return *problem == NULL ? g_steal_pointer (&changed) : NULL;
}

static gboolean
array_has (JsonArray *array, const char *text)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (g_str_equal (json_array_get_string_element (array, i), text))
      return TRUE;
  return FALSE;
}

static JsonArray *
rights_of (const OvsPracticeBehaviour *self, const char *key)
{
  return json_object_has_member (self->denied, key) ? json_object_get_array_member (self->denied, key) : NULL;
}

gboolean
ovs_practice_behaviour_denies (const OvsPracticeBehaviour *self, gint64 employer_number, const char *activity)
{
  char key[24];

  if (json_object_get_size (self->denied) == 0)
    return FALSE;
  g_snprintf (key, sizeof key, "%" G_GINT64_FORMAT, employer_number);
  return array_has (rights_of (self, ANY_EMPLOYER), activity) || array_has (rights_of (self, key), activity);
}

gboolean
ovs_practice_behaviour_lacks (const OvsPracticeBehaviour *self, const char *activity)
{
  return array_has (self->client_lacks, activity);
}

const char *
ovs_practice_behaviour_obsolete_date (const OvsPracticeBehaviour *self, const char *activity)
{
  if (activity == NULL || !json_object_has_member (self->obsolete_dates, activity))
    return NULL;
  return json_object_get_string_member (self->obsolete_dates, activity);
}

char *
ovs_practice_behaviour_reminder_days (const OvsPracticeBehaviour *self)
{
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), self->reminder_days);

  return json_to_string (node, FALSE);
}

gboolean
ovs_practice_behaviour_chooses (double share, const char *uuid)
{
  return share > 0 && g_str_hash (uuid) % 1000 < share * 1000;
}
