/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * What the harnesses share. Each harness is a program of its own, made of this and of one fuzz-NAME.c; a claim that does not hold
 * (g_assert, a critical warning) ends it, and so does what the sanitizers find.
 */

/** What each harness is: one run on one input. Returns 0. */
int         LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/** Called once. Returns 0. */
int         LLVMFuzzerInitialize   (int *argc, char ***argv);

/** Puts bytes in a file of their own. Returns: (transfer none): its name, valid until the next call. */
const char *fuzz_file              (const void *bytes, gsize size);

/**
 * From now on the files that are read come in pieces of 1 to @most bytes, in an order that @seed tells, but for the first time that
 * they are gone through; 0 for @most gives them as they come.
 */
void        fuzz_read_in_pieces    (guint32 seed, gsize most);

/** The next number of a sequence that is always the same. @state: not 0. */
guint32     fuzz_random            (guint32 *state);

/** The length of the next piece of what is @left: 1 to @most bytes. */
gsize       fuzz_piece             (guint32 *state, gsize most, gsize left);

/**
 * Takes the last byte from the input as a choice, so that what is before it stays a file as it is. Returns: 0 to @n - 1; 0 for an empty
 * input.
 */
guint       fuzz_choose            (const guint8 *data, gsize *size, guint n);

/** A text of the bytes, ended at the first zero. Returns: (transfer full). */
char       *fuzz_text              (const guint8 *data, gsize size);

/** The same in valid UTF-8. Returns: (transfer full). */
char       *fuzz_valid_text        (const guint8 *data, gsize size);
