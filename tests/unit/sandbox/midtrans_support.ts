import { DEMO_KEYS, startMidtransSandbox } from '../../../extension/sandbox/midtrans/sandbox';
import type { SandboxOptions } from '../../../extension/sandbox/midtrans/sandbox';
import { closeLater, manualClock } from './support';

export interface Answered {
  status: number;
  body: Record<string, unknown>;
}

export async function startMidtrans(options: SandboxOptions = {}) {
  const clock = manualClock();
  const sandbox = await startMidtransSandbox({ clock, tickMs: 0, ...options });
  closeLater(sandbox);
  const api = async (method: string, path: string, body?: unknown, key = DEMO_KEYS.test): Promise<Answered> => {
    const response = await fetch(`${sandbox.url}${path}`, {
      method,
      headers: {
        Authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
        'Content-Type': 'application/json',
        Accept: 'application/json',
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return { ...sandbox, clock, api };
}

/** A request like the documented example. */
export function midtransRequest(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    transaction_details: { order_id: 'OC-1042', gross_amount: 190000, payment_link_id: 'k7f2q9x1m4zt8wb3' },
    customer_required: false,
    usage_limit: 1,
    expiry: { start_time: '2026-04-14 18:00:00 +0700', duration: 3, unit: 'days' },
    enabled_payments: ['credit_card', 'bca_va', 'gopay'],
    item_details: [
      { id: 'sku-7', name: 'Kopi Gayo 1kg', price: 200000, quantity: 1 },
      { id: 'disc', name: 'Voucher', price: -10000, quantity: 1 },
    ],
    customer_details: { first_name: 'Ayu', email: 'ayu@example.test', phone: '+628110000000' },
    title: 'Pesanan #1042',
    custom_field1: 'OC-1042',
    callbacks: { finish: 'https://shop.example.test/pay/return?o=1042' },
    ...change,
  };
}
