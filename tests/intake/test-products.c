/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/products.h"

typedef struct
{
  int number;
  const char *description;
  const char *bundle;
} Module;

static void
check (const Module *modules, OvsTold product_500, OvsTold mijnloket, const char *tier)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  OvsProducts products;

  for (; modules->description != NULL; modules++)
    {
      OvsLoketModule *module = g_new0 (OvsLoketModule, 1);

      module->number = modules->number;
      module->description = (char *) modules->description;
      module->bundle = (char *) modules->bundle;
      g_ptr_array_add (list, module);
    }
  ovs_products_read (list, &products);
  g_assert_cmpint (products.product_500, ==, product_500);
  g_assert_cmpint (products.mijnloket, ==, mijnloket);
  g_assert_cmpstr (products.tier, ==, tier);
}

static void
test_both (void)
{
  check ((Module[]){ { 100, "Salarisverwerking", "" }, { 500, "Werknemerloket", "" }, { 777, "MijnLoket", "Plus" }, { 0 } }, OVS_TOLD_YES, OVS_TOLD_YES,
         "Plus");
}

static void
test_none (void)
{
  check ((Module[]){ { 100, "Salarisverwerking", "" }, { 0 } }, OVS_TOLD_NO, OVS_TOLD_NO, "");
}

static void
test_number_goes_before_description (void)
{
  check ((Module[]){ { 500, "WNL", "" }, { 501, "Werknemerloket (extra)", "" }, { 0 } }, OVS_TOLD_YES, OVS_TOLD_NO, "");
  check ((Module[]){ { 501, "Werknemerloket (extra)", "" }, { 0 } }, OVS_TOLD_NO, OVS_TOLD_NO, "");
}

static void
test_without_numbers (void)
{
  check ((Module[]){ { 0, "Product Werknemerloket", "" }, { 0, "Loket: mijnloket", "" }, { 0 } }, OVS_TOLD_YES, OVS_TOLD_YES, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/products/both", test_both);
  g_test_add_func ("/intake/products/none", test_none);
  g_test_add_func ("/intake/products/number-goes-before-description", test_number_goes_before_description);
  g_test_add_func ("/intake/products/without-numbers", test_without_numbers);
  return g_test_run ();
}
