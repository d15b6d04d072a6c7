import { z } from 'zod';
import { isPlainLoopback, problemsBetween } from './config_problems';

/** The environment, read once into a frozen value. Names and defaults are promised in the README. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Without a trailing slash: `https://shop.example/payment-links`. */
  readonly publicUrl: string;
  /** Path of `publicUrl`, empty or `/payment-links`: every address lies below it. */
  readonly basePath: string;
  readonly trustProxy: number;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly databasePrefix: string;
  readonly shop: 'embedded' | 'attached';
  readonly demo: boolean;
  /** The demo's sandbox and mailbox answer loopback only unless public. */
  readonly demoPublic: boolean;
  readonly smtpUrl: string | null;
  readonly adminPassword: string | null;
  readonly appKey: string | null;
  readonly multisafepayApiUrl: string | null;
  readonly midtransApiUrl: string | null;
  readonly gatewayParallel: number;
  readonly logLevel: string;
  readonly metricsToken: string | null;
  /** Sentences to print at the start: accepted, but worth knowing. */
  readonly warnings: readonly string[];
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const whole = (name: string, min: number, max: number, standard: number) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      const value = text === undefined || text === '' ? standard : Number(text);
      if (Number.isInteger(value) && value >= min && value <= max) return value;
      context.addIssue(`${name} must be a whole number from ${min} to ${max}, not "${text}".`);
      return z.NEVER;
    });

const address = (
  name: string,
  protocols: readonly string[],
  example: string,
  fits: (url: URL) => boolean = () => true,
) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined || text === '') return null;
      const url = URL.canParse(text) ? new URL(text) : null;
      if (url && protocols.includes(url.protocol) && url.hostname !== '' && fits(url)) return text.replace(/\/+$/, '');
      context.addIssue(`${name} must look like ${example}.`);
      return z.NEVER;
    });

/** Paths are put behind these: nothing may follow the path, and no password may travel in a link. */
const isBase = (url: URL): boolean => url.search + url.hash + url.username + url.password === '';
const namesDatabase = (url: URL): boolean => /^\/[^/]+$/.test(url.pathname);
const endsInVersion = (url: URL): boolean => isBase(url) && /\/v1\/json\/*$/.test(url.pathname);
const withoutVersion = (url: URL): boolean => isBase(url) && !/\/v\d+(\/|$)/.test(url.pathname);

const optional = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text === '' ? null : text));

const environment = z.object({
  PORT: whole('PORT', 0, 65535, 3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: address('PUBLIC_URL', ['http:', 'https:'], 'https://shop.example/payment-links', isBase),
  TRUST_PROXY: whole('TRUST_PROXY', 0, 16, 0),
  DATA_DIR: z.string().default('var'),
  DATABASE_URL: address('DATABASE_URL', ['mysql:'], 'mysql://user:password@host:3306/database', namesDatabase),
  DATABASE_PREFIX: z
    .string()
    .regex(/^\w{0,32}$/, 'DATABASE_PREFIX may hold letters, digits and _ only.')
    .default('oc_'),
  SHOP: z.enum(['embedded', 'attached'], 'SHOP must be embedded or attached.').default('embedded'),
  DEMO: z.enum(['0', '1', 'public'], 'DEMO must be 0, 1 or public.').optional(),
  SMTP_URL: address('SMTP_URL', ['smtp:', 'smtps:'], 'smtp://user:password@host:587'),
  ADMIN_PASSWORD: optional,
  APP_KEY: optional,
  MULTISAFEPAY_API_URL: address(
    'MULTISAFEPAY_API_URL',
    ['http:', 'https:'],
    'https://testapi.multisafepay.com/v1/json',
    endsInVersion,
  ),
  MIDTRANS_API_URL: address(
    'MIDTRANS_API_URL',
    ['http:', 'https:'],
    'https://api.sandbox.midtrans.com',
    withoutVersion,
  ),
  GATEWAY_PARALLEL: whole('GATEWAY_PARALLEL', 1, 512, 8),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'LOG_LEVEL must be a pino level, for example info.',
    )
    .default('info'),
  METRICS_TOKEN: optional,
});

/** Every variable that is read. */
export const VARIABLES: readonly string[] = Object.keys(environment.shape);

/** @throws ConfigError naming every problem and its remedy, in one message. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = withoutEmpty(env);
  const parsed = environment.safeParse(given);
  const issues = parsed.success ? [] : parsed.error.issues;
  const wrong = new Set(issues.map((issue) => String(issue.path[0])));
  const e =
    parsed.data ?? environment.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))));
  const embeddedSqlite = e.SHOP === 'embedded' && given['DATABASE_URL'] === undefined;
  const demo = e.DEMO === undefined ? embeddedSqlite : e.DEMO !== '0';
  const publicUrl = e.PUBLIC_URL ?? `http://localhost:${e.PORT}`;
  const problems = [
    ...issues.map((issue) => issue.message),
    ...problemsBetween({
      attached: e.SHOP === 'attached',
      demo,
      publicUrl,
      databaseGiven: given['DATABASE_URL'] !== undefined,
      appKey: e.APP_KEY,
    }),
  ];
  if (problems.length > 0) throw new ConfigError(sentence(problems));
  return Object.freeze({
    port: e.PORT,
    host: e.HOST,
    publicUrl,
    basePath: new URL(publicUrl).pathname.replace(/\/+$/, ''),
    trustProxy: e.TRUST_PROXY,
    dataDir: e.DATA_DIR,
    databaseUrl: e.DATABASE_URL ?? `sqlite:${e.DATA_DIR}/shop.sqlite`,
    databasePrefix: e.DATABASE_PREFIX,
    shop: e.SHOP,
    demo,
    demoPublic: e.DEMO === 'public',
    smtpUrl: e.SMTP_URL,
    adminPassword: e.ADMIN_PASSWORD,
    appKey: e.APP_KEY,
    multisafepayApiUrl: e.MULTISAFEPAY_API_URL,
    midtransApiUrl: e.MIDTRANS_API_URL,
    gatewayParallel: e.GATEWAY_PARALLEL,
    logLevel: e.LOG_LEVEL,
    metricsToken: e.METRICS_TOKEN,
    warnings: [
      ...(isPlainLoopback(publicUrl) && !demo ? [LOOPBACK_WARNING] : []),
      ...(publicUrl.startsWith('https:') && e.TRUST_PROXY === 0 ? [PROXY_WARNING] : []),
    ],
  });
}

/** `HOST=` means what leaving it out means; an empty table prefix is one that shops really have. */
function withoutEmpty(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name, value]) => value !== '' || name === 'DATABASE_PREFIX'));
}

const LOOPBACK_WARNING =
  'PUBLIC_URL is not https: customers outside this machine cannot open the links, and providers cannot notify.';

const PROXY_WARNING =
  'PUBLIC_URL is https, so a proxy stands in front, but TRUST_PROXY is 0: every client seems to come from the proxy, ' +
  'and a stranger who guesses passwords keeps everybody waiting. Set TRUST_PROXY=1.';

function sentence(problems: readonly string[]): string {
  return `The environment is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`;
}
