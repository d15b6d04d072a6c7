import type { Notice } from '../system/http/answer';
import type { Admin } from './admin';
import { documentHead, type DocumentHead } from './document_head';
import { languageLinks, type LanguageLink } from './language_choice';
import { menuOf, type MenuGroup } from './menu';
import type { Visit } from './visit';

/** Everything around a page's own content. */
export interface FrameView {
  readonly language: string;
  readonly title: string;
  readonly crumbs: readonly { readonly text: string; readonly href: string }[];
  readonly body: string;
  readonly notice: Notice | null;
  readonly menu: readonly MenuGroup[];
  readonly homeHref: string;
  readonly homeCurrent: boolean;
  readonly logoutHref: string;
  /** Where a page left open asks whether somebody is still logged in. */
  readonly tokenHref: string;
  readonly userName: string;
  readonly groupName: string;
  readonly csrf: string;
  readonly languages: readonly LanguageLink[];
  /** The striped band: payments of the demo go to the sandbox, or what everybody must know. */
  readonly band: string | null;
  readonly bandLinks: readonly { readonly text: string; readonly href: string }[];
  readonly head: DocumentHead;
  readonly text: { readonly [key: string]: string };
}

export interface FrameParts {
  readonly route: string;
  readonly title: string;
  readonly crumbs: readonly { readonly text: string; readonly href: string }[];
  readonly notice: Notice | null;
  readonly body: string;
  /** Names of assets beyond those of every page. */
  readonly scripts: readonly string[];
}

export function frameOf(app: Admin, visit: Visit, parts: FrameParts): FrameView {
  const texts = visit.texts('common/layout');
  return {
    language: visit.locale,
    title: parts.title,
    crumbs: [{ text: texts.home, href: visit.href('/admin') }, ...parts.crumbs],
    body: parts.body,
    notice: parts.notice,
    menu: menuOf(visit, parts.route, (path) => app.offers(path)),
    homeHref: visit.href('/admin'),
    homeCurrent: parts.route === 'common/dashboard',
    logoutHref: visit.href('/admin/common/logout'),
    tokenHref: visit.href('/admin/common/login/token'),
    userName: `${visit.user.firstName} ${visit.user.lastName}`.trim() || visit.user.username,
    groupName: visit.user.groupName,
    csrf: visit.csrf,
    languages: languageLinks(app, visit.request),
    band: app.config.demo ? texts.band_demo : app.banner(),
    bandLinks: app.config.demo
      ? [
          { text: texts.mailbox, href: visit.href('/mailbox') },
          { text: texts.sandbox, href: visit.href('/sandbox/multisafepay') },
        ]
      : [],
    head: documentHead(app, ['bootstrap.js', 'logged_in.js', 'admin.js', 'wrong.js', 'corrected.js', ...parts.scripts]),
    text: texts,
  };
}
