import { Worker } from 'node:worker_threads';

/** What a thread is sent: a question with its number, or that nobody waits for its answer any more. */
export type ToThread<Question> =
  { readonly id: number; readonly question: Question } | { readonly id: number; readonly abort: string };

/** What it sends back; the first message of all says that it is ready. */
export type FromThread<Answer> =
  | 'ready'
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly failed: { readonly message: string } };

interface Waiting<Answer> {
  resolve(answer: Answer): void;
  reject(failed: unknown): void;
}

/** The thread ended before it answered: what it was asked may have been done. */
export class ThreadLost extends Error {
  override readonly name = 'ThreadLost';
}

/**
 * A thread that is asked and answers. It keeps nobody from ending the program while it is not asked, and ends by
 * itself when nobody asked for `idleMs`.
 */
export class AskedThread<Question, Answer> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting<Answer>>();
  readonly #idleMs: number;
  #idle: NodeJS.Timeout | null = null;
  #asked = 0;
  #ready = false;
  #alive = true;

  constructor(file: string, workerData: unknown, idleMs: number) {
    this.#idleMs = idleMs;
    this.#worker = new Worker(file, { workerData });
    this.#worker.unref();
    this.#worker.on('message', (message: FromThread<Answer>) => this.#hear(message));
    this.#worker.on('error', (failed) =>
      this.#lose(new ThreadLost('a thread of the program failed', { cause: failed })),
    );
    this.#worker.on('exit', () => this.#lose(new ThreadLost('a thread of the program ended')));
    this.#rest();
  }

  /** False once it has ended, for whatever reason. */
  get alive(): boolean {
    return this.#alive;
  }

  /** It has started and can answer at once. */
  get ready(): boolean {
    return this.#alive && this.#ready;
  }

  /** @throws ThreadLost when it ended; what the thread itself threw, as a plain Error with what it sent of that. */
  async ask(question: Question, signal?: AbortSignal): Promise<Answer> {
    if (!this.#alive) throw new ThreadLost('a thread of the program ended');
    signal?.throwIfAborted();
    const id = this.#asked++;
    const abort = (): void => this.#send({ id, abort: String(signal?.reason) });
    signal?.addEventListener('abort', abort);
    return await new Promise<Answer>((resolve, reject) => {
      // Throws what cannot travel, before anybody waits for it.
      this.#send({ id, question });
      this.#waiting.set(id, { resolve, reject });
      if (this.#idle) clearTimeout(this.#idle);
      this.#worker.ref();
    }).finally(() => signal?.removeEventListener('abort', abort));
  }

  async end(): Promise<void> {
    this.#alive = false;
    if (this.#idle) clearTimeout(this.#idle);
    await this.#worker.terminate();
  }

  #send(message: ToThread<Question>): void {
    this.#worker.postMessage(message);
  }

  #hear(message: FromThread<Answer>): void {
    if (message === 'ready') {
      this.#ready = true;
      return;
    }
    const asked = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (this.#waiting.size === 0) this.#rest();
    if ('failed' in message) asked?.reject(Object.assign(new Error(message.failed.message), message.failed));
    else asked?.resolve(message.answer);
  }

  #rest(): void {
    this.#worker.unref();
    this.#idle = setTimeout(() => void this.end(), this.#idleMs).unref();
  }

  #lose(failed: Error): void {
    this.#alive = false;
    for (const asked of this.#waiting.values()) asked.reject(failed);
    this.#waiting.clear();
  }
}
