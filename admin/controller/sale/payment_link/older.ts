import { beginOlder, stopOlder } from '../../../../extension/payment_link/sweep/make_older';
import { isFormTaken } from '../../../../extension/payment_link/forms';
import { olderVersion } from '../../../../extension/payment_link/sweep/older_run';
import { listSweepPlaces, type SweepPlace } from '../../../../extension/payment_link/sweep/sweep_start';
import { badRequest } from '../../../../system/errors';
import { redirect, view, type Answer, type Notice } from '../../../../system/http/answer';
import { textIn, wholeIn, type Input } from '../../../../system/http/input';
import { joined } from '../../../../system/language';
import type { Admin } from '../../../admin';
import { liveVersion } from '../../../live';
import { readOnlyText } from '../../../read_only';
import { selectedIn } from '../../../selected';
import type { OlderListView } from '../../../view/sale/older_list';
import type { Visit } from '../../../visit';
import { presserOf, whenPressed } from '../order_info/press';
import { HOME as LINKS } from './back';
import { olderPart } from './older_part';

const OLDER = `${LINKS}/older`;

/** Orders that were in the Payment Request status before links began: a person decides about them. */
export async function list(app: Admin, visit: Visit): Promise<Answer> {
  const text = joined(visit.texts('common/form'), visit.texts('sale/older_orders'));
  const places = await listSweepPlaces(app.links);
  const place = chosenIn(places, visit.query);
  const mayModify = visit.may('modify', 'sale/payment_link');
  // Read before the rest: a change in between makes the page refresh once more instead of never.
  const version = place === null ? '' : await olderVersion(app.db, place);
  const part = place === null ? null : await olderPart(app, visit, place, { mayModify });
  const running = part?.run?.running === true;
  const data: OlderListView = {
    title: text.title,
    crumbs: [
      { text: visit.texts('sale/payment_links').title, href: visit.href(LINKS) },
      { text: text.title, href: visit.href(OLDER) },
    ],
    text,
    readOnly: await readOnlyText(app, visit, 'sale/payment_link'),
    mayModify,
    tabs: await tabsOf(app, visit, places, place),
    list: part,
    scripts: running ? ['live_page.js'] : [],
    liveHref: running && place !== null ? visit.href(`${OLDER}/live`, hereOf(place)) : null,
    version,
    settingsHref: visit.may('access', 'extension/payment') ? visit.href('/admin/extension/payment') : null,
  };
  return view('sale/older_list', data);
}

/** "Make links for these orders": all of them, or those that are ticked. A second press of one form begins nothing. */
export async function make(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('sale/older_orders');
  const which = textIn(visit.body, 'which');
  const person = presserOf(visit);
  const place = chosenIn(await listSweepPlaces(app.links), visit.body);
  if (place === null || (which !== 'all' && which !== 'ticked')) throw badRequest();
  const orderIds = which === 'all' ? null : selectedIn(visit.body);
  const back = pathOf(place);
  if (orderIds?.length === 0) {
    return redirect(back, { kind: 'warning', text: visit.texts('common/form').none_selected });
  }
  const before: Notice = { kind: 'info', text: text.begun };
  if (person.press && (await isFormTaken(app.db, person.press.token))) return redirect(back, before);
  const notice = await beginOlder(app.links, place, orderIds, person).then(
    (run): Notice => (run ? { kind: 'success', text: text.begun } : { kind: 'info', text: text.not_begun }),
    (failed: unknown) => whenPressed(failed, before),
  );
  return redirect(back, notice);
}

export async function live(app: Admin, visit: Visit): Promise<Answer> {
  const place = chosenIn(await listSweepPlaces(app.links), visit.query);
  if (place === null) throw badRequest();
  return liveVersion(app, visit, () => olderVersion(app.db, place));
}

export async function stop(app: Admin, visit: Visit): Promise<Answer> {
  const place = chosenIn(await listSweepPlaces(app.links), visit.body);
  if (place === null) throw badRequest();
  await stopOlder(app.links, place, visit.user.username);
  return redirect(pathOf(place), { kind: 'success', text: visit.texts('sale/older_orders').stopped });
}

/** The store and gateway asked for; without a wish the first. Null where links are off. */
function chosenIn(places: readonly SweepPlace[], input: Input): SweepPlace | null {
  const storeId = wholeIn(input, 'store_id', -1);
  const gateway = textIn(input, 'gateway');
  const fits = (place: SweepPlace): boolean =>
    (storeId < 0 || place.storeId === storeId) && (gateway === '' || place.gateway === gateway);
  return places.find(fits) ?? places[0] ?? null;
}

function pathOf(place: Pick<SweepPlace, 'storeId' | 'gateway'>): string {
  return `${OLDER}?${new URLSearchParams(hereOf(place)).toString()}`;
}

function hereOf({ storeId, gateway }: Pick<SweepPlace, 'storeId' | 'gateway'>) {
  return { store_id: String(storeId), gateway };
}

async function tabsOf(app: Admin, visit: Visit, places: readonly SweepPlace[], chosen: SweepPlace | null) {
  const stores = await app.orderBook.listStores(app.db);
  const several = new Set(places.map((place) => place.storeId)).size > 1;
  return places.map((place) => {
    const store = stores.find(({ storeId }) => storeId === place.storeId)?.name ?? '';
    const gateway = app.links.providers.find(({ code }) => code === place.gateway)?.title ?? place.gateway;
    return {
      text: several ? `${store} · ${gateway}` : gateway,
      href: visit.href(OLDER, hereOf(place)),
      current: place === chosen,
    };
  });
}
