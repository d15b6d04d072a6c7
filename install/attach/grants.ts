import type { Privilege } from '../../extension/opencart/attach/privileges';

/** For the administrator of the database, to be run as they are. `user`: "pl_run@localhost". */
export function grantStatements(
  privileges: readonly Privilege[],
  { database, user }: { readonly database: string; readonly user: string },
): string[] {
  return privileges.map(
    ({ table, verbs }) => `GRANT ${verbs.join(', ')} ON ${name(database)}.${name(table)} TO ${account(user)};`,
  );
}

/** A pattern elsewhere, so that `_` stands for any character: here it is meant as it is. */
export function readStatement({ database, user }: { readonly database: string; readonly user: string }): string {
  return `GRANT SELECT ON ${name(database.replace(/[_%\\]/g, '\\$&'))}.* TO ${account(user)};`;
}

function name(text: string): string {
  return `\`${text.replaceAll('`', '``')}\``;
}

/** "name@host"; without a host the user may come from anywhere. */
function account(user: string): string {
  const at = user.lastIndexOf('@');
  const [who, host] = at < 0 ? [user, '%'] : [user.slice(0, at), user.slice(at + 1)];
  return `${quoted(who)}@${quoted(host)}`;
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
