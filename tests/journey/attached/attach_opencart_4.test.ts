import { opencartDumps } from '../../support/opencart_dump';
import { onServer } from '../../support/require';
import { attachedJourney } from './attached';

onServer('beside OpenCart 4', (server) => {
  describe('4.0.2', () => attachedJourney(server, '4.0.2', 0));
  describe('4.1.0.3', () => attachedJourney(server, '4.1.0.3', 16));
  describe('4.1.0.4', () => attachedJourney(server, '4.1.0.4', 16));
  for (const dump of opencartDumps().filter(({ version }) => version.startsWith('4.'))) {
    describe(`a real ${dump.version}`, () => attachedJourney(server, dump, 16));
  }
});
