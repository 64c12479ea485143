/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/transaction.h"
#include "rules/disposition.h"
#include "rules/rule.h"

G_BEGIN_DECLS

/*
 * Queries for office files. They come per client, by number, and within it by name. Everything handed to a
 * callback is borrowed and valid during it only.
 */

/**
 * OvsExportClient:
 * @people: how many of its employees are ready to be invited, as ovs_exports_judge() found
 * @wave: number of its round, 0 for none
 * @wave_on: the day of the round
 *
 * A client that takes part. Texts other than @number are nullable.
 */
typedef struct
{
  const char *number;
  const char *name;
  const char *city;
  const char *handler;
  gint64 people;
  gint64 wave;
  OvsDay wave_on;
} OvsExportClient;

/**
 * OvsExportPerson:
 * @name: (nullable): as shown
 * @stoppers: the stoppers found
 * @open: the warnings that wait for a decision
 */
typedef struct
{
  const char *employer_number;
  const char *employer_name; /* (nullable) */
  const char *employee_number;
  const char *name;
  OvsDisposition disposition;
  OvsReason reason;
  OvsFindings stoppers;
  OvsFindings open;
} OvsExportPerson;

/** Why somebody of the office is to call a client. */
typedef enum
{
  OVS_CALL_NO_EMAIL,     /* there is no address to write to */
  OVS_CALL_CONTACT_LEFT, /* the contact person is no longer there */
  OVS_CALL_BACK,         /* a note asks for it, today or before */
} OvsCallReason;

/** A client to call. Texts other than @number are nullable. @call_back_on: of a note, else %OVS_NO_DAY. */
typedef struct
{
  const char *number;
  const char *name;
  const char *contact_name;
  const char *contact_phone;
  const char *handler;
  OvsCallReason reason;
  OvsDay call_back_on;
} OvsExportCall;

typedef void (*OvsExportCallFunc) (const OvsExportCall *call, gpointer data);
typedef void (*OvsExportClientFunc) (const OvsExportClient *client, gpointer data);
typedef void (*OvsExportPersonFunc) (const OvsExportPerson *person, gpointer data);

/** Judges everybody on @date for the queries below, in this transaction; stores nothing in the dossier, so
 * reading will do. */
void ovs_exports_judge (OvsTx *tx, OvsDay date);

/** The clients that are selected and not excluded. After ovs_exports_judge(). */
void ovs_exports_clients (OvsTx *tx, OvsExportClientFunc func, gpointer data);

/** The clients that take part and are to be called, each once, for what weighs most; and those with a note that asks for it. */
void ovs_exports_calls (OvsTx *tx, OvsExportCallFunc func, gpointer data);

/** Everybody as judged. After ovs_exports_judge(). */
void ovs_exports_people (OvsTx *tx, OvsExportPersonFunc func, gpointer data);

/**
 * The name of an employee as shown, and of his employer. Returns: (transfer full) (nullable): NULL where
 * there is none.
 * @employer_name: (out) (transfer full) (nullable).
 */
char *ovs_exports_name (OvsTx *tx, gint64 employee, char **employer_name);

G_END_DECLS
