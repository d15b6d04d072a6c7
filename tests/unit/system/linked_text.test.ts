import { linkedText } from '../../../system/linked_text';

const hrefs = (text: string) => linkedText(text).flatMap(({ href }) => (href === null ? [] : [href]));

test('addresses are recognised without the punctuation of the sentence, and the text is kept as it is', () => {
  const text = 'Pay at https://pay.example/a(b). Or (https://pay.example/c?d=1!), javascript:alert(1).';
  expect(hrefs(text)).toEqual(['https://pay.example/a(b', 'https://pay.example/c?d=1']);
  expect(
    linkedText(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});

test('a comment made of dots is read at once', () => {
  const text = `https://${'.'.repeat(200_000)}x`;
  const begun = process.cpuUsage();
  expect(hrefs(text)).toEqual([text]);
  // Milliseconds of the processor; a pattern that begins anew at every dot wants 40 seconds.
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(4000);
});
