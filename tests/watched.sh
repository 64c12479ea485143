#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test program that is built with sanitizers: sh tests/watched.sh PROGRAM [ARGUMENTS]
# The whole stack of each allocation is expensive to find, so that is left out at first. Only where memory seems to leak, the test runs once
# more with whole stacks: tests/leaks.supp needs them to tell the leaks of libraries from ours, and so does who reads about ours.
set -u

said=$(mktemp -d)
trap 'rm -rf "$said"' EXIT

ASAN_OPTIONS=$ASAN_OPTIONS:fast_unwind_on_malloc=1 "$@" >"$said/out" 2>"$said/err"
status=$?
if [ $status -ne 0 ] && grep -q 'LeakSanitizer: detected memory leaks' "$said/out" "$said/err"; then
  ASAN_OPTIONS=$ASAN_OPTIONS:fast_unwind_on_malloc=0 "$@" >"$said/out" 2>"$said/err.exact"
  status=$?
  mv "$said/err.exact" "$said/err"
fi
cat "$said/err" >&2
cat "$said/out"
exit $status
