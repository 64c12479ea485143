/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What an office reads for one of Loket's eight words, in files and on pages; @status itself when it is none of them. */
const char *ovs_practice_status_label (const char *status);

G_END_DECLS
