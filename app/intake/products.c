/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/products.h"

#include "rules/boundary.h"
#include "rules/product.h"

void
ovs_products_read (const GPtrArray *modules, OvsProducts *products)
{
  *products = (OvsProducts){ OVS_TOLD_NO, OVS_TOLD_NO, "" };
  for (guint i = 0; i < modules->len; i++)
    {
      const OvsLoketModule *module = g_ptr_array_index (modules, i);

      switch (ovs_product_recognise (module->number, module->description, OVS_PRODUCT_WERKNEMERLOKET, 0))
        {
        case OVS_PRODUCT_KIND_WERKNEMERLOKET:
          products->product_500 = OVS_TOLD_YES;
          break;
        case OVS_PRODUCT_KIND_MIJNLOKET:
          products->mijnloket = OVS_TOLD_YES;
          products->tier = module->bundle;
          break;
        case OVS_PRODUCT_OTHER:
        default:
          break;
        }
    }
}
