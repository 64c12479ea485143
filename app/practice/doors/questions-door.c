/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice/api/json.h"
#include "practice/api/list.h"
#include "practice/routes.h"

static void
put_question (OvsPracticeRows *row, OvsPracticeJson *json, OvsPracticeExchange *exchange)
{
  ovs_practice_put_instant (json, "at", ovs_practice_rows_number (row, 0));
  ovs_practice_put_number (json, "employerNumber", ovs_practice_rows_number (row, 1));
  ovs_practice_put_number (json, "employeeNumber", ovs_practice_rows_number (row, 2));
  ovs_practice_put_text (json, "step", ovs_practice_rows_text (row, 3));
  ovs_practice_put_text (json, "text", ovs_practice_rows_text (row, 4));
  ovs_practice_put_text (json, "employer", ovs_practice_rows_text (row, 5));
  ovs_practice_put_text (json, "employee", ovs_practice_rows_text (row, 6));
}

static void
list_questions (OvsPracticeExchange *exchange)
{
  static const OvsPracticeList list = {
    .columns = "q.at, r.number, e.number, q.step, q.text, r.name, e.formatted_name",
    .source = "question q JOIN employee e ON e.id = q.employee JOIN employer r ON r.id = e.employer WHERE 1",
    .order = "q.id",
    .put = put_question,
  };

  ovs_practice_list_reply_whole (exchange, &list, NULL);
}

const OvsPracticeRoute ovs_practice_question_routes[] = {
  { OVS_PRACTICE_ROUTE_DOOR, "GET", "/practice/questions", "2018-01-01", list_questions },
  { 0 },
};
