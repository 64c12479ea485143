/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/day.h"

G_BEGIN_DECLS

/*
 * What Loket tells, as plain records that never change once they are handed out. Texts are trimmed and never NULL,
 * but empty where Loket gives none; days are %OVS_NO_DAY then. Ids are Loket's UUIDs as written. Numbers of employers
 * and employees are texts. Statuses and types are Loket's raw words: a word that this program does not know passes
 * through.
 */

typedef struct
{
  char *id;
  char *name;
} OvsLoketProvider;

typedef struct
{
  char *id;
  char *number;
  char *name;
  char *city;
  char *contact_name;
  char *contact_phone;
  char *group;         /* the firm's own group code */
  char *debtor_number; /* the firm's own number for this client (administrationNumber) */
} OvsLoketEmployer;

typedef struct
{
  char *id;
  char *number;
  char *first_name;
  char *initials;
  char *prefix;
  char *last_name;
  char *formatted_name;
  OvsDay birth_date;
  OvsDay deceased_on;
  char *private_email;
  char *work_email;
} OvsLoketEmployee;

/** One employment; an employee can have several, and Loket may hide some by a filter that the user saved there. */
typedef struct
{
  char *id;
  char *employee_id;
  char *employee_number;
  OvsDay start; /* %OVS_NO_DAY: since always */
  OvsDay end;   /* %OVS_NO_DAY: open */
} OvsLoketEmployment;

/** The access of one employee to one portal, Werknemerloket or MijnLoket. */
typedef struct
{
  char *employee_id;
  char *employee_number; /* empty for MijnLoket: Loket does not tell */
  char *status;          /* HasAccessToClient … */
} OvsLoketAccess;

/** One row of the list of who can still be migrated. */
typedef struct
{
  char *employee_id;
  char *employee_number;
  char *name;
  char *email;
  OvsDay end_date;
  char *status_werknemerloket;
  char *status_mijnloket;
} OvsLoketMigration;

/** A product of an employer. */
typedef struct
{
  char *id;
  int number; /* 500 is Werknemerloket; 0 where Loket does not tell */
  char *description;
  char *bundle; /* the subscription that it belongs to: Plus … */
} OvsLoketModule;

typedef struct
{
  char *type;        /* BrokenBusinessRule, Warning … */
  char *description; /* Loket's own words, to be shown */
  char *id;          /* whom or what it is about, empty where it is not told */
} OvsLoketMessage;

typedef struct
{
  char *id;
  char *employer_id; /* empty in the answer to a write */
  char *type;
  char *status;           /* NotStarted, InProgress, Completed */
  gint64 submitted_on;    /* instant as of OvsClock, 0 where it cannot be read; for display only */
  int total;
  int processed; /* without a warning */
  int processed_with_warning;
  int processed_with_error;
  GPtrArray *messages; /* (element-type OvsLoketMessage): what the answer to the write says per person; never NULL */
} OvsLoketAction;

typedef struct
{
  char *id;
  char *entity_id; /* the employee's id */
  char *employer_id;
  gboolean succeeded;
  GPtrArray *messages; /* (element-type OvsLoketMessage): never NULL */
} OvsLoketActionItem;

/** TRUE when every item of @action has its result; before that its items are not to be trusted. */
gboolean  ovs_loket_action_is_completed    (const OvsLoketAction *action);

/** The descriptions of @messages in one text, parted by "; ". Returns: (transfer full): never NULL. */
char     *ovs_loket_messages_to_text       (const GPtrArray      *messages);

void      ovs_loket_provider_free          (OvsLoketProvider     *provider);
void      ovs_loket_employer_free          (OvsLoketEmployer     *employer);
void      ovs_loket_employee_free          (OvsLoketEmployee     *employee);
void      ovs_loket_employment_free        (OvsLoketEmployment   *employment);
void      ovs_loket_access_free            (OvsLoketAccess       *access);
void      ovs_loket_migration_free         (OvsLoketMigration    *migration);
void      ovs_loket_module_free            (OvsLoketModule       *module);
void      ovs_loket_message_free           (OvsLoketMessage      *message);
void      ovs_loket_action_free            (OvsLoketAction       *action);
void      ovs_loket_action_item_free       (OvsLoketActionItem   *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsLoketAction, ovs_loket_action_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsLoketEmployee, ovs_loket_employee_free)

G_END_DECLS
