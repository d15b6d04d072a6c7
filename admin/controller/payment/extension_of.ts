import type { PaymentExtension } from '../../../extension/payment_link/gateways/payment_extension';
import type { TextFiles } from '../../../language';
import { notFound } from '../../../system/errors';
import type { Admin } from '../../admin';
import type { SettingTexts } from '../../form/setting_fields';
import type { Visit } from '../../visit';

type PaymentTexts = Extract<keyof TextFiles, `payment/${string}`>;

/** @throws AppError `not_found` for a provider that is not part of this program */
export function extensionOf(app: Admin, code: string): PaymentExtension {
  const extension = app.paymentExtensions.find((one) => one.code === code);
  if (!extension) throw notFound();
  return extension;
}

/** A provider's own language file. */
export function extensionTexts(visit: Visit, extension: PaymentExtension): SettingTexts {
  return visit.texts(`payment/${extension.code}` as PaymentTexts);
}

export function extensionRoute(code: string): string {
  return `payment/${code}`;
}
