#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds Overstap and runs every test: sh tests/run.sh [--full]
# The last line is "N passed, N failed"; the exit status is 0 only when nothing failed.
set -u

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
# shellcheck source=app/prepare.sh
. "$top/app/prepare.sh"
# libFuzzer comes with clang only.
packages="$packages clang libclang-rt-14-dev"
# A real browser for the pages of the practice Loket.
packages="$packages chromium chromium-driver python3-selenium"
# A mail server for what the practice Loket mails.
packages="$packages python3-aiosmtpd"
# A list of public holidays that is not ours.
packages="$packages python3-holidays"
# A reader of calendars that is not ours.
packages="$packages python3-icalendar"

slow='--no-suite full'
case ${1-} in
  '') ;;
  --full) slow='' ;;
  *)
    say 'Usage: sh tests/run.sh [--full]'
    exit 2
    ;;
esac

# Without a build no test can run: that is one failure, told as every other result is.
give_up ()
{
  say "$1"
  printf '0 passed, 1 failed\n'
  exit 1
}

install_packages || give_up 'The tests could not start.'
root=$(build_root)
build=$root/build
sanitized=$root/build-asan
fuzzed=$root/build-fuzz
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
trap 'exit 130' INT TERM

export OVERSTAP_LOCPATH="$build/locale"
make_dutch_locale "$OVERSTAP_LOCPATH" || say 'The Dutch locale data could not be made; tests in Dutch are skipped.'

# run_suites NAME FOLDER [MESON TEST OPTIONS]: the results go to a file of that NAME, for count.py.
run_suites ()
{
  name=$1
  folder=$2
  shift 2
  rm -f "$folder"/meson-logs/testlog*.json
  # shellcheck disable=SC2086 # no word or two
  meson test -C "$folder" --no-rebuild --print-errorlogs $slow "$@" >"$results/$name.out" 2>&1 || :
  # Meson names it after what wraps the tests, if anything does.
  if ! cp "$folder"/meson-logs/testlog*.json "$results/$name.json" 2>/dev/null; then
    cat "$results/$name.out" >&2
    : >"$results/$name.failed"
  fi
}

if build_into "$build"; then
  # One more than there are processors: the tests of the window wait for half of their time.
  run_suites plain "$build" --num-processes "$(($(nproc) + 1))"
else
  : >"$results/plain.failed"
fi

# The unit tests once more, watched for memory errors, leaks and undefined behaviour.
if build_targets=unit-tests build_into "$sanitized" -Db_sanitize=address,undefined -Db_lundef=false; then
  G_SLICE=always-malloc \
  LSAN_OPTIONS="suppressions=$top/tests/leaks.supp:print_suppressions=0" \
  ASAN_OPTIONS=halt_on_error=1:abort_on_error=1:detect_leaks=1:malloc_context_size=12:print_summary=1 \
  UBSAN_OPTIONS=halt_on_error=1:abort_on_error=1:print_stacktrace=1:print_summary=1 \
    run_suites sanitized "$sanitized" --suite unit --wrap "sh $top/tests/watched.sh"
else
  : >"$results/sanitized.failed"
fi

# What reads other people's bytes, fed with all but sense.
if ! command -v clang >/dev/null; then
  say 'There is no clang here; the fuzzers are skipped.'
elif CC=clang build_targets=fuzzers build_into "$fuzzed"; then
  run_suites fuzz "$fuzzed" --suite fuzz
else
  : >"$results/fuzz.failed"
fi

python3 "$top/tests/count.py" "$results"
