import fc from 'fast-check';
import { runInNewContext } from 'node:vm';
import { cutText, plainText } from '../../../system/plain_text';

test.each([
  ['ACME &amp; Sons &lt;b&gt;Ltd&lt;/b&gt;', 'ACME & Sons Ltd'],
  ['a < b and b > c', 'a < b and b > c'],
  ['<script>alert(1)</script>', 'alert(1)'],
  ['Line one\r\nLine two', 'Line one\nLine two'],
  ['tab\tand\u0000nul', 'tab and nul'],
  ['half \ud83d emoji', 'half emoji'],
  ['whole 😀', 'whole 😀'],
])('%j reads as %j', (text, plain) => {
  expect(plainText(text)).toBe(plain);
});

test('a flood of "<" without an end is read at once', () => {
  const flood = '<a'.repeat(2_000_000);
  const read = () => plainText(`<b>bold</b> ${flood}`) === `bold ${flood}`;
  // Followed to the end from each of them it would take the better part of an hour.
  expect(runInNewContext('read()', { read }, { timeout: 30_000 })).toBe(true);
});

test('cutting never splits a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat({ max: 20 }), (text, max) => {
      const cut = cutText(text, max);
      expect([...cut].length).toBeLessThanOrEqual(max);
      expect(cut).not.toMatch(/\p{Cs}/u);
    }),
  );
});
