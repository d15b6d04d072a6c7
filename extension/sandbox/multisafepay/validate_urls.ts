import { objectIn, textIn } from '../json';
import type { JsonObject } from '../json';
import { refusal } from './refusal';

const LENGTH_MAX = 150;

/** No documented code covers addresses, so they are refused as missing data, by name. */
export function checkUrls(order: JsonObject, trustedHosts: ReadonlySet<string>): void {
  const options = objectIn(order, 'payment_options');
  for (const name of ['notification_url', 'redirect_url', 'cancel_url']) {
    const url = textIn(options, name);
    if (url !== '') checkUrl(name, url, trustedHosts);
  }
  const method = textIn(options, 'notification_method');
  if (!['', 'GET', 'POST'].includes(method)) throw refusal(1016, 'notification_method must be GET or POST');
}

/** The real provider wants https on the default port; a demo on one machine has neither, and is told apart by its host. */
function checkUrl(name: string, text: string, trustedHosts: ReadonlySet<string>): void {
  if (text.length > LENGTH_MAX) throw refusal(1016, `${name} is longer than ${LENGTH_MAX} characters`);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw refusal(1016, `${name} is no web address`);
  if (isLoopback(url.hostname) || trustedHosts.has(url.host)) return;
  if (url.protocol !== 'https:') throw refusal(1016, `${name} must be https`);
  if (url.port !== '') throw refusal(1016, `${name} must use the default port`);
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || /^(127(\.\d+){3}|\[::1\])$/.test(hostname);
}
