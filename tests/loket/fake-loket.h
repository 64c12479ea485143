/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "loket/loket.h"

G_BEGIN_DECLS

/*
 * A Loket that answers what a test tells it to, on loopback in the same main context. It signs in whoever asks, hands
 * out tokens that it checks, and counts what it saw. A path that no test gave an answer is 404.
 */
typedef struct _FakeLoket FakeLoket;

FakeLoket    *fake_loket_new              (void);
void          fake_loket_free             (FakeLoket   *fake);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FakeLoket, fake_loket_free)

const char   *fake_loket_get_url          (FakeLoket   *fake);

/** The answer from now on. A @path that ends in `*` holds for all that begin so. */
void          fake_loket_answer           (FakeLoket   *fake,
                                           const char  *method,
                                           const char  *path,
                                           guint        status,
                                           const char  *body);

/** The answer to the next request only; several are given in order, before any lasting answer. */
void          fake_loket_answer_once      (FakeLoket   *fake,
                                           const char  *method,
                                           const char  *path,
                                           guint        status,
                                           const char  *body);

/** As fake_loket_answer_once(), with one header. */
void          fake_loket_answer_header    (FakeLoket   *fake,
                                           const char  *method,
                                           const char  *path,
                                           guint        status,
                                           const char  *header,
                                           const char  *value);

/** The next request gets @text as it is, no HTTP added, and then the connection closes; "" closes at once. */
void          fake_loket_answer_raw_once  (FakeLoket   *fake,
                                           const char  *method,
                                           const char  *path,
                                           const char  *text);

/** Answers take @milliseconds from now on. */
void          fake_loket_set_delay        (FakeLoket   *fake,
                                           guint        milliseconds);

/** The access token that is in use is no longer valid. */
void          fake_loket_expire           (FakeLoket   *fake);

/** The refresh tokens that were given are no longer valid. */
void          fake_loket_forget           (FakeLoket   *fake);

/** The sign-in comes back with another state. */
void          fake_loket_set_wrong_state  (FakeLoket   *fake);

/** How long the next access tokens live, in seconds. */
void          fake_loket_set_lifetime     (FakeLoket   *fake,
                                           int          seconds);

/** How many requests came in; @method and @path are NULL for any. */
guint         fake_loket_count            (FakeLoket   *fake,
                                           const char  *method,
                                           const char  *path);

/** The most that were under way at one time. */
guint         fake_loket_get_most_at_once (FakeLoket   *fake);

/** Of the last request on @path: a header ("Accept"), "query" or "body". Returns: (transfer none) (nullable). */
const char   *fake_loket_get_last         (FakeLoket   *fake,
                                           const char  *path,
                                           const char  *what);

/** A list page of @items (JSON, comma-separated). Returns: (transfer full). */
char         *fake_loket_page             (int          page,
                                           int          pages,
                                           int          size,
                                           const char  *items);

/** A client of @fake with small limits, signed in. Returns: (transfer full). */
OvsLoket     *fake_loket_client           (FakeLoket   *fake);

/** A client that is not signed in. Returns: (transfer full). */
OvsLoket     *fake_loket_stranger         (FakeLoket   *fake);

/** A client that is signed in and knows that all paths begin with /v2. Returns: (transfer full). */
OvsLoket     *fake_loket_knowing_client   (FakeLoket   *fake);

/** For a GAsyncReadyCallback whose user data is a GAsyncResult** that is NULL. */
void          fake_loket_done_cb          (GObject      *source,
                                           GAsyncResult *result,
                                           gpointer      slot);

/** Runs the main context until @slot is filled. Returns: (transfer none): *@slot. */
GAsyncResult *fake_loket_wait             (GAsyncResult **slot);

/** How a list of one employer, or of one action, is read. */
typedef void (*FakeReadAsync) (OvsLoket            *loket,
                               const char          *id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
typedef GPtrArray *(*FakeReadFinish) (OvsLoket      *loket,
                                      GAsyncResult  *result,
                                      GError       **error);

/** Reads such a list and waits. Returns: (transfer full) (nullable). */
GPtrArray    *fake_loket_read             (OvsLoket       *loket,
                                           FakeReadAsync   read,
                                           FakeReadFinish  finish,
                                           const char     *id,
                                           GError        **error);

/** Signs in and waits. */
gboolean      fake_loket_sign_in          (OvsLoket     *loket,
                                           GError      **error);

G_END_DECLS
