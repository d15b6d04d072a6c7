/**
 * Puts parts down one after the other, each of them also when one before it could not be.
 * @throws what failed, when all have had their turn: an AggregateError where several did.
 */
export async function putDown(parts: readonly (() => Promise<void> | void)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const put of parts) {
    try {
      await put();
    } catch (failed) {
      failures.push(failed);
    }
  }
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, 'several parts could not be put down');
}
