/** What `field.ejs` draws: ready strings. Ids and names must be plain (letters, digits, _ - [ ]): they are not escaped. */
export interface FieldView {
  readonly kind:
    | 'text'
    | 'number'
    | 'email'
    | 'tel'
    | 'password'
    | 'date'
    | 'datetime-local'
    | 'time'
    | 'search'
    | 'url'
    | 'textarea'
    | 'select'
    /** Radios, for Yes/No and short choices. */
    | 'switch'
    | 'checks';
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly options?: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
  readonly help?: string;
  readonly error?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly wide?: boolean;
  readonly lengthMax?: number;
  readonly placeholder?: string;
  readonly autocomplete?: string;
  readonly inputmode?: string;
  readonly min?: number;
  readonly max?: number;
  readonly rows?: number;
  readonly suffix?: string;
  /** Of a further store: whether the setting is as in the default store, and what it is there. */
  readonly inherit?: {
    readonly key: string;
    readonly checked: boolean;
    readonly text: string;
    readonly disabled: boolean;
  };
  /** Id of a datalist. */
  readonly list?: string;
  /** data-* attributes of a select, for the page's script. */
  readonly data?: Readonly<Record<string, string>>;
}
