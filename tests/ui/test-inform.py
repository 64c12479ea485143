# SPDX-License-Identifier: GPL-3.0-or-later
"""Informeren in the window: who knows what, the letter as each client receives it, and what is written down by hand."""
import datetime
import email
import email.policy
import os
import sqlite3

import overstap
from overstap import employer, person
from screen import Role, wait_for
from window import WindowCase

DAY = datetime.date.today() + datetime.timedelta(days=20)
# Takes a draft as a mail program would.
MAIL_PROGRAM = '[Desktop Entry]\nType=Application\nName=Mail\nExec=cp %f {}\nMimeType=message/rfc822;\n'


def dutch(day):
    return f'{day.day}-{day.month}-{day.year}'


class Inform(WindowCase):
    def setUp(self):
        super().setUp()
        self.new()
        self.import_employers(employer('1001', name='Bakkerij Jansen', contact='Marja van Dam', contact_email='marja@voorbeeld.example'),
                              employer('1002', name='Garage Smit', contact='Els de Groot', contact_email='els@voorbeeld.example'),
                              employer('1003', name='Timmerfabriek Os', contact='Henk van Os', contact_email=''))
        self.import_employees(*(person(number, number) for number in ('1001', '1002', '1003')))
        self.ok('select', self.dossier, '--all')
        self.ok('waves', self.dossier, '--set', '1', '--date', str(DAY), '--employer', '1001', '1002', '1003')
        with sqlite3.connect(self.dossier) as base:
            base.execute("INSERT INTO setting (name, value) VALUES ('firm', 'Kantoor De Vries'), ('help-phone', '030 1234567'), ('help-contact', 'Petra')")
        base.close()

    def open(self):
        home = self.folder / 'home'
        programs = home / 'data' / 'applications'
        programs.mkdir(parents=True)
        self.taken = self.folder / 'taken.eml'
        (programs / 'mail.desktop').write_text(MAIL_PROGRAM.format(self.taken))
        (programs / 'mimeapps.list').write_text('[Default Applications]\nmessage/rfc822=mail.desktop\n')
        window = self.window(str(self.dossier), home=home)
        self.step(window, 3)
        window.find(begins='Klant: Bakkerij Jansen', role=Role.TABLE_ROW)
        return window

    def row(self, window, name, *says):
        """The row of a client, once it says all of this."""
        return wait_for(f'{name} {says}', lambda: [row for row in [window.find(begins=f'Klant: {name}', role=Role.TABLE_ROW)]
                                                  if all(word in (row.get_name() or '') for word in says)])[0]

    def states(self):
        with sqlite3.connect(f'file:{self.dossier}?mode=ro', uri=True) as base:
            found = [state for state, in base.execute('SELECT state FROM letter ORDER BY id')]
        base.close()
        return found

    def shot(self, window, name):
        folder = os.environ.get('PICTURES')
        if folder:
            window.picture(f'{folder}/{name}.png')

    def test_written_down_by_hand(self):
        window = self.open()
        window.find(begins='Stap 3 van 5, Informeren: nog 3 te versturen')
        window.find('0 van 3 klanten ingelicht')
        window.find('Eén mist een adres: Timmerfabriek Os')
        self.row(window, 'Timmerfabriek Os', 'Klantmail: wacht op adres')
        # Who has no address is called. The cursor stands on who asks for something first.
        window.find(begins='Er is geen e-mailadres van de contactpersoon bekend.')
        window.press('Telefonisch geïnformeerd…')
        window.find('Wanneer is Timmerfabriek Os geïnformeerd?')
        window.answer('Vastleggen')
        self.row(window, 'Timmerfabriek Os', 'gebeld')
        window.find(begins='Stap 3 van 5, Informeren: nog 2 te versturen')
        window.press('Ongedaan maken')
        self.row(window, 'Timmerfabriek Os', 'wacht op adres')
        # What is to be done today stands apart from the clients; a search goes back to these.
        window.press(begins='Vandaag, ')
        window.find('Overzicht aanvragen', Role.LIST_ITEM)
        window.press('Alle klanten, 3')
        # All at once, and back at once.
        window.click(self.row(window, 'Bakkerij Jansen'))
        window.key('ctrl+a')
        window.find('3 aangevinkt: alles wegvinken')
        self.shot(window, 'ticked')
        window.press('Flyer hangt…')
        window.find('Sinds wanneer hangt de flyer bij 3 klanten?')
        window.answer('Vastleggen')
        window.find('Flyer nog niet, 0')
        window.find('Bij 3 van de 3 klanten hangt de flyer.')
        window.press('Medewerkers geïnformeerd…')
        window.answer('Vastleggen')
        window.find(contains='3 klanten lichtten medewerkers in')
        window.key('ctrl+z')
        window.key('ctrl+z')
        window.find('Flyer nog niet, 3')
        self.row(window, 'Garage Smit', 'Mdw. ingelicht: nog niet', 'Flyer: nog niet')

    def test_draft_that_was_sent(self):
        window = self.open()
        window.click(self.row(window, 'Bakkerij Jansen', 'Klantmail: te versturen'))
        window.find('Zoals Marja van Dam hem krijgt')
        window.find('Aan: marja@voorbeeld.example')
        self.shot(window, 'before-draft')
        window.press('Concept maken')
        window.find(begins='Concept gemaakt op')
        draft = wait_for('the draft in the mail program', lambda: self.taken.exists() and self.taken.read_bytes())
        message = email.message_from_bytes(draft, policy=email.policy.default)
        self.assertEqual((message['To'].addresses[0].addr_spec, message['X-Unsent']), ('marja@voorbeeld.example', '1'))
        self.assertIn('Bakkerij Jansen', message.get_body(('plain',)).get_content())
        self.row(window, 'Bakkerij Jansen', 'Klantmail: concept')
        self.shot(window, 'draft')
        # Made again without a change it is the same draft.
        self.taken.unlink()
        window.press('Concept maken')
        wait_for('the draft again', lambda: self.taken.exists() and self.taken.read_bytes())
        self.assertEqual(self.states(), ['waiting'])
        window.press('Is verstuurd')
        window.find(begins=f'Verstuurd op {dutch(datetime.date.today())}')
        window.find('1 van 3 klanten ingelicht')
        self.row(window, 'Bakkerij Jansen', 'Mdw. ingelicht: nog niet')
        self.assertEqual(self.states(), ['sent'])
        # What went stays as it went, whatever the text becomes.
        window.press('Zoals nu')
        window.press('Zoals verstuurd')
        self.shot(window, 'sent')
        window.press(begins='Stuk: ')
        window.press('Flyer', Role.LIST_ITEM)
        window.find('Voor de klant, om aan medewerkers te geven')
        # Another client, another letter.
        window.press('Vorige klant')
        window.find('Aan: els@voorbeeld.example')
        self.assertEqual(window.complaints(), [])


if __name__ == '__main__':
    overstap.main()
