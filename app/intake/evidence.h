/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/**
 * OvsEvidence:
 *
 * For this room: what is noted of a file while its rows are read, to tell afterwards whether it is the wrong one. All that is noted per
 * row is a number or two. It starts as zeroes.
 */
typedef struct
{
  GHashTable *known;   /* (owned) (nullable) ids of clients */
  GHashTable *unknown; /* (owned) (nullable) numbers of clients that the dossier does not have, up to a limit */
  guint64 known_people; /* of the clients in the file, who were not missing before */
  guint64 gone_people;  /* of them, who are not in it */
  guint64 with_address; /* known people in the file who had one */
  guint64 changed_addresses;
  guint64 addresses; /* rows with a private one */
  guint64 at_work;   /* of them, at the domain of the client */
  GHashTable *domains; /* (owned) (nullable) (element-type utf8 guint): rows per domain, up to a limit */
  guint64 renamed; /* known clients with a wholly different name */
  guint64 doubled; /* rows that give a client of this file another name than an earlier one */
  char *example;   /* (owned) (nullable) "1001: “A”, “B”" */
  guint64 fallen;      /* known people on an uitvallijst */
  guint64 not_asked;   /* of them, at clients of whom nothing was asked */
  OvsDay overview_day; /* the newest of the rows */
} OvsEvidence;

void ovs_evidence_clear        (OvsEvidence *evidence);

/** A row is about this client; @id is 0 where the dossier has none. Only needed when it is another than that of the row before. */
void ovs_evidence_see_employer (OvsEvidence *evidence, const char *number, gint64 id);

/** A row has this cell as private address; @work and @contact (nullable) are those at work. */
void ovs_evidence_see_address  (OvsEvidence *evidence, const char *cell, const char *work, const char *contact);

/** Somebody known has this address now (each nullable). */
void ovs_evidence_see_change   (OvsEvidence *evidence, const char *before, const char *after);

/** A client has this name now; @again: since an earlier row of the same file it had the one before. */
void ovs_evidence_see_name     (OvsEvidence *evidence, const char *number, const char *before, const char *after, gboolean again);

G_END_DECLS
