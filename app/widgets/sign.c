/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/sign.h"

static const struct
{
  const char *icon;
  const char *style;
} signs[] = {
  [OVS_SIGN_NONE] = { NULL, NULL },
  [OVS_SIGN_DONE] = { "emblem-ok-symbolic", "success" },
  [OVS_SIGN_INFO] = { "dialog-information-symbolic", "accent" },
  [OVS_SIGN_WARNING] = { "dialog-warning-symbolic", "warning" },
  [OVS_SIGN_STOPPER] = { "action-unavailable-symbolic", "error" },
  [OVS_SIGN_UNKNOWN] = { "dialog-question-symbolic", "soft" },
  [OVS_SIGN_WAITING] = { "content-loading-symbolic", "soft" },
  [OVS_SIGN_QUESTION] = { "dialog-question-symbolic", "warning" },
  [OVS_SIGN_NEVER] = { "changes-prevent-symbolic", "error" },
  [OVS_SIGN_IGNORED] = { "view-conceal-symbolic", "soft" },
  [OVS_SIGN_CALL] = { "call-start-symbolic", "accent" },
  [OVS_SIGN_MAIL] = { "mail-unread-symbolic", "accent" },
  [OVS_SIGN_DAY] = { "x-office-calendar-symbolic", "soft" },
};

const char *
ovs_sign_get_icon (OvsSign sign)
{
  return signs[sign].icon;
}

const char *
ovs_sign_get_class (OvsSign sign)
{
  return signs[sign].style;
}
