# SPDX-License-Identifier: GPL-3.0-or-later
"""The employee's side in a real browser, step by step as the help-desk article tells it, and where it can go wrong."""
import browser
import overstap
import tap

PASSWORD = 'drie groene fietsen'


class Employee(browser.WithEmployees):
    EMPLOYEES = 120

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

    def test_whole_way_on_a_phone_and_in_the_dark(self):
        light, dark = self.invite(2)
        self.walk(self.browser(browser.PHONE), light, 'telefoon')
        self.walk(self.browser(browser.DESK, dark=True), dark, 'donker')

    def walk(self, person, who, name):
        person.open(self.newest(who, 'invitation'))
        person.picture(f'{name}-1-uitnodiging')
        self.assertSound(person)
        # By the keyboard alone: first the name, since the address is given, then the button.
        self.assertEqual(self.order(person), ['email', 'voornaam', 'Volgende'])
        self.make_account(person, who)
        person.picture(f'{name}-2-tweede-mail')
        self.assertSound(person)
        person.open(self.newest(who, 'activation'))
        person.picture(f'{name}-3-activeren')
        self.assertSound(person)
        self.assertEqual(self.order(person), ['email', 'wachtwoord', 'nogmaals', 'Account activeren'])
        self.assertEqual(self.kept_by(person, 'wachtwoord', 'nogmaals', 'email'), ['new-password', 'new-password', 'username'])
        self.activate(person, who)
        person.picture(f'{name}-4-inloggen')
        self.assertSound(person)
        self.assertEqual(self.order(person), ['email', 'wachtwoord', 'Inloggen', 'Wachtwoord vergeten?'])
        self.assertEqual(self.kept_by(person, 'email', 'wachtwoord'), ['username', 'current-password'])
        self.log_in(person, who)
        self.assertEqual(person.heading, 'Je geboortedatum')
        person.picture(f'{name}-5-geboortedatum')
        self.assertSound(person)
        self.assertEqual(self.order(person), ['dag', 'maand', 'jaar', 'Koppelen'])
        self.assertEqual(self.kept_by(person, 'dag', 'maand', 'jaar'), ['bday-day', 'bday-month', 'bday-year'])
        # Digits, and no spinner or calendar that begins at today.
        self.assertEqual({person.field(label).get_attribute('inputmode') for label in ('Dag', 'Maand', 'Jaar')}, {'numeric'})
        self.give_birth_date(person, who)
        self.assertEqual(person.heading, 'Dag Sanne')
        self.assertIn('Je account is gereed', person.text)
        person.picture(f'{name}-6-gereed')
        self.assertSound(person)
        person.link(who['employer']['companyName'])
        self.assertSound(person)
        person.picture(f'{name}-7-loonstroken')
        person.driver.find_element('css selector', 'ul.rijen a').click()
        self.assertIn('Loonstrook', person.heading)
        self.assertSound(person)
        person.picture(f'{name}-8-loonstrook')
        self.assertIn(('linked'), [event for key, event in self.loket.events()
                                   if key == (str(who['employer']['employerNumber']), str(who['number']))])
        self.assertEqual([mail['kind'] for mail in self.loket.mails() if mail['to'] == who['email']],
                         ['invitation', 'activation', 'confirmation'])

    def order(self, person):
        """What of the page itself the Tab key goes through, in order."""
        return person.driver.execute_script('''
            return [...document.querySelectorAll('main a, main button, main input:not([type=hidden])')].map(e => e.id || e.innerText)''')

    def kept_by(self, person, *names):
        """What a password manager or phone fills in there."""
        return [person.driver.find_element('id', name).get_attribute('autocomplete') for name in names]

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
        for password, again, said in (('kort', 'kort', 'te kort'), (PASSWORD, 'drie rode fietsen', 'niet gelijk'), ('Welkom12345!', 'Welkom12345!', 'vaak gebruikt'),
                                      ('1234567890', '1234567890', 'vaak gebruikt'), ('oefenloket', 'oefenloket', 'vaak gebruikt'),
                                      (who['email'], who['email'], 'niet je e-mailadres')):
            person.fill('Wachtwoord', password)
            person.fill('Wachtwoord nog een keer', again)
            person.press('Account activeren')
            self.assertIn(said, person.text)
            self.assertTrue(person.driver.title.startswith('Fout: '))
            self.assertEqual(person.field('Wachtwoord').get_attribute('value'), '')
            # The keyboard is where something is to be done.
            self.assertEqual(person.driver.switch_to.active_element.get_attribute('id'), 'wachtwoord')
        person.picture('fout-wachtwoord')
        self.assertSound(person)
        self.activate(person, who)
        self.log_in(person, who, 'een heel ander wachtwoord')
        self.assertIn('horen niet bij elkaar', person.text)
        self.log_in(person, who)
        right = who['born']
        # What can be nobody's birth date is no try.
        for born, said in ((['1988', '2', '31'], 'bestaat niet'), (['88', '4', '7'], 'vier cijfers'), (['2188', '4', '7'], 'toekomst'), (['x', '', '1'], 'bestaat niet')):
            who['born'] = born
            person.driver.execute_script('document.querySelector("main form").noValidate = true')
            self.give_birth_date(person, who)
            self.assertIn(said, person.text)
        who['born'] = ['1901', '1', '31']
        for left in (4, 3, 2, 1):
            self.give_birth_date(person, who)
            self.assertIn('Deze geboortedatum hoort niet bij', person.text)
            self.assertIn(f'nog {left} keer', person.text)
            self.assertEqual(person.field('Jaar').get_attribute('value'), '1901')
        person.picture('verkeerde-geboortedatum')
        self.assertSound(person)
        self.give_birth_date(person, who)
        self.assertIn('Over 60 minuten kun je het weer proberen', person.text)
        who['born'] = right
        self.give_birth_date(person, who)
        self.assertIn('kun je het weer proberen', person.text)
        self.assertEqual(person.field('Jaar').get_attribute('value'), right[0])
        person.picture('te-vaak')
        self.assertSound(person)
        # An hour later, by the clock of practice.
        self.loket.advance(1)
        self.give_birth_date(person, who)
        self.assertIn('Je account is gereed', person.text)

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

    def forget_session(self, person):
        """As if the page had stood open for hours."""
        person.driver.execute_cdp_cmd('Network.clearBrowserCookies', {})

    def test_a_page_that_stood_open_loses_nothing_but_passwords(self):
        who, = self.invite()
        person = self.browser(browser.PHONE)
        person.open(self.newest(who, 'invitation'))
        person.fill('Voornaam', 'Sanne')
        self.forget_session(person)
        person.press('Volgende')
        self.assertIn('te lang open', person.text)
        self.assertEqual(person.field('Voornaam').get_attribute('value'), 'Sanne')
        person.picture('te-lang-open')
        self.assertSound(person)
        person.press('Volgende')
        self.assertEqual(person.heading, 'Kijk nu in je mail')
        # Again, for the second mail.
        self.forget_session(person)
        person.press('Stuur de tweede mail opnieuw')
        self.assertIn('te lang open', person.text)
        person.open(self.newest(who, 'activation'))
        person.fill('Wachtwoord', PASSWORD)
        person.fill('Wachtwoord nog een keer', PASSWORD)
        self.forget_session(person)
        person.press('Account activeren')
        self.assertIn('te lang open', person.text)
        self.assertEqual(person.field('Wachtwoord').get_attribute('value'), '')
        self.activate(person, who)
        person.fill('E-mailadres', who['email'])
        person.fill('Wachtwoord', PASSWORD)
        self.forget_session(person)
        person.press('Inloggen')
        self.assertIn('te lang open', person.text)
        self.assertEqual(person.field('E-mailadres').get_attribute('value'), who['email'])
        self.log_in(person, who)
        self.forget_session(person)
        self.give_birth_date(person, who)
        self.assertEqual(person.heading, 'Inloggen bij MijnLoket')
        self.assertIn('te lang weggeweest', person.text)
        person.picture('te-lang-weg')
        self.assertSound(person)
        self.log_in(person, who)
        self.give_birth_date(person, who)
        self.assertIn('Je account is gereed', person.text)
        # Reloading and going back do nothing twice.
        person.driver.refresh()
        person.driver.back()
        person.driver.forward()
        self.assertEqual([event for key, event in self.loket.events() if key == (str(who['employer']['employerNumber']), str(who['number']))
                          and event in ('activated', 'linked')], ['activated', 'linked'])

    def test_a_browser_without_cookies_is_told(self):
        who, = self.invite()
        person = self.browser()
        person.driver.execute_cdp_cmd('Network.enable', {})
        person.driver.execute_cdp_cmd('Network.setExtraHTTPHeaders', {'headers': {'Cookie': ''}})
        try:
            person.open(self.newest(who, 'invitation'))
            for _ in range(2):
                self.forget_session(person)
                person.fill('Voornaam', 'Sanne')
                person.press('Volgende')
                self.assertIn('Zet dan cookies aan', person.text)
        finally:
            person.driver.execute_cdp_cmd('Network.setExtraHTTPHeaders', {'headers': {}})
        self.assertEqual(self.loket.mails('activation'), [])

    def test_a_forgotten_password(self):
        who, = self.invite()
        person = self.browser(browser.PHONE)
        self.make_account(person, who)
        self.activate(person, who)
        person.link('Wachtwoord vergeten?')
        person.picture('wachtwoord-vergeten')
        self.assertSound(person)
        # The same is said of an address that nobody has.
        for address in ('niemand@example.com', who['email'].upper()):
            person.open(self.url('/mijnloket/wachtwoord'))
            person.fill('E-mailadres', address)
            person.press('Stuur de mail')
            self.assertEqual(person.heading, 'Kijk in je mail')
        person.picture('wachtwoord-verstuurd')
        self.assertSound(person)
        mail, = self.loket.mails('password')
        self.assertEqual(mail['to'], who['email'])
        other = self.browser()
        other.open(self.url('/mijnloket/inloggen'))
        self.log_in(other, who)
        self.assertEqual(other.heading, 'Je geboortedatum')
        # Who knows it after all needs the link no more, and a newer one ends an older one.
        person.open(mail['link'])
        self.assertEqual(person.heading, 'Deze link is al gebruikt')
        for _ in range(2):
            person.open(self.url('/mijnloket/wachtwoord'))
            person.fill('E-mailadres', who['email'])
            person.press('Stuur de mail')
        person.open(self.loket.mails('password')[-2]['link'])
        self.assertEqual(person.heading, 'Er is een nieuwere link')
        person.open(self.loket.mails('password')[-1]['link'])
        self.assertEqual(person.heading, 'Nieuw wachtwoord kiezen')
        person.fill('Wachtwoord', 'vier gele stoelen')
        person.fill('Wachtwoord nog een keer', 'vier gele stoelen')
        person.picture('wachtwoord-nieuw')
        self.assertSound(person)
        person.press('Wachtwoord opslaan')
        self.assertIn('Je nieuwe wachtwoord is opgeslagen', person.text)
        # Whoever was in by the old one is out, and it opens nothing any more.
        other.open(self.url('/mijnloket'))
        self.assertEqual(other.heading, 'Inloggen bij MijnLoket')
        self.assertIn('te lang weggeweest', other.text)
        self.log_in(person, who)
        self.assertIn('horen niet bij elkaar', person.text)
        self.log_in(person, who, 'vier gele stoelen')
        self.give_birth_date(person, who)
        self.assertIn('Je account is gereed', person.text)
        self.assertEqual([event for _, event in self.loket.events() if event == 'activated'], ['activated'])
        # No more than three in an hour.
        for _ in range(3):
            person.open(self.url('/mijnloket/wachtwoord'))
            person.fill('E-mailadres', who['email'])
            person.press('Stuur de mail')
        self.assertEqual(len(self.loket.mails('password')), 3)

    def test_two_people_share_a_browser(self):
        first, second = self.invite(2)
        person = self.browser()
        for who in (first, second):
            self.make_account(person, who)
            self.activate(person, who)
            # Nobody is in but who logs in now.
            self.assertNotIn('Uitloggen', person.text)
            self.log_in(person, who)
            self.give_birth_date(person, who)
            self.assertIn(f'Ingelogd als {who["email"]}', person.text)
        # What one had open is not the other's.
        person.open(self.url('/mijnloket/inloggen'))
        self.assertIn(f'Ingelogd als {second["email"]}', person.text)
        person.press('Uitloggen')
        person.driver.back()
        person.driver.refresh()
        self.assertEqual(person.heading, 'Inloggen bij MijnLoket')

    def test_the_address_can_be_changed_later(self):
        other, who = self.invite(2)
        person = self.browser(browser.PHONE)
        for one in (other, who):
            self.make_account(person, one)
            self.activate(person, one)
            self.log_in(person, one)
            self.give_birth_date(person, one)
        person.link('Mijn gegevens')
        person.picture('gegevens')
        self.assertSound(person)
        person.driver.execute_script('document.querySelector("main form").noValidate = true')
        for address, password, said in (('sanne', PASSWORD, 'geen e-mailadres'), ('sanne@example.com', '', 'ook je wachtwoord'),
                                        ('sanne@example.com', 'niet het goede', 'niet je wachtwoord'), (other['email'], PASSWORD, 'al een ander account')):
            person.driver.execute_script('document.querySelector("main form").noValidate = true')
            person.fill('E-mailadres', address)
            person.fill('Je wachtwoord', password)
            person.press('Opslaan')
            self.assertIn(said, person.text)
            self.assertEqual(person.field('E-mailadres').get_attribute('value'), address)
        person.fill('Voornaam', 'Sanne-Marie')
        person.fill('E-mailadres', 'Sanne@example.com')
        person.fill('Je wachtwoord', PASSWORD)
        person.press('Opslaan')
        self.assertIn('Je logt voortaan in met sanne@example.com', person.text)
        person.picture('gegevens-opgeslagen')
        self.assertSound(person)
        person.press('Uitloggen')
        self.log_in(person, who)
        self.assertIn('horen niet bij elkaar', person.text)
        self.log_in(person, {'email': 'sanne@example.com'})
        self.assertEqual(person.heading, 'Dag Sanne-Marie')

    def test_stopped_halfway_and_too_late(self):
        made, active, withdrawn = self.invite(3)
        person = self.browser(browser.PHONE)
        for who in (made, active, withdrawn):
            self.make_account(person, who)
        self.activate(person, active)
        self.loket.post('/practice/behaviour', {'revokeWithdraws': True})
        self.access(withdrawn['employer'], 'essaccessstatus', [withdrawn['id']], 'RevokeAccess')
        person.open(self.newest(withdrawn, 'invitation'))
        self.assertEqual(person.heading, 'Deze uitnodiging is ingetrokken')
        self.loket.advance(400)
        for kind in ('invitation', 'activation'):
            person.open(self.newest(made, kind))
            self.assertEqual(person.heading, 'Deze link is verlopen')
        person.open(self.url('/mijnloket/inloggen'))
        self.log_in(person, active)
        self.assertIn('De uitnodiging is verlopen', person.text)
        person.picture('thuis-verlopen')
        self.assertSound(person)

    def test_who_left_in_2025_until_october(self):
        self.loket.post('/practice/clock', {'now': '2026-09-01T09:00:00Z'})
        leavers = [row for row in overstap.table(self.loket.employees_file) if row['Datum uit dienst'].endswith('-2025')]
        person = self.browser(browser.PHONE)
        for row in leavers:
            person.open(self.url('/werknemerloket'))
            person.fill('Gebruikersnaam', f'{row["Werkgevernummer"]}-{row["Personeelsnummer"]}')
            person.fill('Wachtwoord', 'oefenloket')
            person.press('Inloggen')
            if person.path == '/werknemerloket' and 'Loonstroken' in person.text:
                break
        self.assertIn('Loonstroken', person.text)
        self.loket.post('/practice/clock', {'now': '2026-10-01T09:00:00Z'})
        person.open(self.url('/werknemerloket'))
        self.assertEqual(person.heading, 'Je toegang is afgelopen')
        person.picture('oud-afgelopen')
        self.assertSound(person)

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
        form = {'Content-Type': 'application/x-www-form-urlencoded'}
        for head, said in (({}, 'te lang open'), ({'Origin': 'http://elders.example'}, 'verlopen'), ({'Sec-Fetch-Site': 'cross-site'}, 'verlopen')):
            status, text = self.loket.request('POST', link[len(self.loket.url):], None, {**form, **head})
            self.assertEqual(status, 403)
            self.assertIn(said, text.decode())
        self.assertEqual(self.loket.mails('activation'), [])


if __name__ == '__main__':
    tap.main()
