import type { Clock } from '../../system/clock';

/** Something the provider does later of its own accord. Plain data, so that it survives a restart. */
export interface Task {
  readonly id: number;
  readonly kind: string;
  /** UTC epoch milliseconds. */
  readonly dueAt: number;
  readonly data: Readonly<Record<string, string>>;
}

export interface Agenda {
  add(kind: string, dueAt: number, data: Readonly<Record<string, string>>): void;
  /** Does all that is due by the clock, in order of time; tells how much there was. */
  tick(): number;
  close(): void;
}

export interface AgendaOptions {
  readonly clock: Clock;
  /** Kept in the store; changed in place. */
  readonly tasks: Map<number, Task>;
  readonly handlers: Readonly<Record<string, (data: Readonly<Record<string, string>>) => void>>;
  /** How often the clock is looked at; 0 leaves it to `tick`. */
  readonly everyMs: number;
}

export function createAgenda(options: AgendaOptions): Agenda {
  const { clock, tasks, handlers } = options;
  let nextId = Math.max(0, ...[...tasks.keys()].slice(-1)) + 1;
  const tick = (): number => {
    const due = [...tasks.values()].filter((task) => task.dueAt <= clock.now()).sort((a, b) => a.dueAt - b.dueAt);
    for (const task of due) {
      tasks.delete(task.id);
      handlers[task.kind]?.(task.data);
    }
    return due.length;
  };
  const timer = options.everyMs > 0 ? setInterval(tick, options.everyMs).unref() : null;
  return {
    add(kind, dueAt, data) {
      tasks.set(nextId, { id: nextId, kind, dueAt, data });
      nextId += 1;
    },
    tick,
    close: () => void (timer && clearInterval(timer)),
  };
}
