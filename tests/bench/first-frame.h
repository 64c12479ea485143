/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/** Prints the moment (CLOCK_MONOTONIC, in microseconds) at which the second frame of the first window was painted, and ends the program. */
void first_frame_watch (void);
