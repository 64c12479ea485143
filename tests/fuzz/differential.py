# SPDX-License-Identifier: GPL-3.0-or-later
"""The tokeniser beside Python's csv module, over thousands of texts: the same records, and where not, on purpose.

On purpose, each with a test below: quotes that are never closed refuse the file, a blank line is a record of one empty cell, a byte
order mark is no part of the text, a zero byte and an empty file are no text, and a cell is as large as 128 KiB.
"""
import base64
import csv
import io
import json
import os
import random
import subprocess
import unittest

import tap

DELIMITERS = ';,\t|'
# What texts are made of: what means something to a tokeniser far more often than what does not.
PIECES = [';', ',', '\t', '|', '"', '"', '""', '"', '\r\n', '\n', '\r', '\n\r', ';"', '";', '"\r\n', '\r\n"', ' ', "'", 'a', 'bc', 'é',
          '€', '😀', '\u00a0', '\u2028', '\x0b', '\x0c', '\x1c', '\ufeff', '20001', '=1+1', 'x' * 70]


def ask(texts):
    """What the tokeniser makes of each (text, delimiter, encoding)."""
    lines = ''.join(f'{ord(delimiter)} {base64.b64encode(text.encode(encoding)).decode()}\n'
                    for text, delimiter, encoding in texts)
    program = subprocess.run([os.environ['TOKENISE']], input=lines, stdout=subprocess.PIPE, text=True, encoding='utf-8', check=True)
    # A line of JSON ends at a line feed and nowhere else.
    return [json.loads(line) for line in program.stdout.split('\n')[:-1]]


def python(text, delimiter):
    """The same by Python's csv."""
    records, line = [], 0
    reader = csv.reader(io.StringIO(text, newline=''), delimiter=delimiter)
    for cells in reader:
        records.append([line + 1, cells or ['']])
        line = reader.line_num
    return records


def is_open(text, delimiter):
    """Whether a quote is open at the end: then a cell behind it is no cell of its own."""
    mark = 'z-at-the-end'
    last = list(csv.reader(io.StringIO(text + delimiter + mark, newline=''), delimiter=delimiter))[-1]
    return last[-1] != mark


def soup(chance):
    return ''.join(chance.choices(PIECES, k=chance.randint(1, 30)))


def table(chance, delimiter):
    """What a program would write."""
    out = io.StringIO(newline='')
    writer = csv.writer(out, delimiter=delimiter, lineterminator=chance.choice(('\r\n', '\n', '\r')),
                        quoting=chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)))
    width = chance.randint(1, 6)
    for _ in range(chance.randint(1, 8)):
        writer.writerow([''.join(chance.choices(PIECES, k=chance.randint(0, 4))) for _ in range(width)])
    return out.getvalue()


class Differential(unittest.TestCase):
    maxDiff = 2000

    def compare(self, texts):
        for (text, delimiter, encoding), got in zip(texts, ask(texts), strict=True):
            bare = text.removeprefix('\ufeff')
            if is_open(bare, delimiter):
                expected = ['damaged']
            elif bare == '':
                expected = got if not got else ['empty']
            else:
                expected = python(bare, delimiter)
            self.assertEqual(got, expected, (text[-200:], delimiter, encoding))

    def test_soup(self):
        chance = random.Random(20261102)
        texts = [(soup(chance), chance.choice(DELIMITERS), 'utf-8') for _ in range(6000)]
        self.compare(texts)

    def test_tables(self):
        chance = random.Random(1)
        texts = []
        for _ in range(1500):
            delimiter = chance.choice(DELIMITERS)
            texts.append((table(chance, delimiter), delimiter, 'utf-8'))
        self.compare(texts)

    def test_utf_16(self):
        chance = random.Random(2)
        texts = []
        for _ in range(500):
            delimiter = chance.choice(DELIMITERS)
            texts.append(('\ufeff' + table(chance, delimiter) + soup(chance), delimiter, chance.choice(('utf-16-le', 'utf-16-be'))))
        self.compare(texts)

    def test_edges_of_blocks(self):
        """Something to tell apart wherever a block of 64 KiB ends."""
        chance = random.Random(3)
        texts = []
        for padding in range(65536 - 40, 65536 + 2):
            row = 'y' * 1000 + ';'
            head = row * (padding // len(row))
            head += 'z' * (padding - len(head))
            texts.append((head + ''.join(chance.choices(PIECES[4:16], k=40)), ';', 'utf-8'))
        self.compare(texts)


class OnPurpose(unittest.TestCase):
    """Where the tokeniser goes its own way."""

    def expect(self, text, expected, delimiter=';'):
        self.assertEqual(ask([(text, delimiter, 'utf-8')]), [expected])

    def test_open_quotes_refuse_the_file(self):
        self.expect('a;b\n"c;d\ne;f\n', ['damaged'])
        self.assertEqual(python('a;b\n"c;d\ne;f\n', ';')[-1], [2, ['c;d\ne;f\n']])

    def test_blank_line(self):
        self.expect('a\n\nb\n', [[1, ['a']], [2, ['']], [3, ['b']]])
        self.assertEqual(list(csv.reader(['a\n', '\n', 'b\n'])), [['a'], [], ['b']])

    def test_text_behind_quotes_belongs_to_the_cell(self):
        # Python does the same unless it is strict; a cell that a spreadsheet left half quoted is not lost.
        self.expect('"a"b;"c" \n', [[1, ['ab', 'c ']]])
        with self.assertRaises(csv.Error):
            list(csv.reader(['"a"b;"c" \n'], delimiter=';', strict=True))

    def test_quotes_inside_a_cell_are_text(self):
        self.expect('Café "De Kroeg";5" buis\n', [[1, ['Café "De Kroeg"', '5" buis']]])

    def test_byte_order_mark(self):
        self.expect('\ufeffa;b\n', [[1, ['a', 'b']]])
        self.expect('\ufeff"a;b"\n', [[1, ['a;b']]])
        self.assertEqual(python('\ufeff"a;b"\n', ';'), [[1, ['\ufeff"a', 'b"']]])

    def test_no_text(self):
        self.expect('a;b\n\0;c\n', ['not-text'])
        self.expect('', ['empty'])

    def test_size_of_a_cell(self):
        self.expect('a;' + 'x' * 131072 + '\n', [[1, ['a', 'x' * 131072]]])
        self.expect('a;' + 'x' * 300000 + '\n', ['damaged'])


if __name__ == '__main__':
    tap.main()
