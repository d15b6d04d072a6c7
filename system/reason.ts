/** Before what the machine said, on a line of its own below what people read. Stored with failures: never rename. */
const CAUSE = 'Cause: ';
/** As it was stored before the cause had a line of its own: "X could not be reached: connect ECONNREFUSED …". */
const ONE_LINE = /^(.+? could not be reached): ([^\n]+)$/;

/** What is kept of a failure: the sentence, and below it its technical cause. */
export function withCause(sentence: string, cause: string | null | undefined): string {
  return cause ? `${sentence}\n${CAUSE}${cause}` : sentence;
}

/** What is kept of a failure, taken apart again. */
export function readReason(kept: string): { readonly sentence: string; readonly cause: string | null } {
  const [, said, why] = ONE_LINE.exec(kept) ?? [];
  if (said !== undefined && why !== undefined) return { sentence: `${said}.`, cause: why };
  const lines = kept.split('\n');
  const causes = lines.filter((line) => line.startsWith(CAUSE)).map((line) => line.slice(CAUSE.length));
  const sentence = lines.filter((line) => !line.startsWith(CAUSE)).join('\n');
  return { sentence, cause: causes.length === 0 ? null : causes.join('\n') };
}

/** The same as the two fields of what is read from a table. */
export function failureIn(kept: string | null): {
  readonly failure: string | null;
  readonly failureCause: string | null;
} {
  if (kept === null) return { failure: null, failureCause: null };
  const { sentence, cause } = readReason(kept);
  return { failure: sentence, failureCause: cause };
}
