import { escapeText } from './escaping';

/**
 * For a column of `lengthMax` characters: escaped, and cut where the entities make it too long. A database in
 * strict mode refuses what is longer; OpenCart's own would cut it, perhaps within an entity.
 */
export function fitText(plain: string, lengthMax: number): string {
  const characters = [...plain];
  let escaped = escapeText(plain);
  while ([...escaped].length > lengthMax) {
    characters.pop();
    escaped = escapeText(characters.join(''));
  }
  return escaped;
}
