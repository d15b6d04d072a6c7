import { oneLine } from '../../../../catalog/mail/one_line';
import { renderMail } from '../../../../catalog/mail/render_mail';
import { STANDARD_CHOICE } from '../../../../extension/payment_link/mail_port';
import { sampleLink, sampleOrder, sampleShop } from '../../../support/sample_order';

test('a line break, a tab or a zero in a name is a space', () => {
  expect(oneLine(' Jan\r\nBcc: x@y.example\u0000\tde\u2028Vries ')).toBe('Jan Bcc: x@y.example de Vries');
});

test('writing from right to left is kept apart from the amount behind it, whatever it holds', () => {
  expect(oneLine('مرحبا')).toBe('\u2068مرحبا\u2069');
  expect(oneLine('שלום\u2069 12')).toBe('\u2068שלום 12\u2069');
  // The classic trick: "invoice\u202egnp.exe" reads "invoiceexe.png".
  expect(oneLine('invoice\u202egnp.exe')).toBe('invoice gnp.exe');
});

test('other names stay as they are, emoji and accents too', () => {
  for (const name of ['Zoë de Vries', 'Ærø Smørrebrød 🥪', '北京']) expect(oneLine(name)).toBe(name);
});

test('a mail keeps each name on one line, wherever it stands', () => {
  const name = 'a\nBcc: x@y.example';
  const base = sampleOrder();
  const { subject, text } = renderMail({
    ...{ kind: 'payment_link', language: 'en-gb', statusName: name, comment: '', demo: false, choice: STANDARD_CHOICE },
    shop: sampleShop({ name }),
    order: sampleOrder({
      ...{ firstName: name, lastName: name, paymentMethod: { code: 'x', name } },
      lines: base.lines.map((line) => ({ ...line, name, model: name, options: [{ ...line.options[0]!, name }] })),
      totals: base.totals.map((total) => ({ ...total, title: name })),
    }),
    link: sampleLink(),
    facts: { method: name },
  });
  expect(subject).not.toContain('\n');
  expect(text).toContain('Hello a Bcc: x@y.example a Bcc: x@y.example,');
  expect(text).not.toMatch(/^Bcc:/m);
});

test('an option is cut between two characters', () => {
  const base = sampleOrder();
  const options = [{ ...base.lines[0]!.options[0]!, value: '🎉'.repeat(80) }];
  const { text } = renderMail({
    ...{ kind: 'payment_link', language: 'en-gb', statusName: '', comment: '', demo: false, choice: STANDARD_CHOICE },
    ...{ shop: sampleShop(), link: sampleLink(), facts: {} },
    order: sampleOrder({ lines: base.lines.map((line) => ({ ...line, options })) }),
  });
  expect(text).toContain(`Colour: ${'🎉'.repeat(60)}…`);
});
