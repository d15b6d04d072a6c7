import type { Command } from 'commander';
import { findingLines, hasProblem } from '../doctor';
import { say, sayJson } from './terminal';
import { withProgram } from './with_program';

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .summary('check that everything links need is in order')
    .description(
      'Checks keys, addresses, statuses, the mail server, the clock and the queue, and says for each finding what to ' +
        'do. Ends with 1 when something keeps links from working.',
    )
    .option('--json', 'answer in JSON')
    .addHelpText('after', '\nExamples:\n  payment-links doctor\n  payment-links doctor --json')
    .action(check);
}

async function check(options: { json?: boolean }): Promise<void> {
  await withProgram(async (program) => {
    const findings = await program.doctor('en-gb');
    if (options.json === true) sayJson(findings);
    else say(findingLines(findings, 'en-gb').join('\n'));
    if (hasProblem(findings)) process.exitCode = 1;
  });
}
