# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a person meets it: found and pressed through AT-SPI, typed into through the X server, photographed.

Runs inside `xvfb-run … dbus-run-session -- python3 …`. The program is $OVERSTAP; it speaks Dutch.
"""
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PROGRAM = os.environ.get('OVERSTAP', 'overstap')
PATIENCE = float(os.environ.get('OVERSTAP_PATIENCE', '30'))

Role = Atspi.Role
State = Atspi.StateType


class NotThere(AssertionError):
    """Something that a user would look for is not on the screen."""


def wait_for(what, look, patience=None):
    """The first true answer of `look`; an AssertionError that names `what` when none comes."""
    end = time.monotonic() + (patience or PATIENCE)
    trouble = None
    while True:
        try:
            found = look()
            if found:
                return found
            trouble = None
        except GLib.Error as error:     # an object that left the screen while it was asked
            trouble = error
        if time.monotonic() > end:
            raise NotThere(f'waited in vain for {what}' + (f' ({trouble})' if trouble else ''))
        time.sleep(0.03)


def has(node, state):
    return node.get_state_set().contains(state)


def walk(node):
    """The node and all below it that can be seen, in the order of the screen."""
    stack = [node]
    while stack:
        node = stack.pop()
        if node is None:
            continue
        try:
            if not has(node, State.VISIBLE) and node.get_role() != Role.APPLICATION:
                continue
            children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
        except GLib.Error:
            continue
        yield node
        stack.extend(reversed(children))


def texts(node):
    """All that can be read below the node."""
    return [child.get_name() for child in walk(node) if child.get_name()]


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
        self.log = self.home / 'stderr'

    def __enter__(self):
        with open(self.log, 'wb') as log:
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

    def complaints(self):
        """What the program said of itself that no user should cause."""
        return [line for line in self.log.read_text('utf-8', 'replace').splitlines()
                if 'CRITICAL' in line or 'WARNING' in line]

    # --- looking ---

    def application(self):
        def look():
            desktop = Atspi.get_desktop(0)
            for i in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(i)
                if child is not None and child.get_process_id() == self.process.pid:
                    return child
            if self.process.poll() is not None:
                raise NotThere(f'the program ended with {self.process.returncode}: {self.log.read_text("utf-8", "replace")}')
            return None
        return wait_for('the program on the screen', look)

    def everything(self):
        return walk(self.application())

    def look(self, name=None, role=None, within=None, begins=None, sensitive=None):
        """The first thing on the screen with this name (or its beginning) and role, or None."""
        for node in walk(within) if within is not None else self.everything():
            try:
                if role is not None and node.get_role() != role:
                    continue
                if name is not None and node.get_name() != name:
                    continue
                if begins is not None and not (node.get_name() or '').startswith(begins):
                    continue
                if sensitive is not None and has(node, State.SENSITIVE) != sensitive:
                    continue
            except GLib.Error:
                continue
            return node
        return None

    def find(self, name=None, role=None, patience=None, **more):
        what = f'{role.value_nick if role is not None else "something"} “{name or more.get("begins") or ""}”'
        try:
            return wait_for(what, lambda: self.look(name, role, **more), patience)
        except NotThere as gone:
            raise NotThere(f'{gone}; on the screen: {self.describe()}') from None

    def describe(self):
        return ' | '.join(f'{node.get_role_name()} {node.get_name()}' for node in self.everything() if node.get_name())[:4000]

    def gone(self, name=None, role=None, **more):
        wait_for(f'“{name or more}” to go', lambda: self.look(name, role, **more) is None)

    # --- doing ---

    def press(self, name=None, role=None, **more):
        """Presses what has this name, once it can be pressed."""
        node = self.find(name, role, sensitive=True, **more)
        self.press_node(node)
        return node

    def press_node(self, node):
        action = node.get_action_iface()
        if action is not None and action.get_n_actions() > 0:
            action.do_action(0)
        else:
            self.click(node)

    def click(self, node, button=1):
        """With the mouse, where it stands."""
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        x, y = self.origin()
        xdotool('mousemove', str(x + box.x + box.width // 2), str(y + box.y + box.height // 2), 'click', str(button))

    def origin(self):
        place = xdotool('getwindowgeometry', '--shell', self.xid())
        values = dict(line.split('=', 1) for line in place.splitlines() if '=' in line)
        return int(values['X']), int(values['Y'])

    def xid(self):
        return wait_for('the X window', lambda: xdotool('search', '--onlyvisible', '--pid', str(self.process.pid),
                                                        check=False).split()[-1:] or None)[0]

    def focus_window(self):
        xdotool('windowfocus', '--sync', self.xid())

    def key(self, *keys):
        xdotool('key', '--clearmodifiers', *keys)

    def type(self, text):
        xdotool('type', '--delay', '8', text)

    def focused(self):
        """What has the focus."""
        return next((node for node in self.everything() if has(node, State.FOCUSED)), None)

    def set_text(self, node, text):
        node.get_editable_text_iface().set_text_contents(text)

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
