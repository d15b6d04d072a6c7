import fc from 'fast-check';
import { cutText, plainText } from '../../system/plain_text';

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

test('cutting never splits a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat({ max: 20 }), (text, max) => {
      const cut = cutText(text, max);
      expect([...cut].length).toBeLessThanOrEqual(max);
      expect(cut).not.toMatch(/\p{Cs}/u);
    }),
  );
});
