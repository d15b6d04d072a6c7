import { parentPort } from 'node:worker_threads';
import type { FromThread, ToThread } from './asked_thread';

/** The other side of `AskedThread`: what a thread's own file calls once it can answer. */
export function answerAll<Question, Answer>(
  answer: (question: Question, signal: AbortSignal) => Promise<Answer>,
): void {
  const running = new Map<number, AbortController>();
  const send = (message: FromThread<Answer>): void => parentPort?.postMessage(message);
  parentPort?.on('message', (message: ToThread<Question>) => {
    if ('abort' in message) return void running.get(message.id)?.abort(new Error(message.abort));
    const { id } = message;
    const abort = new AbortController();
    running.set(id, abort);
    answer(message.question, abort.signal)
      .then(
        (answered) => send({ id, answer: answered }),
        (failed: unknown) =>
          send({ id, failed: { message: failed instanceof Error ? failed.message : String(failed) } }),
      )
      .finally(() => running.delete(id));
  });
  send('ready');
}
