/** Answers that stay open are counted per person: each costs a look into the database every second. */
export class OpenStreams {
  readonly #open = new Map<number, number>();
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  /** False when the person has as many as are allowed. */
  take(userId: number): boolean {
    const open = this.#open.get(userId) ?? 0;
    if (open >= this.#max) return false;
    this.#open.set(userId, open + 1);
    return true;
  }

  release(userId: number): void {
    const left = (this.#open.get(userId) ?? 1) - 1;
    if (left > 0) this.#open.set(userId, left);
    else this.#open.delete(userId);
  }
}
