/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/access.h"
#include "dossier/employee.h"
#include "rules/disposition.h"
#include "rules/rule.h"

G_BEGIN_DECLS

/*
 * One person's story: all that the dossier knows of an employee, and what happened to him, from reading in to being over. Steps that were taken
 * back are no part of it.
 */

/** What happened; which texts an event has follows from it. */
typedef enum
{
  OVS_STORY_READ,     /* first seen, in the import @what of the file @new_value */
  OVS_STORY_CHANGED,  /* the field @what, from @old to @new_value */
  OVS_STORY_ACCESS,   /* the access to the portal @what, from Loket's word @old to @new_value */
  OVS_STORY_DECIDED,  /* the office: the field @what, from @old to @new_value */
  OVS_STORY_CLIENT,   /* his client: the field @what, from @old to @new_value */
  OVS_STORY_LETTER,   /* to his client: the piece @what, by the way @old; @new_value is its state */
  OVS_STORY_ENQUIRY,  /* he stood on a list for his client, that was @what: asked, reminded, returned */
  OVS_STORY_REQUEST,  /* Loket was asked to @what (see journal.h), by the route @old */
  OVS_STORY_RESULT,   /* what became of @what: the state @old, for the reason @new_value; @text is what Loket said */
  OVS_STORY_FALLOUT,  /* he stands on Loket's uitvallijst; @text is what it says */
  OVS_STORY_NOTE,     /* somebody wrote @text; @new_value is the day to call back, as ISO */
  OVS_STORY_CALLED,   /* he was called back about the note @text */
  OVS_STORY_QUESTION, /* he asked for help: @what is where it stuck, @old what solved it (both codes of drop-out.h), @new_value the minutes, @text a note */
  OVS_N_STORY_KINDS
} OvsStoryKind;

/**
 * OvsStoryEvent:
 * @at: the instant, or the beginning of the day where only that is known (@whole_day)
 * @operation: (nullable): the code of the trail
 * @text: (nullable): words of a colleague or of Loket, as they came
 * @actor: (nullable): the colleague who did it; NULL where nobody did or names were removed
 *
 * One event. Texts are owned and, but for @what, nullable.
 */
typedef struct
{
  OvsStoryKind kind;
  gint64 at;
  gboolean whole_day;
  char *what;
  char *old;
  char *new_value;
  char *operation;
  char *text;
  char *actor;
} OvsStoryEvent;

/** The access to one portal as last observed. @status: (owned) (nullable): Loket's word; NULL where nothing is known. */
typedef struct
{
  char *status;
  OvsAccessSource source;
  gint64 as_of;
} OvsStoryAccess;

/** A warning that somebody accepted for him. Owned. */
typedef struct
{
  OvsFinding finding;
  char *reason;
  gint64 at;
} OvsStoryAcceptance;

/**
 * OvsStory:
 * @record: what files and Loket tell of him
 * @judged: he was judged; else the disposition and the findings tell nothing
 * @excluded_reason: (nullable): why he was left out by hand
 * @no_access_reason: (nullable): why it was decided that he needs no access, on @no_access_on
 * @asked_address: (nullable): the address about which his client is asked; "" where there is none
 * @acceptances: (element-type OvsStoryAcceptance)
 * @events: (element-type OvsStoryEvent): the oldest first
 * @others: (element-type gint64): the employees at other clients, or once more at this one, who are the same human being
 *
 * Free with ovs_story_free().
 */
typedef struct
{
  OvsEmployee record;
  char *name;
  char *employer_number;
  char *employer_name; /* (nullable) */
  char *handler;       /* (nullable) */
  char *loket_id;      /* (nullable) */
  gint64 first_seen;
  OvsStoryAccess werknemerloket;
  OvsStoryAccess mijnloket;
  gboolean judged;
  OvsDisposition disposition;
  OvsReason reason;
  OvsFindings findings;
  OvsFindings open;
  char *excluded_reason;
  gboolean on_paper;
  char *no_access_reason;
  OvsDay no_access_on;
  OvsDay snoozed_until;
  char *asked_address;
  GPtrArray *acceptances;
  GPtrArray *events;
  GArray *others;
} OvsStory;

/** `read`, `changed` …: in files for programs. Returns: (transfer none). */
const char *ovs_story_kind_code (OvsStoryKind kind);

/** Returns: (transfer full) (nullable): NULL where the dossier has no such employee. */
OvsStory *ovs_story_read (OvsTx *tx, gint64 employee);
void      ovs_story_free (OvsStory *story);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsStory, ovs_story_free)

/** The ids of all rows that are the same human being as @employee, himself left out. Returns: (transfer full) (element-type gint64). */
GArray   *ovs_story_find_others (OvsTx *tx, gint64 employee);

/** For this room: adds what happened to the employee to @events (element-type OvsStoryEvent), in no order. */
void      ovs_story_collect     (OvsTx *tx, gint64 employee, gint64 employer, GPtrArray *events);

/** For this room: an event at the stored instant @at, with nothing more; added to @events. */
OvsStoryEvent *ovs_story_add    (GPtrArray *events, OvsStoryKind kind, const char *at);

G_END_DECLS
