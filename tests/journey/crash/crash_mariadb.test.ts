import { onServer } from '../../support/require';
import { crashSuite } from './crash';

onServer('on MariaDB', crashSuite);
