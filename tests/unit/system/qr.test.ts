import { inflateSync } from 'node:zlib';
import { qrMatrix } from '../../../system/qr_matrix';
import { qrPng } from '../../../system/qr_png';
import { qrSvg } from '../../../system/qr_svg';

const ADDRESS = 'https://shop.example/payment-links/pay/8fK3aZQ2pL9xYw7TtB4cRe';

/** The pixels of a one-bit PNG, true for black, read the way a decoder does. */
function pixelsOf(png: Buffer): boolean[][] {
  const width = png.readUInt32BE(16);
  const idat = png.indexOf('IDAT');
  const data = inflateSync(png.subarray(idat + 4, idat + 4 + png.readUInt32BE(idat - 4)));
  const stride = 1 + Math.ceil(width / 8);
  return Array.from({ length: data.length / stride }, (_row, y) =>
    Array.from({ length: width }, (_pixel, x) => ((data[y * stride + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0),
  );
}

describe('QR codes', () => {
  test('the PNG shows every module of the code, light quiet zone included', () => {
    const { png, modules } = qrPng(ADDRESS);
    const pixels = pixelsOf(png);
    const scale = pixels.length / modules;
    const matrix = qrMatrix(ADDRESS);
    expect(Number.isInteger(scale)).toBe(true);
    expect(
      pixels.every((row, y) => row.every((dark, x) => dark === matrix[Math.floor(y / scale)]?.[Math.floor(x / scale)])),
    ).toBe(true);
    expect(matrix.slice(0, 4).flat().some(Boolean)).toBe(false);
    expect(png.length).toBeLessThan(2000);
  });

  test('the SVG draws the same dark modules and escapes its label', () => {
    const svg = qrSvg(ADDRESS, 'Pay "now" <b>');
    const dark = [...svg.matchAll(/M\d+ \d+h(\d+)v1/g)].reduce((sum, run) => sum + Number(run[1]), 0);
    expect(dark).toBe(qrMatrix(ADDRESS).flat().filter(Boolean).length);
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('aria-label="Pay &#34;now&#34; &#60;b&#62;"');
  });
});
