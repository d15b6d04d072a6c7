import he from 'he';
import { renderMail } from '../../../../catalog/mail/render_mail';
import { ASKING_KINDS, MAIL_KINDS } from '../../../../extension/payment_link/mail_port';
import { MAIL_LANGUAGES, mailTextsIn } from '../../../../language/mail_texts';
import { fill } from '../../../../system/language';
import { mailSample } from '../../../support/mail_sample';
import { sampleLink, sampleOrder, sampleShop } from '../../../support/sample_order';

const languages = Object.keys(MAIL_LANGUAGES);
const textOf = (html: string): string => html.replace(/<style[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, ' ');

describe('a link without an order', () => {
  const link = sampleLink({ purpose: 'free', reference: 'F7-1', description: 'Repair of a bicycle' });
  const told = ['paid', 'expired', 'refunded', 'shop_paid', 'shop_needs_person', 'payment_link'] as const;
  const cases = told.flatMap((kind) => languages.map((language) => [kind, language] as const));

  test.each(cases)('is spoken of by what it is for, never as an order: %s in %s', (kind, language) => {
    const { subject, html, text } = renderMail(mailSample(kind, { language, order: null, link }));
    const { texts } = mailTextsIn(language);
    const order = fill(texts.order_title, { order: '' }).trim().toLowerCase();
    expect(text).toContain('Repair of a bicycle');
    for (const part of [subject, he.decode(textOf(html)), text])
      expect(part.toLowerCase()).not.toContain(`${order} f7-1`);
    expect(text).not.toMatch(/undefined|\{\w+\}/);
  });

  test('does not ask whether something was ordered', () => {
    const { text } = renderMail(mailSample('payment_link', { order: null, link }));
    expect(text).toContain('If you did not expect this request');
    expect(text).not.toContain('If you did not order this');
  });
});

test.each(languages)('money that was paid on top comes back without a doubt about the order: %s', (language) => {
  const { texts } = mailTextsIn(language);
  const [before = ''] = texts.opening_refunded_twice.split('{order}');
  const mail = (twice: boolean) => renderMail(mailSample('refunded', { language, facts: { twice } })).text;
  expect(mail(true)).toContain(before.trim());
  expect(mail(false)).not.toContain(before.trim());
});

describe('text of other people', () => {
  const evil = '<img src=x onerror=alert(1)>"\'&';

  test('is shown, never obeyed, wherever it comes from', () => {
    for (const kind of MAIL_KINDS) {
      const base = sampleOrder();
      const { html } = renderMail(
        mailSample(kind, {
          order: sampleOrder({
            firstName: evil,
            comment: evil,
            lines: base.lines.map((line) => ({
              ...line,
              name: evil,
              model: evil,
              options: [{ ...line.options[0]!, value: evil }],
            })),
            totals: base.totals.map((total) => ({ ...total, title: evil })),
            paymentMethod: { code: 'x', name: evil },
            paymentAddress: { ...base.paymentAddress, address1: evil },
          }),
          shop: sampleShop({ name: evil, address: evil }),
          link: sampleLink({ description: evil, customerName: evil, reference: evil }),
          facts: { words: evil, reason: evil, remedy: evil, method: evil },
          choice: { enabled: true, subject: evil, words: evil },
          statusName: evil,
          comment: evil,
        }),
      );
      expect(html).not.toContain('<img src=x');
      expect(html.match(/<img /g) ?? []).toHaveLength(ASKING_KINDS.includes(kind) ? 1 : 0);
      expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    }
  });

  test("the owner's words fill their place-holders, once, and add no header and no HTML", () => {
    const { subject, html, text } = renderMail(
      mailSample('reminder', {
        choice: {
          enabled: true,
          subject: 'Hi {name}\r\nBcc: x@y.example',
          words: '<b>{shop}</b> waits for {amount}.\n\nThanks {odd}',
        },
        order: sampleOrder({ firstName: '{amount}' }),
      }),
    );
    expect(subject).toBe('Hi {amount} de Vries Bcc: x@y.example');
    expect(html).toContain('&lt;b&gt;Fjord &amp; Søn&lt;/b&gt; waits for €199.60.');
    expect(text).toContain('\n\nThanks {odd}\n\n');
  });

  test('in a comment of the shop is a link where it is an address; what a customer typed leads nowhere', () => {
    const { html } = renderMail(
      mailSample('order_update', { comment: 'Track it: https://carrier.example/x?a=1&b=2. "javascript:alert(1)"' }),
    );
    expect(html).toContain('<a href="https://carrier.example/x?a=1&amp;b=2" class="address"');
    expect(html).not.toContain('href="javascript:');
    const typed = renderMail(
      mailSample('order', { comment: '', order: sampleOrder({ comment: 'https://evil.example' }) }),
    );
    expect(typed.html).toContain('https://evil.example');
    expect(typed.html).not.toContain('href="https://evil.example');
  });

  test('in a comment loses its tags and keeps its lines', () => {
    const { html, text } = renderMail(
      mailSample('order_update', { comment: 'Sent<br />with <a href="https://x.example">GLS</a>\r\n2 < 3' }),
    );
    expect(text).toContain('> Sent\n> with GLS\n> 2 < 3');
    expect(html).toContain('Sent<br>with GLS<br>2 &lt; 3');
  });
});

test('a mail as text sets a colon as its language does, and keeps a zone with its time', () => {
  const french = renderMail(mailSample('paid', { language: 'fr-fr' })).text;
  expect(french).toContain('Payé\u00a0: ');
  expect(french.replace('Colour: ', '')).not.toMatch(/\p{L}: /u);
  const english = renderMail(mailSample('payment_link')).text;
  expect(english).toContain('Pay by: 21 December 2025 at 14:05\u00a0CET');
});
