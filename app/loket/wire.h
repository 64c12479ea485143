/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/clock.h"
#include "loket/exchange.h"

G_BEGIN_DECLS

#define OVS_TYPE_WIRE (ovs_wire_get_type ())
G_DECLARE_FINAL_TYPE (OvsWire, ovs_wire, OVS, WIRE, GObject)

/**
 * OvsWire:
 *
 * The way to one Loket: sends requests with the manners that Loket may expect (how many, how often, when again),
 * whatever they ask. Main context only.
 */

/** @url: where Loket is; on loopback no proxy is used. Returns: (transfer full). */
OvsWire    *ovs_wire_new          (const char           *url,
                                   gboolean              loopback,
                                   OvsClock             *clock);

/** The limits, to be changed before the first request only. Returns: (transfer none). */
OvsManners *ovs_wire_get_manners  (OvsWire              *self);

/** Where Loket is, for sentences. Returns: (transfer none). */
const char *ovs_wire_get_host     (OvsWire              *self);

/** Sends @request, and again where ovs_outcome_may_retry(). @request: (transfer full). */
void        ovs_wire_send_async   (OvsWire              *self,
                                   OvsRequest           *request,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);

/**
 * ovs_wire_send_finish:
 *
 * Returns: (transfer full) (nullable): the last answer, good or bad; NULL with %G_IO_ERROR_CANCELLED, or for a request that can be halted
 * %OVS_LOKET_ERROR_CALLED_OFF, only.
 */
OvsAnswer  *ovs_wire_send_finish  (OvsWire              *self,
                                   GAsyncResult         *result,
                                   GError              **error);

/**
 * What the last answer means, as ovs_outcome_judge(), with the Retry-After that it carries. Returns: (transfer full)
 * (nullable).
 */
GError     *ovs_wire_judge        (OvsWire              *self,
                                   const OvsAnswer      *answer,
                                   gboolean              write);

G_END_DECLS
