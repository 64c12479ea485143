/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "commands/json-writer.h"
#include "dossier/dossier.h"

G_BEGIN_DECLS

/**
 * OvsInvocation:
 *
 * One command as it was called, and its answer: lines for people, or with `--json` exactly one object. The
 * answer is printed when the command has succeeded.
 */
typedef struct _OvsInvocation OvsInvocation;

/**
 * Carries a command out. It answers into @invocation and prints nothing of its own; FALSE with @error set
 * when it failed: the caller prints the sentence, once.
 */
typedef gboolean (*OvsCommandFunc) (OvsInvocation *invocation, GError **error);

/**
 * OvsCommand:
 * @name: as typed
 * @synopsis: the words and options that follow it
 * @summary: (translatable): one sentence on what it does
 */
typedef struct
{
  const char *name;
  const char *synopsis;
  const char *summary;
  OvsCommandFunc run;
} OvsCommand;

/** @arguments: (transfer full): what follows the name of the command. */
OvsInvocation *ovs_invocation_new (const OvsCommand *command, GStrv arguments);
void ovs_invocation_free (OvsInvocation *invocation);

/**
 * Does what was asked: the command, or its help. Prints the answer, or the failure on standard error (and
 * with `--json` as an object on standard output). Returns: the exit status.
 */
int ovs_invocation_run (OvsInvocation *invocation);

/* For commands. */

/**
 * ovs_invocation_parse:
 * @entries: (array zero-terminated=1): the options of this command
 * @least, @most: how many words there must and may be besides options
 *
 * Reads the options and the words. FALSE with an %OVS_USAGE_ERROR, or without an error when help was asked
 * (and answered).
 */
gboolean ovs_invocation_parse (
    OvsInvocation *invocation, const GOptionEntry *entries, guint least, guint most, GError **error);

/** The word at @index, below what ovs_invocation_parse() let through. Returns: (transfer none). */
const char *ovs_invocation_word (OvsInvocation *invocation, guint index);

/**
 * The numbers of an `--employer` that takes several: those of the option and the words from @index on. FALSE
 * with an %OVS_USAGE_ERROR for words without the option.
 */
gboolean ovs_invocation_numbers (
    OvsInvocation *invocation, char **option, guint index, GStrv *numbers, GError **error);

/** Opens the dossier that the first word names. Returns: (transfer full) (nullable). */
OvsDossier *ovs_invocation_open (OvsInvocation *invocation, OvsDossierMode mode, GError **error);

/** Where members of the answer go. Returns: (nullable): NULL without `--json`. */
OvsJsonWriter *ovs_invocation_json (OvsInvocation *invocation);

/** Adds a line for people. Nothing with `--json`. */
void ovs_invocation_say (OvsInvocation *invocation, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** Adds a line with an aligned number and what it counts. Nothing with `--json`. */
void ovs_invocation_say_count (OvsInvocation *invocation, gint64 count, const char *what);

/** Prints what was said so far at once, for a command that takes its time. Nothing with `--json`. */
gboolean ovs_invocation_show (OvsInvocation *invocation, GError **error);

/**
 * Prints the whole answer before the command is done: for one that stays, and for one whose answer tells that
 * it fails. What is answered after it is not printed.
 */
gboolean ovs_invocation_finish (OvsInvocation *invocation, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OvsInvocation, ovs_invocation_free)

G_END_DECLS
