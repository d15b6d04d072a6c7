/** A browser without script: keeps the cookie, sends the token of the last form, follows no redirect by itself. */
export interface Agent {
  get(path: string): Promise<Answered>;
  /** Fields of one name may be several. The CSRF token is added. */
  post(path: string, form: Form): Promise<Answered>;
  /** @throws Error when the log-in is refused. */
  logIn(username: string, password: string): Promise<void>;
  /** For another program that goes on with this log-in. */
  cookie(): string;
}

export type Form = Readonly<Record<string, string | readonly string[]>>;

export interface Answered {
  readonly status: number;
  readonly html: string;
  /** Where a redirect leads, from the root; empty when it is none. */
  readonly location: string;
}

export function agentFor(url: string): Agent {
  const jar = new Map<string, string>();
  const cookies = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  let csrf = '';
  const ask = async (path: string, init: RequestInit): Promise<Answered> => {
    const response = await fetch(`${url}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: cookies() },
    });
    keep(jar, response.headers.getSetCookie());
    const html = await response.text();
    csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? csrf;
    return { status: response.status, html, location: response.headers.get('location') ?? '' };
  };
  const post = (path: string, form: Form): Promise<Answered> => {
    const body = new URLSearchParams({ csrf });
    for (const [name, value] of Object.entries(form)) {
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
    }
    return ask(path, { method: 'POST', body });
  };
  return {
    get: (path) => ask(path, {}),
    post,
    cookie: cookies,
    async logIn(username, password) {
      await ask('/admin/common/login', {});
      const answer = await post('/admin/common/login', { username, password });
      if (answer.status !== 303) throw new Error(`${username} could not log in: ${answer.status}`);
      // The new session has a token of its own; this page needs no permission.
      await ask('/admin/common/login', {});
    },
  };
}

/** The text of a page as a person reads it: tags gone, entities read, white space single. */
export function textOf(html: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#34': '"', '#39': "'" };
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}

/** An empty value is a cookie taken back. */
function keep(jar: Map<string, string>, set: readonly string[]): void {
  for (const cookie of set) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
}
