import express from 'express';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { listen } from '../../../../system/http/server';

/** Longer than any test may take: what is closed by force then is not closed in time. */
const NEVER_MS = 3_600_000;
const HERE = '127.0.0.1';

/** A program with an answer that waits until it is let go. */
async function answering(closeMs = NEVER_MS) {
  let letGo = (): void => undefined;
  let asked = (): void => undefined;
  const underWay = new Promise<void>((resolve) => (asked = resolve));
  const app = express();
  app.get('/', (_request, response) => void response.send('here'));
  app.get('/slow', (_request, response) => {
    letGo = () => void response.send('done');
    asked();
  });
  app.get('/news', (_request, response) => {
    response.type('text/event-stream').write(': hello\n\n');
    asked();
  });
  const listening = await listen(app, 0, HERE, { closeMs });
  return { ...listening, underWay, letGo: () => letGo() };
}

function ask(port: number, path: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ host: HERE, port, path, agent }, (answer: IncomingMessage) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.once('end', () => resolve(text)).once('error', reject);
    }).once('error', reject);
  });
}

describe('a server that is closed', () => {
  test('lets a running answer end, and then waits for no connection that its client would keep', async () => {
    const agent = new Agent({ keepAlive: true });
    const { port, underWay, letGo, close } = await answering();
    const answer = ask(port, '/slow', agent);
    await underWay;
    const closed = close();
    await expect(ask(port, '/', new Agent())).rejects.toThrow('ECONNREFUSED');
    letGo();
    expect(await answer).toBe('done');
    await closed;
    agent.destroy();
  });

  test('ends streams of news at once, with all that was written to them', async () => {
    const { port, underWay, close } = await answering();
    const stream = ask(port, '/news', new Agent());
    await underWay;
    await close();
    expect(await stream).toBe(': hello\n\n');
  });

  test('cuts what takes longer than it may', async () => {
    const { port, underWay, close } = await answering(50);
    const answer = ask(port, '/slow', new Agent());
    answer.catch(() => undefined);
    await underWay;
    await close();
    await expect(answer).rejects.toThrow('socket hang up');
  });

  test('waits for nobody who is connected and asks nothing', async () => {
    const { port, close } = await answering();
    const socket = connect(port, HERE);
    await new Promise((resolve) => socket.once('connect', resolve));
    await ask(port, '/', new Agent());
    const ended = new Promise((resolve) => socket.once('close', resolve));
    await close();
    await ended;
  });
});

describe('a server that cannot listen says', () => {
  test('that the port is in use', async () => {
    const { port, close } = await answering();
    await expect(listen(express(), port, HERE)).rejects.toMatchObject({ code: 'port_in_use' });
    await close();
  });

  test('that the address is none of this machine', async () => {
    await expect(listen(express(), 0, '192.0.2.1')).rejects.toMatchObject({ code: 'cannot_listen' });
  });
});
