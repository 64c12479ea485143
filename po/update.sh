#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# For translators: brings POTFILES.in and the .po files up to date with the sources: sh po/update.sh
#
# Run it, translate what has an empty msgstr in po/nl.po, and run tests/house/translations.py. Nothing is ever guessed
# (no fuzzy entries): a changed English sentence asks for a new translation, and the old one stays below it as "#~".
# A new language is a line in LINGUAS; its file is made here.
set -eu
export LC_ALL=C.UTF-8

cd "$(dirname -- "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The keywords and formats of meson's preset "glib", which tests/house/translations.py uses as well.
# xgettext warns about every curly quote and ellipsis, which are meant; so it is heard only when it fails.
extract ()
{
  xgettext --from-code=UTF-8 --add-comments --add-location=file --package-name=overstap \
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
    --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 \
    --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format \
    --flag=g_dngettext:2:pass-c-format --flag=g_strdup_printf:1:c-format --flag=g_string_printf:2:c-format \
    --flag=g_string_append_printf:2:c-format --flag=g_error_new:3:c-format --flag=g_set_error:4:c-format \
    --flag=g_print:1:c-format --flag=g_printerr:1:c-format \
    "$@" 2> "$work/errors" || { cat "$work/errors" >&2; return 1; }
}

translatable_files ()
{
  find app -name '*.[ch]' -o -name '*.ui' | sort | while IFS= read -r file; do
    strings=$(extract --omit-header --output=- "$file")
    [ -z "$strings" ] || echo "$file"
  done
  find data -name '*.desktop.in' -o -name '*.metainfo.xml.in' | sort
}

translatable_files > "$work/POTFILES.in"
cp "$work/POTFILES.in" po/POTFILES.in

extract --files-from=po/POTFILES.in --output="$work/overstap.pot"
# The date in the template would change every file at every run.
sed -i -e 's/charset=CHARSET/charset=UTF-8/' -e '/^"POT-Creation-Date:/d' "$work/overstap.pot"

while IFS= read -r language; do
  po=po/$language.po
  if [ ! -e "$po" ]; then
    msginit --no-translator --locale="$language" --input="$work/overstap.pot" --output-file="$po"
  fi
  # Not --update: that leaves a file as it is wrapped when no sentence changed.
  msgmerge --quiet --no-fuzzy-matching --add-location=file --width=120 --output-file="$work/merged.po" \
    "$po" "$work/overstap.pot"
  cp "$work/merged.po" "$po"
  printf '%s: ' "$language"
  msgfmt --check --statistics --output-file=/dev/null "$po"
done < po/LINGUAS
