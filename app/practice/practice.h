/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "practice/mail/mail-server.h"
#include "practice/office/wanted.h"

G_BEGIN_DECLS

#define OVS_TYPE_PRACTICE (ovs_practice_get_type ())
G_DECLARE_FINAL_TYPE (OvsPractice, ovs_practice, OVS, PRACTICE, GObject)

/* An office of a believable size that is there at once. */
#define OVS_PRACTICE_DEFAULT_EMPLOYERS 40
#define OVS_PRACTICE_DEFAULT_EMPLOYEES 1200
#define OVS_PRACTICE_DEFAULT_SEED 1

/**
 * OvsPractice:
 *
 * The practice Loket: Loket's API, its OAuth and what happens on its side (invitations, mails, reminders, expiry, product 500),
 * played on this machine over HTTP, for training, tests and measurements. It keeps a database of its own and shares no rule or
 * parser with the rest of the program, so that it can witness what the program does. It listens on loopback only unless told
 * otherwise. What it mails is read at `/practice/mail`, and leaves for nowhere until a mail server is set.
 *
 * It lives in the thread-default main context at the moment of ovs_practice_new(), and stops when it is finalized.
 */

/**
 * ovs_practice_new:
 * @data_dir: (nullable): folder that keeps its file, made when missing; NULL: temporary, gone at the end
 * @employers: @employees: @seed: the office that an empty database is filled with; the same three always make the same one.
 *   A database that is filled already keeps its own.
 *
 * Returns: (transfer full): NULL with @error in the %G_IO_ERROR domain: %G_IO_ERROR_BUSY when another practice Loket
 *   works in @data_dir, %G_IO_ERROR_INVALID_ARGUMENT for impossible numbers, others when the folder cannot be used.
 */
OvsPractice *ovs_practice_new         (const char *data_dir, int employers, int employees, guint32 seed, GError **error);

/**
 * The same for an office of which more is said. Its first day sets the clock of an empty database to nine in the morning of that day, and
 * %G_IO_ERROR_INVALID_ARGUMENT is also an impossible one.
 */
OvsPractice *ovs_practice_new_wanted  (const char *data_dir, const OvsPracticeWanted *wanted, GError **error);

/** Listens on 127.0.0.1 at @port; 0 takes a free one. */
gboolean     ovs_practice_listen      (OvsPractice *self, guint port, GError **error);

/**
 * Listens at @address instead, an address of this machine or a name of it, for a training group on a network of its own. Whoever
 * reaches it there may do everything, and nothing on the way is encrypted. Every request has to call it by that name and port.
 */
gboolean     ovs_practice_listen_at   (OvsPractice *self, const char *address, guint port, GError **error);

/** `http://127.0.0.1:PORT` (or what it listens at instead), without a slash at the end; NULL before ovs_practice_listen(). Owned by @self. */
const char  *ovs_practice_get_url     (OvsPractice *self);

/**
 * How long collective actions take: @start milliseconds before one is begun (30 by default), @item for each of its people (1).
 */
void         ovs_practice_set_delays  (OvsPractice *self, guint start, guint item);

/**
 * Delivers every mail from now on to @server (nullable: no more) as well, see practice/mail/courier.h.
 * Returns: FALSE with %G_IO_ERROR_INVALID_ARGUMENT and a sentence when @server cannot be one.
 */
gboolean     ovs_practice_set_mail_server (OvsPractice *self, const OvsPracticeMailServer *server, GError **error);

/**
 * Writes `klanten.csv` (UTF-8 with BOM) and `medewerkers.csv` (Windows-1252) into @folder, as the office of this practice Loket
 * would have them, with `;` and CRLF. Files that are there are replaced.
 */
gboolean     ovs_practice_write_files (OvsPractice *self, const char *folder, GError **error);

/**
 * Writes the same lists in another style that offices export in, as `klanten-STYLE.csv` and `medewerkers-STYLE.csv`, into @folder, which is made
 * when missing. @style: one of ovs_practice_file_styles_list(), or `alle`. %G_IO_ERROR_INVALID_ARGUMENT for another one.
 */
gboolean     ovs_practice_write_style (OvsPractice *self, const char *folder, const char *style, GError **error);

G_END_DECLS
