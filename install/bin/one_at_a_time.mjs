import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often the process whose turn it is shows that it lives, ms. */
const BEAT_MS = 250;
/** A turn that showed no life for so long is that of a process that was killed, ms. */
const PATIENCE_MS = 5000;

/**
 * Does `work` while no other process does work of the same folder. A turn is a file with a number: the highest one
 * counts, it is "free" when its process has ended, and the next process makes the next number, which only one can.
 * Life is judged by what the waiting process sees change, so it needs neither a clock nor process ids in common:
 * containers that share the folder wait for each other too.
 */
export async function oneAtATime(folder, work) {
  mkdirSync(folder, { recursive: true });
  const turn = await takeTurn(folder);
  const beat = setInterval(() => touch(turn), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    writeFileSync(turn, 'free');
  }
}

async function takeTurn(folder) {
  let seen = { trace: '', at: performance.now() };
  let told = false;
  for (;;) {
    const last = Math.max(0, ...turns(folder));
    const trace = `${last} ${traceOf(join(folder, String(last)))}`;
    if (trace !== seen.trace) seen = { trace, at: performance.now() };
    const over = last === 0 || trace.endsWith('free') || performance.now() - seen.at > PATIENCE_MS;
    if (over && isMine(folder, last + 1)) return join(folder, String(last + 1));
    if (!over && !told) console.error('Another process is preparing the program; waiting for it …');
    told ||= !over;
    await sleep(50);
  }
}

/** Of several processes that make the same number one succeeds; a number below another one is too late. */
function isMine(folder, number) {
  const own = join(folder, String(number));
  try {
    writeFileSync(own, '', { flag: 'wx' });
  } catch (failed) {
    if (failed.code === 'EEXIST') return false;
    throw failed;
  }
  const others = turns(folder);
  if (others.some((other) => other > number)) {
    rmSync(own, { force: true });
    return false;
  }
  for (const other of others.filter((one) => one < number)) rmSync(join(folder, String(other)), { force: true });
  return true;
}

function turns(folder) {
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** What changes while a turn's process lives, and its last word. */
function traceOf(turn) {
  try {
    return `${statSync(turn).mtimeMs} ${readFileSync(turn, 'utf8')}`;
  } catch (failed) {
    if (failed.code === 'ENOENT') return 'none';
    throw failed;
  }
}

/** A turn that waited too long (a computer put to sleep) may have been taken over meanwhile. */
function touch(turn) {
  try {
    utimesSync(turn, new Date(), new Date());
  } catch (failed) {
    if (failed.code !== 'ENOENT') throw failed;
  }
}
