/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table/table.h"

G_BEGIN_DECLS

/** Lets Enter and a double click on a row of @table, whose ids are those of employees, show that person's story. */
void       ovs_show_person_from       (OvsTable *table);

/** A small button that shows the story of whom it is about, see below; nobody at first. Returns: (transfer floating). */
GtkWidget *ovs_show_person_button_new (void);

/** @employee: 0 for nobody. */
void       ovs_show_person_button_set (GtkWidget *button, gint64 employee);

G_END_DECLS
