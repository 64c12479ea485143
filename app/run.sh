#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Overstap and runs it: sh app/run.sh [ARGUMENTS OF overstap]
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
# shellcheck source=app/prepare.sh
. "$top/app/prepare.sh"

has_system_dutch ()
{
  locale -a 2>/dev/null | grep -qiE '^nl_NL\.utf-?8$'
}

# Overstap speaks Dutch to who chose no language, also on a machine without Dutch locale data.
choose_language ()
{
  case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
    '' | C | C.* | POSIX) ;;
    nl*) ! has_system_dutch || return 0 ;;
    *) return 0 ;;
  esac

  if ! has_system_dutch; then
    make_dutch_locale "$build/locale" || return 0
    export LOCPATH="$build/locale"
  fi
  unset LC_ALL LC_MESSAGES
  export LANG=nl_NL.UTF-8
}

install_packages
build=$(build_root)/build
build_into "$build"
choose_language
export OVERSTAP_LOCALE_DIR="$build/po" GSETTINGS_SCHEMA_DIR="$build/data/schemas"

if [ $# -eq 0 ] && [ -z "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ]; then
  say 'There is no display here, so this runs "overstap demo": the whole job on sample files against a practice Loket.'
  set -- demo
fi
exec "$build/app/overstap" "$@"
