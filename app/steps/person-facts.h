/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "dossier/story.h"

G_BEGIN_DECLS

/** The accesses to both portals, each with its sign and where it is known from. Returns: (transfer floating). */
GtkWidget *ovs_person_facts_new_accesses (const OvsStory *story);

/**
 * What else is known of somebody. @birth_date: whole, or %OVS_NO_DAY to cover it, with a button for the action `person.show-birth-date`.
 * Returns: (transfer floating).
 */
GtkWidget *ovs_person_facts_new_list     (const OvsStory *story, OvsDay birth_date);

G_END_DECLS
