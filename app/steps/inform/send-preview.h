/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "letters/posting-plan.h"

G_BEGIN_DECLS

#define OVS_TYPE_SEND_PREVIEW (ovs_send_preview_get_type ())
G_DECLARE_FINAL_TYPE (OvsSendPreview, ovs_send_preview, OVS, SEND_PREVIEW, AdwBin)

/** What one client gets, or why it gets nothing: the letter with what goes along. */
OvsSendPreview *ovs_send_preview_new  (void);

void            ovs_send_preview_show (OvsSendPreview *self, const OvsPostingItem *item);

G_END_DECLS
