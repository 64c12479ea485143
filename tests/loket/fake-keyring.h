/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/keyring.h"

G_BEGIN_DECLS

/* A keyring with room for one secret that does what a test tells it to. */
#define FAKE_TYPE_KEYRING (fake_keyring_get_type ())
G_DECLARE_FINAL_TYPE (FakeKeyring, fake_keyring, FAKE, KEYRING, GObject)

FakeKeyring *fake_keyring_new              (void);

/** Fails whatever is asked of it from now on. */
void         fake_keyring_set_failing      (FakeKeyring *self, gboolean failing);

/** Stores nothing until fake_keyring_release(): what it is asked to waits. */
void         fake_keyring_hold             (FakeKeyring *self);
void         fake_keyring_release          (FakeKeyring *self);
gboolean     fake_keyring_has_held         (FakeKeyring *self);

/** What is in it (nullable). */
const char  *fake_keyring_get              (FakeKeyring *self);
void         fake_keyring_set              (FakeKeyring *self, const char *secret);

/** What another process puts into it, right after the next lookup. */
void         fake_keyring_set_after_lookup (FakeKeyring *self, const char *secret);

/** Which item was asked about last, as ovs_keyring_item_to_key(). */
const char  *fake_keyring_get_item         (FakeKeyring *self);

G_END_DECLS
