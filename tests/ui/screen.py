# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a person meets it: found and pressed through AT-SPI, typed into through the X server, photographed.

Runs inside `xvfb-run … dbus-run-session -- python3 …`. The program is $OVERSTAP; it speaks Dutch.
"""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time

import nodes
from nodes import GLib, Role, State

PROGRAM = os.environ.get('OVERSTAP', 'overstap')
PATIENCE = float(os.environ.get('OVERSTAP_PATIENCE', '60'))

# Rows of a long list that are looked at: more than stand on a screen.
MOST_ROWS = 40
# GTK shows a button as pressed for so many seconds before it clicks. Where a key overtakes the click, it does what the button is for then.
PRESS = 0.25
# What is below these is said by their own name.
LEAVES = {Role.LABEL, Role.IMAGE, Role.CHECK_BOX, Role.SEPARATOR, Role.SCROLL_BAR, Role.TABLE_CELL}


class NotThere(AssertionError):
    """Something that a user would look for is not on the screen."""


def wait_for(what, look, patience=None):
    """The first true answer of `look`; NotThere, which names `what`, when none comes."""
    end = time.monotonic() + (patience or PATIENCE)
    trouble = None
    while True:
        began = time.monotonic()
        try:
            found = look()
            if found:
                return found
            trouble = None
        except GLib.Error as error:     # an object that left the screen while it was asked
            trouble = error
        now = time.monotonic()
        if now > end:
            raise NotThere(f'waited in vain for {what}' + (f' ({trouble})' if trouble else ''))
        # The program shows sooner what is waited for when it is not asked all the time.
        time.sleep(max(0.03, now - began))


def has(node, state):
    return node.has(state)


def children(node):
    return list(nodes.Screen(node.program).children(node.path))


def walk(node, deep=False):
    """The node and all below it that can be seen, in the order of the screen; the cells of rows only when `deep`."""
    def most(role, is_top):
        if not deep and (role in LEAVES or (role == Role.TABLE_ROW and not is_top)):
            return 0
        return MOST_ROWS if role in (Role.LIST, Role.LIST_BOX) else None
    try:
        yield from nodes.Screen(node.program).walk(node.path, most)
    except GLib.Error:      # it left the screen
        return


def texts(node):
    """All that can be read below the node."""
    return [child.get_name() for child in walk(node, deep=True) if child.get_name()]


class Overstap:
    """The program in a home of its own. Use it as a context: it ends with it."""

    def __init__(self, *args, home=None, dark=False, contrast=False, scale=None, env=None, settings='memory'):
        self.own_home = home is None
        self.home = pathlib.Path(home or tempfile.mkdtemp(prefix='overstap-scherm-'))
        for name in ('tmp', 'run'):
            (self.home / name).mkdir(exist_ok=True, mode=0o700)
        self.args = [str(arg) for arg in args]
        self.env = {**os.environ, 'HOME': str(self.home), 'TMPDIR': str(self.home / 'tmp'),
                    'XDG_RUNTIME_DIR': str(self.home / 'run'), 'XDG_CONFIG_HOME': str(self.home / 'config'),
                    'XDG_DATA_HOME': str(self.home / 'data'), 'XDG_CACHE_HOME': str(self.home / 'cache'),
                    'GSETTINGS_BACKEND': settings, 'GIO_USE_VFS': 'local', 'GTK_A11Y': 'atspi', 'GDK_BACKEND': 'x11',
                    'GSK_RENDERER': 'cairo', 'NO_AT_BRIDGE': '0'}
        if dark:
            self.env['ADW_DEBUG_COLOR_SCHEME'] = 'prefer-dark'
        if contrast:
            self.env['ADW_DEBUG_HIGH_CONTRAST'] = '1'
        if scale:
            self.env['GDK_DPI_SCALE'] = str(scale)
        self.env.update(env or {})
        self.process = None
        self.node = None
        self.log = self.home / 'stderr'

    def __enter__(self):
        self.watch_focus()
        with open(self.log, 'ab') as log:
            self.process = subprocess.Popen([PROGRAM, *self.args], env=self.env, cwd=self.home, stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=log)
        return self

    def __exit__(self, *trouble):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self.own_home:
            shutil.rmtree(self.home, ignore_errors=True)

    def said(self):
        return self.log.read_text('utf-8', 'replace')

    def complaints(self):
        """What the program said of itself that no user should cause. That nobody here shows notifications is not its fault."""
        return [line for line in self.said().splitlines()
                if ('CRITICAL' in line or 'WARNING' in line) and 'org.freedesktop.Notifications' not in line]

    def wait_until_closed(self):
        """Its exit status, once it has ended by itself."""
        wait_for('the program to end', lambda: self.process.poll() is not None)
        return self.process.returncode

    # --- looking ---

    def application(self):
        def look():
            if self.process.poll() is not None:
                raise NotThere(f'the program ended with {self.process.returncode}: {self.said()}')
            self.node = self.node or nodes.program(self.process.pid)
            return self.node
        return wait_for('the program on the screen', look)

    def everything(self, deep=False):
        return walk(self.application(), deep)

    def look(self, name=None, role=None, within=None, begins=None, contains=None, sensitive=None, deep=False):
        """The first thing on the screen with this name (or part of it) and role, or None."""
        for node in walk(within, deep) if within is not None else self.everything(deep):
            try:
                if role is not None and node.get_role() != role:
                    continue
                said = node.get_name() or ''
                if name is not None and said != name:
                    continue
                if begins is not None and not said.startswith(begins):
                    continue
                if contains is not None and contains not in said:
                    continue
                if sensitive is not None and has(node, State.SENSITIVE) != sensitive:
                    continue
            except GLib.Error:
                continue
            return node
        return None

    def find(self, name=None, role=None, patience=None, **more):
        what = f'{role.value_nick if role is not None else "something"} “{name or more.get("begins") or more.get("contains") or ""}”'
        try:
            return wait_for(what, lambda: self.look(name, role, **more), patience)
        except NotThere as gone:
            raise NotThere(f'{gone}; on the screen: {self.describe()}') from None

    def describe(self):
        said = ' | '.join(f'{node.get_role_name()} {node.get_name()}' for node in self.everything() if node.get_name())
        return said if len(said) < 6000 else said[:3000] + ' … ' + said[-3000:]

    def gone(self, name=None, role=None, **more):
        # Of a program that has ended well, all is gone.
        wait_for(f'“{name or more}” to go', lambda: self.process.poll() == 0 or self.look(name, role, **more) is None)

    def number(self, pattern, role=None):
        """The number in the first name that matches the pattern: its group 1."""
        def look():
            for node in self.everything():
                found = (role is None or node.get_role() == role) and re.search(pattern, node.get_name() or '')
                if found:
                    return found
            return None
        return int(wait_for(f'a number as in {pattern}', look)[1].replace('.', ''))

    # --- doing, by what assistive technology can do ---

    def press(self, name=None, role=None, **more):
        """Presses what has this name, once it can be pressed."""
        def try_it():
            node = self.look(name, role, sensitive=True, **more)
            if node is not None:
                self.press_node(node)    # what became insensitive meanwhile fails, and is looked for again
            return node
        self.find(name, role, sensitive=True, **more)
        return wait_for(f'“{name or more}” to be pressed', try_it)

    def press_node(self, node):
        button = node.get_role() in (Role.PUSH_BUTTON, Role.TOGGLE_BUTTON)
        if not node.act():
            self.click(node)
        elif button:
            time.sleep(PRESS)

    def dialog(self):
        """The dialog that asks something."""
        return self.find(role=Role.DIALOG)

    def answer(self, verb):
        """Presses the button of the dialog in front that begins with this verb, and waits until the dialog is gone."""
        dialog = self.dialog()
        heading = dialog.get_name()
        self.press(role=Role.PUSH_BUTTON, begins=verb, within=dialog)
        self.gone(heading, Role.DIALOG)

    def set_text(self, node, text):
        node.set_text(text)

    def text_of(self, node):
        return node.get_text()

    # --- doing, with the mouse and the keys ---

    def place(self, node):
        """Where it stands on the screen: x, y, width, height."""
        left, top, width, height = node.place()
        x, y = self.origin(node)
        return x + left, y + top, width, height

    def click(self, node, button=1):
        """With the mouse, where it stands."""
        x, y, width, height = self.place(node)
        # The pointer leaves again, for a tooltip under it would catch the next click.
        xdotool('mousemove', str(x + width // 2), str(y + height // 2), 'click', str(button), 'mousemove', '4000', '4000')

    def origin(self, node):
        """Where the window that it stands in begins. Windows are told apart by their titles."""
        while node.get_parent().get_role() != Role.APPLICATION:
            node = node.get_parent()
        place = xdotool('getwindowgeometry', '--shell', self.xid(node.get_name()))
        values = dict(line.split('=', 1) for line in place.splitlines() if '=' in line)
        return int(values['X']), int(values['Y'])

    def xids(self):
        return xdotool('search', '--onlyvisible', '--pid', str(self.process.pid), check=False).split()

    def xid(self, title=None):
        """The X window with this title, or that of the frame or dialog in front."""
        def look():
            wanted = title if title is not None else self.front().get_name()
            return next((xid for xid in reversed(self.xids()) if xdotool('getwindowname', xid, check=False).strip() == wanted), None)
        return wait_for('the X window', look)

    def front(self):
        """The frame or the newest dialog over it, that of files included, to which GTK gives no role."""
        tops = [node for node in children(self.application()) if has(node, State.VISIBLE)]
        return tops[-1]

    def focus_window(self):
        """As a window manager would, the keyboard goes to the window in front."""
        xdotool('windowfocus', '--sync', self.xid())

    def key(self, *keys):
        xdotool('key', '--clearmodifiers', *keys)

    def type(self, text):
        xdotool('type', '--delay', '8', text)

    def focused(self):
        """What has the focus of the keyboard, or None."""
        return next((node for node in walk(self.front(), deep=True) if has(node, State.FOCUSED)), None)

    def watch_focus(self):
        """Follows the focus: the program tells of it faster than it can be looked for, to who listened from the start."""
        def tell(node):
            self.focus = node
        self.focus = None
        nodes.on_focus(tell)

    def focus_moves(self, keys):
        """Presses keys and returns what has the focus then; None when it did not move."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        self.focus = None
        self.key(*keys)
        end = time.monotonic() + 1
        while self.focus is None and time.monotonic() < end:
            context.iteration(False)
            time.sleep(0.005)
        return self.focus

    def keys_to(self, keys, begins, role=None, most=60):
        """Presses these keys until what has this name has the focus."""
        passed = []
        while len(passed) < most and passed[-3:] != [None] * 3:
            node = self.focus_moves(keys)
            if node is None:    # an entry row of libadwaita 1.2 does not tell
                passed.append(None)
                continue
            said = node.get_name() or ''
            if said.startswith(begins) and (role is None or node.get_role() == role):
                return node
            passed.append(said)
        raise NotThere(f'{keys} never comes to “{begins}”, but to: {passed}')

    def tab_to(self, begins, role=None):
        return self.keys_to(['Tab'], begins, role)

    def arrow_to(self, begins, key='Down'):
        return self.keys_to([key], begins)

    def picture(self, path):
        subprocess.run(['import', '-window', 'root', str(path)], check=True)

    def resize(self, width, height):
        """Where no window manager does, the X server itself moves and sizes the window."""
        xid = self.xid()
        xdotool('windowmove', xid, '0', '0', 'windowsize', '--sync', xid, str(width), str(height))


def xdotool(*args, check=True):
    done = subprocess.run(['xdotool', *args], capture_output=True, text=True)
    if check and done.returncode != 0:
        raise RuntimeError(f'xdotool {" ".join(args)}: {done.stderr}')
    return done.stdout
