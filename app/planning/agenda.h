/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planning/milestone.h"

G_BEGIN_DECLS

/** What stands on the agenda of today. */
typedef enum
{
  OVS_AGENDA_MILESTONE,  /* of a round */
  OVS_AGENDA_CORRECTION, /* a client was told another day than its round has */
  OVS_AGENDA_LETTER,     /* a letter to a client was refused, or it is not known whether it went */
  OVS_AGENDA_ENQUIRY,    /* a client has not sent its list back in time */
  OVS_AGENDA_CALL_BACK,  /* a client, or about one of its employees */
  OVS_N_AGENDA_KINDS
} OvsAgendaKind;

/**
 * OvsAgendaItem:
 * @milestone: of %OVS_AGENDA_MILESTONE only
 * @wave: id of the round, 0 where it is about none; @number and @round as they are then
 * @client: id, 0 for what is about a whole round; @client_number and @client_name (nullable) as they are then
 * @due: since when it is to be done
 * @late: it was to be done before today
 * @open: for how many clients or people, 0 where that is not counted
 * @handler: (nullable): whose client it is
 * @stand_in: (nullable): who does his work today
 *
 * Something that is to be done today. Texts belong to the agenda.
 */
typedef struct
{
  OvsAgendaKind kind;
  OvsMilestone milestone;
  gint64 wave;
  gint64 number;
  OvsMilestoneRound round;
  gint64 client;
  const char *client_number;
  const char *client_name;
  OvsDay due;
  gboolean late;
  gint64 open;
  const char *handler;
  const char *stand_in;
} OvsAgendaItem;

/** The agenda of one day, of everybody or of one colleague. Free with ovs_agenda_free(). */
typedef struct _OvsAgenda OvsAgenda;

/** @who: (nullable): only what this colleague is to do: for his own clients, and for those of whom he stands in for. */
OvsAgenda    *ovs_agenda_new          (OvsDay today, const char *who);
void          ovs_agenda_free         (OvsAgenda *agenda);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsAgenda, ovs_agenda_free)

/** @by does the work of @handler from @first to @last. To be told before anything else. */
void          ovs_agenda_add_stand_in (OvsAgenda *agenda, const char *handler, const char *by, OvsDay first, OvsDay last);

/** Who does the work of @handler (nullable) today: (nullable): NULL where he does it himself. Valid as long as the agenda. */
const char   *ovs_agenda_stand_in     (OvsAgenda *agenda, const char *handler);

/** Whether work for the clients of @handler (nullable) belongs on this agenda. */
gboolean      ovs_agenda_concerns     (OvsAgenda *agenda, const char *handler);

/**
 * What is known of the clients that one @handler (nullable) has in a round. @facts: %OVS_N_MILESTONES of them. Those of one round are
 * put together: a milestone stands on the agenda once.
 */
void          ovs_agenda_add_share    (OvsAgenda *agenda, gint64 wave, gint64 number, const OvsMilestoneRound *round, const char *handler,
                                       const OvsMilestoneFact *facts);

/**
 * Something else, where it is due and concerns who is asked for. Copied; who stands in is filled in. What is about a whole round (no client)
 * is counted together.
 */
void          ovs_agenda_add          (OvsAgenda *agenda, const OvsAgendaItem *item);

/** All of it, what waits longest first. Call it once, when everything was told. Returns: (transfer none) (element-type OvsAgendaItem). */
const GArray *ovs_agenda_get_items    (OvsAgenda *agenda);

/** `milestone`, `call-back` …: for `--json`. Returns: (transfer none). */
const char   *ovs_agenda_kind_code    (OvsAgendaKind kind);

/** What is to be done: "Inform the clients", in the user's language. Returns: (transfer none). */
const char   *ovs_agenda_item_title   (const OvsAgendaItem *item);

/** Of what, and since when: "Round 1 · 8-12-2026 · 3 clients · 2 days late". In the user's language. Returns: (transfer full). */
char         *ovs_agenda_item_tell    (const OvsAgendaItem *item);

G_END_DECLS
