# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that a user reads can be translated, and is: POTFILES.in and nl.po are complete and correct."""
import os
import re
import shutil
import subprocess
import unittest

import source
import tap

# The same words as meson's preset "glib" gives xgettext.
KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3')
FORMATS = ('N_:1:pass-c-format', 'C_:2:pass-c-format', 'NC_:2:pass-c-format', 'g_dngettext:2:pass-c-format',
           'g_strdup_printf:1:c-format', 'g_string_printf:2:c-format', 'g_string_append_printf:2:c-format',
           'g_error_new:3:c-format', 'g_set_error:4:c-format', 'g_print:1:c-format', 'g_printerr:1:c-format')
XGETTEXT = (['xgettext', '--from-code=UTF-8', '--add-comments', '--output=-', '--omit-header']
            + [f'--keyword={word}' for word in KEYWORDS] + [f'--flag={flag}' for flag in FORMATS])
# The Dutch of the interface is impersonal or says u.
FAMILIAR = re.compile(r'\b(je|jij|jou|jouw|jullie)\b', re.IGNORECASE)
TOOLS = ('xgettext', 'msgmerge', 'msgattrib', 'msgfmt')


def tool(*command, top, text=None):
    done = subprocess.run(command, cwd=top, input=text, capture_output=True, encoding='utf-8',
                          env={**os.environ, 'LC_ALL': 'C.UTF-8'})
    return done.returncode, done.stdout, done.stderr


def listed(top):
    lines = (top / 'po' / 'POTFILES.in').read_text(encoding='utf-8').splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


def has_strings(top, name):
    status, out, err = tool(*XGETTEXT, name, top=top)
    if status != 0:
        raise AssertionError(f'xgettext {name}: {err}')
    return 'msgid' in out


def wrong_potfiles(top):
    """What POTFILES.in lacks, and what it has too much."""
    found = []
    names = listed(top)
    translatable = {f'app/{path}' for path in source.c_files(top, '.c', '.h', '.ui') if has_strings(top, f'app/{path}')}
    for name in sorted(translatable - set(names)):
        found.append(f'{name} is missing')
    for name in names:
        if names.count(name) > 1:
            found.append(f'{name} stands there twice')
        if not (top / name).exists():
            found.append(f'{name} does not exist')
        elif name.startswith('app/') and name not in translatable:
            found.append(f'{name} has nothing to translate')
    return found


def template(top):
    files = sorted(f'app/{path}' for path in source.c_files(top, '.c', '.h', '.ui'))
    files += [name for name in listed(top) if not name.startswith('app/')]
    command = [part for part in XGETTEXT if part != '--omit-header']
    status, out, err = tool(*command, *files, top=top)
    if status != 0:
        raise AssertionError(err)
    # Without any string xgettext writes nothing.
    return (out or 'msgid ""\nmsgstr ""\n').replace('charset=CHARSET', 'charset=UTF-8')


def entries(po):
    """(msgid, [msgstr…]) of a file that msgattrib wrote without wrapping."""
    for block in re.split(r'\n{2,}', po):
        parts = {}
        key = None
        for line in block.splitlines():
            match = re.match(r'^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s+"(.*)"$', line)
            if match:
                key = match[1]
                parts[key] = match[2]
            elif line.startswith('"') and key:
                parts[key] += line[1:-1]
        if 'msgid' in parts:
            yield parts['msgid'], [value for name, value in parts.items() if name.startswith('msgstr')]


def wrong_translations(top, language='nl'):
    """What is not translated, doubtful or broken."""
    po = f'po/{language}.po'
    found = []
    pot = top / 'po' / 'fresh.pot'

    status, _, err = tool('msgfmt', '--check', '--check-format', '--output-file=/dev/null', po, top=top)
    if status != 0:
        return [f'{po}: {err.strip()}']

    _, fuzzy, _ = tool('msgattrib', '--only-fuzzy', '--no-obsolete', '--no-wrap', po, top=top)
    found += [f'fuzzy: {msgid}' for msgid, _ in entries(fuzzy) if msgid]

    pot.write_text(template(top), encoding='utf-8')
    try:
        status, merged, err = tool('msgmerge', '--quiet', '--no-fuzzy-matching', '--no-wrap', '--output-file=-', po, str(pot),
                                   top=top)
        if status != 0:
            return found + [f'msgmerge: {err.strip()}']
    finally:
        pot.unlink()
    _, present, _ = tool('msgattrib', '--no-obsolete', '--no-wrap', po, top=top)
    have = {msgid for msgid, _ in entries(present)}
    _, needed, _ = tool('msgattrib', '--no-obsolete', '--no-wrap', '-', top=top, text=merged)
    for msgid, texts in entries(needed):
        if msgid and not all(texts):
            found.append(f'not translated: {msgid}')
        elif msgid and msgid not in have:
            # msgmerge revived it, but whoever runs the program today does not see it.
            found.append(f'only there as obsolete: {msgid}')
    return found


def familiar(top, language='nl'):
    _, po, _ = tool('msgattrib', '--no-obsolete', '--no-wrap', f'po/{language}.po', top=top)
    return [text for msgid, texts in entries(po) if msgid for text in texts if FAMILIAR.search(text)]


class Translated(unittest.TestCase):
    def setUp(self):
        for name in TOOLS:
            if shutil.which(name) is None:
                self.skipTest(f'{name} is not installed')


class Tree(Translated):
    def test_potfiles(self):
        self.assertEqual(wrong_potfiles(source.TOP), [])

    def test_dutch_is_complete(self):
        with source.copied('app', 'data', 'po') as top:
            self.assertEqual(wrong_translations(top), [])

    def test_dutch_says_u(self):
        self.assertEqual(familiar(source.TOP), [])

    def test_linguas(self):
        named = (source.TOP / 'po' / 'LINGUAS').read_text(encoding='utf-8').split()
        self.assertEqual(sorted(named), sorted(path.stem for path in (source.TOP / 'po').glob('*.po')))


HEADER = '''msgid ""
msgstr ""
"Project-Id-Version: overstap\\n"
"PO-Revision-Date: 2026-11-01 12:00+0100\\n"
"Last-Translator: nobody\\n"
"Language-Team: Dutch\\n"
"Language: nl\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
'''
SOURCE = 'const char *s = _("%d employees are ready");\n'


class Planted(Translated):
    """A small tree of its own, wrong in one way at a time."""

    def tree(self, folder, code=SOURCE, potfiles='app/rules/planted.c\n', po=''):
        source.plant(folder, 'app/rules/planted.c', code)
        source.plant(folder, 'po/POTFILES.in', potfiles)
        source.plant(folder, 'po/nl.po', HEADER + '\n' + po)

    GOOD = '#, c-format\nmsgid "%d employees are ready"\nmsgstr "%d medewerkers zijn klaar"\n'

    def test_good_tree_passes(self):
        with source.copied() as top:
            self.tree(top, po=self.GOOD)
            self.assertEqual(wrong_potfiles(top), [])
            self.assertEqual(wrong_translations(top), [])
            self.assertEqual(familiar(top), [])

    def test_potfiles_lacks_a_file(self):
        with source.copied() as top:
            self.tree(top, potfiles='')
            self.assertEqual(wrong_potfiles(top), ['app/rules/planted.c is missing'])

    def test_potfiles_lacks_a_ui_file(self):
        with source.copied() as top:
            self.tree(top)
            source.plant(top, 'app/window/planted.ui', '<interface><object class="GtkLabel">'
                         '<property name="label" translatable="yes">Ready</property></object></interface>\n')
            self.assertEqual(wrong_potfiles(top), ['app/window/planted.ui is missing'])

    def test_potfiles_names_too_much(self):
        with source.copied() as top:
            self.tree(top, code='/* _("no") */\nint x;\n', potfiles='app/rules/planted.c\napp/rules/gone.c\n')
            self.assertEqual(wrong_potfiles(top), ['app/rules/planted.c has nothing to translate',
                                                   'app/rules/gone.c does not exist'])

    def test_missing(self):
        for po in ('', 'msgid "%d employees are ready"\nmsgstr ""\n'):
            with self.subTest(po=po), source.copied() as top:
                self.tree(top, po=po)
                self.assertEqual(wrong_translations(top), ['not translated: %d employees are ready'])

    def test_half_a_plural(self):
        with source.copied() as top:
            self.tree(top, code='g_dngettext (NULL, "%d employee", "%d employees", n);\n',
                      po='msgid "%d employee"\nmsgid_plural "%d employees"\nmsgstr[0] "%d medewerker"\nmsgstr[1] ""\n')
            self.assertEqual(wrong_translations(top), ['not translated: %d employee'])

    def test_fuzzy(self):
        with source.copied() as top:
            self.tree(top, po=self.GOOD.replace('#, c-format', '#, fuzzy, c-format'))
            self.assertIn('fuzzy: %d employees are ready', wrong_translations(top))

    def test_obsolete_but_needed(self):
        with source.copied() as top:
            self.tree(top, po='#~ msgid "%d employees are ready"\n#~ msgstr "%d medewerkers zijn klaar"\n')
            self.assertEqual(len(wrong_translations(top)), 1)

    def test_broken_format(self):
        with source.copied() as top:
            self.tree(top, po=self.GOOD.replace('%d medewerkers', '%s medewerkers'))
            self.assertIn('msgstr', ' '.join(wrong_translations(top)))

    def test_familiar(self):
        for text, wrong in (('Kies je klanten', True), ('Jouw dossier', True), ('Kies uw klanten', False),
                            ('Het projectje jent', False)):
            with self.subTest(text=text), source.copied() as top:
                self.tree(top, po=f'msgid "x"\nmsgstr "{text}"\n')
                self.assertEqual(bool(familiar(top)), wrong)


if __name__ == '__main__':
    tap.main()
