/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/modules.h"

#include "practice/api/json.h"
#include "practice/api/list.h"
#include "practice/products.h"
#include "practice/routes.h"

/* The products that matter here, and two that every client has. Loket does not publish MijnLoket's number. */
static const struct
{
  int number;
  const char *name;
  void (*set) (OvsPracticeState *state, gint64 employer, gboolean on); /* NULL: every client has it */
} modules[] = {
  { 100, "Salarisverwerking", NULL },
  { 310, "Workflow Editor", NULL },
  { OVS_PRACTICE_MODULE_WERKNEMERLOKET, "Werknemerloket", ovs_practice_products_set_werknemerloket },
  { OVS_PRACTICE_MODULE_MIJNLOKET, "MijnLoket", ovs_practice_products_set_mijnloket },
};

static const char *const tiers[] = { "Start", "Plus", "Pro" };

/* Ids that any practice Loket has: a UUID of version 4 by form, the number at its end. */
static char *
module_id (int number)
{
  return g_strdup_printf ("99999999-0000-4000-8000-%012d", number);
}

static void
put_bundle (OvsPracticeJson *json, const char *tier)
{
  for (gsize i = 0; tier != NULL && i < G_N_ELEMENTS (tiers); i++)
    if (g_str_equal (tiers[i], tier))
      {
        g_autofree char *id = g_strdup_printf ("99999999-0000-4000-8000-0000000000b%d", (int) i + 1);

        ovs_practice_put_object (json, "bundle");
        ovs_practice_put_text (json, "id", id);
        ovs_practice_put_text (json, "description", tier);
        ovs_practice_json_end_object (json);
        return;
      }
  ovs_practice_put_null (json, "bundle");
}

/* The number under which Loket would list it; the ids stay. */
static int
product_number (OvsPracticeExchange *exchange, gsize i)
{
  if (modules[i].number == OVS_PRACTICE_MODULE_WERKNEMERLOKET)
    return exchange->state->behaviour->portal_product;
  if (modules[i].number == OVS_PRACTICE_MODULE_MIJNLOKET)
    return exchange->state->behaviour->mijn_loket_product;
  return modules[i].number;
}

static void
put_module (OvsPracticeExchange *exchange, OvsPracticeJson *json, gsize i, const char *tier)
{
  g_autofree char *id = module_id (modules[i].number);

  ovs_practice_json_begin_object (json);
  ovs_practice_put_text (json, "id", id);
  ovs_practice_put_text (json, "description", modules[i].name);
  ovs_practice_put_number (json, "number", product_number (exchange, i));
  put_bundle (json, modules[i].number == OVS_PRACTICE_MODULE_MIJNLOKET ? tier : NULL);
  ovs_practice_exchange_end_object (exchange, json);
}

static gboolean
is_enabled (gsize i, gboolean product_500, gboolean mijnloket)
{
  if (modules[i].number == OVS_PRACTICE_MODULE_WERKNEMERLOKET)
    return product_500;
  return modules[i].number == OVS_PRACTICE_MODULE_MIJNLOKET ? mijnloket : TRUE;
}

static void
list_modules (OvsPracticeExchange *exchange)
{
  gint64 employer = ovs_practice_exchange_find_employer (exchange, 0);
  g_autoptr (OvsPracticeRows) row = NULL;
  g_autoptr (OvsPracticeJson) json = NULL;
  gboolean product_500, mijnloket;

  if (employer == 0)
    return;
  row =
      ovs_practice_db_query (exchange->state->db,
                             "SELECT product_500, mijnloket, tier FROM employer WHERE id = ?", "l", employer);
  if (!ovs_practice_rows_next (row))
    return;
  product_500 = ovs_practice_rows_number (row, 0) != 0;
  mijnloket = ovs_practice_rows_number (row, 1) != 0;
  json = ovs_practice_list_begin (exchange, G_N_ELEMENTS (modules) - !product_500 - !mijnloket);
  for (gsize i = 0; i < G_N_ELEMENTS (modules); i++)
    if (is_enabled (i, product_500, mijnloket))
      put_module (exchange, json, i, ovs_practice_rows_text (row, 2));
  ovs_practice_list_end (exchange, json);
}

static void
list_provider_modules (OvsPracticeExchange *exchange)
{
  g_autoptr (OvsPracticeJson) json = NULL;

  if (!ovs_practice_exchange_check_provider (exchange, 0))
    return;
  json = ovs_practice_list_begin (exchange, G_N_ELEMENTS (modules));
  for (gsize i = 0; i < G_N_ELEMENTS (modules); i++)
    put_module (exchange, json, i, NULL);
  ovs_practice_list_end (exchange, json);
}

static gboolean
switch_module (OvsPracticeExchange *exchange, gint64 employer, const char *id, const char *action)
{
  gboolean enable = g_str_equal (action, "enable");

  if (!enable && !g_str_equal (action, "disable"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (modules); i++)
    {
      g_autofree char *own = module_id (modules[i].number);

      if (g_ascii_strcasecmp (own, id) != 0)
        continue;
      if (modules[i].set == NULL)
        return enable;
      modules[i].set (exchange->state, employer, enable);
      return TRUE;
    }
  return FALSE;
}

static void
patch_modules (OvsPracticeExchange *exchange)
{
  gint64 employer = ovs_practice_exchange_find_employer (exchange, 0);
  g_autoptr (JsonArray) body = employer != 0 ? ovs_practice_exchange_read_array (exchange) : NULL;

  if (body == NULL)
    return;
  for (guint i = 0; i < json_array_get_length (body); i++)
    {
      JsonObject *element = json_array_get_object_element (body, i);
      const char *id, *action;

      if (!ovs_practice_get_text (element, "id", &id) ||
          !ovs_practice_get_text (element, "action", &action) ||
          !switch_module (exchange, employer, id, action))
        {
          ovs_practice_exchange_refuse (
              exchange, "Every element needs the id of a module and the action enable or disable.");
          return;
        }
    }
  ovs_practice_exchange_reply_messages (exchange, SOUP_STATUS_OK, NULL);
}

static gboolean
is_chosen (OvsPracticeExchange *exchange, gsize i, gboolean enabled)
{
  const char *which = ovs_practice_exchange_get_query (exchange, "modules");
  const char *ids = ovs_practice_exchange_get_query (exchange, "moduleIds");
  g_autofree char *id = module_id (modules[i].number);
  g_auto (GStrv) chosen = NULL;

  if (g_ascii_strcasecmp (which, "All") == 0)
    return TRUE;
  if (g_ascii_strcasecmp (which, "OnlyEnabled") == 0)
    return enabled;
  if (g_ascii_strcasecmp (which, "Selection") != 0 || ids == NULL)
    return FALSE;
  chosen = g_strsplit (ids, ",", -1);
  return g_strv_contains ((const char *const *) chosen, id);
}

static void
put_report (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange)
{
  gboolean product_500 = ovs_practice_rows_number (row, 5) != 0;
  gboolean mijnloket = ovs_practice_rows_number (row, 6) != 0;

  ovs_practice_put_object (json, "employer");
  ovs_practice_put_text (json, "id", ovs_practice_rows_text (row, 0));
  ovs_practice_put_text (json, "companyName", ovs_practice_rows_text (row, 1));
  ovs_practice_put_number (json, "employerNumber", ovs_practice_rows_number (row, 2));
  ovs_practice_put_text (json, "administrationNumber", ovs_practice_rows_text (row, 3));
  ovs_practice_put_number (json, "groupCode", ovs_practice_rows_number (row, 4));
  ovs_practice_json_end_object (json);
  ovs_practice_put_null (json, "payrollAdministration");
  ovs_practice_put_flag (json, "userHasAccess", TRUE);
  ovs_practice_put_null (json, "moduleSet");
  ovs_practice_put_array (json, "modules");
  for (gsize i = 0; i < G_N_ELEMENTS (modules); i++)
    {
      gboolean enabled = is_enabled (i, product_500, mijnloket);
      g_autofree char *id = module_id (modules[i].number);

      if (!is_chosen (exchange, i, enabled))
        continue;
      ovs_practice_json_begin_object (json);
      ovs_practice_put_text (json, "id", id);
      ovs_practice_put_text (json, "description", modules[i].name);
      ovs_practice_put_number (json, "number", product_number (exchange, i));
      ovs_practice_put_flag (json, "isEnabled", enabled);
      ovs_practice_json_end_object (json);
    }
  ovs_practice_json_end_array (json);
}

static const OvsPracticeList report_list = {
  .columns = "uuid, name, number, administration_number, group_code, product_500, mijnloket",
  .source = "employer WHERE 1",
  .order = "number",
  .put = put_report,
};

/* Documented without paging parameters: all clients of the firm in one answer. */
static void
list_report (OvsPracticeExchange *exchange)
{
  static const char *const words[] = { "All", "None", "Selection", "OnlyEnabled" };
  const char *which = ovs_practice_exchange_get_query (exchange, "modules");

  if (!ovs_practice_exchange_check_provider (exchange, 0))
    return;
  for (gsize i = 0; which != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (words[i], which) == 0)
      {
        ovs_practice_list_reply_whole (exchange, &report_list, NULL);
        return;
      }
  ovs_practice_exchange_refuse (exchange,
                                "The parameter modules must be All, None, Selection or OnlyEnabled.");
}

const OvsPracticeRoute ovs_practice_module_routes[] = {
  { OVS_PRACTICE_ROUTE_API, "GET", "/providers/employers/{uuid}/modules", "2018-01-01", list_modules,
    "GetModulesByEmployerId" },
  { OVS_PRACTICE_ROUTE_API, "PATCH", "/providers/employers/{uuid}/modules", "2018-01-01", patch_modules,
    "PatchModulesByEmployerId" },
  { OVS_PRACTICE_ROUTE_API, "GET", "/providers/{uuid}/modules", "2018-01-01", list_provider_modules,
    "GetModulesByProviderId" },
  { OVS_PRACTICE_ROUTE_API, "GET", "/provider/providers/{uuid}/employers/modules", "2018-01-01", list_report,
    "GetModulesByProviderId" },
  { 0 },
};
