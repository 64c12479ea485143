/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "practice/api/exchange.h"

G_BEGIN_DECLS

/* The routes of each group of resources, each table closed by a line without a handler. */
extern const OvsPracticeRoute ovs_practice_sign_in_routes[];
extern const OvsPracticeRoute ovs_practice_employer_routes[];
extern const OvsPracticeRoute ovs_practice_employee_routes[];
extern const OvsPracticeRoute ovs_practice_access_routes[];
extern const OvsPracticeRoute ovs_practice_action_routes[];
extern const OvsPracticeRoute ovs_practice_module_routes[];
extern const OvsPracticeRoute ovs_practice_notification_routes[];
extern const OvsPracticeRoute ovs_practice_user_routes[];
extern const OvsPracticeRoute ovs_practice_door_routes[];
extern const OvsPracticeRoute ovs_practice_mail_page_routes[];
extern const OvsPracticeRoute ovs_practice_invitation_routes[];
extern const OvsPracticeRoute ovs_practice_activation_routes[];
extern const OvsPracticeRoute ovs_practice_log_in_routes[];
extern const OvsPracticeRoute ovs_practice_link_routes[];
extern const OvsPracticeRoute ovs_practice_home_routes[];
extern const OvsPracticeRoute ovs_practice_werknemerloket_routes[];
extern const OvsPracticeRoute ovs_practice_smtp_routes[];
extern const OvsPracticeRoute ovs_practice_loket_log_in_routes[];
extern const OvsPracticeRoute ovs_practice_loket_employer_routes[];
extern const OvsPracticeRoute ovs_practice_loket_employee_routes[];
extern const OvsPracticeRoute ovs_practice_loket_migration_routes[];
extern const OvsPracticeRoute ovs_practice_loket_message_routes[];
extern const OvsPracticeRoute ovs_practice_loket_ticket_routes[];
extern const OvsPracticeRoute ovs_practice_ticket_door_routes[];
extern const OvsPracticeRoute ovs_practice_question_routes[];
extern const OvsPracticeRoute ovs_practice_behaviour_routes[];
extern const OvsPracticeRoute ovs_practice_loket_product_routes[];
extern const OvsPracticeRoute ovs_practice_password_routes[];
extern const OvsPracticeRoute ovs_practice_details_routes[];

/** Calls @each with every route of every table. */
void ovs_practice_routes_foreach (void (*each) (const OvsPracticeRoute *route, gpointer data), gpointer data);

/** Answers every request to @server from the tables. @state must outlive it. */
void ovs_practice_routes_serve (OvsPracticeState *state, SoupServer *server);

/** Lets @resume answer @exchange in a transaction of its own, as a page is answered. */
void ovs_practice_routes_resume (OvsPracticeExchange *exchange, void (*resume) (OvsPracticeExchange *exchange, gpointer data),
                                 gpointer data);

G_END_DECLS
