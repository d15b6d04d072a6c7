import { smtpMailer } from '../../system/mail/smtp';
import { createLog } from '../../system/log';
import { Worker } from '../../system/outbox/worker';
import type { Db } from '../../system/db/table';
import {
  STANDARD_CHOICE,
  type MailLink,
  type MailRequest,
  type ShopIdentity,
} from '../../extension/payment_link/mail_port';
import type { Order, OrderBook } from '../../extension/payment_link/order_book';
import { mailJob, type MailRoom } from '../../extension/payment_link/mail/send_mail';
import { sampleLink, sampleOrder, sampleShop } from './sample_order';

/** A mail job with a real mail server behind it and a plain stand-in for the shop and the views. */
export interface TestMailRoom {
  room: MailRoom;
  /** Change what the job reads. */
  order: Order | null;
  link: MailLink;
  shop: ShopIdentity;
  enabled: boolean;
  readonly rendered: MailRequest[];
  worker(): Worker;
  close(): void;
}

export function mailRoom(db: Db, port: number, clock: { now(): number }): TestMailRoom {
  const mailer = smtpMailer({ host: '127.0.0.1', port, tls: 'offered', login: null, timeoutMs: 3000 });
  const test: TestMailRoom = {
    order: sampleOrder(),
    link: sampleLink(),
    shop: sampleShop(),
    enabled: true,
    rendered: [],
    room: {
      db,
      clock,
      orders: {
        findOrder: () => Promise.resolve(test.order),
        findHistoryLine: (_db: unknown, _orderId: number, historyId: number) =>
          Promise.resolve(historyId === 5 ? { statusId: 1, comment: 'On its way' } : null),
        listStatuses: () => Promise.resolve([{ statusId: 1, name: 'Pending' }]),
      } as Partial<OrderBook> as OrderBook,
      shops: { identityOf: () => Promise.resolve(test.shop) },
      choices: { choiceOf: () => Promise.resolve({ ...STANDARD_CHOICE, enabled: test.enabled }) },
      linkOf: () => Promise.resolve({ storeId: 0, link: test.link }),
      demo: false,
      renderer: {
        render(request) {
          test.rendered.push(request);
          return Promise.resolve({ subject: `${request.kind} mail`, html: '<p>x</p>', text: 'x', attachments: [] });
        },
      },
      mailerOf: () => Promise.resolve(mailer),
      host: 'shop.example',
    },
    worker: () => new Worker({ db, clock, log: createLog('silent'), parallel: 4, handlers: [mailJob(test.room)] }),
    close: () => mailer.close(),
  };
  return test;
}
