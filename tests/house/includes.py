# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may look at whom: a room includes only the rooms that it builds on, and nothing goes in circles."""
import re
import unittest

import source
import tap

ENGINE = {'base', 'rules', 'csv', 'dossier', 'loket', 'intake', 'planning', 'conversion', 'mail', 'letters'}

# room → the rooms whose headers it may include, besides its own.
ALLOWED = {
    'base': set(),
    'rules': {'base'},
    'csv': {'base', 'rules'},
    'dossier': {'base', 'rules'},
    'loket': {'base'},
    'intake': {'base', 'rules', 'csv', 'dossier', 'loket'},
    'planning': {'base', 'rules'},
    'conversion': {'base', 'rules', 'dossier', 'loket', 'planning'},
    'mail': {'base'},
    'letters': {'base', 'rules', 'csv', 'dossier', 'planning', 'mail'},
    # The witness shares no rule and no parser with what it judges.
    'practice': {'base', 'mail'},
    'commands': ENGINE | {'practice'},
    'widgets': {'base'},
    'table': {'base', 'rules', 'dossier', 'widgets'},
    'steps': ENGINE | {'widgets', 'table'},
    'window': ENGINE | {'widgets', 'table', 'steps'},
    'main.c': {'base', 'commands', 'window'},
}

# Libraries that only some rooms may include.
LIBRARIES = {
    r'(gtk|gdk|gsk|adwaita)\b': ('GTK', {'widgets', 'table', 'steps', 'window'}),
    # What is drawn on a screen or on paper.
    r'(pango|cairo)\b': ('drawing', {'letters', 'widgets', 'table', 'steps', 'window'}),
    r'sqlite3': ('SQLite', {'dossier', 'practice'}),
    r'libsecret': ("the desktop's keyring", {'base'}),
    r'(gmime|curl)\b': ('mail', {'mail'}),
    r'libical\b': ('calendars', {'planning'}),
    r'sodium': ('the hashing of passwords', {'practice'}),
}

# The rules are pure functions: GLib and the days and texts of base, no file, no SQL, no HTTP, no clock.
RULES_MAY = re.compile(r'^(glib\.h|glib/gi18n(-lib)?\.h|(string|stdlib|stdint|stddef|stdbool|ctype|limits)\.h|config\.h'
                       r'|base/(day|text)\.h|rules/.*)$')

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


def room_of(path):
    return path.parts[0]


def includes(top):
    """(file, own header or None, library header or None) for every include of the tree."""
    for path in source.c_files(top):
        text = source.without_comments((top / 'app' / path).read_text(encoding='utf-8'))
        for own, library in INCLUDE.findall(text):
            yield path, own or None, library or None


def forbidden(top):
    """One sentence per include that is not allowed."""
    found = []
    for path in source.c_files(top):
        if room_of(path) not in ALLOWED:
            found.append(f'{path}: the room "{room_of(path)}" is not in the table of this test')
    for path, own, library in includes(top):
        room = room_of(path)
        header = own or library
        if room == 'rules' and not RULES_MAY.match(header):
            found.append(f'{path}: rules/ are pure and may not include {header}')
        for pattern, (name, rooms) in LIBRARIES.items():
            if library and re.match(pattern, library) and room not in rooms:
                found.append(f'{path}: {name} is only for {", ".join(sorted(rooms))}')
        if own is None or own == 'config.h':
            continue
        target = own.split('/')[0]
        if '/' not in own or target not in ALLOWED:
            found.append(f'{path}: write "{own}" as "room/file.h"')
        elif target != room and target not in ALLOWED.get(room, set()):
            found.append(f'{path}: {room} may not include {own}')
    return found


def component(header):
    """A .c, its .h and its -private.h are one component."""
    return re.sub(r'(-private)?(\.[a-z]+)?$', '', header, count=1)


def graph_of_files(top):
    """component → components that it includes."""
    graph = {}
    for path, own, _ in includes(top):
        here = component(str(path))
        graph.setdefault(here, set())
        if own and own != 'config.h':
            there = component(own)
            if there != here:
                graph[here].add(there)
    return graph


def graph_of_rooms(top):
    graph = {}
    for here, targets in graph_of_files(top).items():
        room = here.split('/')[0]
        graph.setdefault(room, set()).update(there.split('/')[0] for there in targets)
        graph[room].discard(room)
    return graph


def circles(graph):
    """One shortest circle through every node that is in one, as `a → b → a`; each circle once."""
    found = {}
    for start in sorted(graph):
        paths = [[start]]
        seen = set()
        while paths:
            path = paths.pop(0)
            if start in graph.get(path[-1], ()):
                found.setdefault(frozenset(path), ' → '.join(path + [start]))
                break
            for target in sorted(graph.get(path[-1], ())):
                if target not in seen:
                    seen.add(target)
                    paths.append(path + [target])
    return sorted(found.values())


class Tree(unittest.TestCase):
    def test_no_forbidden_include(self):
        self.assertEqual(forbidden(source.TOP), [])

    def test_no_circle_of_files(self):
        self.assertEqual(circles(graph_of_files(source.TOP)), [])

    def test_no_circle_of_rooms(self):
        self.assertEqual(circles(graph_of_rooms(source.TOP)), [])

    def test_table_has_no_circle(self):
        self.assertEqual(circles(ALLOWED), [])


class Planted(unittest.TestCase):
    """The test does fail on what it forbids."""

    def check(self, name, include, words):
        with source.copied_app() as top:
            before = forbidden(top)
            source.plant(top, f'app/{name}', f'#include {include}\n')
            new = [line for line in forbidden(top) if line not in before]
            self.assertEqual(len(new), 1, new)
            self.assertIn(words, new[0])

    def test_forbidden_edges(self):
        for name, include, words in (
                ('practice/planted.c', '"rules/judge.h"', 'practice may not include'),
                ('practice/planted.c', '"loket/client.h"', 'practice may not include'),
                ('loket/planted.c', '"dossier/dossier.h"', 'loket may not include'),
                ('dossier/planted.c', '"loket/client.h"', 'dossier may not include'),
                ('csv/planted.c', '"dossier/dossier.h"', 'csv may not include'),
                ('base/planted.h', '"rules/judge.h"', 'base may not include'),
                ('conversion/planted.c', '"csv/reader.h"', 'conversion may not include'),
                ('commands/planted.c', '"window/window.h"', 'commands may not include'),
                ('commands/planted.c', '<gtk/gtk.h>', 'GTK is only for'),
                ('letters/planted.c', '<gtk/gtk.h>', 'GTK is only for'),
                ('intake/planted.c', '<cairo-pdf.h>', 'drawing is only for'),
                ('commands/planted.c', '<pango/pangocairo.h>', 'drawing is only for'),
                ('conversion/planted.c', '<sqlite3.h>', 'SQLite is only for'),
                ('loket/planted.c', '<libsecret/secret.h>', 'keyring is only for'),
                ('rules/planted.c', '<gio/gio.h>', 'rules/ are pure'),
                ('rules/planted.c', '"base/clock.h"', 'rules/ are pure'),
                ('csv/planted.c', '"reader.h"', 'room/file.h'),
        ):
            with self.subTest(name=name, include=include):
                self.check(name, include, words)

    def test_unknown_room(self):
        with source.copied_app() as top:
            source.plant(top, 'app/attic/planted.c', '')
            self.assertTrue(any('attic' in line for line in forbidden(top)))

    def test_include_in_a_comment_is_none(self):
        with source.copied_app() as top:
            before = forbidden(top)
            source.plant(top, 'app/loket/planted.c', '/*\n#include "dossier/dossier.h"\n*/\n')
            self.assertEqual(forbidden(top), before)

    def test_circle_of_files(self):
        with source.copied_app() as top:
            source.plant(top, 'app/csv/planted-a.h', '#include "csv/planted-b.h"\n')
            source.plant(top, 'app/csv/planted-b.c', '#include "csv/planted-c.h"\n')
            source.plant(top, 'app/csv/planted-c.h', '#include "csv/planted-a.h"\n')
            found = circles(graph_of_files(top))
            self.assertIn('csv/planted-a → csv/planted-b → csv/planted-c → csv/planted-a', found)

    def test_private_header_is_no_circle(self):
        with source.copied_app() as top:
            before = circles(graph_of_files(top))
            source.plant(top, 'app/csv/planted.c', '#include "csv/planted-private.h"\n')
            source.plant(top, 'app/csv/planted-private.h', '#include "csv/planted.h"\n')
            self.assertEqual(circles(graph_of_files(top)), before)

    def test_circle_of_rooms(self):
        with source.copied_app() as top:
            source.plant(top, 'app/csv/planted.c', '#include "intake/planted.h"\n')
            source.plant(top, 'app/intake/planted.c', '#include "csv/other.h"\n')
            found = circles(graph_of_rooms(top))
            self.assertTrue(any('csv' in line and 'intake' in line for line in found), found)


if __name__ == '__main__':
    tap.main()
