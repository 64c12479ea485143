/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "dossier/dossier.h"
#include "dossier/outcomes.h"
#include "practice/practice.h"

/* An office with a practice Loket of its own and a dossier that is ready to convert. */
typedef struct
{
  char *folder;
  OvsPractice *practice;
  OvsDossier *dossier;
} Office;

void         office_open          (Office *office, int employers, int employees, guint32 seed);
void         office_close         (Office *office);

/* Reads both files, selects everybody, accepts all warnings, connects. */
void         office_prepare       (Office *office);

/* Runs `apply` to its end. */
void         office_apply         (Office *office, gboolean dry_run, guint *requests);
void         office_track         (Office *office);
OvsOutcomeCounts office_counts    (Office *office);

/* Events of the practice Loket: "EMPLOYER/EMPLOYEE" → how often @event happened. */
GHashTable  *office_events        (Office *office, const char *event);

/* Asks a door of the practice Loket; @body NULL asks with GET. */
JsonNode    *office_door          (Office *office, const char *path, const char *body);

/* Waits for an asynchronous call whose callback is office_done. */
void         office_done          (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *office_wait         (GAsyncResult **result);
