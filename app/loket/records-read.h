/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loket/json-reader.h"
#include "loket/records.h"

G_BEGIN_DECLS

/**
 * OvsRecordType:
 * @key: the member by which two records are the same one
 * @read: (transfer full): never NULL; what is wrong stands in the reader
 *
 * How the records of a list are read from Loket's JSON.
 */
typedef struct
{
  const char *key;
  gpointer (*read) (OvsJsonReader *reader);
  GDestroyNotify free;
} OvsRecordType;

extern const OvsRecordType ovs_record_provider;
extern const OvsRecordType ovs_record_employer;
extern const OvsRecordType ovs_record_employee;
extern const OvsRecordType ovs_record_employment;
extern const OvsRecordType ovs_record_werknemerloket;
extern const OvsRecordType ovs_record_mijnloket;
extern const OvsRecordType ovs_record_migration;
extern const OvsRecordType ovs_record_module;
extern const OvsRecordType ovs_record_action;
extern const OvsRecordType ovs_record_action_item;

/** The messages under @path. Returns: (transfer full) (element-type OvsLoketMessage): never NULL. */
GPtrArray *ovs_record_read_messages (OvsJsonReader *reader,
                                     const char    *path);

G_END_DECLS
