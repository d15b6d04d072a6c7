import { createHash } from 'node:crypto';
import { agentFor, type Agent } from './agent';
import type { PhpShop } from './php_shop';

const STAFF_PASSWORD = 'secret123';

/** A member of the shop's own staff, as PHP keeps one whose password it never re-hashed. */
export async function addStaff(shop: PhpShop, username: string, userGroupId: number): Promise<void> {
  const user = { user_group_id: userGroupId, username, password: md5(STAFF_PASSWORD), salt: '', firstname: 'Ann' };
  const rest = { lastname: 'Owner', email: `${username}@example.com`, image: '', code: '', ip: '', status: 1 };
  await shop.insert('user', { ...user, ...rest, date_added: '2026-01-01 00:00:00' });
}

/** Logged in to the running program. */
export async function staffAgent(shop: PhpShop, username: string): Promise<Agent> {
  const agent = agentFor(shop.config().publicUrl);
  await agent.logIn(username, STAFF_PASSWORD);
  return agent;
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
