import { decrypt, deriveSecretKey, encrypt, isBoxed } from '../../../system/secret_box';

const key = deriveSecretKey('a key of at least thirty-two characters');

test('a boxed secret comes back as it was, whatever its characters', () => {
  for (const secret of ['sk_test_123', '', 'żółć 🙂\n"&<>', 'x'.repeat(5000)]) {
    expect(decrypt(key, encrypt(key, secret))).toBe(secret);
  }
});

test('the same secret is boxed differently each time and its text shows nowhere', () => {
  const [first, second] = [encrypt(key, 'sk_test_123'), encrypt(key, 'sk_test_123')];
  expect(first).not.toBe(second);
  expect(Buffer.from(first.slice(5), 'base64url').includes('sk_test_123')).toBe(false);
  expect(isBoxed(first)).toBe(true);
  expect(isBoxed('sk_test_123')).toBe(false);
});

test('another key, a changed byte, a cut text or a plain text is refused with the remedy', () => {
  const boxed = encrypt(key, 'sk_test_123');
  const changed = boxed.slice(0, 30) + (boxed[30] === 'A' ? 'B' : 'A') + boxed.slice(31);
  const refused = expect.objectContaining({ code: 'secret_unreadable', details: expect.anything() });
  expect(() => decrypt(deriveSecretKey('some other key'), boxed)).toThrow(refused);
  expect(() => decrypt(key, changed)).toThrow(refused);
  expect(() => decrypt(key, boxed.slice(0, 20))).toThrow(refused);
  expect(() => decrypt(key, 'sk_test_123')).toThrow(refused);
});
