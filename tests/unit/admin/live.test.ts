import { EventEmitter } from 'node:events';
import type { Response } from 'express';
import type { Admin } from '../../../admin/admin';
import { liveVersion } from '../../../admin/live';
import type { Visit } from '../../../admin/visit';
import { createLog } from '../../../system/log';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** The answer to a reader who takes nothing: ended, it is not closed. */
class SlowReader extends EventEmitter {
  readonly written: string[] = [];
  writableEnded = false;
  set(): this {
    return this;
  }
  write(text: string): boolean {
    if (this.writableEnded) this.emit('error', new Error('write after end'));
    this.written.push(text);
    return false;
  }
  end(): this {
    this.writableEnded = true;
    return this;
  }
}

function open(versionOf: () => Promise<string>) {
  const app = { log: createLog('silent') } as unknown as Admin;
  const visit = { user: { userId: 1 }, request: { path: '/admin/x/live' } } as unknown as Visit;
  const answer = liveVersion(app, visit, versionOf);
  const reader = new SlowReader();
  if (answer.kind === 'stream') void answer.send(reader as unknown as Response);
  return reader;
}

test('a stream tells each version once, and that it lives', async () => {
  let version = 'one';
  const reader = open(async () => version);
  await jest.advanceTimersByTimeAsync(3000);
  version = 'two';
  await jest.advanceTimersByTimeAsync(20_000);
  expect(reader.written).toEqual([
    'retry: 2000\n\n',
    'event: version\ndata: one\n\n',
    'event: version\ndata: two\n\n',
    ': still here\n\n',
  ]);
  reader.emit('close');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(reader.written).toHaveLength(4);
});

test('an ended stream whose reader is slow is not written to any more', async () => {
  const reader = open(async () => 'one');
  await jest.advanceTimersByTimeAsync(5 * 60_000);
  expect(reader.writableEnded).toBe(true);
  const told = reader.written.length;
  await jest.advanceTimersByTimeAsync(60_000);
  expect(reader.written).toHaveLength(told);
  reader.emit('close');
});

test('one whose version cannot be read ends, and is not asked again once closed', async () => {
  let asked = 0;
  const reader = open(() => (asked++, Promise.reject(new Error('no database'))));
  await jest.advanceTimersByTimeAsync(1);
  expect(reader.writableEnded).toBe(true);
  reader.emit('close');
  const before = asked;
  await jest.advanceTimersByTimeAsync(10_000);
  expect(asked).toBe(before);
});
