/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steps/step-page.h"

G_BEGIN_DECLS

/** Asks for a day after today, in a window above that of @page. ovs_ask_later_finish() gives %OVS_NO_DAY where nobody chose one. */
void   ovs_ask_later_async  (OvsStepPage *page, GAsyncReadyCallback callback, gpointer user_data);
OvsDay ovs_ask_later_finish (GAsyncResult *result);

G_END_DECLS
