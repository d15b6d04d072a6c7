import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AskedThread, ThreadLost } from '../../../system/asked_thread';

const folder = mkdtempSync(join(tmpdir(), 'payment-links-thread-'));
const file = join(folder, 'thread.js');
writeFileSync(
  file,
  `const { parentPort } = require('node:worker_threads');
   parentPort.on('message', ({ id, question }) => {
     if (question === 'die') process.exit(1);
     if (question === 'fail') return parentPort.postMessage({ id, failed: { message: 'no', code: 'E_NO' } });
     if (question) parentPort.postMessage({ id, answer: question + '!' });
   });
   parentPort.postMessage('ready');`,
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let thread: AskedThread<unknown, string>;
beforeEach(() => (thread = new AskedThread(file, null, 600_000)));
afterEach(() => thread.end());

test('answers what it is asked, and says what it threw', async () => {
  expect(await Promise.all([thread.ask('a'), thread.ask('b')])).toEqual(['a!', 'b!']);
  await expect(thread.ask('fail')).rejects.toMatchObject({ message: 'no', code: 'E_NO' });
});

test('what cannot travel is refused at once, and the thread goes on', async () => {
  await expect(thread.ask(() => undefined)).rejects.toThrow('could not be cloned');
  expect(await thread.ask('a')).toBe('a!');
});

test('when it ends, everybody who waits is told that their question may have been acted on', async () => {
  const waiting = [thread.ask('die'), thread.ask('a')].map((asked) => expect(asked).rejects.toThrow(ThreadLost));
  await Promise.all(waiting);
  expect(thread.alive).toBe(false);
  await expect(thread.ask('a')).rejects.toThrow(ThreadLost);
});

test('one that nobody asks for a while ends by itself', async () => {
  const idle = new AskedThread(file, null, 20);
  while (idle.alive) await new Promise((resolve) => setTimeout(resolve, 10));
  await expect(idle.ask('a')).rejects.toThrow(ThreadLost);
});
