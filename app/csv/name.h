/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OvsNameParts:
 *
 * A name in its parts, each never NULL and perhaps empty.
 */
typedef struct
{
  char *initials;
  char *prefix;
  char *last_name;
} OvsNameParts;

/**
 * Takes a name that stands in one column apart: `Vries, J.P. de`, `J.P. de Vries` and, as Loket writes it,
 * `Vries - Bakker J.P. de`. Titles and a first name in parentheses are left off. What cannot be told apart stays together
 * as the last name; a first name is never made into an initial.
 * @text: cleaned by ovs_text_clean()
 */
void ovs_name_split       (const char *text, OvsNameParts *parts);

void ovs_name_parts_clear (OvsNameParts *parts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OvsNameParts, ovs_name_parts_clear)

G_END_DECLS
