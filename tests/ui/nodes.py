# SPDX-License-Identifier: GPL-3.0-or-later
"""What is on the screen, as AT-SPI tells it, asked on its bus itself.

libatspi asks for every name, role and state of every widget one by one, which keeps the program, the bus and the test busy for half a
second with each look at a window. Here one question brings all of them: the cache that programs keep for screen readers. What stands in
what is still asked, for of that the cache is not to be trusted.
"""
import os
import struct

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

REGISTRY = 'org.a11y.atspi.Registry'
ROOT = '/org/a11y/atspi/accessible/root'
CACHE = '/org/a11y/atspi/cache'
ACCESSIBLE = 'org.a11y.atspi.Accessible'
# A program that reads a big file may answer late.
TIMEOUT = 15000

Role = Atspi.Role
State = Atspi.StateType
VISIBLE = int(State.VISIBLE)
roles = {}


def role_of(number):
    if number not in roles:
        roles[number] = Role(number)
    return roles[number]


class Bus:
    """The bus of AT-SPI; one per test program, opened with the first question."""
    connection = None

    @classmethod
    def open(cls):
        if cls.connection is None:
            address = os.environ.get('AT_SPI_BUS_ADDRESS')
            if not address:
                session = Gio.bus_get_sync(Gio.BusType.SESSION)
                address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                            Gio.DBusCallFlags.NONE, TIMEOUT, None).unpack()[0]
            flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
            cls.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        return cls.connection


def call(name, path, interface, method, signature=None, *args):
    """The answer as Python has it; of an answer of one value, that value."""
    answer = Bus.open().call_sync(name, path, interface, method, GLib.Variant(signature, args) if signature else None, None,
                                  Gio.DBusCallFlags.NONE, TIMEOUT, None).unpack()
    return answer[0] if len(answer) == 1 else answer


def program(pid):
    """The application with this process, or None."""
    for name, path in call(REGISTRY, ROOT, ACCESSIBLE, 'GetChildren'):
        try:
            if call('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID', '(s)', name) == pid:
                return Node(name, path)
        except GLib.Error:      # it ended meanwhile
            continue
    return None


def on_focus(tell):
    """Has `tell` called with each node that gets the focus, while the main context runs."""
    def on_signal(_connection, sender, path, _interface, _signal, parameters):
        if parameters.get_child_value(1).get_int32():
            tell(Node(sender, path))
    call(REGISTRY, '/org/a11y/atspi/registry', REGISTRY, 'RegisterEvent', '(sass)', 'object:state-changed:focused', [], '')
    Bus.open().signal_subscribe(None, 'org.a11y.atspi.Event.Object', 'StateChanged', None, 'focused', Gio.DBusSignalFlags.NONE, on_signal)


class Seen:
    """What the program said of a node."""
    __slots__ = ('path', 'count', 'name', 'role', 'description', 'states')

    @property
    def visible(self):
        return bool(self.states >> VISIBLE & 1)


class Node:
    """Something on the screen. It is asked anew each time, but while a walk over the screen stands at it: then it knows."""

    def __init__(self, program, path):
        self.program = program
        self.path = path
        self.seen = None

    def __eq__(self, other):
        return isinstance(other, Node) and (self.program, self.path) == (other.program, other.path)

    def __hash__(self):
        return hash((self.program, self.path))

    def ask(self, interface, method, signature=None, *args):
        return call(self.program, self.path, f'org.a11y.atspi.{interface}', method, signature, *args)

    def value(self, interface, name):
        return call(self.program, self.path, 'org.freedesktop.DBus.Properties', 'Get', '(ss)', f'org.a11y.atspi.{interface}', name)

    def get_name(self):
        return self.seen.name if self.seen else self.value('Accessible', 'Name')

    def get_description(self):
        return self.seen.description if self.seen else self.value('Accessible', 'Description')

    def get_role(self):
        return role_of(self.seen.role if self.seen else self.ask('Accessible', 'GetRole'))

    def has(self, state):
        try:
            return bool((self.seen.states if self.seen else self.states()) >> int(state) & 1)
        except GLib.Error:      # what left the screen has no state
            return False

    def states(self):
        low, high = self.ask('Accessible', 'GetState')
        return high << 32 | low

    def get_parent(self):
        name, path = self.value('Accessible', 'Parent')
        return Node(name, path) if name else None

    def place(self):
        """In its window: x, y, width, height."""
        return self.ask('Component', 'GetExtents', '(u)', int(Atspi.CoordType.WINDOW))

    def offers(self, interface):
        return f'org.a11y.atspi.{interface}' in self.ask('Accessible', 'GetInterfaces')

    def act(self):
        """Does what it is for; False when it is for nothing."""
        if not self.offers('Action') or self.value('Action', 'NActions') < 1:
            return False
        self.ask('Action', 'DoAction', '(i)', 0)
        return True

    def get_role_name(self):
        return Atspi.role_get_name(self.get_role())

    def get_text(self):
        return self.ask('Text', 'GetText', '(ii)', 0, self.value('Text', 'CharacterCount'))

    def set_text(self, text):
        self.ask('EditableText', 'SetTextContents', '(s)', text)

    def set_current_value(self, number):
        """Of a number that can be turned up and down."""
        call(self.program, self.path, 'org.freedesktop.DBus.Properties', 'Set', '(ssv)', 'org.a11y.atspi.Value', 'CurrentValue',
             GLib.Variant('d', number))


class Screen:
    """All of a program at one moment."""

    def __init__(self, program):
        self.program = program
        self.by_path = {seen.path: seen for seen in read(ask_all(program))}

    def walk(self, path, stop):
        """Yields what can be seen from there down, in the order of the screen. Of a node, `stop` tells how many below it count; None for all."""
        top = self.by_path.get(path) or self.ask(path)
        stack = [top]
        while stack:
            seen = stack.pop()
            if not seen.visible and seen.role != Role.APPLICATION:
                continue
            node = Node(self.program, seen.path)
            most = stop(role_of(seen.role), seen is top)
            node.seen = seen
            try:
                yield node
            finally:
                node.seen = None
            if most != 0:
                try:
                    stack.extend(reversed(self.below(seen, most)))
                except GLib.Error:      # it left the screen meanwhile
                    continue

    def children(self, path):
        for seen in self.below(self.by_path.get(path) or self.ask(path)):
            yield Node(self.program, seen.path)

    def below(self, seen, most=None):
        """What stands in it. Its parent is asked: the cache has no widget that nobody asked for yet, and still has what was hidden since."""
        node = Node(self.program, seen.path)
        if seen.role == Role.APPLICATION:       # of which the cache says that nothing stands in it
            seen.count = node.value('Accessible', 'ChildCount')
        count = min(seen.count, most or seen.count)
        if 2 < count == seen.count:
            paths = [path for _, path in node.ask('Accessible', 'GetChildren')]
            if len(paths) == count:
                return [self.known(path) for path in paths]
        below = []
        for index in range(count):
            try:
                below.append(self.known(node.ask('Accessible', 'GetChildAtIndex', '(i)', index)[1]))
            except GLib.Error:      # it left the screen meanwhile
                continue
        return below

    def known(self, path):
        return self.by_path.get(path) or self.ask(path)

    def ask(self, path):
        node = Node(self.program, path)
        said = call(self.program, path, 'org.freedesktop.DBus.Properties', 'GetAll', '(s)', ACCESSIBLE)
        seen = Seen()
        seen.path = path
        seen.name, seen.description, seen.count = said['Name'], said['Description'], said['ChildCount']
        seen.role, seen.states = node.ask('Accessible', 'GetRole'), node.states()
        return seen


def ask_all(program):
    """The body of the answer as it came over the bus: taken apart here, for PyGObject takes ten times as long."""
    message = Gio.DBusMessage.new_method_call(program, CACHE, 'org.a11y.atspi.Cache', 'GetItems')
    answer, _serial = Bus.open().send_message_with_reply_sync(message, Gio.DBusSendMessageFlags.NONE, TIMEOUT, None)
    answer.to_gerror()
    blob = answer.to_blob(Gio.DBusCapabilityFlags.NONE)
    length = struct.unpack_from('<I' if blob[:1] == b'l' else '>I', blob, 4)[0]
    return blob[:1] == b'l', blob[len(blob) - length:]


def read(answer):
    """The items of an answer of type a((so)(so)(so)iiassusau): itself, program, parent, index, children, interfaces, name, role,
    description, states."""
    little, body = answer
    order = '<' if little else '>'
    number = struct.Struct(order + 'I').unpack_from
    place = struct.Struct(order + 'i').unpack_from

    def string(at):
        at = at + 3 & ~3
        end = at + 4 + number(body, at)[0]
        return body[at + 4:end], end + 1

    end = 8 + number(body, 0)[0]
    at = 8
    while at < end:
        seen = Seen()
        at = at + 7 & ~7
        _, at = string(at)
        path, at = string(at)
        at = at + 7 & ~7
        _, at = string(at)
        _, at = string(at)
        at = at + 7 & ~7
        _, at = string(at)
        _, at = string(at)
        at = at + 3 & ~3
        seen.count = place(body, at + 4)[0]
        at += 8
        at += 4 + number(body, at)[0]
        name, at = string(at)
        at = at + 3 & ~3
        seen.role = number(body, at)[0]
        description, at = string(at + 4)
        at = at + 3 & ~3
        count = number(body, at)[0] // 4
        states = struct.unpack_from(f'{order}{count}I', body, at + 4)
        at += 4 + 4 * count
        seen.path, seen.name, seen.description = path.decode(), name.decode(), description.decode()
        seen.states = states[0] | (states[1] << 32 if count > 1 else 0)
        yield seen
