import type { Field, Schema, Values } from './settings';

type SecretField = Extract<Field, { kind: 'secret' }>;

export function secretsOf(schema: Schema): SecretField[] {
  return schema.filter((field) => field.kind === 'secret');
}

export function withoutSecrets(schema: Schema, values: Values): Values {
  const secrets = new Set(secretsOf(schema).map((field) => field.key));
  return Object.fromEntries(Object.entries(values).filter(([key]) => !secrets.has(key)));
}

/** The secret that is sent to where this field says. */
export function secretSentTo(schema: Schema, key: string): SecretField | undefined {
  return secretsOf(schema).find((field) => field.sentTo?.includes(key));
}

/**
 * Stored secrets that would be sent somewhere new without having been typed again: whoever may change an address
 * could otherwise have a secret sent to a server of their own. A secret of null is about to be forgotten.
 * @param stored Secrets plain. @returns Language keys by field.
 */
export function movedSecrets(schema: Schema, stored: Values, wanted: Values): Record<string, string> {
  const moved = secretsOf(schema).filter(
    ({ key, sentTo }) =>
      isText(stored[key]) &&
      wanted[key] !== null &&
      !isText(wanted[key]) &&
      (sentTo ?? []).some((place) => textOf(stored[place]) !== textOf(wanted[place])),
  );
  return Object.fromEntries(moved.map(({ key }) => [key, 'error_secret_again']));
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function textOf(value: unknown): string {
  return String(value ?? '').trim();
}
