import type { CustomerLanguage } from '../../language/customer';
import { PAY_STYLES } from '../assets';
import type { Catalog } from '../catalog';
import type { PayFrame } from '../view/pay';

export interface FrameWish {
  readonly language: CustomerLanguage;
  readonly title: string;
  /** The link was made with the provider's test account. */
  readonly test: boolean;
  readonly refresh: PayFrame['refresh'];
}

export function payFrame(app: Catalog, { language, title, test, refresh }: FrameWish): PayFrame {
  const { band_demo: demoBand, band_test: testBand } = language.texts;
  return {
    language: language.locale,
    title,
    icon: app.assets.href('mark.svg'),
    styles: PAY_STYLES.map((name) => app.assets.href(name)),
    scripts: [app.assets.href('pay.js')],
    refresh,
    band: app.config.demo ? demoBand : test ? testBand : null,
  };
}
