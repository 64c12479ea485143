/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What something means, shown by a sign beside its text and never by colour alone. */
typedef enum
{
  OVS_SIGN_NONE,
  OVS_SIGN_DONE,
  OVS_SIGN_INFO,
  OVS_SIGN_WARNING,
  OVS_SIGN_STOPPER,
  OVS_SIGN_UNKNOWN,
  OVS_SIGN_WAITING,
  OVS_SIGN_QUESTION, /* somebody has to choose */
  OVS_SIGN_NEVER,    /* never read, not possible */
  OVS_SIGN_IGNORED,  /* left out of sight */
  OVS_SIGN_CALL,
  OVS_SIGN_MAIL,    /* can be mailed */
  OVS_SIGN_DAY,     /* a day on which something is due */
} OvsSign;

/** The name of the symbolic icon; NULL for %OVS_SIGN_NONE. Returns: (transfer none). */
const char *ovs_sign_get_icon  (OvsSign sign);

/** The style class that colours it; NULL for none. Returns: (transfer none). */
const char *ovs_sign_get_class (OvsSign sign);

G_END_DECLS
