import ts from 'typescript';
import type { Source } from './sources';

/** One call of `defineError`, as the source writes it. */
export interface DefinedError {
  readonly code: string;
  readonly status: string;
  readonly message: string;
  /** Empty where the message already says all there is to do. */
  readonly remedy: string;
  readonly file: string;
}

/** Every error that the product's sources define, by code. */
export function definedErrors(sources: readonly Source[]): DefinedError[] {
  return sources.flatMap(errorsIn).sort((a, b) => (a.code < b.code ? -1 : 1));
}

function errorsIn({ file, text }: Source): DefinedError[] {
  const found: DefinedError[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(tree) === 'defineError') {
      const [code, status, message, remedy] = node.arguments.map(literal);
      found.push({ code: code ?? '', status: status ?? '', message: message ?? '', remedy: remedy ?? '', file });
    }
    ts.forEachChild(node, visit);
  };
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  visit(tree);
  return found;
}

function literal(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return node.text;
  throw new Error(`the arguments of defineError are to be written out, not ${node.getText()}`);
}

/** One line of docs/errors.md. */
export function errorLine({ code, status, message, remedy }: DefinedError): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  return `| \`${code}\` | ${status} | ${cell(message)} | ${cell(remedy) || '–'} |`;
}
