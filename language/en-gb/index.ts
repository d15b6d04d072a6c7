import { error } from './common/error';
import { form } from './common/form';
import { layout } from './common/layout';
import { login } from './common/login';
import { menu } from './common/menu';

/** English is the contract: every other language satisfies its shape. */
export const english = {
  'common/error': error,
  'common/form': form,
  'common/layout': layout,
  'common/login': login,
  'common/menu': menu,
} as const;
