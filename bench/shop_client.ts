import { Agent, request } from 'undici';

/** An admin at work: one logged-in session, as many connections as asked for. */
export class ShopClient {
  readonly #url: string;
  readonly #agent: Agent;
  readonly #cookies = new Map<string, string>();
  #csrf = '';
  #fields: Record<string, string> = {};

  constructor(url: string, connections: number) {
    this.#url = url;
    this.#agent = new Agent({ connections, pipelining: 1 });
  }

  async logIn(password: string): Promise<void> {
    const page = await this.get('/admin/common/login');
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    await this.post('/admin/common/login', { csrf, username: 'admin', password });
    const form = await this.get('/admin/sale/order/form');
    this.#csrf = /name="csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
    this.#fields = fieldsOf(form.body);
  }

  /** Presses Save on a filled-in order form. Answers the order's id. @throws Error with what the form said */
  async saveOrder(number: number, email: string): Promise<number> {
    const answer = await this.post('/admin/sale/order/form', {
      ...this.#fields,
      csrf: this.#csrf,
      form_token: `bench-${process.pid}-${number}-${Date.now()}`,
      firstname: 'Jan',
      lastname: 'de Vries',
      email,
      ...address('payment_address'),
      shipping_same: '1',
      shipping_code: 'flat.flat',
      'lines[0][product_id]': '4',
      'lines[0][quantity]': '2',
      'lines[1][product_id]': '5',
      'lines[1][quantity]': '1',
      act: 'save',
    });
    const orderId = /order_id=(\d+)/.exec(answer.location)?.[1];
    if (orderId === undefined) throw new Error(`not saved: ${answer.status} ${said(answer.body)}`);
    return Number(orderId);
  }

  async get(path: string): Promise<{ status: number; body: string }> {
    const answer = await request(`${this.#url}${path}`, { dispatcher: this.#agent, headers: this.#headers() });
    this.#keepCookies(answer.headers['set-cookie']);
    return { status: answer.statusCode, body: await answer.body.text() };
  }

  async post(path: string, form: Record<string, string>): Promise<{ status: number; location: string; body: string }> {
    const answer = await request(`${this.#url}${path}`, {
      dispatcher: this.#agent,
      method: 'POST',
      headers: { ...this.#headers(), 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });
    this.#keepCookies(answer.headers['set-cookie']);
    return {
      status: answer.statusCode,
      location: String(answer.headers['location'] ?? ''),
      body: await answer.body.text(),
    };
  }

  #headers(): { cookie: string } {
    return { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  #keepCookies(set: string | string[] | undefined): void {
    for (const cookie of set === undefined ? [] : [set].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
  }

  close(): Promise<void> {
    return this.#agent.close();
  }
}

function address(kind: string): Record<string, string> {
  const parts = {
    firstname: 'Jan',
    lastname: 'de Vries',
    address_1: 'Kraanspoor 39',
    city: 'Amsterdam',
    postcode: '1033 SC',
    zone_id: '1',
  };
  return Object.fromEntries(Object.entries(parts).map(([name, value]) => [`${kind}[${name}]`, value]));
}

/** What a browser would send back of a form that nobody touched. */
function fieldsOf(html: string): Record<string, string> {
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value],
  );
  const chosen = [...html.matchAll(/<select[^>]*name="([^"]+)"[\s\S]*?<\/select>/g)].map(([whole, name = '']) => [
    name,
    /<option value="([^"]*)" selected/.exec(whole)?.[1] ?? '',
  ]);
  return Object.fromEntries([...hidden, ...chosen]) as Record<string, string>;
}

function said(html: string): string {
  return [...html.matchAll(/<li><a href="#[^"]*">([^<]+)/g)].map(([, text]) => text).join('; ');
}
