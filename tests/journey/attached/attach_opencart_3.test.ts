import { opencartDumps } from '../../support/opencart_dump';
import { onServer } from '../../support/require';
import { attachedJourney } from './attached';

onServer('beside OpenCart 3', (server) => {
  describe('3.0.4', () => attachedJourney(server, '3.0.4', 0));
  describe('3.0.5', () => attachedJourney(server, '3.0.5', 0));
  for (const dump of opencartDumps().filter(({ version }) => version.startsWith('3.'))) {
    describe(`a real ${dump.version}`, () => attachedJourney(server, dump, 0));
  }
});
