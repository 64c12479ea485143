/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"

G_BEGIN_DECLS

/**
 * OvsPeopleFilter:
 *
 * Which people of the clients that take part. Every text is nullable: it then asks for nothing. @search is folded.
 */
typedef struct
{
  const char *handler;
  const char *disposition; /* a code */
  const char *reason;      /* a code */
  const char *finding;     /* a code, of an open finding */
  const char *search;
} OvsPeopleFilter;

typedef enum
{
  OVS_PEOPLE_BY_NAME,
  OVS_PEOPLE_BY_CLIENT,
  OVS_PEOPLE_BY_NUMBER,
} OvsPeopleOrder;

/** A person as a list shows it. Texts are borrowed, nullable, valid during the callback. */
typedef struct
{
  gint64 id;
  const char *number;
  const char *initials;
  const char *first_name;
  const char *prefix;
  const char *last_name;
  const char *email;
  OvsDay birth_date;
  gboolean change_in_loket;
  const char *employer_number;
  const char *employer_name;
  const char *contact_name;
  const char *contact_phone;
  const char *disposition;
  const char *reason;
} OvsPersonRow;

typedef void (*OvsPersonFunc) (const OvsPersonRow *row, gpointer data);

/** The ids that match, sorted by @order. Returns: (transfer full) of gint64. */
GArray  *ovs_people_list_ids (OvsTx *tx, const OvsPeopleFilter *filter, OvsPeopleOrder order);

/** Calls @func for the person with this id; FALSE where there is none. */
gboolean ovs_people_list_get (OvsTx *tx, gint64 id, OvsPersonFunc func, gpointer data);

G_END_DECLS
