import type { CustomerTexts } from '../../language/customer';
import type { PayState } from '../pay/pay_state';

/** What every customer's page needs. */
export interface PayFrame {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly icon: string;
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** The page looks again by itself: without script by address, with script in place. */
  readonly refresh: { readonly seconds: number; readonly href: string } | null;
  /** That no real money moves; null when it does. */
  readonly band: string | null;
}

export interface PayView extends PayFrame {
  readonly text: CustomerTexts;
  readonly shop: {
    readonly name: string;
    /** `data:` address; null when the shop has none. */
    readonly logo: string | null;
    /** How to reach the shop. */
    readonly contact: readonly { readonly text: string; readonly href: string }[];
  };
  /** "Order 1042" */
  readonly heading: string;
  /** "placed on 21 November 2026"; what the money is for, when there is no order. May be empty. */
  readonly about: string;
  readonly state: PayState;
  /** Null while the order can simply be paid. */
  readonly status: PayStatus | null;
  readonly notes: readonly PayNote[];
  /** Each payment that came in, or is on its way. */
  readonly payments: readonly (readonly PayFact[])[];
  readonly lines: readonly { readonly name: string; readonly details: readonly string[]; readonly amount: string }[];
  readonly totals: readonly PayFact[];
  readonly due: { readonly label: string; readonly amount: string } | null;
  readonly expires: PayTime | null;
  readonly pay: (PayButton & { readonly icon: string }) | null;
  readonly otherWay: PayButton | null;
  readonly renew: (PayButton & { readonly hint: string }) | null;
  readonly languages: readonly {
    readonly name: string;
    readonly code: string;
    readonly href: string;
    readonly current: boolean;
  }[];
  /** Invites questions. */
  readonly questions: string;
  /** Without query, for the printed page. */
  readonly address: string;
}

export interface PayStatus {
  /** SVG, drawn beside the words. */
  readonly icon: string;
  readonly tone: 'busy' | 'underway' | 'good' | 'over' | 'bad';
  readonly heading: string;
  readonly sentence: string;
}

export interface PayNote {
  readonly icon: string;
  readonly tone: 'info' | 'good';
  readonly text: string;
}

export interface PayFact {
  readonly label: string;
  readonly value: string;
  readonly strong?: boolean;
  /** ISO 8601, for the payer's own time zone. */
  readonly iso?: string;
}

/** A sentence around a moment, which script shows in the payer's own time zone. */
export interface PayTime {
  readonly icon: string;
  readonly before: string;
  readonly text: string;
  readonly iso: string;
  readonly after: string;
}

export interface PayButton {
  readonly action: string;
  readonly label: string;
}

/** A page with nothing but a message: no such address, or an error. */
export interface PayMessage extends PayFrame {
  readonly icon: string;
  readonly heading: string;
  readonly sentence: string;
  readonly remark: string | null;
}
