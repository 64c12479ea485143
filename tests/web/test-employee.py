# SPDX-License-Identifier: GPL-3.0-or-later
"""The employee's side in a real browser, step by step as the help-desk article tells it, and where it can go wrong."""
import browser
import tap

PASSWORD = 'drie groene fietsen'


class Employee(browser.WithEmployees):
    def make_account(self, person, who):
        person.open(self.newest(who, 'invitation'))
        self.assertEqual(person.heading, 'Account aanmaken')
        self.assertEqual(person.field('E-mailadres').get_attribute('value'), who['email'])
        person.fill('Voornaam', 'Sanne')
        person.press('Volgende')
        self.assertEqual(person.heading, 'Kijk nu in je mail')

    def activate(self, person, who, password=PASSWORD):
        person.open(self.newest(who, 'activation'))
        self.assertEqual(person.heading, 'Account activeren')
        person.fill('Wachtwoord', password)
        person.fill('Wachtwoord nog een keer', password)
        person.press('Account activeren')
        self.assertEqual(person.heading, 'Inloggen bij MijnLoket')

    def log_in(self, person, who, password=PASSWORD):
        person.fill('E-mailadres', who['email'])
        person.fill('Wachtwoord', password)
        person.press('Inloggen')

    def give_birth_date(self, person, who):
        year, month, day = who['born']
        person.fill('Dag', day)
        person.fill('Maand', month)
        person.fill('Jaar', year)
        person.press('Koppelen')

    def test_whole_way_on_a_phone(self):
        who, = self.invite()
        person = self.browser(browser.PHONE)
        person.open(self.newest(who, 'invitation'))
        person.picture('telefoon-1-uitnodiging')
        self.assertSound(person)
        self.make_account(person, who)
        person.picture('telefoon-2-tweede-mail')
        self.assertSound(person)
        person.open(self.newest(who, 'activation'))
        person.picture('telefoon-3-activeren')
        self.assertSound(person)
        self.activate(person, who)
        person.picture('telefoon-4-inloggen')
        self.assertSound(person)
        self.log_in(person, who)
        self.assertEqual(person.heading, 'Je geboortedatum')
        person.picture('telefoon-5-geboortedatum')
        self.assertSound(person)
        self.give_birth_date(person, who)
        self.assertEqual(person.heading, 'Dag Sanne')
        self.assertIn('Je account is gereed', person.text)
        person.picture('telefoon-6-gereed')
        self.assertSound(person)
        person.link(who['employer']['companyName'])
        self.assertSound(person)
        person.picture('telefoon-7-loonstroken')
        self.assertIn(('linked'), [event for key, event in self.loket.events()
                                   if key == (str(who['employer']['employerNumber']), str(who['number']))])
        self.assertEqual([mail['kind'] for mail in self.loket.mails() if mail['to'] == who['email']],
                         ['invitation', 'activation', 'confirmation'])

    def test_stopped_halfway_goes_on_where_it_was(self):
        who, = self.invite()
        person = self.browser()
        self.make_account(person, who)
        later = self.browser()
        later.open(self.newest(who, 'invitation'))
        self.assertEqual(later.heading, 'Kijk nu in je mail')
        first = self.newest(who, 'activation')
        later.press('Stuur de tweede mail opnieuw')
        later.open(first)
        self.assertEqual(later.heading, 'Er is een nieuwere link')
        self.activate(later, who)
        last = self.browser(dark=True)
        last.open(self.newest(who, 'invitation'))
        self.assertEqual(last.heading, 'Deze link is al gebruikt')
        last.link('Inloggen')
        self.log_in(last, who)
        self.assertEqual(last.heading, 'Je geboortedatum')
        last.open(self.url('/mijnloket'))
        self.assertIn('Nog één stap', last.text)
        last.picture('donker-nog-een-stap')
        last.link(who['employer']['companyName'])
        self.give_birth_date(last, who)
        self.assertIn('Je account is gereed', last.text)

    def test_what_does_not_fit_is_said_kindly(self):
        who, = self.invite()
        person = self.browser()
        self.make_account(person, who)
        person.open(self.newest(who, 'activation'))
        for password, again, said in (('kort', 'kort', 'te kort'), (PASSWORD, 'drie rode fietsen', 'niet gelijk')):
            person.fill('Wachtwoord', password)
            person.fill('Wachtwoord nog een keer', again)
            person.press('Account activeren')
            self.assertIn(said, person.text)
        self.activate(person, who)
        self.log_in(person, who, 'een heel ander wachtwoord')
        self.assertIn('horen niet bij elkaar', person.text)
        self.log_in(person, who)
        right, who['born'] = who['born'], ['1901', '1', '31']
        for _ in range(5):
            self.give_birth_date(person, who)
            self.assertIn('Deze geboortedatum hoort niet bij', person.text)
            self.assertEqual(person.field('Jaar').get_attribute('value'), '1901')
        person.picture('verkeerde-geboortedatum')
        self.assertSound(person)
        who['born'] = right
        self.give_birth_date(person, who)
        self.assertIn('Probeer het over een uur opnieuw', person.text)

    def test_with_an_account_only_the_birth_date_remains(self):
        who, other = self.invite(), None
        who, = who
        person = self.browser()
        self.make_account(person, who)
        self.activate(person, who)
        self.log_in(person, who)
        self.give_birth_date(person, who)
        person.press('Uitloggen')
        # The same person works at another employer.
        other, = self.invite(employer=1)
        self.loket.write_addresses({(str(other['employer']['employerNumber']), str(other['number'])): who['email']})
        self.access(other['employer'], 'essaccessstatus', [other['id']], 'SendInvite')
        other['email'] = who['email']
        person.open(self.newest(other, 'invitation'))
        self.assertEqual(person.heading, 'Je hebt al een account')
        person.picture('al-een-account')
        self.assertSound(person)
        person.press('Verder naar inloggen')
        self.log_in(person, who)
        self.give_birth_date(person, other)
        for employer in (who['employer'], other['employer']):
            person.open(self.url('/mijnloket'))
            person.link(employer['companyName'])
            self.assertEqual(person.heading, employer['companyName'])

    def test_dead_links_each_have_a_page(self):
        person = self.browser()
        resent, withdrawn, expired = self.invite(3)
        first = self.newest(resent, 'invitation')
        self.loket.post('/practice/behaviour', {'resendWhilePending': True, 'revokeWithdraws': True})
        self.access(resent['employer'], 'essaccessstatus', [resent['id']], 'SendInvite')
        self.access(withdrawn['employer'], 'essaccessstatus', [withdrawn['id']], 'RevokeAccess')
        pages = [(first, 'Er is een nieuwere link'), (self.newest(withdrawn, 'invitation'), 'Deze uitnodiging is ingetrokken'),
                 (self.url('/mijnloket/uitnodiging/' + 'a' * 64), 'Deze link is niet bekend'),
                 (self.url('/mijnloket/activeren/verzonnen'), 'Deze link is niet bekend')]
        for link, heading in pages:
            with self.subTest(heading):
                person.open(link)
                self.assertEqual(person.heading, heading)
                self.assertSound(person)
        self.loket.advance(400)
        person.open(self.newest(expired, 'invitation'))
        self.assertEqual(person.heading, 'Deze link is verlopen')
        person.picture('verlopen')
        self.assertSound(person)

    def test_the_old_portal_closes_and_opens_again(self):
        who, = self.invite()
        user = f'{who["employer"]["employerNumber"]}-{who["number"]}'
        person = self.browser(browser.PHONE)

        def knock():
            person.open(self.url('/werknemerloket'))
            if person.heading == 'Inloggen bij Werknemerloket':
                person.fill('Gebruikersnaam', user)
                person.fill('Wachtwoord', 'oefenloket')
                person.press('Inloggen')

        person.open(self.url('/werknemerloket'))
        person.picture('oud-inloggen')
        self.assertSound(person)
        knock()
        self.assertEqual(person.heading, who['employer']['companyName'])
        person.picture('oud-open')
        self.assertSound(person)
        self.access(who['employer'], 'selfservice', [who['id']], 'RevokeAccess')
        knock()
        self.assertEqual(person.heading, 'Je toegang is geblokkeerd')
        person.picture('oud-geblokkeerd')
        self.assertSound(person)
        self.access(who['employer'], 'selfservice', [who['id']], 'ReinstateAccess')
        knock()
        self.assertEqual(person.heading, who['employer']['companyName'])

    def test_no_other_page_can_send_a_form(self):
        who, = self.invite()
        link = self.newest(who, 'invitation')
        status, text = self.loket.request('POST', link[len(self.loket.url):], None, {'Content-Type': 'application/x-www-form-urlencoded'})
        self.assertEqual(status, 403)
        self.assertIn('verlopen', text.decode())
        self.assertEqual(self.loket.mails('activation'), [])


if __name__ == '__main__':
    tap.main()
