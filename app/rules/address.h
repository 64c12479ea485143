/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Whether a cell holds an address. The order is stored nowhere; use ovs_address_kind_code(). */
typedef enum
{
  OVS_ADDRESS_ABSENT,  /* nothing, or a word that means nothing: - nvt n.v.t. geen onbekend 0 */
  OVS_ADDRESS_INVALID, /* something that cannot be an address */
  OVS_ADDRESS_OK,
} OvsAddressKind;

/**
 * OvsAddress:
 * @kind: whether it is an address
 * @address: the address as it is shown and as it should stand in Loket: trimmed (white space and no-break space,
 *   `mailto:`, angle brackets, a trailing `.` `,` `;`), NFC, the domain in ASCII and lower case. Empty when absent;
 *   when invalid the trimmed text, so that the user sees what stands there.
 * @key: the address key: two addresses are the same when their keys are equal (case-insensitively). Empty unless OK.
 * @stripped: (nullable): what was taken off, to be shown: before and after the address, with `…` in its place, a white
 *   space character as `␣` and an invisible one as its code (`<mailto:…>;`). NULL when nothing was.
 *
 * A private e-mail cell, read. All texts are valid UTF-8. An immutable value; holds personal data.
 */
typedef struct
{
  OvsAddressKind kind;
  char *address;
  char *key;
  char *stripped;
} OvsAddress;

/**
 * Reads a @cell (nullable, UTF-8; bytes that are none are replaced). Invalid is, after normalising: not exactly one
 * `@`, white space or an invisible character inside, `,` `;` `<` `>` inside (two addresses in one cell), an empty local
 * part, a domain without a dot, with an empty label or that g_hostname_to_ascii() refuses, more than 254 characters.
 * Returns: (transfer full).
 */
OvsAddress *ovs_address_parse            (const char *cell);
void        ovs_address_free             (OvsAddress *address);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsAddress, ovs_address_free)

/** `absent`, `invalid` or `ok`, as a dossier stores the kind. Returns: (transfer none). */
const char *ovs_address_kind_code        (OvsAddressKind kind);

/** Reads what ovs_address_kind_code() writes. FALSE when @code is none. */
gboolean    ovs_address_kind_from_code   (const char *code, OvsAddressKind *kind);

/** The domain within an address or key, from after its `@`; empty when it has none. Returns: (transfer none). */
const char *ovs_address_domain           (const char *address);

/** The part before the `@`; the whole text when there is none. Returns: (transfer full). */
char       *ovs_address_local_part       (const char *address);

/*
 * What follows judges an address key (lower case, domain in ASCII) and allocates nothing, since a million are judged at
 * a time; only a domain outside ASCII costs an allocation. FALSE for an empty key.
 */

/**
 * A made-up address: nvt@, geen@, onbekend@, test@, noreply@, no-reply@, or equal to its own domain's name
 * (geen@geen.nl).
 */
gboolean    ovs_address_is_placeholder   (const char *key);

/**
 * An address of a function and not of a human being: info@, administratie@, personeel@, hr@, salaris@, kantoor@,
 * receptie@.
 */
gboolean    ovs_address_is_role          (const char *key);

/** The domain is that of a well-known provider; see ovs_mail_domain_is_public(). */
gboolean    ovs_address_is_public        (const char *key);

/** The domain looks mistyped; see ovs_mail_domain_looks_mistyped(). */
gboolean    ovs_address_looks_mistyped   (const char *key);

/**
 * The whole address as it was probably meant, to propose to a human being, never to apply silently.
 * Returns: (transfer full) (nullable): NULL when none is obvious.
 */
char       *ovs_address_suggest          (const char *address);

G_END_DECLS
