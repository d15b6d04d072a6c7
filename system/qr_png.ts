import { crc32, deflateSync } from 'node:zlib';
import { qrMatrix } from './qr_matrix';

/** Pixels of one module: sharp on screens with two or three pixels to the point. */
const SCALE = 6;

export interface QrPng {
  readonly png: Buffer;
  /** Modules along one side, quiet zone included: show it at a whole multiple of this many points. */
  readonly modules: number;
}

/** A QR code as a PNG with one bit a pixel, under 2 kB, for mails: mail programs show no SVG. */
export function qrPng(text: string): QrPng {
  const matrix = qrMatrix(text);
  const size = matrix.length * SCALE;
  const image = deflateSync(Buffer.concat(matrix.flatMap((row) => Array<Buffer>(SCALE).fill(scanline(row)))), {
    level: 6,
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // One bit a pixel, grey; deflate, no filter, not interlaced.
  header.set([1, 0, 0, 0, 0], 8);
  return {
    png: Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', image), chunk('IEND', Buffer.alloc(0))]),
    modules: matrix.length,
  };
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Filter byte 0, then the pixels of one row: 1 is white. */
function scanline(row: readonly boolean[]): Buffer {
  const line = Buffer.alloc(1 + Math.ceil((row.length * SCALE) / 8));
  row.forEach((dark, module) => {
    if (dark) return;
    for (let pixel = module * SCALE; pixel < (module + 1) * SCALE; pixel++) {
      const at = 1 + (pixel >> 3);
      line[at] = (line[at] ?? 0) | (0x80 >> (pixel & 7));
    }
  });
  return line;
}

/** Length, type, data, checksum of type and data (PNG 1.2, 3.2). */
function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(typed, 4);
  framed.writeUInt32BE(crc32(typed), typed.length + 4);
  return framed;
}
