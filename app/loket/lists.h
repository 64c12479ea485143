/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "loket/loket.h"
#include "loket/records.h"

G_BEGIN_DECLS

/*
 * The lists, each read to its last page and without doubles (by Loket's id). A list that changes while it is paged is
 * read again, up to twice; where it keeps changing, everyone who was seen is in the result, with what was seen last.
 * Lists are of moderate size: those of one employer, or the employers of one firm.
 *
 * Every _finish() returns (transfer full) a GPtrArray that frees its records, empty where there are none, or NULL
 * with an error of %OVS_LOKET_ERROR or %G_IO_ERROR_CANCELLED. A record that lacks a required field fails the whole
 * list with %OVS_LOKET_ERROR_MALFORMED.
 */

/** The accounting firms of the user; today always exactly one. Elements: OvsLoketProvider. */
void       ovs_loket_read_providers_async  (OvsLoket             *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray *ovs_loket_read_providers_finish (OvsLoket             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/** The employers that the user may see. Elements: OvsLoketEmployer. */
void       ovs_loket_read_employers_async  (OvsLoket             *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray *ovs_loket_read_employers_finish (OvsLoket             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/** The employees of one employer. Elements: OvsLoketEmployee. */
void       ovs_loket_read_employees_async  (OvsLoket             *self,
                                            const char           *employer_id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray *ovs_loket_read_employees_finish (OvsLoket             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/** The periods of service of the employees of one employer. Elements: OvsLoketEmployment. */
void       ovs_loket_read_employments_async  (OvsLoket             *self,
                                              const char           *employer_id,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GPtrArray *ovs_loket_read_employments_finish (OvsLoket             *self,
                                              GAsyncResult         *result,
                                              GError              **error);

/** Who has which access to Werknemerloket (`selfservice`). Elements: OvsLoketAccess. */
void       ovs_loket_read_werknemerloket_async  (OvsLoket             *self,
                                                 const char           *employer_id,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
GPtrArray *ovs_loket_read_werknemerloket_finish (OvsLoket             *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

/** Who has which access to MijnLoket (`essaccessstatus`). Elements: OvsLoketAccess. */
void       ovs_loket_read_mijnloket_async  (OvsLoket             *self,
                                            const char           *employer_id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray *ovs_loket_read_mijnloket_finish (OvsLoket             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/** Who can still be migrated; a check only, since it shifts. Elements: OvsLoketMigration. */
void       ovs_loket_read_migration_async  (OvsLoket             *self,
                                            const char           *employer_id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray *ovs_loket_read_migration_finish (OvsLoket             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/** The products of one employer. Elements: OvsLoketModule. */
void       ovs_loket_read_modules_async  (OvsLoket             *self,
                                          const char           *employer_id,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *ovs_loket_read_modules_finish (OvsLoket             *self,
                                          GAsyncResult         *result,
                                          GError              **error);

/** The collective actions of the user, at all employers. Elements: OvsLoketAction. */
void       ovs_loket_read_actions_async  (OvsLoket             *self,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *ovs_loket_read_actions_finish (OvsLoket             *self,
                                          GAsyncResult         *result,
                                          GError              **error);

/** How many actions ovs_loket_read_recent_actions_async() asks for. */
#define OVS_LOKET_RECENT_ACTIONS 50

/**
 * The latest collective actions, in one request. What is not among them may all the same be there: that Loket keeps to the order that is
 * asked for is not certain. %OVS_LOKET_ERROR_BAD_REQUEST where it does not know the order.
 */
void       ovs_loket_read_recent_actions_async  (OvsLoket             *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
GPtrArray *ovs_loket_read_recent_actions_finish (OvsLoket             *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

/** The result per person of one collective action; wait until it is completed. Elements: OvsLoketActionItem. */
void       ovs_loket_read_action_items_async  (OvsLoket             *self,
                                               const char           *action_id,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GPtrArray *ovs_loket_read_action_items_finish (OvsLoket             *self,
                                               GAsyncResult         *result,
                                               GError              **error);

/** The name of the user who signed in, as shown: `Anouk Testmans`. _finish() returns (transfer full) a text. */
void  ovs_loket_read_user_async  (OvsLoket             *self,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
char *ovs_loket_read_user_finish (OvsLoket             *self,
                                  GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
