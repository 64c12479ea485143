# SPDX-License-Identifier: GPL-3.0-or-later
"""The office's side of Loket in a real browser: the migration list, the message centre, and conversion by Loket."""
import csv
import io
import urllib.parse

import browser
import tap

LIST = 'Overstappen van Werknemerloket naar MijnLoket'


class Office(browser.InBrowser):
    EMPLOYERS, EMPLOYEES = 3, 90

    def setUp(self):
        super().setUp()
        self.head = self.loket.sign_in()

    def enter(self, size=browser.DESK, dark=False):
        person = self.browser(size, dark)
        person.open(self.url('/loket'))
        self.assertEqual(person.heading, 'Inloggen bij Loket')
        person.press('Inloggen als medewerker van het kantoor')
        self.assertEqual(person.heading, 'Werkgevers')
        return person

    def employers(self):
        return self.loket.listed('/v2/providers/employers/minimized', self.head)

    def waiting(self, employer):
        return self.loket.listed(f'/v2/providers/employers/{employer["id"]}/employees/selfservice/migration', self.head)

    def write_address(self, employee, address):
        status, _ = self.loket.request('PATCH', f'/v2/providers/employers/employees/{employee["id"]}', {'emailAddress': address}, self.head)
        self.assertEqual(status, 200)

    def prepare(self):
        """The employer with the most people to migrate; of them one has no address, two share theirs, one is going to fail."""
        employer = max(self.employers(), key=lambda one: len(self.waiting(one)))
        people = [row['employee'] for row in self.waiting(employer)]
        self.assertGreater(len(people), 8)
        for i, one in enumerate(people):
            self.write_address(one, f'persoon{i}@voorbeeld.nl')
        self.write_address(people[0], None)
        self.write_address(people[1], 'samen@voorbeeld.nl')
        self.write_address(people[2], 'Samen@voorbeeld.nl')
        self.write_address(people[3], 'geen adres')
        return employer, [row['employee'] for row in self.waiting(employer)]

    def status(self, employer, person):
        rows = self.loket.listed(f'/v2/providers/employers/{employer["id"]}/employees/essaccessstatus', self.head)
        return next(row['status'] for row in rows if row['employeeId'] == person['id'])

    def outcome(self):
        """How many of the newest collective action were done, and how many were not, as the API tells it."""
        count = self.loket.listed('/v2/users/collectiveactions', self.head)[0]['itemCount']
        return count['processed'], count['processedWithError']

    def boxes(self, person):
        return person.driver.find_elements('css selector', 'input[type=checkbox]')

    def await_end(self, person):
        """The page asks again by itself until the action is done."""
        from selenium.webdriver.support.wait import WebDriverWait
        WebDriverWait(person.driver, 60).until(lambda driver: 'Bezig' not in driver.find_element('tag name', 'body').text)

    def look(self, person, name):
        """Pictures in both widths; the page is sound in both."""
        for size, word in ((browser.PHONE, 'telefoon'), (browser.DESK, 'bureau')):
            person.resize(*size)
            person.picture(f'kantoor-{name}-{word}')
            self.assertSound(person)


class ByHand(Office):
    def test_from_list_to_message(self):
        employer, people = self.prepare()
        person = self.enter()
        self.look(person, '1-werkgevers')
        person.fill('Naam of nummer', str(employer['employerNumber']))
        person.press('Zoeken')
        person.link(employer['companyName'])
        self.look(person, '2-werkgever')
        person.link(LIST)
        self.assertEqual(person.heading, LIST)
        self.look(person, '3-lijst')

        # A stopper, and a warning for each of the two who share an address.
        self.assertEqual(person.text.count('Stopper: geen privé e-mailadres'), 1)
        self.assertEqual(person.text.count('Waarschuwing: dit adres is niet uniek'), 2)
        self.assertEqual(len(self.boxes(person)), len(people))
        self.assertEqual([box.is_enabled() for box in self.boxes(person)].count(False), 1)

        self.look_for(person, people)
        person.press('Toepassen')
        self.assertIn('Er is niemand aangevinkt.', person.text)
        person.press('Alles aanvinken')
        self.assertEqual([box.is_selected() for box in self.boxes(person)].count(True), len(people) - 1)
        self.boxes(person)[-1].click()
        self.look(person, '4-aangevinkt')
        person.press('Toepassen')
        count = len(people) - 2
        self.assertEqual(person.heading, f'{count} medewerkers verliezen direct Werknemerloket')
        self.assertIn('2 van hen hebben een e-mailadres dat niet uniek is.', person.text)
        self.look(person, '5-bevestigen')
        self.assertEqual(self.loket.events('blocked'), [])
        person.press('Ja, toepassen')
        self.assertEqual(person.heading, 'Overstappen naar MijnLoket')
        self.assertEqual(len(self.loket.events('blocked')), count)
        self.await_end(person)
        self.assertIn('Het privé e-mailadres van de medewerker is ongeldig.', person.text)
        done, failed = self.outcome()
        self.assertEqual(done + failed, count)
        self.assertEqual(person.text.count('Niet gelukt:'), failed)
        self.assertEqual(len(self.loket.events('invited')), done)
        self.look(person, '6-bericht')
        self.mend(person, employer, people[3])

        person.link('Berichtencentrum')
        self.assertNotIn('Nieuw', person.text)
        for deed in ('Uitnodigen voor MijnLoket', 'Werknemerloket deblokkeren', 'Werknemerloket blokkeren'):
            self.assertIn(f'{deed}: {people[3]["formattedName"]}', person.text)
        self.assertIn(f'Gelukt: {done}. Niet gelukt: {failed}.', person.text)
        self.look(person, '8-berichten')

    def look_for(self, person, people):
        """The return key in the search field searches, and never applies; what was ticked stays."""
        self.boxes(person)[-1].click()
        person.field('Naam, e-mail of nummer').send_keys('samen@')
        person.send_return('Naam, e-mail of nummer')
        self.assertEqual(person.heading, LIST)
        self.assertIn(f'Medewerkers: {len(people)}. Gevonden: 2. Aangevinkt en bewaard, in de hele lijst: 1.', person.text)
        self.look(person, '3b-gezocht')
        person.press('Alle gevonden aanvinken')
        person.link('Alles tonen')
        self.assertIn(f'Medewerkers: {len(people)}. Aangevinkt en bewaard: 3.', person.text)
        person.press('Niets aanvinken')

    def test_nobody_before_mijnloket_is_activated(self):
        employer, people = self.prepare()
        root = f'/v2/providers/employers/{employer["id"]}/modules'
        module = next(one for one in self.loket.listed(root, self.head) if one['description'] == 'MijnLoket')
        self.assertEqual(self.loket.request('PATCH', root, [{'id': module['id'], 'action': 'disable'}], self.head)[0], 200)
        person = self.enter(dark=True)
        person.link(employer['companyName'])
        person.link(LIST)
        self.assertIn('kan hier niemand worden aangevinkt of uitgenodigd', person.text)
        self.assertEqual(self.boxes(person), [])
        self.look(person, '30-zonder-product')
        person.link('MijnLoket activeren')
        self.assertIn('De medewerkers merken er nog niets van.', person.text)
        self.look(person, '31-activeren')
        person.press('MijnLoket activeren')
        self.assertIn('MijnLoket is geactiveerd. Er is nog niemand uitgenodigd.', person.text)
        self.look(person, '32-geactiveerd')
        self.assertIn('MijnLoket', [one['description'] for one in self.loket.listed(root, self.head)])
        self.assertEqual(self.loket.mails(), [])
        person.link(LIST)
        self.assertEqual(len(self.boxes(person)), len(people))

    def mend(self, person, employer, failed):
        """From the message to the employee, whose address is mended and who is invited anew."""
        person.link(failed['formattedName'])
        self.assertEqual(person.heading, failed['formattedName'])
        person.press('Nieuwe uitnodiging versturen')
        self.assertIn('ongeldig', person.text)
        person.fill('Privé e-mailadres', 'nergens')
        person.press('Privé e-mail wijzigen')
        self.assertIn('Dit is geen e-mailadres.', person.text)
        self.assertEqual(person.field('Privé e-mailadres').get_attribute('value'), 'nergens')
        self.look(person, '7-medewerker')
        person.fill('Privé e-mailadres', 'beter@voorbeeld.nl')
        person.press('Privé e-mail wijzigen')
        self.assertIn('Het privé e-mailadres is bewaard.', person.text)
        person.press('Nieuwe uitnodiging versturen')
        self.assertIn('De uitnodiging is verstuurd.', person.text)
        self.assertEqual(self.status(employer, failed), 'InvitePending')
        self.assertEqual([mail['to'] for mail in self.loket.mails('invitation')].count('beter@voorbeeld.nl'), 1)
        person.press('Deblokkeren')
        self.assertIn('Werknemerloket is gedeblokkeerd.', person.text)
        person.press('Blokkeren')
        self.assertIn('Werknemerloket is geblokkeerd.', person.text)

    def test_what_came_through_the_api_is_told_too(self):
        employer, people = self.prepare()
        status, _ = self.loket.request('PATCH', f'/v2/providers/employers/{employer["id"]}/employees/essaccessstatus',
                                       [{'employeeId': one['id'], 'action': 'SendInvite'} for one in people[:6]], self.head)
        self.assertEqual(status, 200)
        person = self.enter(dark=True)
        person.open(self.url('/loket/berichten'))
        self.await_end(person)
        self.assertIn('Nieuw', person.text)
        self.look(person, '9-berichten-donker')
        person.link(f'MijnLoket, via de koppeling: {employer["companyName"]}')
        self.assertIn('Gelukt\n{}\nNiet gelukt\n{}'.format(*self.outcome()), person.text)
        self.assertIn('Het privé e-mailadres van de medewerker ontbreekt.', person.text)
        self.look(person, '10-bericht-donker')
        person.link('Werkgevers')
        person.link(employer['companyName'])
        person.link('Medewerkers')
        self.look(person, '11-medewerkers-donker')
        person.press('Uitloggen')
        person.open(self.url('/loket/berichten'))
        self.assertEqual(person.heading, 'Inloggen bij Loket')


class ByLoket(Office):
    def hand_in(self, person, path, date):
        person.open(self.url('/loket/tickets/nieuw'))
        person.field('Klantlijst (CSV)').send_keys(str(path))
        person.fill('Datum van de conversie', date)
        person.press('Klantlijst indienen')

    def read_message(self, person, employer, people):
        """What became of each person, and back to the ticket."""
        person.link('per medewerker')
        self.assertEqual(person.heading, 'Conversie door Loket')
        self.assertIn('Loket, voor ticket 1', person.text)
        for one, reason in ((people[0], 'ontbreekt.'), (people[3], 'is ongeldig. Werknemerloket is wel geblokkeerd.')):
            self.assertIn(f'{one["formattedName"]} Niet gelukt: Het privé e-mailadres van de medewerker {reason}', person.text)
        self.assertIn(f'{people[4]["formattedName"]} Uitnodiging voor MijnLoket verstuurd. Werknemerloket geblokkeerd.', person.text)
        self.look(person, '24b-bericht')
        person.link('ticket 1')

    def test_client_list_to_fallout_list(self):
        employer, people = self.prepare()
        person = self.enter()
        person.link('Tickets')
        self.look(person, '20-tickets-leeg')
        person.link('Nieuw ticket')
        self.look(person, '21-nieuw-ticket')
        self.loket.post('/practice/clock', {'now': '2026-12-01T09:00:00Z'})

        self.hand_in(person, self.write('leeg.csv', ''), '8-12-2026')
        self.assertIn('er is geen bestand gekozen, of het is leeg', person.text)
        wrong = self.write('verkeerd.csv', 'Naam;Plaats\nEen;Twee\n')
        self.hand_in(person, wrong, '8-12-2026')
        self.assertIn('geen kolom Werkgevernummer', person.text)
        self.assertEqual(person.field('Datum van de conversie').get_attribute('value'), '8-12-2026')
        right = self.write('klantlijst.csv', f'Werkgevernummer;Werkgever\r\n{employer["employerNumber"]};Café\r\n99999;Weg\r\n{employer["employerNumber"]};Nog eens\r\n'
                           .encode('windows-1252'))
        self.hand_in(person, right, '8-11-2026')
        self.assertIn('Deze datum is al voorbij.', person.text)
        self.look(person, '22-ticket-fout')
        self.hand_in(person, right, '8-12-2026')
        self.assertIn('Loket zet deze klanten om op 8-12-2026.', person.text)
        self.assertIn('Regel 3: Werkgever 99999 is in Loket niet bekend.', person.text)
        self.assertIn(f'Regel 4: Werkgever {employer["employerNumber"]} staat al eerder in de lijst.', person.text)
        self.look(person, '23-ticket-open')
        self.loket.advance(7)
        person.driver.refresh()
        self.assertIn('Uitgevoerd op 8-12-2026.', person.text)
        self.look(person, '24-ticket-klaar')
        self.read_message(person, employer, people)

        link = person.driver.find_element('link text', 'Uitvallijst downloaden').get_attribute('href')
        cookie = '; '.join(f'{one["name"]}={one["value"]}' for one in person.driver.get_cookies())
        status, data = self.loket.request('GET', urllib.parse.urlsplit(link).path, headers={'Cookie': cookie})
        self.assertEqual(status, 200)
        rows = list(csv.DictReader(io.StringIO(data.decode('utf-8-sig')), delimiter=';'))
        self.assertIn(str(people[0]['employeeNumber']), [row['Personeelsnummer'] for row in rows])
        self.assertEqual({row['Werkgevernummer'] for row in rows}, {str(employer['employerNumber'])})
        self.assertEqual(self.status(employer, people[4]), 'InvitePending')

        person.open(self.url('/loket/tickets/nieuw'))
        person.press('Overzicht aanvragen')
        person.press('Ticket intrekken')
        self.assertIn('Dit ticket is ingetrokken.', person.text)
        person.link('Tickets')
        self.look(person, '25-tickets')


if __name__ == '__main__':
    tap.main()
