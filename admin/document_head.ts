import type { Admin } from './admin';
import { BASE_STYLES } from './assets';

/** The files a document asks for. */
export interface DocumentHead {
  readonly styles: readonly string[];
  /** Runs before the first paint, the others when the page is read. */
  readonly early: string;
  readonly scripts: readonly string[];
  readonly icon: string;
}

/** `scripts`: names of assets. */
export function documentHead(app: Pick<Admin, 'assets'>, scripts: readonly string[]): DocumentHead {
  return {
    styles: BASE_STYLES.map((name) => app.assets.href(name)),
    early: app.assets.href('early.js'),
    scripts: scripts.map((name) => app.assets.href(name)),
    icon: app.assets.href('mark.svg'),
  };
}
