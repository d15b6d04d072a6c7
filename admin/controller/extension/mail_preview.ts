import type { Response } from 'express';
import { sampleMail } from '../../../extension/payment_link/mail/sample_mail';
import type { MailChoice, MailKind, RenderedMail } from '../../../extension/payment_link/mail_port';
import { stream, type Answer } from '../../../system/http/answer';
import type { Admin } from '../../admin';

/**
 * A mail is shown as foreign content even here: in a frame that runs nothing, sends nothing and fetches nothing, and
 * that only pages of this program may hold.
 */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox";

export interface WantedSample {
  readonly kind: MailKind;
  readonly storeId: number;
  readonly language: string;
  readonly choice: MailChoice;
}

/** The mail as customers would get it, about an order that does not exist. */
export async function renderSample(app: Admin, wanted: WantedSample): Promise<RenderedMail> {
  const { kind, storeId, language, choice } = wanted;
  const shop = await app.links.shops.identityOf(storeId);
  const { publicUrl, demo } = app.config;
  const now = app.clock.now();
  return app.mailing.renderer.render(sampleMail({ kind, language, shop, choice, publicUrl, demo, now }));
}

export function previewAnswer(mail: RenderedMail, as: 'html' | 'text'): Answer {
  return stream((response: Response) => {
    response.set('content-security-policy', POLICY);
    if (as === 'text') response.type('text/plain').send(`${mail.subject}\n\n${mail.text}`);
    else response.type('html').send(withImages(mail));
  });
}

/** Mails name their images by content id; a page needs them in place. */
function withImages({ html, attachments }: RenderedMail): string {
  return html.replace(/cid:([\w.@-]+)/g, (whole, cid: string) => {
    const image = attachments.find((one) => one.cid === cid);
    return image ? `data:${image.contentType};base64,${image.content.toString('base64')}` : whole;
  });
}
