import type { TextsOf } from '../../../system/language';
import type { remedies as english } from '../../en-gb/sentence/remedies';

export const remedies = {
  multisafepay_1000:
    'Controleer bij MultiSafepay of de betaalmethode voor deze website actief is en probeer het opnieuw.',
  multisafepay_1001: 'Controleer het totaal van de bestelling: MultiSafepay neemt hele centen aan, ten minste één.',
  multisafepay_1002: 'Activeer deze valuta voor de website bij MultiSafepay, of geef de bestelling een andere valuta.',
  multisafepay_1006:
    'Het bestelnummer is bij MultiSafepay al in gebruik. Maak een nieuwe link: die krijgt een eigen nummer.',
  multisafepay_1007: 'Verbeter het IP-adres van de koper of laat het weg.',
  multisafepay_1008: 'Kort de omschrijving van de bestelling in de instellingen in tot 200 tekens zonder HTML.',
  multisafepay_1010: 'Maak het voorvoegsel van het bestelnummer in de instellingen korter.',
  multisafepay_1014: 'Kijk of er een bericht in het dashboard van MultiSafepay staat en probeer het opnieuw.',
  multisafepay_1015: 'Controleer in de instellingen of de API-sleutel bij dit account hoort.',
  multisafepay_1016: 'Vul de klantgegevens van de bestelling aan: er ontbreekt iets dat MultiSafepay nodig heeft.',
  multisafepay_1017: 'Vul het saldo bij MultiSafepay aan.',
  multisafepay_1018: 'Verbeter het land in de adressen van de bestelling.',
  multisafepay_1019: 'Activeer de website in het dashboard van MultiSafepay: zij is geblokkeerd of niet actief.',
  multisafepay_1020: 'Vraag MultiSafepay waarom het account is geschorst.',
  multisafepay_1021:
    'De bank was niet te bereiken. Probeer het over enkele minuten opnieuw of kies een andere betaalmethode.',
  multisafepay_1022: 'De bank kent deze betaling al. Maak een nieuwe link.',
  multisafepay_1023: 'Activeer deze betaalmethode bij MultiSafepay of kies een andere voor de bestelling.',
  multisafepay_1024: 'MultiSafepay weigerde. Controleer de klantgegevens of kies een andere betaalmethode.',
  multisafepay_1025: 'Geef alle bestelregels één valuta.',
  multisafepay_1026: 'Geef de bestelregels de valuta van de bestelling.',
  multisafepay_1027:
    'Sla de bestelling opnieuw op, zodat de totalen opnieuw worden berekend, of zet de winkelwagen in de instellingen uit.',
  multisafepay_1028: 'Controleer de belastingtarieven van de producten van de bestelling.',
  multisafepay_1029:
    'Controleer de belastingtarieven van de producten van de bestelling; sommige betaalmethoden nemen alleen bepaalde tarieven aan.',
  multisafepay_1030: 'Kies een betaalmethode die deze valuta aanneemt.',
  multisafepay_1031: 'Controleer de prijzen van de bestelregels.',
  multisafepay_1032:
    'Controleer in de instellingen of de API-sleutel volledig is en bij het gekozen soort account hoort (test of live).',
  multisafepay_1033:
    'Zoek de betaling op in het dashboard van MultiSafepay voordat u de terugbetaling opnieuw probeert.',
  multisafepay_1034:
    'Controleer of het bedrag niet hoger is dan wat van de betaling over is en of het saldo toereikend is; hetzelfde bedrag kan na vijf minuten opnieuw worden teruggegeven.',
  multisafepay_1035: 'Controleer de API-sleutel in de instellingen.',
  multisafepay_1036: 'Kies een andere bank, of laat de keuze aan de betaalpagina.',
  multisafepay_5001: 'Sla de bestelling opnieuw op, zodat de totalen opnieuw worden berekend.',
  multisafepay_9999: 'Probeer het opnieuw; lukt het weer niet, vraag MultiSafepay dan met het bestelnummer.',
  multisafepay_other:
    'Kijk of er een bericht in het dashboard van MultiSafepay staat, of vraag MultiSafepay met deze code.',
  midtrans_202: 'De bank weigerde de terugbetaling. Geef het geld buiten Midtrans terug of vraag Midtrans.',
  midtrans_400: 'Verbeter in de bestelling wat het bericht noemt en probeer het opnieuw.',
  midtrans_401:
    'Controleer in de instellingen of de Server Key volledig is en bij het gekozen soort account hoort (test of live).',
  midtrans_402: 'Activeer deze betaalmethode bij Midtrans of kies een andere voor de bestelling.',
  midtrans_404: 'Midtrans kent deze link of betaling niet. Maak een nieuwe link.',
  midtrans_406:
    'Midtrans heeft dit nummer al gezien. Zoek de betaling op in het dashboard voordat u het opnieuw probeert.',
  midtrans_409: 'Het bestelnummer is bij Midtrans al in gebruik. Maak een nieuwe link: die krijgt een eigen nummer.',
  midtrans_412:
    'Een kaartbetaling kan worden terugbetaald zodra zij is afgewikkeld, meestal een dag later: probeer het dan opnieuw. Virtuele rekeningen en winkelbalies kennen geen terugbetaling: betaal dan buiten Midtrans om terug.',
  midtrans_414: 'Controleer of het bedrag niet hoger is dan wat van de betaling over is en of het saldo toereikend is.',
  midtrans_other: 'Zoek de betaling op in het dashboard van Midtrans, of vraag Midtrans met deze code.',
  mail_server:
    'Controleer of de mailserver draait en of host, poort en versleuteling kloppen; de mail wordt opnieuw geprobeerd.',
  mail_login: 'Controleer de gebruikersnaam en het wachtwoord van de mailserver; de mail wordt opnieuw geprobeerd.',
  mail_tls: 'Controleer de versleuteling en het certificaat van de mailserver; de mail wordt opnieuw geprobeerd.',
  mail_recipient: 'Controleer het e-mailadres van de klant, verbeter het in de bestelling en verstuur de mail opnieuw.',
  mail_sender:
    'Vraag de beheerder van de mailserver het e-mailadres van de winkel als afzender toe te staan, of wijzig dat adres.',
  mail_content:
    'De mailserver weigerde juist deze mail; zijn antwoord hierboven zegt waarom. Verstuur hem opnieuw als dat is opgelost.',
  mail_unknown:
    'De mailserver nam de mail aan maar bevestigde hem niet; hij wordt met dezelfde identiteit opnieuw verstuurd.',
  gateway_unreachable: '{provider} kon niet worden bereikt.',
  mail_not_reached: 'De mailserver kon niet worden bereikt.',
  shop_not_reached: 'De winkel kon niet worden bereikt.',
  gateway_slow_down: '{provider} vraagt om het rustiger aan te doen (429)',
  gateway_not_understood: 'Het antwoord van {provider} ({status}) was niet te begrijpen',
  rupiah: 'Geef de bestelling de valuta IDR en een totaal in hele roepia.',
  mail_log: 'Kijk in het logboek van het programma.',
  account_accepts: '{provider} accepteert deze {environment}-sleutel.',
  account_accepts_methods: '{provider} accepteert deze {environment}-sleutel: {count} betaalmethoden zijn actief.',
  mail_server_works: 'De mailserver op {server} antwoordt en laat ons binnen.',
  mail_server_silent: 'De mailserver op {server} was niet te bereiken.',
  mail_server_says: 'De mailserver op {server} zegt: {words}',
  mail_order_deleted: 'De bestelling is verwijderd.',
  mail_switched_off: 'Mails van deze soort staan uit.',
  mail_not_payable: 'De link kon niet meer worden betaald.',
  refund_above_zero: 'Vul het bedrag in dat teruggaat.',
  refund_lines_paid: 'Kies regels en aantallen die betaald zijn.',
  refund_lines_amount: 'Geef het bedrag van de gekozen regels terug, of kies geen regels om een bedrag terug te geven.',
  refund_read_again: 'Lees de link opnieuw: misschien is hij al terugbetaald.',
  refund_no_offer: 'deze provider biedt hier geen terugbetalingen',
  unexpected: 'Er ging hier iets mis.',
  too_large: 'Dat was te groot.',
} as const satisfies TextsOf<typeof english>;
