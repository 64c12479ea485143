/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/office/status.h"

const char *
ovs_practice_status_label (const char *status)
{
  static const struct
  {
    const char *status;
    const char *label;
  } labels[] = {
    { "HasAccessToClient", "toegang actief" },
    { "NoAccessToClient", "geen toegang" },
    { "InvitePending", "uitnodiging loopt" },
    { "InviteFailed", "uitnodiging mislukt" },
    { "InviteCancelled", "ingetrokken" },
    { "InviteExpired", "verlopen" },
    { "AccessToClientIsBlocked", "toegang tot deze werkgever geblokkeerd" },
    { "UserIsBlocked", "hele gebruiker geblokkeerd" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].status, status))
      return labels[i].label;
  return status;
}
