/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/clock.h"
#include "base/day.h"
#include "base/keyring.h"
#include "loket/browser.h"
#include "loket/loket-error.h"
#include "loket/loket-kind.h"

G_BEGIN_DECLS

/**
 * OvsLoketObsolete:
 * @resource: the path without ids, such as `providers/employers/minimized`
 * @on: the day on which Loket stops serving the version that this program asks for
 */
typedef struct
{
  char *resource;
  OvsDay on;
} OvsLoketObsolete;

/**
 * OvsLoketField:
 * @resource: as OvsLoketObsolete
 * @field: path of a member in its answers that Loket does not describe, see loket/shapes.h
 */
typedef struct
{
  char *resource;
  char *field;
} OvsLoketField;

#define OVS_TYPE_LOKET (ovs_loket_get_type ())
G_DECLARE_FINAL_TYPE (OvsLoket, ovs_loket, OVS, LOKET, GObject)

/**
 * OvsLoket:
 *
 * A client of one Loket. Everything is asynchronous in the thread-default main context in which it was made, without
 * threads; all calls can be cancelled and many may run at once: it sends at most 4 requests at a time, never more
 * than 25 equal GETs or 5 equal writes a second (equal: same verb and path), and keeps to `Retry-After` (at most 120
 * s). Reading: loket/lists.h; writing: loket/changes.h; the doors: loket/practice-door.h.
 *
 * A GET is tried again up to 4 times after a dropped connection, a 5xx, 429, or an answer without JSON. A write is
 * sent once, on a connection of its own; it is sent again (up to 4 times) only after a 429 or 503 that carries
 * `Retry-After`, and once after a 401 when the sign-in has been renewed: then nothing was done.
 *
 * Tokens are never logged. Where a person signs in, a keyring keeps them; else memory.
 */

/**
 * ovs_loket_new:
 * @url: `https://api.loket.nl`, `https://api.loket-acc.nl`, or `http://127.0.0.1:PORT`. http is accepted for
 *   loopback hosts only
 *   (127.0.0.0/8, ::1, localhost); elsewhere it must be https. No user, query or fragment
 * @clock: (transfer none): reads a `Retry-After` that is a date
 *
 * Nothing is asked yet.
 * Returns: (transfer full) (nullable): NULL with %OVS_LOKET_ERROR_REFUSED_URL.
 */
OvsLoket        *ovs_loket_new             (const char           *url,
                                            OvsClock             *clock,
                                            GError              **error);

/** The URL without a slash at the end. Returns: (transfer none). */
const char      *ovs_loket_get_url         (OvsLoket             *self);

/** Which Loket the URL means; follows from the URL alone. */
OvsLoketKind     ovs_loket_get_kind        (OvsLoket             *self);

/**
 * Keeps the sign-in in @keyring: a person signs in. So it is by itself with the program's keyring, but on loopback.
 */
void             ovs_loket_use_keyring     (OvsLoket             *self,
                                            OvsKeyring           *keyring);

/**
 * ovs_loket_use_browser:
 * @browser: (nullable): with whom somebody signs in at the next ovs_loket_sign_in_async(); NULL: nobody does, what is kept must do
 *
 * On loopback too that makes it a Loket where a person signs in.
 */
void             ovs_loket_use_browser     (OvsLoket             *self,
                                            OvsBrowser           *browser);

/** Whether a person signs in here, in a browser. */
gboolean         ovs_loket_needs_person    (OvsLoket             *self);

/** Whether the sign-in outlives this run, as far as is known: it is in a keyring that opens. */
gboolean         ovs_loket_is_kept         (OvsLoket             *self);

/** Loket's id of the firm that the dossier is bound to (nullable): whose sign-in is used. */
void             ovs_loket_set_provider    (OvsLoket             *self,
                                            const char           *provider);

/**
 * ovs_loket_keep_async:
 * @provider: of the firm that signed in
 *
 * Keeps the sign-in, once it is known whose it is. Nothing where no person signs in.
 */
void             ovs_loket_keep_async      (OvsLoket             *self,
                                            const char           *provider,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean         ovs_loket_keep_finish     (OvsLoket             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/** Forgets what is kept of the sign-in of @provider. */
void             ovs_loket_sign_out_async  (OvsLoket             *self,
                                            const char           *provider,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean         ovs_loket_sign_out_finish (OvsLoket             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/**
 * ovs_loket_sign_in_async:
 *
 * Signs in, whether or not that was done before: in the browser that was given, else with what is kept; on loopback it follows the redirect of
 * `/authorize` by itself. Where none of these is possible it fails with %OVS_LOKET_ERROR_SIGN_IN. From then on the sign-in is renewed by itself when it
 * runs out, once for all requests that wait for it; where Loket no longer takes it (`invalid_grant`), it signs in anew on loopback, and elsewhere the
 * requests fail with %OVS_LOKET_ERROR_SIGN_IN.
 */
void             ovs_loket_sign_in_async   (OvsLoket             *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean         ovs_loket_sign_in_finish  (OvsLoket             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/**
 * ovs_loket_set_halt:
 * @halt: (nullable)
 *
 * Changes that are asked for from now on can be called off by @halt as long as nothing of them was sent, while they wait for their turn too; what
 * was sent is waited for. Then they fail with %OVS_LOKET_ERROR_CALLED_OFF. While such a change waits, its own cancellable does not stop it.
 */
void             ovs_loket_set_halt        (OvsLoket             *self,
                                            GCancellable         *halt);

/**
 * ovs_loket_get_prefixes:
 *
 * Which path prefixes were found, as a short text to keep in the dossier; empty before anything was found. Its
 * form is this room's own. Returns: (transfer full): never NULL.
 */
char            *ovs_loket_get_prefixes    (OvsLoket             *self);

/**
 * Takes over what ovs_loket_get_prefixes() gave; what it does not understand is found anew. @prefixes: (nullable).
 */
void             ovs_loket_set_prefixes    (OvsLoket             *self,
                                            const char           *prefixes);

/**
 * ovs_loket_get_obsolete:
 *
 * The resources whose version Loket announced to stop, each once, in the order in which it was told.
 * Returns: (transfer none) (element-type OvsLoketObsolete): never NULL; grows.
 */
const GPtrArray *ovs_loket_get_obsolete    (OvsLoket             *self);

/**
 * ovs_loket_get_unknown_fields:
 *
 * What Loket answered that it had not described when this version was made, each once, in the order in which it came; not more than a hundred.
 * Returns: (transfer none) (element-type OvsLoketField): never NULL; grows.
 */
const GPtrArray *ovs_loket_get_unknown_fields (OvsLoket          *self);

G_END_DECLS
