import type { Input } from '../../../../system/http/input';
import type { FieldErrors } from '../../../form_errors';

/** A form of the order page that was refused: it comes back open, with what was typed and the errors. */
export interface Again {
  readonly form: string;
  /** Which of several forms of that name: the id of a link or a payment; 0 where there is one. */
  readonly id: number;
  readonly body: Input;
  readonly errors: FieldErrors;
}

export function typedIn(again: Again | null, form: string, id = 0): Again | null {
  return again?.form === form && again.id === id ? again : null;
}
