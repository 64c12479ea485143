/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "csv/preview.h"

G_BEGIN_DECLS

#define OVS_TYPE_IMPORT_QUESTIONS (ovs_import_questions_get_type ())
G_DECLARE_FINAL_TYPE (OvsImportQuestions, ovs_import_questions, OVS, IMPORT_QUESTIONS, AdwBin)

/**
 * OvsImportQuestions:
 *
 * What Overstap does not guess about a file: which of two columns is meant, where a needed one is, in which encoding the names are
 * right. A question stays with its answer.
 *
 * Signals: "answered" (guint field, int column): that column means it, -1 for none; "confirmed" (guint field, int
 * column): it means that indeed; "encoding" (int): this one is right.
 */
GtkWidget *ovs_import_questions_new  (void);

/** Shows the questions of @preview; hides itself where there are none. */
void       ovs_import_questions_show (OvsImportQuestions *self, const OvsCsvPreview *preview);

G_END_DECLS
