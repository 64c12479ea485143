# SPDX-License-Identifier: GPL-3.0-or-later
"""What the house tests share: the tree, its C files without their comments, and a copy to plant violations in."""
import contextlib
import functools
import pathlib
import re
import shutil
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / 'tests'))

TOKEN = re.compile(
    r'/\*.*?\*/|//[^\n]*'               # a comment
    r'|"(?:\\.|[^"\\\n])*"'             # a string
    r"|'(?:\\.|[^'\\\n])*'",            # a character
    re.DOTALL)
JOINED = re.compile(r'"((?:\\.|[^"\\\n])*)"((?:\s*"(?:\\.|[^"\\\n])*")*)')


def c_files(top, *suffixes):
    """The files of app/ with these suffixes (.c and .h when none are given), as paths relative to app/, sorted."""
    app = top / 'app'
    return sorted(path.relative_to(app) for path in app.rglob('*') if path.suffix in (suffixes or ('.c', '.h')))


@functools.lru_cache(maxsize=None)
def without_comments(text):
    """C text with its comments blanked; lines keep their numbers."""
    def blank(match):
        token = match[0]
        return re.sub(r'[^\n]', ' ', token) if token.startswith('/') else token
    return TOKEN.sub(blank, text)


@functools.lru_cache(maxsize=None)
def code_only(text):
    """C text with its comments, strings and characters blanked."""
    return TOKEN.sub(lambda match: re.sub(r'[^\n]', ' ', match[0]), text)


@functools.lru_cache(maxsize=None)
def literals(text):
    """The (line, value) of every string, neighbours joined as the compiler joins them."""
    clean = without_comments(text)
    found, line, seen = [], 1, 0
    for match in JOINED.finditer(clean):
        parts = re.findall(r'"((?:\\.|[^"\\\n])*)"', match[0])
        line, seen = line + clean.count('\n', seen, match.start()), match.start()
        found.append((line, ''.join(parts).replace('\\n', '\n').replace('\\"', '"')))
    return tuple(found)


_app = None
_planted = []


@contextlib.contextmanager
def copied_app():
    """One copy of app/ for the whole program, in which what was planted is gone again at the end."""
    global _app
    if _app is None:
        _app = tempfile.TemporaryDirectory(prefix='overstap-house-')
        shutil.copytree(TOP / 'app', pathlib.Path(_app.name, 'app'), ignore=shutil.ignore_patterns('__pycache__'))
    try:
        yield pathlib.Path(_app.name)
    finally:
        while _planted:
            _planted.pop().unlink()


@contextlib.contextmanager
def copied(*parts):
    """A temporary copy of these parts of the tree (files or folders of its top)."""
    with tempfile.TemporaryDirectory(prefix='overstap-house-') as folder:
        copy = pathlib.Path(folder)
        for part in parts:
            if (TOP / part).is_dir():
                shutil.copytree(TOP / part, copy / part, ignore=shutil.ignore_patterns('__pycache__'))
            else:
                shutil.copy(TOP / part, copy / part)
        yield copy


def plant(top, name, text):
    """Writes a file into a copy, with the folders that it needs."""
    path = top / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if _app is not None and top == pathlib.Path(_app.name):
        assert not path.exists()
        _planted.append(path)
    path.write_text(text, encoding='utf-8')
