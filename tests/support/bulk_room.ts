import { beginRun } from '../../extension/payment_link/bulk/begin_run';
import { countRunLinks, listRunLinks } from '../../extension/payment_link/bulk/run_links';
import type { BulkAct } from '../../extension/payment_link/bulk/runs';
import type { Person } from '../../extension/payment_link/journal/person';
import type { Link } from '../../extension/payment_link/link/link_row';
import { SECOND_MS } from '../../system/clock';
import { t } from '../../system/db/table';
import { linkWorld, type LinkWorld } from './link_world';

/** Who presses, unless a test says otherwise. */
export const ANN: Person = { name: 'ann', ip: '192.0.2.7' };

/** Runs of acts on many links, in a world whose provider and clock a test moves; the mail server is played by hand. */
export class BulkRoom {
  private constructor(readonly world: LinkWorld) {}

  static async open(): Promise<BulkRoom> {
    return new BulkRoom(await linkWorld());
  }

  async links(count: number): Promise<Link[]> {
    const made: Link[] = [];
    for (let n = 0; n < count; n++) made.push((await this.world.activeLink()).link);
    return made;
  }

  begin(act: BulkAct, chosen: readonly Pick<Link, 'linkId'>[], person: Person = ANN): Promise<number> {
    const linkIds = chosen.map(({ linkId }) => linkId);
    return beginRun(this.world.context, act, linkIds, person);
  }

  seconds(count: number): Promise<void> {
    return this.world.pass(count * SECOND_MS, SECOND_MS);
  }

  counts(runId: number) {
    return countRunLinks(this.world.db, runId);
  }

  /** Reasons and remedies, in the order of the run. */
  async refusals(runId: number): Promise<[string, string | null][]> {
    const refused = await listRunLinks(this.world.db, runId, 'refused', { limit: 100 });
    return refused.map(({ reason, remedy }) => [reason, remedy]);
  }

  /** The attempt that stands for the link's order. */
  newest({ orderId }: Link): Promise<Link> {
    return this.world.link(orderId ?? 0);
  }

  mails() {
    return this.world.db(t(this.world.db, 'payment_link_mail'));
  }

  /** As the mail server's answer leaves those that wait. */
  answerMails(answer: object) {
    return this.mails().where({ state: 'waiting' }).update(answer);
  }
}
