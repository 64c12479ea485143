/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Why two clients had better be converted on one day; our own advice. */
typedef enum
{
  OVS_TIE_ADDRESS, /* people of both have the same private address */
  OVS_TIE_PERSON,  /* somebody works at both */
  OVS_TIE_OWNER,   /* the same group, or the same contact address */
  OVS_N_TIES
} OvsTie;

G_END_DECLS
