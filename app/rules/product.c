/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/product.h"

#include <string.h>

OvsProductKind
ovs_product_recognise (int number, const char *description, int werknemerloket, int mijnloket)
{
  g_autofree char *folded = g_ascii_strdown (description, -1);

  if (number != 0 && number == werknemerloket)
    return OVS_PRODUCT_KIND_WERKNEMERLOKET;
  if (number != 0 && number == mijnloket)
    return OVS_PRODUCT_KIND_MIJNLOKET;
  if (number == 0 && strstr (folded, "werknemerloket") != NULL)
    return OVS_PRODUCT_KIND_WERKNEMERLOKET;
  return strstr (folded, "mijnloket") != NULL ? OVS_PRODUCT_KIND_MIJNLOKET : OVS_PRODUCT_OTHER;
}
