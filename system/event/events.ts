/**
 * The types of all events. Each is declared beside its emitter by declaration merging:
 *
 *   declare module '../../system/event/events' {
 *     interface Events { 'order.status_entered': { after: { orderId: number } } }
 *   }
 *
 * `before` listeners may amend the value or veto it by throwing, inside the emitter's transaction.
 * `after` listeners are durable jobs: at least once, one outbox row each, payloads of ids only.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Events {}

export type BeforeName = { [N in keyof Events]: Events[N] extends { before: unknown } ? N : never }[keyof Events];
export type AfterName = { [N in keyof Events]: Events[N] extends { after: unknown } ? N : never }[keyof Events];
export type BeforeValue<N extends BeforeName> = Events[N] extends { before: infer V } ? V : never;
export type AfterPayload<N extends AfterName> = Events[N] extends { after: infer V } ? V : never;
/** An event with its payload. */
export type Announcement = { [N in AfterName]: { readonly event: N; readonly payload: AfterPayload<N> } }[AfterName];
