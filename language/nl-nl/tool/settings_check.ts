import type { TextsOf } from '../../../system/language';
import type { settingsCheck as english } from '../../en-gb/tool/settings_check';

export const settingsCheck: TextsOf<typeof english> = {
  title: 'Instellingen controleren',
  intro: 'Kijkt naar alles waar betaallinks van afhangen. Er verandert niets en er gaat geen mail uit.',
  again: 'Opnieuw controleren',
  checked: 'Gecontroleerd',
  level_ok: 'In orde',
  level_warning: 'Waarschuwing',
  level_problem: 'Probleem',
  all_well: 'Alles is in orde.',
  problems: '{count} probleem|{count} problemen',
  warnings: '{count} waarschuwing|{count} waarschuwingen',
  what_to_do: 'Wat te doen',
  under: 'onder',
  under_shop: 'in het eigen beheer van de winkel onder',

  topic_account: 'Accounts en sleutels',
  topic_clock: 'Klok',
  topic_address: 'Adres voor klanten en meldingen',
  topic_statuses: 'Bestelstatussen',
  topic_lifetime: 'Levensduur en herinneringen',
  topic_mail: 'Mail',
  topic_queue: 'Taken',
  topic_database: 'Database',
  topic_access: 'Toegang',
  topic_shop: 'Winkel',

  check_failed: 'Dit kon niet worden nagekeken: {reason}.',
  check_failed_remedy: 'Kijk het opnieuw na; blijft het zo, kijk dan in het logboek van het programma.',
  check_slow: 'Dit kon niet binnen {seconds} seconden worden nagekeken.',
  check_slow_remedy: 'Kijk of deze server het internet op mag en kijk het dan opnieuw na.',

  account_none: 'Betaallinks staan in elke winkel uit.',
  account_none_remedy:
    'Schakel een aanbieder in onder Extensies → Betalingen, vul de sleutel in en kies Ja bij "Betaallinks in het beheer maken".',
  account_links_off: '{store}: {provider} staat aan, maar maakt geen betaallinks.',
  account_links_off_remedy: 'Extensies → Betalingen → {provider} → Opties: "Betaallinks in het beheer maken".',
  account_no_key: '{store}: {provider} heeft geen sleutel voor het {environment}account.',
  account_no_key_remedy: 'Vul de sleutel in onder Extensies → Betalingen → {provider} → Account.',
  account_works: '{store}: {answer}',
  account_refused: '{store}: {provider} neemt de sleutel van het {environment}account niet aan: {reason}.',
  account_refused_remedy: 'Vul de sleutel opnieuw in onder Extensies → Betalingen → {provider} → Account.',
  account_not_reached: '{store}: {provider} kon niet worden bereikt.',
  account_unreachable: '{store}: {provider} kon niet worden gevraagd: {reason}.',
  account_unreachable_remedy:
    'Links wachten zolang en worden gemaakt zodra er antwoord komt. Kijk naar de verbinding van deze server.',
  environment_test: 'test',
  environment_live: 'live ',

  clock_agrees: 'De klok van deze server en die van {provider} lopen gelijk (verschil {seconds} s).',
  clock_differs: 'De klok van deze server wijkt {seconds} s af van die van {provider}.',
  clock_differs_remedy:
    'Zet de klok gelijk met een tijddienst (NTP): verlopen en ondertekende meldingen hangen ervan af.',
  clock_unknown: '{provider} zei niet hoe laat het is.',

  address_reached: 'Het programma bereikt zichzelf op {url}.',
  address_local: 'PUBLIC_URL is {url}, een adres van alleen deze machine.',
  address_local_remedy:
    'Zet PUBLIC_URL op het https-adres van uw winkel: zo kunnen klanten links niet openen en aanbieders niets melden.',
  address_demo:
    'Demo: meldingen komen van de sandbox op deze machine, via {url}. Een echte aanbieder kan daar niet bij.',
  address_plain: 'PUBLIC_URL is {url}, en dat is geen https.',
  address_plain_remedy: 'Geef het adres een certificaat en zet PUBLIC_URL op https://…: klanten betalen er.',
  address_silent: 'Op {url} gaf niemand antwoord: {reason}.',
  address_silent_remedy:
    'Kijk naar DNS, firewall en de proxy ervoor. In sommige netwerken kan een server zijn eigen openbare adres niet bereiken: open dan {url}/health van elders.',
  address_redirected: 'Het adres {url} leidt elders heen, naar {target}.',
  address_redirected_remedy: 'Zet PUBLIC_URL op het adres dat zelf antwoordt: aanbieders volgen geen doorverwijzing.',
  address_foreign: 'Op {url} antwoordt iets anders (status {status}).',
  address_foreign_remedy: 'Laat de webserver of proxy {url} en alles eronder aan dit programma doorgeven.',

  statuses_fit: '{store}: {provider} vraagt een link in de status "{status}", waar geen betaling naar leidt.',
  statuses_wrong: '{store}: {provider}, {field}: {reason}',
  statuses_wrong_remedy: 'Verander het onder Extensies → Betalingen → {provider}.',
  statuses_default: '{store}: nieuwe bestellingen krijgen vanzelf de status "{status}", die om een link vraagt.',
  statuses_default_remedy: 'Kies een andere {under} Systeem → Instellingen → Optie → Bestelstatus.',
  statuses_reserve: '{store}: de voorraad is gereserveerd zolang een link leeft.',
  statuses_no_reserve: '{store}: de voorraad is niet gereserveerd zolang een link leeft.',
  statuses_no_reserve_remedy:
    'Moet dat wel, vink dan "{status}" aan {under} Systeem → Instellingen → Optie → Verwerkingsstatus.',

  orders_none:
    '{store}: In de winkel is geen betaalextensie van {provider} geïnstalleerd, dus geen bestelling die daar wordt ingevoerd heeft een van haar betaalmethoden, en geen krijgt een link.',
  orders_none_remedy:
    'Kies onder Extensies → Instellingen van links → Bestellingen die een link krijgen welke er een krijgen.',

  lifetime_fits: '{store}: links van {provider} leven {lifetime}, binnen de grenzen van de aangeboden methoden.',
  lifetime_method: '{store}: links van {provider} leven {lifetime}, maar met {methods} hoogstens {limit}.',
  lifetime_method_remedy: 'Verkort de levensduur, of bied {methods} niet apart aan.',
  lifetime_second_chance:
    '{store}: links van {provider} leven {lifetime}; de tweede mail van Second Chance komt na een dag.',
  lifetime_second_chance_remedy: 'Laat links twee dagen of langer leven, of zet Second Chance uit.',
  lifetime_both:
    '{store}: Second Chance en de herinneringen van de winkel staan beide aan. Klanten die toestemden krijgen beide.',
  lifetime_both_remedy: 'Zet er een uit.',
  lifetime_reminders: '{store}: links van {provider} leven {lifetime}; de herinnering na {hours} uur gaat nooit uit.',
  lifetime_reminders_remedy: 'Verander de uren onder Extensies → Instellingen van links → Herinneringen.',

  mail_works: '{store}: {answer}',
  mail_refused: '{store}: {reason}',
  mail_refused_remedy: 'Kijk naar SMTP_URL, of de mailserver {under} Systeem → Instellingen → Mail.',
  mail_example_sender: '{store}: klanten krijgen mails van {email}, en dat is maar een voorbeeld.',
  mail_example_sender_remedy: 'Vul het adres van uw winkel in {under} Systeem → Instellingen → Algemeen → E-mail.',
  mail_no_sender: '{store}: de winkel heeft geen bruikbaar mailadres om van te schrijven.',
  mail_no_sender_remedy: 'Vul er een in {under} Systeem → Instellingen → Algemeen → E-mail.',

  queue_moves: 'Taken worden gedaan zodra ze komen.',
  queue_stuck: 'Een taak wacht al {minutes} minuten.',
  queue_stuck_remedy: 'Kijk of er een proces met `serve` of `work` loopt, en in het logboek ervan.',
  queue_failed: '{count} taken zijn opgegeven.',
  queue_failed_remedy: 'Bekijk ze onder Systeem → Taken: elke zegt waarom, en kan opnieuw.',
  queue_paused: '{count} bestellingen tegelijk willen een link. Er gebeurt niets tot iemand beslist.',
  queue_paused_remedy: 'Beslis op het dashboard of deze bestellingen links krijgen.',

  database_current: 'De database is van deze versie.',
  database_due: 'De database is ouder dan dit programma: {names}.',
  database_due_remedy: 'Voer `payment-links migrate` uit, of start het programma opnieuw.',

  rights_enough: 'De databasegebruiker van het programma mag schrijven wat bestellingen en betalingen nodig hebben.',
  rights_missing:
    'De databasegebruiker {user} mag niet alles schrijven wat bestellingen en betalingen nodig hebben: {tables}.',
  rights_missing_remedy: 'Laat de beheerder van de database uitvoeren: {statements}',
  rights_entry:
    'Bestellingen worden alleen in het eigen beheer van de winkel ingevoerd: de databasegebruiker {user} mag niet schrijven in {tables}.',
  rights_entry_remedy: 'Om ze ook hier in te voeren, laat de beheerder van de database uitvoeren: {statements}',

  access_weak: 'De gebruiker {username} heeft een wachtwoord dat iedereen het eerst probeert.',
  access_weak_remedy: 'Kies een ander onder Systeem → Gebruikers.',
  access_fine: 'Het wachtwoord van de eerste beheerder is geen dat iedereen het eerst probeert.',
  access_file: 'Het gemaakte wachtwoord van de gebruiker admin ligt nog in {file}.',
  access_file_remedy: 'Log in, kies een eigen wachtwoord onder Systeem → Gebruikers en wis het bestand.',

  shop_demo: 'Dit is de demo: betalingen gaan naar de sandbox, mails naar de mailbox.',
  shop_demo_remedy: 'Start voor een echte winkel met DEMO=0 op een eigen database.',
  shop_api_works: '{store}: De eigen API van de winkel neemt onze statuswijzigingen aan.',
  shop_api_refused:
    '{store}: De eigen API van de winkel is niet te gebruiken, dus geen bestelling zou van status veranderen als zij betaald is. {reason}',
  shop_api_refused_remedy: 'Controleer of de winkel antwoordt, en haar adres onder Extensies → Instellingen van links.',
  shop_told: '{reason}',
};
