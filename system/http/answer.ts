import type { Response } from 'express';

/** What a controller answers; one place turns it into HTTP. */
export type Answer =
  | { readonly kind: 'view'; readonly name: string; readonly view: object; readonly status: number }
  | { readonly kind: 'redirect'; readonly to: string; readonly notice: Notice | null }
  | { readonly kind: 'json'; readonly body: unknown; readonly status: number }
  | { readonly kind: 'text'; readonly body: string; readonly status: number; readonly type: string }
  | { readonly kind: 'stream'; readonly send: (response: Response) => void | Promise<void> };

/** A message shown once on the next page. */
export interface Notice {
  readonly kind: 'success' | 'warning' | 'danger' | 'info';
  readonly text: string;
}

export const view = (name: string, data: object, status = 200): Answer => ({ kind: 'view', name, view: data, status });

/** After a POST. `to` is an address of this program from its root: `/admin/sale/order`. */
export const redirect = (to: string, notice: Notice | null = null): Answer => ({ kind: 'redirect', to, notice });

export const json = (body: unknown, status = 200): Answer => ({ kind: 'json', body, status });

export const text = (body: string, status = 200, type = 'text/plain'): Answer => ({ kind: 'text', body, status, type });

/** Downloads and event streams write to the response themselves. */
export const stream = (send: (response: Response) => void | Promise<void>): Answer => ({ kind: 'stream', send });
