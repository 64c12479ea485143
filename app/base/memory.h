/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * Lets big blocks go back to the system as soon as they are freed. For a program that stays: the C library otherwise keeps the room that
 * one big list took, for the next. To be called once, before other threads are there.
 */
void ovs_memory_give_back (void);

/** Gives back, once, what was freed in small pieces. Takes some milliseconds: for after a big piece of work, in its own thread. */
void ovs_memory_trim (void);
