import type { TextsOf } from '../../../system/language';
import type { refused as english } from '../../en-gb/sentence/refused';

export const refused = {
  account_missing: 'De sleutel waarmee deze link is gemaakt, is niet meer bekend.',
  account_missing_remedy: 'Vul de sleutel opnieuw in op de instellingenpagina van de betaalextensie.',
  already_installed: 'Deze betaalextensie is al geïnstalleerd.',
  bad_request: 'De aanvraag was niet te begrijpen.',
  coupon_used_up: 'De coupon {code} kan niet meer worden gebruikt.',
  coupon_used_up_remedy: 'Haal de coupon weg of verruim zijn grenzen.',
  credit_short: 'Het tegoed van de klant is intussen door een andere bestelling verbruikt.',
  credit_short_remedy: 'Sla opnieuw op: de totalen worden berekend met wat er nog is.',
  default_store: 'De standaardwinkel kan niet worden verwijderd.',
  default_store_remedy: 'Haal het vinkje weg; alleen extra winkels kunnen worden verwijderd.',
  forbidden: 'U hebt deze toestemming niet: {permission}.',
  forbidden_remedy: 'Vraag {who}: op de pagina {page} krijgt uw groep, {group}, die.',
  form_expired: 'Dit formulier is verlopen.',
  form_expired_remedy: 'Ga terug, laad de pagina opnieuw en verstuur het formulier nog eens.',
  free_link_wrong: 'Zo kan de link niet worden gemaakt.',
  gateway_missing: 'Niemand hier spreekt met {gateway}.',
  gateway_missing_remedy: 'Schakel de betaalextensie weer in of sluit haar links.',
  idempotency_key_reused: 'Deze sleutel is eerder voor iets anders gebruikt.',
  idempotency_key_reused_remedy:
    'Stuur bij een nieuwe wens een nieuwe sleutel, en dezelfde alleen om dezelfde wens te herhalen.',
  invalid_form: 'Controleer de gemarkeerde velden.',
  last_administrator: 'Er zou niemand overblijven die gebruikers kan beheren.',
  last_administrator_remedy:
    'Geef eerst een andere ingeschakelde gebruiker een groep die user/user en user/user_permission mag wijzigen.',
  link_closed_already: 'Deze betaallink is al gesloten.',
  link_closed_already_remedy: 'Er hoeft niets meer te gebeuren.',
  link_closed_meanwhile: 'Iemand heeft de link intussen gesloten.',
  link_closed_meanwhile_remedy: 'Bekijk de link, en vernieuw die als de klant nog moet betalen.',
  link_done_by_other: '{actor} heeft zojuist hetzelfde met deze link gedaan.',
  link_done_by_other_remedy: 'Bekijk de link, en doe het nog eens als het tweemaal moet.',
  link_gave_way: 'Deze link maakte plaats voor een nieuwere, {reference}.',
  link_gave_way_remedy: 'Kies in plaats daarvan de nieuwere.',
  link_kept_open: 'Er is een betaling onderweg of binnen; daarom is de link gebleven zoals die was.',
  link_kept_open_remedy: 'Wacht tot de betaling is beslist, en bekijk de link dan opnieuw.',
  link_no_key: 'Voor de winkel van deze link is geen API-sleutel ingesteld.',
  link_no_key_remedy: 'Voer de sleutel in onder Extensies → Betalingen, en vernieuw de link opnieuw.',
  link_not_due: 'Er is geen link gemaakt. {reason}',
  link_not_found: 'Deze betaallink bestaat niet.',
  link_failed_earlier: 'Deze betaallink kon niet worden gemaakt.',
  link_failed_earlier_remedy: 'Vernieuw de link, of druk op de eigen pagina op Opnieuw proberen.',
  link_not_made_yet: 'Deze betaallink wordt nog gemaakt.',
  link_not_made_yet_remedy: 'De link wordt vanzelf gemaild zodra die er is.',
  link_not_open: 'Deze betaallink is gesloten.',
  link_not_open_remedy: 'Vernieuw hem om een nieuwe achter hetzelfde adres te maken.',
  link_not_renewable: 'Deze betaallink kan niet worden vernieuwd: hij is betaald.',
  link_nothing_to_pay: 'Voor de bestelling van deze link valt niets meer te betalen.',
  link_nothing_to_pay_remedy: 'Annuleer de link als niemand er meer mee moet betalen.',
  link_order_gone: 'De bestelling van deze link bestaat niet meer.',
  link_order_gone_remedy: 'Er hoeft niets meer te gebeuren.',
  link_other_currency: 'In de valuta van deze link kan niet worden betaald. {reason}',
  link_other_currency_remedy: 'Kijk onder Extensies → Betalingen, en vernieuw de link opnieuw.',
  link_other_method: 'De betaalmethode van de bestelling maakt geen betaallinks.',
  link_other_method_remedy: 'Kies een andere betaalmethode in de bestelling, en vernieuw de link opnieuw.',
  link_paid_already: 'Deze betaallink is betaald.',
  link_paid_already_remedy:
    'Er hoeft niets meer te gebeuren. Geld gaat terug naar de klant vanaf de pagina van de bestelling of link.',
  link_took_too_long: 'Het is niet binnen een dag gelukt.',
  link_took_too_long_remedy: 'Kijk onder Systeem → Taken wat het ophoudt.',
  no_mail_address: 'Er is geen adres waarnaar deze link gemaild kan worden.',
  no_mail_address_remedy: 'Vul een e-mailadres in.',
  no_provider_for_link: 'Geen betaalprovider maakt links in deze winkel.',
  no_provider_for_link_remedy:
    'Schakel er een in onder Extensies → Betalingen, vul de API-sleutel in en zet "Betaallinks maken in de admin" aan.',
  not_found: 'Deze pagina of dit gegeven bestaat niet.',
  order_changed: 'De bestelling is veranderd sinds deze pagina werd geopend.',
  order_changed_remedy: 'Laad de pagina opnieuw en bekijk de bestelling nog eens.',
  form_used:
    'Dit formulier is al eerder verzonden en sloeg bestelling {order_id} op; wat er nu staat is niet opgeslagen.',
  form_used_remedy:
    'Wat u typte staat er nog. Sla nog eens op om bestelling {order_id} te veranderen, of kies Nieuw toevoegen voor een andere bestelling.',
  order_changed_meanwhile:
    'Bestelling {order_id} is door een collega of een betaling veranderd terwijl u haar open had. Er is niets opgeslagen.',
  order_changed_meanwhile_remedy:
    'Wat u typte staat er nog. Bekijk de bestelling eerst in een ander tabblad; nog eens Opslaan schrijft uw versie eroverheen.',
  entry_not_allowed: 'De databasegebruiker van dit programma mag geen bestellingen schrijven. Er is niets geschreven.',
  entry_not_allowed_remedy:
    'Geef hem de rechten die docs/attached.md voor het invoeren van bestellingen noemt, of voer de bestelling in de beheeromgeving van de winkel zelf in.',
  entry_busy: 'Er wordt een andere bestelling bewaard en daar komt geen eind aan.',
  entry_busy_remedy:
    'Druk zo dadelijk opnieuw op Opslaan: dit formulier maakt één bestelling, hoe vaak het ook wordt verstuurd.',
  order_not_edited: 'Bestelling {order_id} is gelaten zoals zij is: {reason}.',
  order_not_edited_remedy: 'Wijzig of verwijder haar in de beheeromgeving van de winkel zelf; haar betaallink volgt.',
  shop_lacks:
    'Hier kunnen geen bestellingen worden ingevoerd: deze winkel mist waarmee een nieuwe bestelling wordt berekend ({names}).',
  shop_lacks_remedy:
    'Voer de bestelling in de beheeromgeving van de winkel zelf in; ook daarvandaan krijgt zij haar betaallink.',
  totals_unknown:
    'Voor deze winkel kunnen hier geen bestellingen worden ingevoerd: zij telt posten op die dit programma niet kent ({names}).',
  totals_unknown_remedy:
    'Voer de bestelling in de beheeromgeving van de winkel zelf in; ook daarvandaan krijgt zij haar betaallink.',
  order_not_found: 'Bestelling {order_id} bestaat niet.',
  order_not_found_remedy: 'Misschien is zij verwijderd. Zoek haar onder Verkoop → Bestellingen.',
  order_status_in_use: 'De bestelstatus "{name}" is in gebruik en kan niet worden verwijderd.',
  order_status_in_use_remedy:
    'Kies eerst overal waar hij wordt gebruikt een andere: de pagina Bestelstatussen noemt elke plaats.',
  order_status_not_moved: 'Bestelling {order_id} is in haar status gelaten: {reason}.',
  order_status_not_moved_remedy:
    'Geef in de instellingen de gebruikersnaam en sleutel van de API van de winkel zelf, zodat de winkel de wijziging doet, of wijzig de status in de admin van de winkel.',
  order_status_unknown: 'De bestelstatus {status_id} bestaat niet.',
  order_status_unknown_remedy: 'Kies een van de statussen onder Systeem → Lokalisatie → Bestelstatussen.',
  own_user: 'U kunt uw eigen gebruiker niet verwijderen.',
  own_user_remedy: 'Vraag een andere beheerder dat te doen.',
  points_short: 'De klant heeft niet zoveel spaarpunten.',
  points_short_remedy: 'Gebruik minder punten.',
  pressed_before: 'Dat was al gedaan.',
  refund_needs_lines: 'Deze betaalmethode geeft terug per bestelregel.',
  refund_needs_lines_remedy: 'Kies de regels die terugkomen.',
  refund_not_possible:
    'Deze betaling kan niet worden teruggegeven: zij is niet ontvangen, of haar provider biedt hier geen terugbetalingen.',
  refund_nothing: 'Het terug te geven bedrag moet boven nul zijn.',
  refund_too_much: 'Van deze betaling kan hoogstens {left} worden teruggegeven.',
  refund_too_much_remedy: 'Vul een kleiner bedrag in.',
  secret_unreadable: 'Een bewaard geheim kan met deze APP_KEY niet worden gelezen.',
  secret_unreadable_remedy:
    'Start met de APP_KEY waarmee het geheim is bewaard, of vul het geheim opnieuw in op zijn instellingenpagina.',
  smtp_address_invalid: 'Het adres van de mailserver is niet te lezen.',
  smtp_address_invalid_remedy:
    'Schrijf SMTP_URL als smtp://gebruiker:wachtwoord@host:poort, of smtps:// voor TLS vanaf het begin.',
  stock_short: 'Niet genoeg voorraad van: {products}.',
  stock_short_remedy:
    'Verlaag het aantal, haal het product weg, of sta afrekenen zonder voorraad toe onder Systeem → Instellingen → Optie.',
  store_in_use: 'De winkel "{name}" kan niet worden verwijderd: er horen {count} bestellingen bij.',
  store_in_use_remedy:
    'Bestellingen hebben hun winkel nodig. Houd hem; producten die er niet aan zijn toegewezen, worden er niet verkocht.',
  too_many_mails: 'Deze link is binnen het uur {count} keer gemaild.',
  too_many_mails_remedy: 'Wacht even, of geef de klant het adres op een andere manier.',
  user_group_in_use: 'De gebruikersgroep "{name}" kan niet worden verwijderd: er horen {count} gebruikers bij.',
  user_group_in_use_remedy: 'Zet deze gebruikers eerst in een andere groep.',
} as const satisfies TextsOf<typeof english>;
