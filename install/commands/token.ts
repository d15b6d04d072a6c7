import { InvalidArgumentError, type Command } from 'commander';
import { listTokens, makeToken, revokeToken, TOKEN_NAME_MAX } from '../../extension/payment_link/api_tokens';
import { writeJournal } from '../../extension/payment_link/journal/journal';
import { defineError } from '../../system/errors';
import { wholeNumber } from './stores';
import { hint, momentText, say, sayJson, sayTable } from './terminal';
import { BY_COMMAND, withProgram } from './with_program';

export const noSuchToken = defineError(
  'no_such_token',
  404,
  'There is no token {id} that is still good.',
  '`payment-links token list` shows them.',
);

const EXAMPLES = `
Examples:
  payment-links token create --name "Bookkeeping" --read-only
  payment-links token list
  payment-links token revoke 3`;

export function addToken(program: Command): void {
  const token = program
    .command('token')
    .summary('who may use the API')
    .description('Makes, lists and revokes the bearer tokens of the API under /api/v1.')
    .addHelpText('after', EXAMPLES);
  token
    .command('create')
    .summary('make a token; it is shown once')
    .description('Makes a bearer token for the API. It is shown this once: only its hash is kept.')
    .requiredOption('--name <name>', 'who uses it; the journal names it', tokenName)
    .option('--read-only', 'it may look, but change nothing')
    .addHelpText('after', EXAMPLES)
    .action(create);
  token
    .command('list')
    .summary('list the tokens')
    .description('Lists the tokens, revoked ones included, with when each was last used.')
    .option('--json', 'answer in JSON')
    .action(list);
  token
    .command('revoke')
    .argument('<id>', 'its number', wholeNumber)
    .summary('a token is good no more')
    .description('Revokes a token: from now on it is refused.')
    .action(revoke);
}

/** By it its owner tells it from others when one has to be revoked. */
function tokenName(text: string): string {
  const name = text.trim();
  if (name === '' || name.length > TOKEN_NAME_MAX) {
    throw new InvalidArgumentError(`It must have 1 to ${TOKEN_NAME_MAX} characters.`);
  }
  return name;
}

async function create({ name, readOnly = false }: { name: string; readOnly?: boolean }): Promise<void> {
  await withProgram(async ({ links: { db, clock } }) => {
    const now = clock.now();
    const { tokenId, token } = await makeToken(db, { name, readOnly, createdBy: BY_COMMAND.name, now });
    const details = { token: tokenId, name, read_only: readOnly };
    await writeJournal(db, { event: 'token.created', details, actor: BY_COMMAND.name, at: now });
    say(token);
    hint(`This is token ${tokenId}, shown this once. Send it as "Authorization: Bearer <token>".`);
  });
}

async function list(options: { json?: boolean }): Promise<void> {
  await withProgram(async ({ links: { db } }) => {
    const tokens = await listTokens(db);
    if (options.json === true) return sayJson(tokens);
    const rows = tokens.map(({ tokenId, name, readOnly, createdAt, usedAt, revokedAt }) => [
      String(tokenId),
      name,
      readOnly ? 'reads' : 'reads and writes',
      momentText(createdAt),
      momentText(usedAt) || 'never',
      revokedAt === null ? '' : `revoked ${momentText(revokedAt)}`,
    ]);
    sayTable(['token', 'name', 'may', 'made (UTC)', 'used (UTC)', ''], rows, 'There are no tokens.');
  });
}

async function revoke(tokenId: number): Promise<void> {
  await withProgram(async ({ links: { db, clock } }) => {
    const now = clock.now();
    if (!(await revokeToken(db, tokenId, now))) throw noSuchToken({ values: { id: tokenId } });
    await writeJournal(db, { event: 'token.revoked', details: { token: tokenId }, actor: BY_COMMAND.name, at: now });
    say(`Token ${tokenId} is revoked.`);
  });
}
