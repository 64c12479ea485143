# SPDX-License-Identifier: GPL-3.0-or-later
"""Every SQL statement of the program stands in dossier/; only the practice Loket has a database besides."""
import re
import unittest

import source
import tap

ROOMS = {'dossier', 'practice'}

UPPER = re.compile(
    r'^\s*(SELECT\s[\s\S]+\sFROM\b|INSERT\s+(OR\s+\w+\s+)?INTO\b|REPLACE\s+INTO\b|UPDATE\s+\S+\s+SET\b|DELETE\s+FROM\b'
    r'|CREATE\s+(TEMP\s+|UNIQUE\s+|VIRTUAL\s+)?(TABLE|INDEX|TRIGGER|VIEW)\b|ALTER\s+TABLE\b|DROP\s+(TABLE|INDEX|TRIGGER|VIEW)\b'
    r'|PRAGMA\s+\w+|BEGIN(\s+IMMEDIATE|\s+EXCLUSIVE|\s+TRANSACTION)?;?\s*$|COMMIT;?\s*$|ROLLBACK;?\s*$|SAVEPOINT\s|ATTACH\s'
    r'|VACUUM\b|WITH\s+(RECURSIVE\s+)?\w+\s*(\([^)]*\))?\s+AS\b)')
LOWER = re.compile(UPPER.pattern.replace('SELECT', 'select').replace('FROM', 'from')
                   .replace('INSERT', 'insert').replace('INTO', 'into').replace('UPDATE', 'update').replace('SET', 'set')
                   .replace('DELETE', 'delete').replace('CREATE', 'create').replace('TABLE', 'table')
                   .replace('PRAGMA', 'pragma'))
CALL = re.compile(r'\bsqlite3_\w+\s*\(')


def statements_elsewhere(top):
    found = []
    for path in source.c_files(top):
        if path.parts[0] in ROOMS:
            continue
        text = (top / 'app' / path).read_text(encoding='utf-8')
        for line, value in source.literals(text):
            if UPPER.match(value) or LOWER.match(value):
                found.append(f'{path}:{line}: an SQL statement')
        for match in CALL.finditer(source.code_only(text)):
            found.append(f'{path}: calls {match[0].rstrip("( ")}')
    for path in source.c_files(top, '.sql'):
        if path.parts[0] not in ROOMS:
            found.append(f'{path}: an SQL file')
    return found


class Tree(unittest.TestCase):
    def test_sql_in_its_rooms_only(self):
        self.assertEqual(statements_elsewhere(source.TOP), [])


class Planted(unittest.TestCase):
    def test_statements_are_found(self):
        for statement in ('SELECT a FROM b', 'INSERT OR IGNORE INTO t VALUES (1)', 'UPDATE t SET a = 1', 'DELETE FROM t',
                          'CREATE TABLE t (a)', 'PRAGMA user_version', 'BEGIN IMMEDIATE', 'select a from b',
                          'delete from t', '  SELECT a" \n "  FROM b'):
            with self.subTest(statement=statement), source.copied_app() as top:
                source.plant(top, 'app/conversion/planted.c', f'static const char *s = "{statement}";\n')
                self.assertIn('conversion/planted.c:1: an SQL statement', statements_elsewhere(top))

    def test_calls_and_files_are_found(self):
        with source.copied_app() as top:
            source.plant(top, 'app/intake/planted.c', 'void f (void) { sqlite3_open ("x", &y); }\n')
            source.plant(top, 'app/intake/planted.sql', '')
            found = statements_elsewhere(top)
            self.assertIn('intake/planted.c: calls sqlite3_open', found)
            self.assertIn('intake/planted.sql: an SQL file', found)

    def test_sentences_and_comments_are_not(self):
        for text in ('/* SELECT a FROM b */', '"Select a client from the list"', '"Delete from the list what has left"',
                     '"Create a dossier first"', '"Update the file and set the date"'):
            with self.subTest(text=text), source.copied_app() as top:
                before = statements_elsewhere(top)
                source.plant(top, 'app/commands/planted.c', text + '\n')
                self.assertEqual(statements_elsewhere(top), before)

    def test_dossier_may(self):
        with source.copied_app() as top:
            before = statements_elsewhere(top)
            source.plant(top, 'app/dossier/planted.c', '"SELECT a FROM b"\n')
            self.assertEqual(statements_elsewhere(top), before)


if __name__ == '__main__':
    tap.main()
