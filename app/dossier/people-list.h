/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/disposition.h"
#include "rules/rule.h"

G_BEGIN_DECLS

/*
 * Queries for tables of people: first the ids that match, sorted, then the few rows that are visible. They go by what was
 * stored at the last judgement, of the selected clients only.
 */

/** By what the people are sorted. */
typedef enum
{
  OVS_PEOPLE_SORT_NONE, /* by client and within it by name, as one telephones */
  OVS_PEOPLE_SORT_NAME,
  OVS_PEOPLE_SORT_CLIENT,
  OVS_PEOPLE_SORT_NUMBER,
  OVS_PEOPLE_SORT_EMAIL,
  OVS_PEOPLE_SORT_BIRTH_DATE,
  OVS_PEOPLE_SORT_DISPOSITION,
  OVS_PEOPLE_SORT_HANDLER,
} OvsPeopleSort;

/** Of those who were left out by hand: who gets the payslip on paper. */
typedef enum
{
  OVS_ON_PAPER_ANY,
  OVS_ON_PAPER_ONLY,
  OVS_ON_PAPER_NOT,
} OvsOnPaper;

/**
 * OvsPeopleQuery:
 * @finding: who has this finding, not accepted; -1 to go by @disposition instead
 * @disposition: who has this disposition
 * @reason: and this reason; %OVS_REASON_NONE for any
 * @employer: of this client only; 0 for any
 * @handler: (nullable): of this colleague's clients only
 * @search: (nullable): a part of name, client, number or address, in any case and without accents
 */
typedef struct
{
  int finding;
  OvsDisposition disposition;
  OvsReason reason;
  OvsOnPaper on_paper;
  gint64 employer;
  const char *handler;
  const char *search;
  OvsPeopleSort sort;
  gboolean descending;
} OvsPeopleQuery;

/** The ids of the employees that match. Returns: (transfer full) (element-type gint64). */
GArray *ovs_people_find (OvsTx *tx, const OvsPeopleQuery *query);

/** How many get the payslip on paper. @handler: (nullable): of this colleague's clients only. */
gint64  ovs_people_count_on_paper (OvsTx *tx, const char *handler);

/**
 * OvsPeopleRow:
 * @employer_name: (nullable), like the texts that follow it
 * @work_email: the work address; never copied into the private one by itself
 * @start: first day of the employment in question: the one whose dates conflict, else the last
 * @open: findings that are not accepted
 *
 * A person as a table shows him. Everything is borrowed and valid during the callback only.
 */
typedef struct
{
  gint64 id;
  gint64 employer;
  const char *employer_number;
  const char *number;
  const char *employer_name;
  const char *handler;
  const char *contact_name;
  const char *contact_phone;
  const char *contact_email;
  const char *initials;
  const char *first_name;
  const char *prefix;
  const char *last_name;
  const char *email_as_read; /* what Loket has */
  const char *email;         /* normalised, or as it was mended here */
  const char *work_email;
  const char *excluded_reason; /* of the person, not of his client */
  OvsDay birth_date;
  OvsDay start;
  OvsDay end;
  OvsDisposition disposition;
  OvsReason reason;
  OvsFindings open;
} OvsPeopleRow;

typedef void (*OvsPeopleFunc) (const OvsPeopleRow *row, gpointer data);

/** Calls @func for each of the @n_ids employees that is still there, in their order. */
void    ovs_people_read (OvsTx *tx, const gint64 *ids, gsize n_ids, OvsPeopleFunc func, gpointer data);

/** The name by ovs_employee_list_name(). Returns: (transfer full). */
char   *ovs_people_list_name (const OvsPeopleRow *row);

/**
 * Who has to do with a @finding of an @employee: everybody with the same address, or the same person with another one. Others find
 * nobody. At most @limit, by name.
 */
void    ovs_people_others (OvsTx *tx, gint64 employee, OvsFinding finding, guint limit, OvsPeopleFunc func, gpointer data);

/**
 * Whether the address with @key would be that of somebody else too, if @employee got it: of another person who goes along, or has or awaits
 * an account. By the last judgement.
 */
gboolean ovs_people_address_is_taken (OvsTx *tx, gint64 employee, const char *key);

/**
 * The birth date of an @employee, to be shown whole: an employee proves himself with it, so it goes into the trail as
 * `show-birth-date`. Needs a transaction that writes.
 */
OvsDay  ovs_people_show_birth_date (OvsTx *tx, gint64 employee);

G_END_DECLS
