/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/reader.h"
#include "dossier/employees.h"
#include "dossier/employers.h"
#include "intake/error.h"
#include "intake/evidence.h"
#include "intake/request.h"
#include "intake/result.h"
#include "intake/sieve.h"
#include "intake/tally.h"
#include "rules/access.h"

G_BEGIN_DECLS

/**
 * OvsIntakeRun:
 *
 * For this room: one import on its way, in the writer's thread. Whoever reads a kind of file gets it.
 */
typedef struct
{
  const OvsIntakeRequest *request;
  OvsCsvReader *reader;      /* (owned) */
  GCancellable *cancellable; /* (unowned) (nullable) */
  OvsIntakeResult *result;   /* (owned) */
  OvsTx *tx;                 /* (unowned) */
  gint64 import;
  gint64 sequence;     /* of the trail, for the history */
  OvsTally *employers; /* (owned) */
  OvsTally *people;    /* (owned) */
  OvsTally *entries;   /* (owned) of the uitvallijst */
  OvsSieve *sieve;     /* (owned) (nullable) where the dossier had nobody: whom the file told of so far */
  gboolean kept;       /* what it changed is kept as a step that can be taken back */
  gboolean touched;    /* something in the dossier changed that the counts do not tell */
  OvsEvidence evidence;

  int reason_column;   /* that tells why the row was refused before; -1 for none */
  gboolean has_reason; /* it tells so of some row, and nothing else of any */
  gboolean has_other;

  char *employer_text;  /* (owned) (nullable) the number of @employer as the last row had it */
  OvsEmployer employer; /* (owned) with an id of 0 where the dossier has none */
} OvsIntakeRun;

/** @reader: (transfer full) (nullable): NULL where the rows come from Loket. Returns: (transfer full): with an empty result. */
OvsIntakeRun      *ovs_intake_run_new           (const OvsIntakeRequest *request,
                                                 OvsCsvReader *reader,
                                                 GCancellable *cancellable);
void               ovs_intake_run_free          (OvsIntakeRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsIntakeRun, ovs_intake_run_free)

/** An #OvsDossierFunc: the whole import of the run that is its data, but for what the file itself tells. */
gboolean           ovs_intake_import            (OvsTx *tx, gpointer run, GError **error);

/** Handles one row. FALSE with @error set refuses the file as a whole. */
typedef gboolean (*OvsIntakeRowFunc) (OvsIntakeRun *run, const OvsCsvRow *row, gpointer data, GError **error);

/**
 * Hands every row that can be read to @func; notes the refused ones. FALSE when @func says so, the file fails
 * or SQL does.
 */
gboolean           ovs_intake_run_foreach       (OvsIntakeRun *run,
                                                 OvsIntakeRowFunc func,
                                                 gpointer data,
                                                 GError **error);

/** Notes that the row is not read in, because of what stands in the column of @field. */
void               ovs_intake_run_refuse        (OvsIntakeRun *run,
                                                 const OvsCsvRow *row,
                                                 OvsField field,
                                                 const char *reason);

/**
 * ovs_intake_run_employer:
 * @employer: (out) (nullable) (transfer none): valid until the next row; NULL when the row was refused
 *
 * The employer of the row. FALSE when the file writes its number in two ways.
 */
gboolean           ovs_intake_run_employer      (OvsIntakeRun *run,
                                                 const OvsCsvRow *row,
                                                 const OvsEmployer **employer,
                                                 GError **error);

/**
 * ovs_intake_run_person:
 * @person: (out): empty when the row was refused, because there is no such person at @employer
 *
 * The known person of the row. FALSE when the file writes the number in two ways.
 */
gboolean           ovs_intake_run_person        (OvsIntakeRun *run,
                                                 const OvsCsvRow *row,
                                                 const OvsEmployer *employer,
                                                 OvsEmployee *person,
                                                 GError **error);

/**
 * Fails with the sentence about @number, which the file writes in two ways, the second time on @line.
 * Returns: FALSE.
 */
gboolean           ovs_intake_run_fail_number   (guint64 line, const char *number, GError **error);

/**
 * ovs_intake_run_status:
 * @word: (out) (nullable): Loket's word; NULL where the row tells none
 *
 * Reads a status cell. FALSE when the row was refused for it.
 */
gboolean           ovs_intake_run_status        (OvsIntakeRun *run,
                                                 const OvsCsvRow *row,
                                                 OvsField field,
                                                 const char **word);

/**
 * The instant of which something tells that is dated @day: its begin, or now for today, no day or a day that
 * is yet to come. Returns: (transfer full).
 */
char              *ovs_intake_run_as_of         (OvsIntakeRun *run, OvsDay day);

/** An address as it is shown, NULL for none. Returns: (transfer full) (nullable). */
char              *ovs_intake_run_address       (const char *cell);

G_END_DECLS
