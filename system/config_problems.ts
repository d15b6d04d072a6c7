export interface Choices {
  readonly attached: boolean;
  readonly demo: boolean;
  readonly publicUrl: string;
  readonly databaseGiven: boolean;
  readonly appKey: string | null;
}

/** What is wrong with values that are right by themselves: each a sentence with its remedy. */
export function problemsBetween(choices: Choices): string[] {
  const { attached, demo, publicUrl, appKey } = choices;
  const problems: string[] = [];
  if (attached && !choices.databaseGiven) {
    problems.push(
      'SHOP=attached needs DATABASE_URL, the database of the shop: mysql://user:password@host:3306/database.',
    );
  }
  if (attached && demo) {
    problems.push('DEMO cannot be on with SHOP=attached: demo data never enter a real shop. Leave DEMO out.');
  }
  if (!demo && new URL(publicUrl).protocol === 'http:' && !isPlainLoopback(publicUrl)) {
    problems.push(`PUBLIC_URL must begin with https:// (it is ${publicUrl}): customers pay through these addresses.`);
  }
  if (appKey !== null && appKey.length < 32) {
    problems.push('APP_KEY must have at least 32 characters; `openssl rand -hex 32` makes one.');
  }
  return problems;
}

export function isPlainLoopback(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
