/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "loket/shapes.h"

#include <string.h>

/* A name is at most so long; what is longer, or no plain name, may be somebody's data and is told as a star. */
#define LONGEST_NAME 64

#define CHOICE "{key value} "
#define MESSAGES "messages{type description code id properties} "
#define COUNTS "itemCount{total processed processedWithWarning processedWithError} "
#define POSTAL_ADDRESS \
  "address{street houseNumber houseNumberAddition furtherIndication" CHOICE "postalCode city location country{key value isoCode}} deviatingPostalAddress "
#define FIRM_SETTINGS "providerSettings{administrationNumber groupCode parentEmployerForConsolidatedOverviews sendEmailWhenSalarySlipIsAvailable} "
#define FIRM_CONTACT "contact{name phoneNumber function} contactInformation{emailAddress faxNumber phoneNumber website} employerLogo providerLogo "
#define EMPLOYEE                                                                                                                    \
  "id employeeNumber personalDetails{firstName initials prefix lastName prefixPartner lastNamePartner formattedName "               \
  "howToFormatLastName" CHOICE "title" CHOICE "dateOfBirth dateOfDeath placeOfBirth aowDate gender" CHOICE "civilStatus" CHOICE     \
  "nationality" CHOICE "photo} contactInformation{emailAddress phoneNumber mobilePhoneNumber faxNumber businessEmailAddress "       \
  "businessPhoneNumber businessMobilePhoneNumber} " POSTAL_ADDRESS "identityDocument{documentIdentification typeOfDocument" CHOICE  \
  "} travel{travelDistanceToWork} exclusionFromAbsenceStatus statusEmployeeSelfService" CHOICE "revokeEmployeeSelfServiceAccessOn "
#define SUBMITTED "collectiveActionId type submittedByUserId submittedOn status " COUNTS

/* Around every list and every content. */
#define ENVELOPE "totalSize pageSize totalPages currentPage version{obsoleteDate resourceVersion} " MESSAGES
#define LIST(shape) ENVELOPE "_embedded{" shape "} "
#define CONTENT(shape) ENVELOPE "content{" shape "} "

/* Names, parted by spaces; in braces what an object holds, or each object of a list. What has no braces is not looked into. */
static const char *const descriptions[OVS_N_RESOURCES] = {
  [OVS_RESOURCE_PROVIDERS] = LIST ("id name"),
  [OVS_RESOURCE_USER] = CONTENT ("personalDetails{firstName initials prefix lastName} contactInformation{emailAddress phoneNumber placeOfEmployment} "
                                 "photo user{userSpecifiedRole" CHOICE "userCustomSpecifiedRole}"),
  [OVS_RESOURCE_EMPLOYERS] = LIST ("id companyName employerNumber address{street houseNumber postalCode city} " FIRM_SETTINGS FIRM_CONTACT "branch" CHOICE),
  [OVS_RESOURCE_EMPLOYER] = CONTENT ("id employerNumber companyName chamberOfCommerceNumber sbi{key sbiCode value} legalForm" CHOICE "branch" CHOICE
                                     FIRM_SETTINGS FIRM_CONTACT POSTAL_ADDRESS),
  [OVS_RESOURCE_EMPLOYEES] = LIST (EMPLOYEE),
  [OVS_RESOURCE_EMPLOYEE] = CONTENT (EMPLOYEE),
  [OVS_RESOURCE_EMPLOYEE_EMAIL] = ENVELOPE "content",
  [OVS_RESOURCE_EMPLOYMENTS] = LIST ("id employee{id employeeNumber firstName formattedName dateOfBirth photo} startDate endDate commissionUntilDate "
                                     "employmentDurationType" CHOICE "incomeRelationshipNumber payrollId "
                                     "payrollAdministration{id name clientNumber description} nonPayrollAdministration{id name description}"),
  [OVS_RESOURCE_WERKNEMERLOKET] = LIST ("employee{id employeeNumber firstName initials prefix lastName emailAddress formattedName} "
                                        "hasTwoFactorAuthentication status") "content{" SUBMITTED "}",
  [OVS_RESOURCE_MIGRATION] = LIST ("employee{id formattedName firstName employeeNumber emailAddress employmentEndDate} statusWNL statusESS"),
  [OVS_RESOURCE_MIJNLOKET] = LIST ("employeeId status") "content{" SUBMITTED "}",
  [OVS_RESOURCE_MODULES] = LIST ("id description number bundle{id description}"),
  [OVS_RESOURCE_AUTHORIZATIONS] = LIST ("id description name"),
  [OVS_RESOURCE_ACTIONS] = LIST (SUBMITTED "collectiveActionParentId employerId payrollAdministrationId"),
  [OVS_RESOURCE_ACTION_ITEMS] = LIST ("collectiveActionItemId collectiveActionType entityId employerId employmentId payrollAdministrationId createdOn "
                                      "succes " MESSAGES),
};

/* Name → what is in it; NULL where that is not looked into. For the life of the program. */
typedef struct
{
  GHashTable *members;
} Shape;

static Shape *shapes[OVS_N_RESOURCES];

/* Reads names up to the brace that ends them. */
static Shape *
read_shape (const char **text)
{
  Shape *shape = g_new0 (Shape, 1);

  shape->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (;;)
    {
      gsize length;
      char *name;
      Shape *below = NULL;

      *text += strspn (*text, " ");
      length = strcspn (*text, " {}");
      if (length == 0)
        break;
      name = g_strndup (*text, length);
      *text += length;
      if (**text == '{')
        {
          (*text)++;
          below = read_shape (text);
        }
      g_hash_table_insert (shape->members, name, below);
    }
  if (**text == '}')
    (*text)++;
  return shape;
}

static const Shape *
shape_of (const OvsResource *resource)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      for (int id = 0; id < OVS_N_RESOURCES; id++)
        {
          const char *text = descriptions[id];

          shapes[id] = read_shape (&text);
        }
      g_once_init_leave (&done, 1);
    }
  for (int id = 0; id < OVS_N_RESOURCES; id++)
    if (ovs_resource_get (id) == resource)
      return shapes[id];
  g_return_val_if_reached (NULL);
}

typedef struct
{
  GString *path;
  OvsShapeFunc func;
  gpointer data;
} Looking;

static gboolean
is_plain_name (const char *name)
{
  gsize length = strspn (name, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "_");

  return g_ascii_isalpha (*name) && name[length] == '\0' && length <= LONGEST_NAME;
}

/* What holds the answer itself is no part of the path. */
static gboolean
is_envelope (const char *name)
{
  return g_str_equal (name, "_embedded") || g_str_equal (name, "content");
}

static gsize
step_into (Looking *looking, const char *name)
{
  gsize before = looking->path->len;

  if (before == 0 && is_envelope (name))
    return before;
  if (before > 0)
    g_string_append_c (looking->path, '.');
  g_string_append (looking->path, is_plain_name (name) ? name : "*");
  return before;
}

static void look (Looking *looking, const Shape *shape, JsonNode *node);

static void
look_into_object (Looking *looking, const Shape *shape, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      gpointer below;
      gboolean known = g_hash_table_lookup_extended (shape->members, name, NULL, &below);
      gsize before;

      if (known && below == NULL)
        continue;
      before = step_into (looking, name);
      if (known)
        look (looking, below, node);
      else
        looking->func (looking->path->str, looking->data);
      g_string_truncate (looking->path, before);
    }
}

/* What is neither an object nor a list has nothing in it that could be new. */
static void
look (Looking *looking, const Shape *shape, JsonNode *node)
{
  JsonArray *list;

  if (JSON_NODE_HOLDS_OBJECT (node))
    look_into_object (looking, shape, json_node_get_object (node));
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return;
  list = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (list, i)))
      look_into_object (looking, shape, json_array_get_object_element (list, i));
}

void
ovs_shape_find_unknown (const OvsResource *resource, JsonNode *document, OvsShapeFunc func, gpointer data)
{
  g_autoptr (GString) path = g_string_new (NULL);
  Looking looking = { path, func, data };

  look (&looking, shape_of (resource), document);
}
