/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OvsPracticeMailServer:
 *
 * Where the mails of the practice Loket go besides its mail box. Borrowed by whoever is given one.
 */
typedef struct
{
  const char *url;      /* `smtp://HOST[:PORT]` or `smtps://…` */
  const char *user;     /* (nullable) who signs in, with @password */
  const char *password; /* (nullable) */
  const char *sender;   /* (nullable) the address that they come from; NULL: one that is nobody's */
  const char *to;       /* (nullable) an address that gets all of them, or `@domain`: only mails to an address there leave. The people
                           of the practice Loket are made up, but somebody may have their address: NULL is for a server on this
                           machine only */
} OvsPracticeMailServer;

G_END_DECLS
