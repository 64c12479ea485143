/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steps/step-page.h"

G_BEGIN_DECLS

/*
 * What can be done about closing. Each tells through the window of @page what happened, with a way back, or what went wrong.
 */

/** Closes those of @employers (element-type gint64) that nothing keeps open; NULL: all that are looked at. */
void ovs_closing_work_close      (OvsStepPage *page, const GArray *employers);

/** Asks why @employer, called @name, is closed all the same, and closes it. @because: what keeps it open, in words. */
void ovs_closing_work_close_anyway (OvsStepPage *page, gint64 employer, const char *name, const char *because);

/** Opens @employer again. */
void ovs_closing_work_open_again (OvsStepPage *page, gint64 employer);

/** Asks Loket whether Product 500 is gone at the clients that take part. */
void ovs_closing_work_ask_loket  (OvsStepPage *page);

/** Asks where, and saves the verantwoording there. @employer: 0 for the office; @name: (nullable) of the client. @table: as CSV, else as PDF. */
void ovs_closing_work_account    (OvsStepPage *page, gint64 employer, const char *name, gboolean table);

G_END_DECLS
