/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "letters/letter.h"

G_BEGIN_DECLS

#define OVS_TYPE_LETTER_VIEW (ovs_letter_view_get_type ())
G_DECLARE_FINAL_TYPE (OvsLetterView, ovs_letter_view, OVS, LETTER_VIEW, AdwBin)

/** A letter as its reader gets it: to whom, the subject and the text, with what was filled in standing out and what lacks underlined. */
OvsLetterView *ovs_letter_view_new       (void);

/** @letter: (nullable): NULL for none. */
void           ovs_letter_view_show      (OvsLetterView *self, const OvsLetter *letter);

/** As it went: nothing stands out. @recipient: (nullable). */
void           ovs_letter_view_show_sent (OvsLetterView *self, const char *recipient, const char *subject, const char *text);

G_END_DECLS
