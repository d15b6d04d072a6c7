import { SMTPServer } from 'smtp-server';
import { startSandbox } from '../extension/sandbox/multisafepay/sandbox';

/** What the stand-ins have counted since they were last asked. */
export interface Counted {
  readonly mails: number;
  /** Recipient and epoch ms of each mail taken since the last question. */
  readonly arrivals: readonly (readonly [recipient: string, at: number])[];
}

/** Stand-ins of provider and mail server in a process of their own, so that their work is not counted as ours. */
async function main(latencyMs: number): Promise<void> {
  const sandbox = await startSandbox({});
  if (latencyMs > 0) sandbox.control.fault({ operation: 'create', kind: 'latency', latencyMs, rate: 1 });
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
  process.on('message', () => process.send?.({ mails, arrivals: arrivals.splice(0) } satisfies Counted));
  process.on('disconnect', () => process.exit(0));
  process.send?.({ apiUrl: sandbox.apiUrl, smtpUrl: `smtp://127.0.0.1:${port}` });
}

void main(Number(process.argv[2] ?? 100));
