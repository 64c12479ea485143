/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/web/session.h"

G_BEGIN_DECLS

/** What a browser sent with a form. */
typedef struct _OvsPracticeForm OvsPracticeForm;

/**
 * Reads the form of this request, which must come from a page of @session: its field `csrf` fits, and the browser does not say that
 * another site sent it. NULL, and answered with a page that says what to do, otherwise.
 * @session: (nullable): none is never right
 * Returns: (transfer full) (nullable).
 */
OvsPracticeForm *ovs_practice_form_read    (OvsPracticeExchange *exchange, OvsPracticeSession *session);

/**
 * The same, but a form that stood open for so long that its session is over comes back with @too_old: what to say above the page, which
 * is shown again with what was typed. Nothing else may be done with such a form.
 * @too_old: (out) (nullable): NULL for a form that is good
 */
OvsPracticeForm *ovs_practice_form_read_again (OvsPracticeExchange *exchange, OvsPracticeSession *session, const char **too_old);
void             ovs_practice_form_free    (OvsPracticeForm *self);

/** The first field @name without spaces around it, or NULL; the text of a file that was chosen. Valid as long as @self. */
const char      *ovs_practice_form_get     (OvsPracticeForm *self, const char *name);

/** The same with the spaces: for a password. */
const char      *ovs_practice_form_get_raw (OvsPracticeForm *self, const char *name);

/** All fields @name, as tick boxes have them. Returns: (transfer container) (element-type utf8). */
GPtrArray       *ovs_practice_form_get_all (OvsPracticeForm *self, const char *name);

/** The file that was chosen in field @name as bytes; NULL when there is none. Valid as long as @self. */
GBytes          *ovs_practice_form_get_file (OvsPracticeForm *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsPracticeForm, ovs_practice_form_free)

G_END_DECLS
