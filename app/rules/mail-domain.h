/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Domains of e-mail addresses. Every @domain here is normalised: ASCII (IDNA) and lower case, as
 * ovs_mail_domain_normalise() and OvsAddress give it. None of these look anything up: that a domain exists is not
 * known.
 */

/**
 * A domain as somebody writes it ("Kantoor-DeVries.nl", "@devries.nl") in ASCII and lower case.
 * Returns: (transfer full) (nullable): NULL when it cannot be a domain: no dot, an empty label, white space inside.
 */
char       *ovs_mail_domain_normalise      (const char *text);

/** TRUE for a well-known provider, where people have private addresses (gmail.com, ziggo.nl). */
gboolean    ovs_mail_domain_is_public      (const char *domain);

/**
 * The well-known provider with this @name, "gmail.com" for "gmail". Returns: (transfer none) (nullable): NULL when none has it, or several
 * have.
 */
const char *ovs_mail_domain_public_named   (const char *name);

/**
 * TRUE when @domain is one edit (a letter too many, too few or another, or two neighbours swapped) from a well-known
 * provider and not one itself, is gmail.nl, or ends in `.con`, `.cmo`, `.nk` or `.nll`.
 */
gboolean    ovs_mail_domain_looks_mistyped (const char *domain);

/**
 * What a mistyped @domain was probably meant to be ("gmail.com" for "gmial.com"), to propose, never to apply silently.
 * Returns: (transfer full) (nullable): NULL when it does not look mistyped or when two domains are equally likely.
 */
char       *ovs_mail_domain_suggest        (const char *domain);

G_END_DECLS
