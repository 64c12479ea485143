/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/product.h"

static void
test_recognise (void)
{
  g_assert_cmpint (ovs_product_recognise (500, "WNL", 500, 0), ==, OVS_PRODUCT_KIND_WERKNEMERLOKET);
  g_assert_cmpint (ovs_product_recognise (0, "Werknemerloket", 500, 0), ==, OVS_PRODUCT_KIND_WERKNEMERLOKET);
  g_assert_cmpint (ovs_product_recognise (501, "Werknemerloket (extra)", 500, 0), ==, OVS_PRODUCT_OTHER);
  g_assert_cmpint (ovs_product_recognise (777, "MijnLoket Plus", 500, 0), ==, OVS_PRODUCT_KIND_MIJNLOKET);
  g_assert_cmpint (ovs_product_recognise (0, "MIJNLOKET", 500, 0), ==, OVS_PRODUCT_KIND_MIJNLOKET);
  /* Another number is a setting of the dossier. */
  g_assert_cmpint (ovs_product_recognise (777, "Portaal", 500, 777), ==, OVS_PRODUCT_KIND_MIJNLOKET);
  g_assert_cmpint (ovs_product_recognise (500, "WNL", 640, 0), ==, OVS_PRODUCT_OTHER);
  g_assert_cmpint (ovs_product_recognise (100, "Salarisverwerking", 500, 0), ==, OVS_PRODUCT_OTHER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/product/recognise", test_recognise);
  return g_test_run ();
}
