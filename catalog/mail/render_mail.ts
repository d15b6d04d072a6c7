import { fill } from '../../system/language';
import { linkedText } from '../../system/linked_text';
import { headerText } from '../../system/mail/header';
import type { InlineImage } from '../../system/mail/mailer';
import { qrPng } from '../../system/qr_png';
import type { MailKind, MailRenderer, MailRequest, RenderedMail } from '../../extension/payment_link/mail_port';
import { expired } from '../view/mail/expired';
import { order } from '../view/mail/order';
import { orderAlert } from '../view/mail/order_alert';
import { orderUpdate } from '../view/mail/order_update';
import { paid } from '../view/mail/paid';
import { paymentLink } from '../view/mail/payment_link';
import { refunded } from '../view/mail/refunded';
import { reminder } from '../view/mail/reminder';
import { replaced } from '../view/mail/replaced';
import { shopNeedsPerson } from '../view/mail/shop_needs_person';
import { shopPaid } from '../view/mail/shop_paid';
import { mailContext, webAddress, type Letter, type LetterWriter, type MailContext } from './letter';
import type { LinkBlock, LinkedQuote, MailView, Quote, ShopBlock } from './mail_view';
import { oneLine } from './one_line';
import { orderBlock } from './order_block';
import { plainText } from './plain_text';
import { renderHtml } from './template';

const WRITERS: Readonly<Record<MailKind, LetterWriter>> = {
  payment_link: paymentLink,
  order,
  order_update: orderUpdate,
  order_alert: orderAlert,
  paid,
  expired,
  replaced,
  refunded,
  reminder,
  shop_paid: shopPaid,
  shop_needs_person: shopNeedsPerson,
};

const QR_CID = 'payment-qr';
/** Points of one module of the QR code in the mail. */
const QR_MODULE = 4;

/** For `main.ts` to hand to the mail job. */
export const mailRenderer: MailRenderer = { render: (request) => Promise.resolve(renderMail(request)) };

/** Subject, HTML with inline styles and images, and the text twin, in the request's language. */
export function renderMail(request: MailRequest): RenderedMail {
  const context = mailContext(request);
  const letter = withOwnWords(WRITERS[request.kind](context), context);
  const qr = letter.withLink && webAddress(request.link?.url ?? '') !== '' ? qrPng(request.link?.url ?? '') : null;
  const view = mailView(context, letter, qr && linkBlock(context, qr.modules * QR_MODULE));
  return {
    subject: view.subject,
    html: renderHtml(view),
    text: plainText(view),
    attachments: [
      ...(qr ? [{ cid: QR_CID, filename: 'payment.png', contentType: 'image/png', content: qr.png } as const] : []),
      ...logo(request),
    ],
  };
}

/** The owner's subject and words take the place of the built-in ones; both are plain text. */
function withOwnWords(letter: Letter, { request, values }: MailContext): Letter {
  const { subject, words } = request.choice;
  return {
    ...letter,
    ...(subject.trim() === '' ? {} : { subject: fill(subject, values) }),
    ...(words.trim() === '' ? {} : { paragraphs: fill(words.trim(), values).split(/(?:\r?\n\s*){2,}/) }),
  };
}

function mailView(context: MailContext, letter: Letter, link: LinkBlock | null): MailView {
  const { request, texts, locale } = context;
  const subject = headerText(letter.subject);
  return {
    locale,
    subject,
    preview: letter.paragraphs[0] ?? subject,
    band: request.demo ? texts.band_demo : request.link?.environment === 'test' ? texts.band_test : null,
    shop: shopBlock(request),
    greeting: letter.toCustomer && context.values.name !== '' ? context.say('greeting') : texts.greeting_nobody,
    paragraphs: letter.paragraphs,
    quotes: quotes(context, letter),
    facts: letter.facts,
    button: letter.button,
    order: letter.withOrder && request.order ? orderBlock(request, request.order, context) : null,
    link,
    closing: letter.toCustomer ? [texts.questions, ...(letter.notYou ? [context.about('not_you')] : [])] : [],
  };
}

function linkBlock({ request, texts }: MailContext, qrSize: number): LinkBlock {
  return {
    hint: texts.link_as_text,
    url: request.link?.url ?? '',
    qrCid: QR_CID,
    qrAlt: texts.qr_alt,
    qrHint: texts.qr_hint,
    qrSize,
  };
}

function shopBlock({ shop }: MailRequest): ShopBlock {
  return {
    name: oneLine(shop.name),
    url: webAddress(shop.url),
    logoCid: shop.logo?.cid ?? null,
    lines: [...lines(shop.address), ...(shop.telephone === '' ? [] : [shop.telephone])],
  };
}

function quotes({ request, say, texts }: MailContext, letter: Letter): LinkedQuote[] {
  const own = letter.withOrder ? (request.order?.comment ?? '') : '';
  const fromShop: Quote[] = [
    ...(letter.quotes ?? []),
    { title: say('words_from_shop'), lines: lines(request.facts.words ?? '') },
    { title: texts.comment, lines: lines(withoutTags(request.comment)) },
  ];
  const fromCustomer = { title: letter.toCustomer ? texts.your_comment : texts.comment, lines: lines(own) };
  return [...fromShop.map(linked), unlinked(fromCustomer)].filter((quote) => quote.lines.length > 0);
}

const linked = (quote: Quote): LinkedQuote => ({ ...quote, pieces: quote.lines.map(linkedText) });

/** What a customer typed leads nowhere. */
const unlinked = (quote: Quote): LinkedQuote => ({
  ...quote,
  pieces: quote.lines.map((text) => [{ text, href: null }]),
});

/** History comments of other programs hold HTML; OpenCart's mails take the tags out too. */
function withoutTags(text: string): string {
  return text.replace(/<br\s*\/?>/gi, '\n').replace(/<\/?[a-z][^<>]*>/gi, '');
}

function lines(text: string): string[] {
  return text.trim() === '' ? [] : text.trim().split(/\r\n|\r|\n/);
}

function logo({ shop }: MailRequest): InlineImage[] {
  return shop.logo ? [shop.logo] : [];
}
