/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv/preview.h"
#include "csv/profiles.h"
#include "intake/request.h"

G_BEGIN_DECLS

/**
 * OvsImportChoice:
 * @path: the file
 * @kind: %OVS_CSV_ANY_KIND until it was looked at
 * @encoding: -1 finds out
 * @delimiter: empty finds out
 * @header_line: 0 finds out
 * @repair: text that was encoded twice is set right
 * @ends_confirmed: the end dates are what they are called, somebody said
 * @key: (nullable): by what the file is known again, once it was looked at
 * @profile: (owned) (nullable): what was chosen for such a file before
 * @uses_profile: whether that holds here
 * @by_hand: what was chosen and not found out, beside @encoding and @mapping
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
  gboolean repair;
  gboolean ends_confirmed;
  char *key;
  OvsCsvProfile *profile;
  gboolean uses_profile;
  struct
  {
    gboolean kind;
    gboolean delimiter;
    gboolean header;
  } by_hand;
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

/** Notes by what the file is known again, and @profile (transfer full) (nullable), which is taken over. */
void             ovs_import_choice_recognise     (OvsImportChoice *choice, const char *key, OvsCsvProfile *profile);

/** Takes over what was chosen before, or begins anew without it. */
void             ovs_import_choice_use_profile   (OvsImportChoice *choice, gboolean use);

/** What is to be kept for the next file with these headers; NULL where nothing was chosen. Returns: (transfer full) (nullable). */
OvsCsvProfile   *ovs_import_choice_make_profile  (const OvsImportChoice *choice, OvsDay today);

/** The mapping as texts. Returns: (transfer full). */
char           **ovs_import_choice_get_mapping   (const OvsImportChoice *choice);

/** The request for it; borrows of @choice and of @mapping. */
OvsIntakeRequest ovs_import_choice_get_request   (const OvsImportChoice *choice, char **mapping);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsImportChoice, ovs_import_choice_free)

G_END_DECLS
