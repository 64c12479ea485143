# SPDX-License-Identifier: GPL-3.0-or-later
"""The hostile names of tests/practice/hostile.h: there is one list."""
import ast
import pathlib
import re

_LIST = pathlib.Path(__file__).with_name('practice') / 'hostile.h'
NAMES = [ast.literal_eval(line) for line in re.findall(r'^  (".*"),$', _LIST.read_text(encoding='utf-8'), re.MULTILINE)]
assert len(NAMES) > 15 and 'Jan <b>vet</b>' in NAMES
