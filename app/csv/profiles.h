/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/day.h"
#include "csv/preview.h"

G_BEGIN_DECLS

/**
 * OvsCsvProfile:
 * @id: (nullable): of this one for ever; NULL for one that is new
 * @key: by what its files are known, see ovs_csv_profile_key()
 * @name: as the office calls this kind of file
 * @used: the day on which it was used last
 * @kind: of the file
 * @encoding: as it was chosen by hand, -1 for found out
 * @delimiter: the same; empty for found out
 * @header_line: the same; 0 for found out
 * @mapping: per field where it stands (`#3`, `#0` for nowhere); NULL where its header tells
 *
 * What somebody chose about a file, for the next one with the same headers. No personal data.
 */
typedef struct
{
  char *id;
  char *key;
  char *name;
  OvsDay used;
  OvsCsvKind kind;
  int encoding;
  char delimiter[2];
  guint64 header_line;
  char *mapping[OVS_N_FIELDS];
} OvsCsvProfile;

OvsCsvProfile  *ovs_csv_profile_new  (void);
OvsCsvProfile  *ovs_csv_profile_copy (const OvsCsvProfile *profile);
void            ovs_csv_profile_free (OvsCsvProfile *profile);

/** By what a file is known again: the headers of @preview, which was found out without any choice. Returns: (transfer full). */
char           *ovs_csv_profile_key  (const OvsCsvPreview *preview);

/**
 * OvsCsvProfiles:
 *
 * All profiles of a user, in one file of his own. Belongs to one thread at a time. Reading and writing it blocks, shortly.
 */
typedef struct _OvsCsvProfiles OvsCsvProfiles;

/** The file of this user. Returns: (transfer full). */
char           *ovs_csv_profiles_get_path (void);

/** Those in the file @path; none where it is not there or cannot be understood. Returns: (transfer full). */
OvsCsvProfiles *ovs_csv_profiles_load     (const char *path);

void            ovs_csv_profiles_free     (OvsCsvProfiles *profiles);

/** The one for files that are known by @key. Returns: (transfer none) (nullable): until the profiles change. */
const OvsCsvProfile *ovs_csv_profiles_find (OvsCsvProfiles *profiles, const char *key);

/** All of them, by name. Returns: (transfer full) (element-type OvsCsvProfile). */
GPtrArray      *ovs_csv_profiles_list     (OvsCsvProfiles *profiles);

/** Keeps a copy of @profile instead of the one with its key, whose name and id stay. */
void            ovs_csv_profiles_remember (OvsCsvProfiles *profiles, const OvsCsvProfile *profile);

/** Gives the one with @id another name, cleaned; FALSE for an empty one, or when there is none with that id. */
gboolean        ovs_csv_profiles_rename   (OvsCsvProfiles *profiles, const char *id, const char *name);

/** Forgets the one with @id. FALSE when there is none. */
gboolean        ovs_csv_profiles_remove   (OvsCsvProfiles *profiles, const char *id);

/** Writes them to the file @path, readable by its owner only, making its folder. FALSE with a %G_FILE_ERROR. */
gboolean        ovs_csv_profiles_save     (OvsCsvProfiles *profiles, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsCsvProfile, ovs_csv_profile_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsCsvProfiles, ovs_csv_profiles_free)

G_END_DECLS
