/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/preview.h"
#include "intake/request.h"

G_BEGIN_DECLS

/**
 * OvsImportChoice:
 * @path: the file
 * @kind: %OVS_CSV_ANY_KIND until it was looked at
 * @encoding: -1 finds out
 * @delimiter: empty finds out
 * @header_line: 0 finds out
 * @mapping: per field where it stands, as for a mapping (`#3`, or `#0` for nowhere); NULL where its header tells
 *
 * What somebody chose about a file that he is about to read in.
 */
typedef struct
{
  char *path;
  OvsCsvKind kind;
  int encoding;
  char delimiter[2];
  guint64 header_line;
  char *mapping[OVS_N_FIELDS];
} OvsImportChoice;

OvsImportChoice *ovs_import_choice_new           (const char *path);
OvsImportChoice *ovs_import_choice_copy          (const OvsImportChoice *choice);
void             ovs_import_choice_free          (OvsImportChoice *choice);

/** Takes over what looking has found out, so that the file is read just as it was shown. */
void             ovs_import_choice_adopt         (OvsImportChoice *choice, const OvsCsvPreview *preview);

/** Another kind: what its columns mean begins anew. */
void             ovs_import_choice_set_kind      (OvsImportChoice *choice, OvsCsvKind kind);

/** Another delimiter (empty finds out): the columns begin anew. */
void             ovs_import_choice_set_delimiter (OvsImportChoice *choice, const char *delimiter);

/** Another line with the headers: the columns begin anew. */
void             ovs_import_choice_set_header    (OvsImportChoice *choice, guint64 line);

/** Says that @column (from 0), as it is in @preview, means @field, or nothing (%OVS_CSV_NO_FIELD). */
void             ovs_import_choice_set_meaning   (OvsImportChoice *choice, const OvsCsvPreview *preview, guint column, OvsField field);

/** Says which column (from 0) means @field: -1 for none. */
void             ovs_import_choice_answer        (OvsImportChoice *choice, OvsField field, int column);

/** The mapping as texts. Returns: (transfer full). */
char           **ovs_import_choice_get_mapping   (const OvsImportChoice *choice);

/** The request for it; borrows of @choice and of @mapping. */
OvsIntakeRequest ovs_import_choice_get_request   (const OvsImportChoice *choice, char **mapping);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsImportChoice, ovs_import_choice_free)

G_END_DECLS
