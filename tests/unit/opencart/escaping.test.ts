import fc from 'fast-check';
import { escapeText, plainText } from '../../../extension/opencart/escaping';

describe('text as the shop stores it', () => {
  test('the four characters become entities, the single quote stays', () => {
    expect(escapeText(`Zoë <b> "O'Neil" & Co`)).toBe(`Zoë &lt;b&gt; &quot;O'Neil&quot; &amp; Co`);
  });

  test('entities of older shops read as their characters', () => {
    expect(plainText('Apple Cinema 30&quot; &#039;A&#x26;B&#039; &eacute;')).toBe(`Apple Cinema 30" 'A&B' é`);
  });

  test('what only looks like an entity stays', () => {
    expect(plainText('https://shop.example/?a=1&copy=2&amp;b=3')).toBe('https://shop.example/?a=1&copy=2&b=3');
  });

  test('nothing reads as empty', () => {
    expect([plainText(null), plainText(undefined), plainText('')]).toEqual(['', '', '']);
  });

  test('whatever is typed comes back, even text that is escaped already', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('&amp;lt;', '&', '&#38;')), (typed) => {
        expect(plainText(escapeText(typed))).toBe(typed);
      }),
    );
  });
});
