/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a file or a person tells with yes or no; unknown is never taken for no. */
typedef enum
{
  OVS_TOLD_UNKNOWN = -1,
  OVS_TOLD_NO = 0,
  OVS_TOLD_YES = 1,
} OvsTold;

G_END_DECLS
