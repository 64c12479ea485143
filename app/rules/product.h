/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OVS_PRODUCT_OTHER,
  OVS_PRODUCT_KIND_WERKNEMERLOKET,
  OVS_PRODUCT_KIND_MIJNLOKET,
} OvsProductKind;

/**
 * ovs_product_recognise:
 * @number: 0 where Loket does not tell
 * @description: Loket's words
 * @werknemerloket, @mijnloket: the numbers of the two, 0 where it is not known
 *
 * Which portal a product of Loket is. The number goes first; Loket publishes none for MijnLoket and did not always give numbers at all, so
 * the description tells where no number does. Pure.
 */
OvsProductKind ovs_product_recognise (int number, const char *description, int werknemerloket, int mijnloket);

G_END_DECLS
