# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# What app/run.sh and tests/run.sh share: from a bare Debian 12 to a built program. Read with `.`, after setting $top.

: "${top:?}"

packages='build-essential pkg-config meson ninja-build gettext locales tzdata python3'
# The window is tested on a display of its own.
packages="$packages xvfb xauth xdotool dbus at-spi2-core python3-gi gir1.2-atspi-2.0 adwaita-icon-theme librsvg2-common"
# What an installation brings up to date, and what the tests validate with.
packages="$packages desktop-file-utils appstream-util gtk-update-icon-cache shared-mime-info libxml2-utils poppler-utils python3-jsonschema"
packages="$packages libglib2.0-dev libpango1.0-dev libgtk-4-dev libadwaita-1-dev libsoup-3.0-dev libjson-glib-dev libsecret-1-dev libsodium-dev libgmime-3.0-dev libcurl4-openssl-dev libical-dev libsqlite3-dev"

say ()
{
  printf '%s\n' "$*" >&2
}

missing_packages ()
{
  for package in $packages; do
    # shellcheck disable=SC2016 # the format is dpkg-query's
    case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) in
      installed) ;;
      *) printf '%s ' "$package" ;;
    esac
  done
}

apt ()
{
  if [ "$(id -u)" -eq 0 ]; then
    env DEBIAN_FRONTEND=noninteractive apt-get "$@"
  else
    sudo env DEBIAN_FRONTEND=noninteractive apt-get "$@"
  fi
}

# Installs what is missing; the package lists are fetched only when something is.
install_packages ()
{
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    if command -v meson >/dev/null && command -v ninja >/dev/null; then
      say 'This is no Debian: nothing is installed, the build uses what is there.'
      return 0
    fi
    say "Overstap is built on Debian 12, and here is no apt. Install the likes of these, then run this again: $packages"
    return 1
  fi

  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    say "These packages are missing and there is no sudo to install them. Have them installed as root: apt-get install $missing"
    return 1
  fi

  say "Installing: $missing"
  apt_log=$(mktemp)
  # shellcheck disable=SC2086 # one word per package
  if apt -qq update >"$apt_log" 2>&1 &&
     apt -qq install -y --no-install-recommends $missing >>"$apt_log" 2>&1; then
    rm -f "$apt_log"
    return 0
  fi
  cat "$apt_log" >&2
  rm -f "$apt_log"
  say 'The packages could not be installed; apt says why above. Mend that and run this again.'
  return 1
}

# Where builds go: the checkout, or the user's cache when the checkout (or a build in it) cannot be written.
build_root ()
{
  if [ -w "$top" ] && { [ ! -e "$top/build" ] || [ -w "$top/build" ]; }; then
    printf '%s' "$top"
  else
    root=${XDG_CACHE_HOME:-$HOME/.cache}/overstap
    mkdir -p "$root"
    printf '%s' "$root"
  fi
}

# build_into FOLDER [MESON OPTIONS]: configures once, builds what changed (of $build_targets, where that is set), is quiet unless it
# fails.
build_into ()
{
  folder=$1
  shift
  mkdir -p "$folder"
  log=$folder/build.log
  : >"$log"
  if [ ! -f "$folder/build.ninja" ]; then
    if ! meson setup "$folder" "$top" "$@" >>"$log" 2>&1; then
      cat "$log" >&2
      say "The build in $folder could not be configured; meson says why above."
      return 1
    fi
  fi
  # shellcheck disable=SC2086 # no target, or some
  if ! ninja -C "$folder" ${build_targets-} >>"$log" 2>&1; then
    cat "$log" >&2
    say "The build in $folder failed; the compiler says why above."
    return 1
  fi
}

# make_dutch_locale FOLDER: Dutch locale data without root. glibc finds them there by LOCPATH.
make_dutch_locale ()
{
  [ ! -f "$1/nl_NL.UTF-8/LC_CTYPE" ] || return 0
  mkdir -p "$1"
  # localedef reports mere warnings with status 1, so the result is what counts.
  localedef -i nl_NL -f UTF-8 "$1/nl_NL.UTF-8" >/dev/null 2>&1 || :
  [ -f "$1/nl_NL.UTF-8/LC_CTYPE" ]
}
