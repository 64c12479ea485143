#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the pictures of the README and the metainfo anew, from the build in build/: sh data/screenshots/make.sh
set -eu

top=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
# shellcheck source=app/prepare.sh
. "$top/app/prepare.sh"

packages="$packages imagemagick fonts-cantarell"
install_packages
root=$(build_root)
build_into "$root/build"
make_dutch_locale "$root/build/locale"

export OVERSTAP="$root/build/app/overstap" OVERSTAP_LOCALE_DIR="$root/build/po" OVERSTAP_LOCPATH="$root/build/locale"
export GSETTINGS_SCHEMA_DIR="$root/build/data/schemas" PYTHONDONTWRITEBYTECODE=1
export PYTHONPATH="$top/tests:$top/tests/commands:$top/tests/ui"
exec xvfb-run -a -s '-screen 0 1290x810x24 -noreset' dbus-run-session -- /usr/bin/python3 "$top/tests/ui/screenshots.py" "$top/data/screenshots"
