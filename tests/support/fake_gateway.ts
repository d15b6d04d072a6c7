import {
  GatewayError,
  NotificationRejected,
  type CreatedLink,
  type GatewayLink,
  type GatewayPayment,
  type GatewayProvider,
  type GatewayRefund,
  type LinkRequest,
  type PaymentGateway,
  type RefundRequest,
} from '../../extension/payment_link/gateway';
import { isCurrency } from '../../system/currencies';
import { assertOutsideTransaction } from '../../system/db/transaction';
import { money } from '../../system/money';

interface Held {
  request: LinkRequest;
  status: GatewayLink['status'];
  providerStatus: string;
  payments: GatewayPayment[];
  refunds: GatewayRefund[];
  cancelled: boolean;
}

/** What a call does instead of succeeding: fail before or after the provider has acted. */
export type Fault = 'none' | 'refused' | 'down' | 'lost_before' | 'lost_after';

/**
 * A provider in memory. It remembers every order it was asked for, even where its answer was lost, and counts calls,
 * so that tests can tell what it really received.
 */
export class FakeProvider implements GatewayProvider {
  readonly code = 'fakepay';
  readonly title = 'FakePay';
  readonly acknowledgement = 'OK';
  readonly payPageOrigins = ['https://pay.test'];
  readonly held = new Map<string, Held>();
  readonly calls: string[] = [];
  faults: Fault[] = [];
  /** Runs before an answer to a read leaves, so that tests can change things in between. */
  whileReading: (() => Promise<void>) | null = null;
  hasRefunds = true;
  readsFail = false;

  accountOf(settings: Readonly<Record<string, unknown>>) {
    const apiKey = String(settings['api_key'] ?? '');
    return apiKey === '' ? null : { environment: 'test' as const, apiKey };
  }

  refusesCurrency(currency: string): string | null {
    return currency === 'JPY' || !isCurrency(currency) ? `${currency} must be confirmed with FakePay first.` : null;
  }

  open(): PaymentGateway {
    const gateway: PaymentGateway = {
      code: this.code,
      createLink: (request) => this.#act('create', request.reference, () => this.#create(request)),
      fetchLink: (reference) => this.#read(reference),
      cancelLink: (reference) => this.#act('cancel', reference, () => this.#cancel(reference)),
      refund: (request) => this.#act('refund', request.reference, () => this.#refund(request)),
      readNotification: (raw) => {
        if (raw.method === 'POST' && raw.headers['auth'] !== 'good') throw new NotificationRejected('bad signature');
        const reference = String(raw.query['transactionid'] ?? '');
        const ignorable = raw.query['payload_type'] === 'pretransaction';
        return { reference, signed: raw.method === 'POST', ignorable, providerStatus: null };
      },
    };
    if (!this.hasRefunds) delete (gateway as { refund?: unknown }).refund;
    return gateway;
  }

  order(reference: string): Held {
    const held = this.held.get(reference);
    if (!held) throw new Error(`FakePay knows no ${reference}: ${[...this.held.keys()].join(', ')}`);
    return held;
  }

  /** The customer pays. `id` is the provider's transaction. */
  pay(reference: string, id: string, options: Partial<GatewayPayment> = {}): void {
    const held = this.order(reference);
    const { amount } = held.request;
    held.payments = [
      ...held.payments.filter((payment) => payment.id !== id),
      {
        id,
        amount,
        refunded: money(0, amount.currency),
        status: 'paid',
        method: 'IDEAL',
        reason: null,
        needsCart: false,
        ...options,
      },
    ];
    held.status = options.status === 'pending' ? 'pending' : options.status === 'failed' ? 'declined' : 'paid';
    held.providerStatus = { pending: 'uncleared', declined: 'declined', paid: 'completed' }[held.status];
  }

  set(reference: string, status: GatewayLink['status'], providerStatus: string = status): void {
    Object.assign(this.order(reference), { status, providerStatus });
  }

  count(call: string): number {
    return this.calls.filter((one) => one.startsWith(`${call} `)).length;
  }

  async #act<T>(name: string, reference: string, act: () => T): Promise<T> {
    assertOutsideTransaction(`${name} ${reference}`);
    this.calls.push(`${name} ${reference}`);
    const fault = this.faults.shift() ?? 'none';
    if (fault === 'refused')
      throw new GatewayError('rejected', 'Invalid amount', { code: '1001', remedy: 'Check it.' });
    if (fault === 'down') throw new GatewayError('unavailable', 'FakePay is down');
    if (fault === 'lost_before') throw new GatewayError('unknown', 'no answer');
    const answer = act();
    if (fault === 'lost_after') throw new GatewayError('unknown', 'no answer');
    return answer;
  }

  async #read(reference: string): Promise<GatewayLink> {
    assertOutsideTransaction(`read ${reference}`);
    this.calls.push(`read ${reference}`);
    if (this.readsFail) throw new GatewayError('unavailable', 'FakePay is down');
    const held = this.held.get(reference);
    if (!held) throw new GatewayError('rejected', 'unknown order', { code: '1006', unknownReference: true });
    const answer = { reference, amount: held.request.amount, ...snapshot(held) };
    await this.whileReading?.();
    return answer;
  }

  #create(request: LinkRequest): CreatedLink {
    const old = this.held.get(request.reference);
    if (old?.payments.some((payment) => payment.status === 'paid')) throw new GatewayError('rejected', 'already used');
    const empty = { payments: [], refunds: [], cancelled: false };
    this.held.set(request.reference, { request, status: 'open', providerStatus: 'initialized', ...empty });
    return { url: `https://pay.test/${request.reference}`, sessionId: request.reference };
  }

  #cancel(reference: string): void {
    const held = this.held.get(reference);
    if (!held || held.status === 'paid') return;
    Object.assign(held, { cancelled: true, status: 'cancelled', providerStatus: 'cancelled' });
  }

  #refund(request: RefundRequest): GatewayRefund {
    const held = this.order(request.reference);
    const [payment] = held.payments;
    if (!payment) throw new GatewayError('rejected', 'nothing was paid');
    const id = `r${held.refunds.length + 1}`;
    const refund = { id, reference: request.refundReference, amount: request.amount, status: 'pending' as const };
    held.refunds = [...held.refunds, refund];
    return refund;
  }

  /** Midnight: refunds are carried out. */
  clearRefunds(reference: string): void {
    const held = this.order(reference);
    held.refunds = held.refunds.map((refund) => ({ ...refund, status: 'done' }));
    const sum = held.refunds.reduce((total, refund) => total + refund.amount.minor, 0);
    held.payments = held.payments.map((payment) => ({
      ...payment,
      refunded: money(sum, payment.amount.currency),
      status: sum >= payment.amount.minor ? 'refunded' : 'partially_refunded',
    }));
    held.status = held.payments[0]?.status === 'refunded' ? 'refunded' : 'partially_refunded';
    held.providerStatus = held.status === 'refunded' ? 'refunded' : 'partial_refunded';
  }
}

function snapshot(held: Held): Pick<GatewayLink, 'status' | 'providerStatus' | 'payments' | 'refunds'> {
  const { status, providerStatus, payments, refunds } = held;
  return { status, providerStatus, payments: [...payments], refunds: [...refunds] };
}
