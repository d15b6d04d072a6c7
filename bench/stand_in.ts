import { SMTPServer } from 'smtp-server';
import { startSandbox } from '../extension/sandbox/multisafepay/sandbox';

/** What the bench says to the stand-ins, and what they answer. */
export type Wish =
  | { readonly ask: 'count' }
  | { readonly ask: 'latency'; readonly ms: number }
  | { readonly ask: 'pay'; readonly reference: string };

/** What the stand-ins have counted since they were last asked. */
export interface Counted {
  readonly mails: number;
  /** Recipient and epoch ms of each mail taken since the last question. */
  readonly arrivals: readonly (readonly [recipient: string, at: number])[];
}

/** Stand-ins of provider and mail server in a process of their own, so that their work is not counted as ours. */
async function main(latencyMs: number): Promise<void> {
  const sandbox = await startSandbox({});
  const slowDown = (ms: number): void => {
    sandbox.control.clear();
    if (ms > 0) sandbox.control.fault({ operation: 'create', kind: 'latency', latencyMs: ms, rate: 1 });
  };
  slowDown(latencyMs);
  const arrivals: [string, number][] = [];
  let mails = 0;
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, session, done) {
      stream.resume();
      stream.on('end', () => {
        mails++;
        arrivals.push([session.envelope.rcptTo[0]?.address ?? '', Date.now()]);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as { port: number };
  process.on('message', (wish: Wish) => {
    if (wish.ask === 'latency') slowDown(wish.ms);
    if (wish.ask === 'pay') sandbox.control.act(wish.reference, 'complete');
    process.send?.({ mails, arrivals: wish.ask === 'count' ? arrivals.splice(0) : [] } satisfies Counted);
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ apiUrl: sandbox.apiUrl, smtpUrl: `smtp://127.0.0.1:${port}` });
}

void main(Number(process.argv[2] ?? 100));
