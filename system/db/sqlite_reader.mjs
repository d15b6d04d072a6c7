import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

// A thread that reads one SQLite file and answers statement by statement; see aside.ts.
const { DatabaseSync } = createRequire(import.meta.url)(workerData.driver);
const db = new DatabaseSync(workerData.file, { readOnly: true });
for (const pragma of ['busy_timeout=5000', 'cache_size=-16000']) db.exec(`PRAGMA ${pragma}`);

parentPort.on('message', ({ id, question }) => {
  if (!question) return;
  try {
    parentPort.postMessage({ id, answer: db.prepare(question.sql).all(...question.bindings) });
  } catch (failed) {
    parentPort.postMessage({ id, failed: { message: failed.message, code: failed.code, errcode: failed.errcode } });
  }
});
parentPort.postMessage('ready');
