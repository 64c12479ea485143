# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop finds of Overstap once it is installed: desktop entry, metainfo, schema, icons, kind of file. Each by its own validator."""
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import source
import tap

DATA = source.TOP / 'data'
BUILT = pathlib.Path(os.environ['OVERSTAP_BUILT_DATA'])
ID = 'nl.overstap.Overstap'


def said_by(*command):
    """What the validator objects to; '' where all is well. A validator that is missing is a failure too."""
    try:
        done = subprocess.run([str(word) for word in command], capture_output=True, encoding='utf-8', env={**os.environ, 'LC_ALL': 'C.UTF-8'})
    except FileNotFoundError:
        return f'{command[0]} is not installed; see app/prepare.sh'
    return '' if done.returncode == 0 else (done.stdout + done.stderr).strip() or f'{command[0]} failed'


def planted(text, name, *command):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / name
        path.write_text(text, encoding='utf-8')
        return said_by(*command, path)


class Valid(unittest.TestCase):
    def test_desktop_entry(self):
        path = BUILT / 'desktop' / f'{ID}.desktop'
        self.assertEqual(said_by('desktop-file-validate', path), '')
        text = path.read_text('utf-8')
        self.assertIn('Comment[nl]=', text)
        self.assertNotEqual(planted(text.replace('Type=Application', 'Type=Nothing'), path.name, 'desktop-file-validate'), '')

    def test_metainfo(self):
        path = BUILT / 'desktop' / f'{ID}.metainfo.xml'
        self.assertEqual(said_by('appstream-util', 'validate-relax', '--nonet', path), '')
        text = path.read_text('utf-8')
        self.assertIn('xml:lang="nl"', text)
        self.assertNotEqual(planted(text.replace(f'<id>{ID}</id>', ''), path.name,
                                    'appstream-util', 'validate-relax', '--nonet'), '')

    def test_version_is_released(self):
        version = re.search(r"^  version: '([^']+)'", (source.TOP / 'meson.build').read_text('utf-8'), re.MULTILINE)[1]
        self.assertIn(f'<release version="{version}"', (BUILT / 'desktop' / f'{ID}.metainfo.xml').read_text('utf-8'))

    def test_schema(self):
        self.assertEqual(said_by('glib-compile-schemas', '--strict', '--dry-run', DATA / 'schemas'), '')

    def test_xml(self):
        files = [path for suffix in ('ui', 'svg', 'xml') for folder in ('app', 'data') for path in (source.TOP / folder).rglob(f'*.{suffix}')]
        self.assertGreater(len(files), 10)
        self.assertEqual(said_by('xmllint', '--noout', *files), '')
        self.assertNotEqual(planted('<svg>', 'open.svg', 'xmllint', '--noout'), '')

    def test_started_by_the_bus(self):
        text = (BUILT / 'desktop' / f'{ID}.service').read_text('utf-8')
        self.assertIn(f'Name={ID}\n', text)
        self.assertRegex(text, r'Exec=/\S+/overstap --gapplication-service\n')

    def test_kind_of_file(self):
        """The mark by which a desktop knows a dossier is the one that a dossier has."""
        mime = (DATA / 'mime' / f'{ID}.xml').read_text('utf-8')
        desktop = (BUILT / 'desktop' / f'{ID}.desktop').read_text('utf-8')
        dossier = next((source.TOP / 'tests' / 'fixtures').glob('*.overstap')).read_bytes()
        kind = re.search(r'mime-type type="([^"]+)"', mime)[1]
        self.assertIn(f'MimeType={kind};\n', desktop)
        marks = re.findall(r'offset="(\d+)" value="([^"]+)"', mime)
        self.assertEqual(len(marks), 2)
        for offset, value in marks:
            self.assertTrue(dossier[int(offset):].startswith(value.encode()), value)


if __name__ == '__main__':
    tap.main()
