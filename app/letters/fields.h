/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The merge fields: the names by which a text asks for something that the dossier knows. Names are Dutch data, since offices write them in
 * their texts.
 */

/** What a field is about. */
typedef enum
{
  OVS_FIELD_OFFICE, /* known for every letter */
  OVS_FIELD_CLIENT, /* of the client of the letter */
  OVS_FIELD_ROUND,  /* of its round, or of the round that a letter to Loket is about */
} OvsFieldAbout;

/**
 * OvsField:
 * @flag: 1 or empty: it only decides about a part of a text
 */
typedef struct
{
  const char *name;
  OvsFieldAbout about;
  gboolean flag;
  const char *meaning; /* to be translated, see ovs_field_meaning() */
} OvsField;

/** All of them, in the order in which they are offered. Returns: (transfer none). */
const OvsField *ovs_fields_all    (gsize *n_fields);

/** Returns: (transfer none) (nullable). */
const OvsField *ovs_field_find    (const char *name);

/** What a field stands for, in the user's language. Returns: (transfer none). */
const char     *ovs_field_meaning (const OvsField *field);

/** The field that somebody who wrote @name probably meant. Returns: (transfer none) (nullable). */
const OvsField *ovs_field_nearest (const char *name);

G_END_DECLS
