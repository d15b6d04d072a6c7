/** A refusal of the link calls: `{error_messages}`, as a list or, for a wrong key, as plain text. */
export class LinkRefusal extends Error {
  constructor(
    readonly status: number,
    readonly messages: readonly string[] | string,
  ) {
    super(String(messages));
  }
}

/** A refusal of the transaction calls: `{status_code, status_message}`. */
export class CoreRefusal extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

export const unknownTransaction = () => new CoreRefusal(404, "Transaction doesn't exist.");
export const unchangeable = () => new CoreRefusal(412, 'Merchant cannot modify the status of the transaction');
