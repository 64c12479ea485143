/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rules/told.h"
#include "loket/records.h"

G_BEGIN_DECLS

/**
 * OvsProducts:
 * @tier: the subscription to MijnLoket: Start, Plus, Pro; empty where it is not told. Borrowed from the modules
 *
 * Which of the two portals an employer has.
 */
typedef struct
{
  OvsTold product_500;
  OvsTold mijnloket;
  const char *tier;
} OvsProducts;

/**
 * For this room: what the modules that are switched on for an employer (element-type OvsLoketModule) come to. Loket publishes no number for MijnLoket and
 * did not always give numbers at all: where there is none, the description tells.
 */
void ovs_products_read (const GPtrArray *modules, OvsProducts *products);

G_END_DECLS
