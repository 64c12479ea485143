/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/products.h"

#include <string.h>

/* Loket's article on a group of clients says which one it takes away when an employer is over. */
#define WERKNEMERLOKET_NUMBER 500

static gboolean
is_called (const OvsLoketModule *module, const char *name)
{
  g_autofree char *description = g_ascii_strdown (module->description, -1);

  return strstr (description, name) != NULL;
}

static gboolean
is_werknemerloket (const OvsLoketModule *module)
{
  return module->number == WERKNEMERLOKET_NUMBER || (module->number == 0 && is_called (module, "werknemerloket"));
}

void
ovs_products_read (const GPtrArray *modules, OvsProducts *products)
{
  *products = (OvsProducts){ OVS_TOLD_NO, OVS_TOLD_NO, "" };
  for (guint i = 0; i < modules->len; i++)
    {
      const OvsLoketModule *module = g_ptr_array_index (modules, i);

      if (is_werknemerloket (module))
        products->product_500 = OVS_TOLD_YES;
      else if (is_called (module, "mijnloket"))
        {
          products->mijnloket = OVS_TOLD_YES;
          products->tier = module->bundle;
        }
    }
}
