import type { Request } from 'express';

/** The value of a cookie as it was set; '' when absent or not readable. */
export function cookieOf(request: Request, name: string): string {
  const found = (request.headers.cookie ?? '').split('; ').find((pair) => pair.startsWith(`${name}=`));
  if (found === undefined) return '';
  try {
    return decodeURIComponent(found.slice(name.length + 1));
  } catch {
    // Somebody wrote a broken percent sign into it.
    return '';
  }
}
