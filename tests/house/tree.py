# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree is tidy: nothing strange at its top, a licence line first in every file, one subject per file."""
import re
import unittest

import source
import tap

TOP_MAY = {'app', 'data', 'po', 'tests', 'meson.build', 'README.md', 'COPYING'}
# What a build or a run leaves behind is not part of the tree.
LEFT_BEHIND = re.compile(r'^(build.*|__pycache__|.*\.overstap(-wal|-shm|-journal)?)$')
MOST_LINES = 600
LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'


def strangers(top):
    return sorted(path.name for path in top.iterdir()
                  if path.name not in TOP_MAY and not path.name.startswith('.') and not LEFT_BEHIND.match(path.name))


def untidy(top):
    found = []
    for path in source.c_files(top):
        lines = (top / 'app' / path).read_text(encoding='utf-8').splitlines()
        if not lines or LICENCE not in lines[0]:
            found.append(f'{path}: the first line is not the licence')
        if len(lines) > MOST_LINES:
            found.append(f'{path}: {len(lines)} lines are two subjects')
        if path.suffix == '.h' and '#pragma once' not in lines:
            found.append(f'{path}: no #pragma once')
    return found


class Tree(unittest.TestCase):
    def test_top(self):
        self.assertEqual(strangers(source.TOP), [])

    def test_files(self):
        self.assertEqual(untidy(source.TOP), [])


class Planted(unittest.TestCase):
    def test_stranger_at_the_top(self):
        with source.copied('COPYING', 'meson.build') as top:
            self.assertEqual(strangers(top), [])
            source.plant(top, 'notes.txt', '')
            source.plant(top, '.editorconfig', '')
            source.plant(top, 'build-asan/x', '')
            self.assertEqual(strangers(top), ['notes.txt'])

    def test_untidy_files(self):
        with source.copied('app') as top:
            before = untidy(top)
            source.plant(top, 'app/base/planted.c', 'int x;\n')
            source.plant(top, 'app/base/planted.h', f'/* {LICENCE} */\n')
            source.plant(top, 'app/base/long.c', f'/* {LICENCE} */\n' + '\n' * MOST_LINES)
            self.assertEqual([line for line in untidy(top) if line not in before],
                             ['base/long.c: 601 lines are two subjects',
                              'base/planted.c: the first line is not the licence',
                              'base/planted.h: no #pragma once'])


if __name__ == '__main__':
    tap.main()
