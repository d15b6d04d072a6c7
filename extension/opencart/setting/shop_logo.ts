import { readFile, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { MINUTE_MS, type Clock } from '../../../system/clock';
import type { Log } from '../../../system/log';
import type { InlineImage } from '../../../system/mail/mailer';

/** The stores' logos, by what `config_logo` says: a path below the image folder, as in OpenCart. */
export interface Logos {
  /** Null when there is none, or none that can be shown. */
  of(name: string): Promise<InlineImage | null>;
}

export interface LogoPlace {
  /** The folder that OpenCart calls `image`. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** The pay page carries it within itself and weighs 60 kB at most. Bytes. */
const SIZE_MAX = 24_000;

/** Told from the content; a drawing that can run script (SVG) is none of them. */
const KINDS = [
  { start: Buffer.from([0x89, 0x50, 0x4e, 0x47]), contentType: 'image/png', filename: 'logo.png' },
  { start: Buffer.from([0xff, 0xd8, 0xff]), contentType: 'image/jpeg', filename: 'logo.jpg' },
  { start: Buffer.from('GIF8'), contentType: 'image/gif', filename: 'logo.gif' },
] as const;

/** Reads a logo at most once a minute: it stands on every page and in every mail. */
export function logos(place: LogoPlace): Logos {
  const known = new Map<string, { readonly until: number; readonly logo: Promise<InlineImage | null> }>();
  return {
    of(name) {
      if (name === '') return Promise.resolve(null);
      const now = place.clock.now();
      const kept = known.get(name);
      if (kept && kept.until > now) return kept.logo;
      const logo = read(place, name);
      known.set(name, { until: now + MINUTE_MS, logo });
      return logo;
    },
  };
}

/** A file that is not there is no error: an attached shop's images usually lie on another machine. */
async function read({ folder, log }: LogoPlace, name: string): Promise<InlineImage | null> {
  const home = resolve(folder);
  const file = resolve(home, name);
  if (!file.startsWith(home + sep)) return null;
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) return null;
  const content = size > SIZE_MAX ? null : await readFile(file).catch(() => null);
  const kind = content && KINDS.find(({ start }) => content.subarray(0, start.length).equals(start));
  if (content && kind) return { cid: 'shop-logo', filename: kind.filename, contentType: kind.contentType, content };
  log.warn({ logo: name, size }, `the logo is no PNG, JPEG or GIF of at most ${SIZE_MAX / 1000} kB: the name is shown`);
  return null;
}
