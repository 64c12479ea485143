#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command on a message bus of its own: sh on-a-bus.sh COMMAND…
# The services of the bus write to its output; that of the command has only what the command says.
exec 3>&1 >&2
exec dbus-run-session -- sh -c 'exec "$@" >&3 3>&-' sh "$@"
