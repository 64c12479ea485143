/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loket/loket.h"
#include "loket/resources.h"
#include "loket/tokens.h"
#include "loket/wire.h"

G_BEGIN_DECLS

/* What the files of this room and its tests share of a client. All are (transfer none). */

OvsWire   *ovs_loket_get_wire      (OvsLoket          *self);
OvsTokens *ovs_loket_get_tokens    (OvsLoket          *self);

/** (nullable) */
GCancellable *ovs_loket_get_halt   (OvsLoket          *self);

OvsPrefix  ovs_loket_get_prefix    (OvsLoket          *self,
                                    OvsFamily          family);
void       ovs_loket_set_prefix    (OvsLoket          *self,
                                    OvsFamily          family,
                                    OvsPrefix          prefix);

/** Notes once per resource that its version stops @on a day. */
void       ovs_loket_note_obsolete (OvsLoket          *self,
                                    const OvsResource *resource,
                                    OvsDay             on);

/** Notes once that answers of @resource have @field. */
void       ovs_loket_note_field    (OvsLoket          *self,
                                    const OvsResource *resource,
                                    const char        *field);

G_END_DECLS
