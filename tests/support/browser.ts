import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { needing } from './require';

const PROGRAM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

/** A suite that needs Chromium: skipped where it is missing, a failure with REQUIRE_ALL=1. */
export function describeInBrowser(name: string, suite: () => void): void {
  needing(name, 'Chromium (Debian package chromium)', PROGRAM ?? null, () => suite());
}

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** For what a page is waited for at most: a page that does come takes seconds on a busy machine. */
export const PATIENCE_MS = 30_000;

export async function openBrowser(): Promise<Browser> {
  if (PROGRAM === undefined) throw new Error('Chromium is not installed (Debian package chromium)');
  return chromium.launch({ executablePath: PROGRAM, args: QUIET });
}

/** What axe finds serious or critical on the page, as "rule: element". */
export async function seriousFindings(page: Page): Promise<string[]> {
  // In this page alone, which is several times faster: what a sandboxed frame shows (a mail) is not looked into.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
