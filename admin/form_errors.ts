import { AppError } from '../system/errors';
import type { Visit } from './visit';

/** One wrong field, as the summary above a form and the line beside the field show it. */
export interface FieldError {
  /** Its id on the page; `content` for what is about the whole form. */
  readonly field: string;
  readonly text: string;
  /** Where to look first; opens beside the form. */
  readonly link?: { readonly text: string; readonly href: string };
}

/**
 * Runs what a form asked for. A refusal that names fields, or that a person can mend, comes back as errors to show
 * with what was typed; anything else is thrown on.
 */
export async function attempt<T>(visit: Visit, act: () => Promise<T>, texts: Texts = {}): Promise<T | FieldErrors> {
  try {
    return await act();
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.status >= 500 || thrown.status === 404) throw thrown;
    return errorsOf(visit, thrown, texts);
  }
}

type Texts = Readonly<Record<string, unknown>>;

export class FieldErrors {
  constructor(
    readonly list: readonly FieldError[],
    /** The HTTP status of the page that shows them. */
    readonly status: number,
    /** The refusal itself; null when nothing was refused. */
    readonly refusal: AppError | null = null,
  ) {}

  of(field: string): string | undefined {
    return this.list.find((error) => error.field === field)?.text;
  }
}

export const noErrors = new FieldErrors([], 200);

/** What a form that nobody has sent off yet says beside its fields. */
export function hints(visit: Visit, problems: readonly (readonly [field: string, sentence: string])[]): FieldErrors {
  return new FieldErrors(
    problems.map(([field, sentence]) => ({ field: fieldId(field), text: visit.said(sentence) })),
    200,
  );
}

/** A field's sentence is a key of the page's texts, of the shared form texts, or already a sentence. */
function errorsOf(visit: Visit, error: AppError, texts: Texts): FieldErrors {
  const shared: Texts = visit.texts('common/form');
  const sentence = (key: string): string => {
    const found = texts[key] ?? shared[key];
    return typeof found === 'string' ? found : visit.said(key);
  };
  const fields = Object.entries(error.details.fields ?? {});
  if (fields.length === 0) {
    const { message, remedy } = visit.refused(error);
    const text = remedy === null ? message : `${message} ${remedy}`;
    return new FieldErrors([{ field: 'content', text }], error.status, error);
  }
  return new FieldErrors(
    fields.map(([field, key]) => ({ field: fieldId(field), text: sentence(key) })),
    error.status,
    error,
  );
}

/** `lines.0.quantity` → `lines-0-quantity`: the id of the field on the page. */
export function fieldId(name: string): string {
  return name.replace(/[^\w-]+/g, '-').replace(/-+$/, '');
}
