# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the window share: a window in a home of its own, in Dutch, and the practice Loket behind it."""
import os
import pathlib
import re
import shutil
import subprocess
import urllib.parse

from gi.repository import Gio

import overstap
from screen import NotThere, Overstap, Role, State, children, has, texts, wait_for, walk  # noqa: F401  for the tests

CONTROLS = {Role.PUSH_BUTTON, Role.TOGGLE_BUTTON, Role.CHECK_BOX, Role.RADIO_BUTTON, Role.ENTRY, Role.TEXT}


class ChildLoket(overstap.Practice):
    """The practice Loket that a window started as its child; it is not ours to end."""

    def __init__(self, process, url):
        self.pid = process
        self.url = url
        self.at = urllib.parse.urlsplit(url)


def children_of(pid):
    """The processes that this one started."""
    found = []
    for entry in pathlib.Path('/proc').iterdir():
        try:
            if entry.name.isdigit() and re.sub(r'^.*\) ', '', (entry / 'stat').read_text()).split()[1] == str(pid):
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def port_of(pid):
    """The TCP port of loopback on which a process listens, or None."""
    sockets = set()
    try:
        for link in pathlib.Path(f'/proc/{pid}/fd').iterdir():
            found = re.match(r'socket:\[(\d+)\]', os.readlink(link))
            if found:
                sockets.add(found[1])
        for line in pathlib.Path(f'/proc/{pid}/net/tcp').read_text().splitlines()[1:]:
            cells = line.split()
            if cells[3] == '0A' and cells[9] in sockets:
                return int(cells[1].split(':')[1], 16)
    except OSError:
        pass
    return None


class WindowCase(overstap.LoketCase):
    """A test with a window. Whatever it does, the program may not complain of itself."""

    def setUp(self):
        super().setUp()
        for tool in ('xdotool', 'Xvfb'):
            if shutil.which(tool) is None:
                self.fail(f'{tool} is not here; app/prepare.sh installs it')
        self.windows = []

    def dutch(self, **more):
        env = {'LOCPATH': self.dutch_locale(), 'LANG': 'nl_NL.UTF-8', 'LANGUAGE': 'nl', 'LC_ALL': ''}
        return {**env, **more}

    def window(self, *args, env=None, home=None, settings='memory'):
        """Starts the program with a window."""
        home = home or self.folder / f'window-{len(self.windows)}'
        home.mkdir(exist_ok=True)
        window = Overstap(*args, home=home, env=self.dutch(**(env or {})), settings=settings)
        window.__enter__()
        self.windows.append(window)
        self.addCleanup(self.leave, window)
        return window

    def leave(self, window):
        window.__exit__(None, None, None)
        self.assertFalse(window.complaints(), '\n'.join(window.complaints()))

    def practise(self):
        """A window with the practice dossier, at its first step, and its Loket."""
        window = self.window()
        self.begin_practice(window)
        return window, self.loket_of(window)

    def begin_practice(self, window, start='Vanaf vandaag'):
        window.press('Oefenen met voorbeelden')
        window.dialog()
        window.press(begins=start, role=Role.CHECK_BOX)
        window.answer('Beginnen')
        window.find(begins='Nr: ', role=Role.TABLE_ROW)

    def loket_of(self, window):
        def look():
            for pid in children_of(window.process.pid):
                port = port_of(pid)
                if port:
                    return pid, port
            return None
        pid, port = wait_for('the practice Loket', look)
        return ChildLoket(pid, f'http://127.0.0.1:{port}')

    def step(self, window, number):
        """Goes to a step by its row."""
        row = window.find(begins=f'Stap {number} van 5', role=Role.LIST_ITEM)
        window.click(row)
        wait_for(f'step {number}', lambda: has(row, State.SELECTED))

    def choose_file(self, window, path, title='Bestand van het kantoor inlezen'):
        """Types the path of a file in the dialog of files that is opening."""
        chooser = window.find(title)
        window.focus_window()
        window.key('slash')
        entry = wait_for('the entry for a path', lambda: next(
            (node for node in walk(chooser, deep=True) if node.get_role() in (Role.TEXT, Role.ENTRY) and has(node, State.FOCUSED)), None))
        wait_for('the root', lambda: window.text_of(entry) == '/')
        window.type(str(path)[1:])
        wait_for('the path', lambda: window.text_of(entry) == str(path))
        window.key('Return')
        window.gone(title)
        window.focus_window()

    def save_file(self, window, title, path):
        """Types where to save in the dialog of files that is opening."""
        chooser = window.find(title)
        window.focus_window()
        entry = wait_for('the entry for a name', lambda: next(
            (node for node in walk(chooser, deep=True) if node.get_role() in (Role.TEXT, Role.ENTRY) and has(node, State.FOCUSED)), None))
        window.key('ctrl+a')
        window.type(str(path))
        wait_for('the path', lambda: window.text_of(entry) == str(path))
        window.key('Return')
        window.gone(title)
        window.focus_window()

    def on_bus_of_its_own(self):
        """The environment of a second instance: on the bus of the first it would hand its file over to that one."""
        config = self.write('bus.conf', """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
""")
        bus = subprocess.Popen(['dbus-daemon', f'--config-file={config}', '--nofork', '--print-address'], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL)
        self.addCleanup(bus.stdout.close)
        self.addCleanup(bus.wait)
        self.addCleanup(bus.terminate)
        shared = Gio.bus_get_sync(Gio.BusType.SESSION).call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                                                 Gio.DBusCallFlags.NONE, -1, None)
        return {'DBUS_SESSION_BUS_ADDRESS': bus.stdout.readline().decode().strip(), 'AT_SPI_BUS_ADDRESS': shared.unpack()[0]}

    # --- the practice office ---

    def folder_of(self, window):
        """Where the practice dossier and its files are."""
        return next((window.home / 'tmp').glob('overstap-oefenen-*'))

    def key_of(self, window, row):
        """(employer, employee) of a row of people, as its name has it."""
        said = re.search(r'Klant: (.*?), Pers\.nr: ([^,]+)', row)
        numbers = {cells['Werkgever']: cells['Werkgevernummer'] for cells in overstap.table(self.folder_of(window) / 'klanten.csv')}
        return numbers[said[1]], said[2]

    def names_of_rows(self, window):
        return [node.get_name() for node in window.everything() if node.get_role() == Role.TABLE_ROW and ': ' in node.get_name()]
