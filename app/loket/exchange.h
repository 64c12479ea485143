/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#include "loket/manners.h"

G_BEGIN_DECLS

/** A request as it is described before it is sent, and perhaps sent again. */
typedef struct
{
  const char *method; /* a static string: GET, POST, PATCH */
  const char *name;   /* a static string for the log: the path without ids */
  char *url;
  char *accept;             /* (nullable) */
  char *bearer;             /* (nullable) the access token */
  const char *content_type; /* (nullable) a static string */
  GBytes *body;             /* (nullable) */
  GCancellable *halt;       /* (nullable) calls it off as long as nothing of it was sent */
} OvsRequest;

/** Returns: (transfer full): a GET of @url, which it takes over. */
OvsRequest *ovs_request_new_get  (const char *name,
                                  char       *url);
void        ovs_request_free     (OvsRequest *request);
gboolean    ovs_request_is_write (const OvsRequest *request);

/** Returns: (transfer full): the error of a request that was stopped before anything of it was sent. */
GError     *ovs_request_stopped  (const OvsRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsRequest, ovs_request_free)

/**
 * OvsBreak:
 * @OVS_BREAK_NONE: the answer came in whole
 * @OVS_BREAK_NO_CONNECTION: there was no connection over which anything could be sent
 * @OVS_BREAK_DROPPED: the connection broke when the request was, or may have been, on its way
 * @OVS_BREAK_TIME_OUT: as before, but nothing came in time
 * @OVS_BREAK_TOO_LARGE: the answer is larger than is read
 * @OVS_BREAK_CERTIFICATE: the other side cannot prove who it is, so that nothing was sent
 *
 * How an exchange ended.
 */
typedef enum
{
  OVS_BREAK_NONE,
  OVS_BREAK_NO_CONNECTION,
  OVS_BREAK_DROPPED,
  OVS_BREAK_TIME_OUT,
  OVS_BREAK_TOO_LARGE,
  OVS_BREAK_CERTIFICATE,
} OvsBreak;

/** What came back. */
typedef struct
{
  OvsBreak broken;
  guint status;      /* 0 where no answer began */
  GBytes *body;      /* (nullable) */
  JsonNode *json;    /* (nullable) the document in the body, where it is one */
  gboolean should_be_json; /* it was asked for, by Accept */
  char *location;    /* (nullable) where it redirects to */
  char *retry_after; /* (nullable) as the header says */
  char *date;        /* (nullable) as the header says */
} OvsAnswer;

void        ovs_answer_free      (OvsAnswer *answer);

/** TRUE for a status from 200 to 299 that came in whole. */
gboolean    ovs_answer_is_good   (const OvsAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsAnswer, ovs_answer_free)

/**
 * ovs_exchange_async:
 * @manners: time and size limits; must outlive the exchange
 *
 * One request and its answer over @session, sent once: no redirect is followed, no answer of 401 is negotiated, and a
 * write never goes out a second time.
 */
void        ovs_exchange_async   (SoupSession         *session,
                                  const OvsManners    *manners,
                                  const OvsRequest    *request,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);

/** Returns: (transfer full) (nullable): however it ended; NULL with %G_IO_ERROR_CANCELLED or %OVS_LOKET_ERROR_CALLED_OFF only. */
OvsAnswer  *ovs_exchange_finish  (SoupSession         *session,
                                  GAsyncResult        *result,
                                  GError             **error);

G_END_DECLS
