# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the desktop's notifications on the bus of the test, and writes the title of each on a line. Runs until it is ended."""
import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

SHAPE = Gio.DBusNodeInfo.new_for_xml("""<node><interface name="org.freedesktop.Notifications">
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
<arg type="u" direction="out"/></method>
</interface></node>""").interfaces[0]


def on_call(_connection, _sender, _path, _interface, method, parameters, invocation):
    answers = {'GetCapabilities': GLib.Variant('(as)', (['body'],)), 'GetServerInformation': GLib.Variant('(ssss)', ('test', 'test', '1', '1.2')),
               'Notify': GLib.Variant('(u)', (1,))}
    if method == 'Notify':
        print(parameters.unpack()[3], flush=True)
    invocation.return_value(answers.get(method))


def on_bus(connection, _name):
    connection.register_object('/org/freedesktop/Notifications', SHAPE, on_call, None, None)


Gio.bus_own_name(Gio.BusType.SESSION, 'org.freedesktop.Notifications', Gio.BusNameOwnerFlags.NONE, on_bus, lambda *_: print('ready', flush=True), None)
GLib.MainLoop().run()
