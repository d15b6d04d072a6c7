import type { TextsOf } from '../../system/language';
import type { english } from '../en-gb';
import { error } from './common/error';
import { form } from './common/form';
import { layout } from './common/layout';
import { login } from './common/login';
import { menu } from './common/menu';

export const dutch: TextsOf<typeof english> = {
  'common/error': error,
  'common/form': form,
  'common/layout': layout,
  'common/login': login,
  'common/menu': menu,
};
