import { join } from 'node:path';
import { adminApp } from './admin/app';
import { ADMIN_ASSETS } from './admin/assets';
import type { Admin } from './admin/admin';
import { catalogApp, catalogErrors } from './catalog/app';
import { CATALOG_ASSETS } from './catalog/assets';
import type { OrderContext } from './extension/opencart/order/order_context';
import { priceOrder } from './extension/opencart/order/price_order';
import { shopDirectory } from './extension/opencart/setting/shop_identity';
import { HistoryWatcher } from './extension/opencart/watch/watch';
import { storesMakingLinks } from './install/attach/findings';
import type { Finding } from './extension/payment_link/doctor/finding';
import type { PaymentLinks } from './extension/payment_link/context';
import { linkDue } from './extension/payment_link/make/link_facts';
import { paymentLinkParts, startRounds } from './extension/payment_link/manifest';
import { orderMailsListener } from './extension/payment_link/mail/order_mails';
import { methodsJob, startMethodRounds } from './extension/payment_link/gateways/refresh_methods';
import { mailJob } from './extension/payment_link/mail/send_mail';
import { runDoctor } from './install/doctor';
import { programApp } from './install/http_app';
import { openMailing, type Mailing } from './install/mail_room';
import { openShop } from './install/open_shop';
import { beginWhenAtHome, copySentence, type Outward } from './install/outward';
import type { ProgramParts } from './install/program_parts';
import { openProviders, PAYMENT_EXTENSIONS, settingsReader, type OpenProvider } from './install/parts';
import { paymentChoicesOf, paymentNameOf, paymentRequestStatusIdsOf } from './install/payment_choices';
import { openSandbox } from './install/sandbox';
import type { OpenShop } from './install/shop';
import { claimDatabase, type Claim } from './install/sole_process';
import { openShopApi, type ShopApiRoom } from './install/shop_api';
import { systemClock, type Clock } from './system/clock';
import type { Config } from './system/config';
import { EventBus } from './system/event/bus';
import type { Db } from './system/db/table';
import { createAssets } from './system/http/assets';
import { hostFromHere } from './system/http/client_address';
import { requestsInHand, type InHand } from './system/http/in_hand';
import { putDown } from './system/put_down';
import { listen, type Listening } from './system/http/server';
import { createLog, type Log } from './system/log';
import type { JobHandler } from './system/outbox/job';
import { Worker } from './system/outbox/worker';
import { decrypt, deriveSecretKey, encrypt, type SecretKey } from './system/secret_box';

export interface StartOptions {
  /** Answer HTTP. */
  readonly serve: boolean;
  /** Run jobs. */
  readonly work: boolean;
  readonly clock?: Clock;
  readonly log?: Log;
}

/** A running process. */
export interface Program {
  /** Where it listens; null when it only works. */
  readonly port: number | null;
  /** Of the user `admin`, set only on the start that made it up. */
  readonly generatedPassword: string | null;
  readonly links: PaymentLinks;
  readonly worker: Worker;
  /** Boxes the secrets among the settings. */
  readonly secretKey: SecretKey;
  /** The settings check, told in a language: `en-gb`. */
  doctor(language: string): Promise<Finding[]>;
  /** Why nothing may go out of the house; empty when everything may. */
  held(): Promise<readonly string[]>;
  /** @throws what could not be put down in order; everything else was. */
  stop(): Promise<void>;
}

export const VERSION = '1.0.0';

/** So many people waiting for a page at once go before jobs. */
const CROWD = 4;

/** Jobs at once: enough to keep the provider's calls and the mails busy beside each other. */
const jobsAtOnce = (config: Config): number => config.gatewayParallel * 2 + 8;

/** Builds every part and joins them: the only place that knows them all. */
export async function start(config: Config, options: StartOptions): Promise<Program> {
  const base = await openBase(config, options);
  const { clock, log, shop, db, bus, secretKey, held } = base;
  const wake = (): void => worker.wake();

  const shopApi = shop.attached ? openShopApi(shop.attached.dialect, clock, base.settingsIn) : null;
  const links = joinLinks(base, shopApi, wake);
  const mailing = await openMailing(config, links);
  const orders = orderContext(base);
  const parts = paymentLinkParts(links);
  bus.listen([...parts.listeners, orderMails(links)]);
  const inHand = requestsInHand(CROWD, wake);
  const worker = createWorker(base, inHand, [
    ...bus.handlers(),
    ...parts.jobs,
    mailJob(mailing.room),
    methodsJob(links),
    ...(shopApi ? [shopApi.job(links)] : []),
    ...shop.entryJobs(orders),
  ]);

  const assets = createAssets({ ...ADMIN_ASSETS, ...CATALOG_ASSETS }, config.basePath);
  const doctor = (language: string): Promise<Finding[]> =>
    runDoctor({ config, links, mailing, attached: shop.attached, shopApi }, language);
  const admin = joinAdmin(base, { links, mailing, orders, assets, doctor, held: () => outward?.why() ?? [], wake });
  const watcher = shop.attached ? new HistoryWatcher(links) : null;
  const sandbox = config.demo && options.serve ? openSandbox(config, clock, base.loopback) : null;

  let outward: Outward | null = null;
  let listening: Listening | null = null;
  // Whoever asks for work first, then those who do it, then what they do it with.
  const stop = (): Promise<void> =>
    putDown([
      () => listening?.close(),
      () => outward?.stop(),
      () => watcher?.stop(),
      () => worker.stop(),
      () => shopApi?.close(),
      () => mailing.close(),
      () => sandbox?.close(),
      () => closeBase(base),
      () => log.info('stopped'),
    ]);
  try {
    if (options.serve) {
      const own = { worker: options.work ? worker : null, inHand, mailing, sandbox: sandbox?.router ?? null };
      listening = await answerRequests(base, createApp(base, admin, own));
    }
    if (options.work) {
      outward = await beginWhenAtHome(shop.attached, log, async () => {
        await startRounds(db, clock.now());
        await startMethodRounds(db, clock.now());
        worker.start();
        watcher?.start();
        log.info({ parallel: jobsAtOnce(config) }, 'running jobs');
      });
    }
  } catch (failed) {
    // What was opened keeps the process alive: a start that fails must end it, and say why it failed.
    await stop().catch((lost: unknown) => log.error({ err: lost }, 'not everything could be put down'));
    throw failed;
  }
  const port = listening?.port ?? null;
  return { port, generatedPassword: shop.generatedPassword, links, worker, secretKey, doctor, held, stop };
}

async function answerRequests({ config, log }: Base, app: ReturnType<typeof createApp>): Promise<Listening> {
  const onError = (failed: Error): void => log.error({ err: failed }, 'a connection could not be taken');
  const listening = await listen(app, config.port, config.host, { onError });
  log.info({ host: config.host, port: listening.port, publicUrl: config.publicUrl }, 'answering');
  return listening;
}

/** What every other part stands on. */
interface Base {
  /** Of the database, for as long as this process serves or works. */
  readonly claim: Claim;
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly shop: OpenShop;
  readonly db: Db;
  readonly bus: EventBus;
  readonly secretKey: SecretKey;
  readonly providers: readonly OpenProvider[];
  /** Where this process is reached from its own machine. */
  readonly loopback: string;
  /** Reads settings on a connection, or in a transaction. */
  settingsIn(executor: Db): ReturnType<typeof settingsReader>;
  readonly held: Program['held'];
}

async function openBase(config: Config, options: StartOptions): Promise<Base> {
  const clock = options.clock ?? systemClock;
  const log = options.log ?? createLog(config.logLevel);
  const claim = options.serve || options.work ? claimDatabase(config) : { release: () => undefined };
  const shop = await openShop(config, clock, log).catch((failed: unknown) => {
    claim.release();
    throw failed;
  });
  const secretKey = deriveSecretKey(shop.appKey);
  const loopback = `http://${hostFromHere(config.host)}:${config.port}${config.basePath}`;
  return {
    claim,
    config,
    clock,
    log,
    shop,
    db: shop.db,
    bus: new EventBus([], clock),
    secretKey,
    providers: openProviders(config, loopback),
    loopback,
    settingsIn: (executor) => settingsReader(executor, secretKey, shop.settingsTable),
    held: async () => (await shop.attached?.strangeness()) ?? [],
  };
}

async function closeBase({ providers, shop, claim }: Base): Promise<void> {
  await putDown([...providers.map((provider) => () => provider.close()), () => shop.close(), () => claim.release()]);
}

/** The product, on this shop and with these providers. */
function joinLinks(base: Base, shopApi: ShopApiRoom | null, wake: () => void): PaymentLinks {
  const { config, clock, log, shop, db, bus, secretKey } = base;
  const urls = { fallbackUrl: config.publicUrl, adminUrl: `${config.publicUrl}/admin` };
  return {
    db,
    clock,
    log,
    bus,
    orderBook: shop.orderBook({ bus, clock, ...(shopApi ? { asksShop: shopApi.asksShop } : {}) }),
    providers: base.providers,
    settingsFor: base.settingsIn(db),
    shops: shopDirectory(db, urls, { folder: join(config.dataDir, 'image'), clock, log }),
    publicUrl: config.publicUrl,
    wake,
    secrets: { encrypt: (plain) => encrypt(secretKey, plain), decrypt: (stored) => decrypt(secretKey, stored) },
    shop: { system: 'OpenCart', version: VERSION },
  };
}

function orderContext({ clock, db, bus, providers, settingsIn }: Base): OrderContext {
  return {
    db,
    clock,
    bus,
    price: priceOrder,
    paymentName: (executor, draft) => paymentNameOf(executor, { providers, settingsFor: settingsIn(executor) }, draft),
  };
}

function orderMails(links: PaymentLinks): ReturnType<typeof orderMailsListener> {
  const { db, clock, orderBook: orders, shops } = links;
  return orderMailsListener({ db, clock, orders, shops, linkDue: (orderId) => linkDue(links, orderId) });
}

function createWorker({ config, db, clock, log }: Base, inHand: InHand, handlers: readonly JobHandler[]): Worker {
  const parallel = jobsAtOnce(config);
  return new Worker({ db, clock, log, parallel, peopleWait: () => inHand.crowded(), handlers });
}

interface AdminParts extends Pick<Admin, 'links' | 'assets' | 'wake'> {
  readonly mailing: Mailing;
  readonly orders: OrderContext;
  readonly doctor: Program['doctor'];
  /** Why nothing goes out of the house; empty when everything does. */
  held(): readonly string[];
}

/** All that the merchant's pages may use. */
function joinAdmin(base: Base, { links, mailing, orders, assets, doctor, held, wake }: AdminParts): Admin {
  const { config, db, clock, log, bus, shop, secretKey } = base;
  return {
    config,
    db,
    clock,
    log,
    bus,
    users: shop.users,
    orderBook: links.orderBook,
    desk: shop.orderDesk(orders),
    links,
    mailing,
    assets,
    appKey: shop.appKey,
    secretKey,
    paymentExtensions: PAYMENT_EXTENSIONS,
    doctor,
    paymentChoices: (storeId) => paymentChoicesOf(db, links, storeId),
    paymentRequestStatusIds: (storeId) => paymentRequestStatusIdsOf(links, storeId),
    wake,
    offers: (path) => !shop.absentPages.some((absent) => path === absent || path.startsWith(`${absent}/`)),
    storesWithPlugin: async () =>
      shop.attached ? storesMakingLinks(await shop.attached.plugin(), await links.orderBook.listStores(db)) : [],
    banner: () => (held().length > 0 ? copySentence(held()) : null),
  };
}

/** Everything that answers HTTP. */
function createApp(
  base: Base,
  admin: Admin,
  own: Pick<ProgramParts, 'worker' | 'inHand' | 'mailing' | 'sandbox'>,
): ReturnType<typeof programApp> {
  const { config, db, clock, log } = base;
  const { links, assets } = admin;
  const catalog = { config, db, clock, log, links, assets };
  return programApp({
    config,
    db,
    clock,
    log,
    ...own,
    assets,
    admin: adminApp(admin),
    catalog: catalogApp(catalog),
    errors: catalogErrors(catalog),
  });
}
