import { DEMO_KEYS, startSandbox, type StartedSandbox } from '../../extension/sandbox/multisafepay/sandbox';
import { startProgram, type ProgramRoom } from './program';
import { quiet } from './real_work';
import { relayTo, type Relay } from './relay';
import { smtpSink, type SmtpSink } from './smtp_sink';

/** The program with a provider and a mail server outside of it, which can fall away and come back. */
export interface StandInRoom extends ProgramRoom {
  readonly sandbox: StartedSandbox;
  readonly mails: SmtpSink;
  readonly provider: Relay;
  readonly mailServer: Relay;
  /** The keys the provider knows; tests may change them. */
  readonly keys: { test: string; live: string };
  /** Addresses the mail server refuses. */
  readonly refused: Set<string>;
  /** Works to the end, without waiting. */
  quiet(): Promise<void>;
}

export async function startWithStandIns(env: Readonly<Record<string, string>> = {}): Promise<StandInRoom> {
  const keys = { ...DEMO_KEYS };
  const refused = new Set<string>();
  const sandbox = await startSandbox({ keys, timers: { refundMs: 0, retryMs: 500 } });
  const mails = await smtpSink({
    onRcptTo: ({ address }, _session, done) => {
      const no = Object.assign(new Error('No such user here'), { responseCode: 550 });
      done(refused.has(address) ? no : null);
    },
  });
  const provider = await relayTo(Number(new URL(sandbox.url).port));
  const mailServer = await relayTo(mails.port);
  const apiUrl = new URL(sandbox.apiUrl);
  apiUrl.port = String(provider.port);
  const room = await startProgram({
    MULTISAFEPAY_API_URL: apiUrl.toString(),
    SMTP_URL: `smtp://127.0.0.1:${mailServer.port}`,
    ...env,
  });
  const shop = { ...room, sandbox, mails, provider, mailServer, keys, refused, now: () => Date.now() };
  return {
    ...shop,
    quiet: () => quiet(shop),
    async close() {
      await room.close();
      await provider.down();
      await mailServer.down();
      await sandbox.close();
      await mails.close();
    },
  };
}
