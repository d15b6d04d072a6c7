import { z } from 'zod';
import { shapes } from '../../api_shapes';
import type { Endpoint } from './endpoint';

type Json = Readonly<Record<string, unknown>>;

const DESCRIPTION =
  'Make, watch, close and refund payment links. Amounts are integer minor units with their currency. Errors are ' +
  'application/problem+json with a stable `code` and, where there is one, a `remedy`.';

/** The document of every endpoint there is, made of the shapes that requests are read with. */
export function openapi(endpoints: readonly Endpoint[], server: string, version: string): Json {
  return {
    openapi: '3.1.0',
    info: { title: 'Payment links', version, description: DESCRIPTION },
    servers: [{ url: server }],
    security: [{ token: [] }],
    paths: pathsOf(endpoints),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: schemasOf(),
    },
  };
}

const PROBLEM_WORDS: Readonly<Record<number, string>> = {
  400: 'The request is not as it must be',
  401: 'No token, or one that is not known',
  403: 'The token may not change anything',
  404: 'There is no such thing',
  409: 'Its present state does not allow it',
  413: 'The body is larger than 256 kB',
  422: 'What is wished cannot be',
  429: 'Asked too often',
};

function pathsOf(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of endpoints) (paths[endpoint.path] ??= {})[endpoint.method] = operationOf(endpoint);
  return paths;
}

function operationOf(endpoint: Endpoint): Json {
  const { operation, summary, description, body, answer, status } = endpoint;
  const problems = [400, 401, ...(endpoint.method === 'post' ? [403, 413] : []), ...endpoint.problems, 429];
  return {
    operationId: operation,
    summary,
    ...(description === undefined ? {} : { description }),
    parameters: parametersOf(endpoint),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: refTo(body) } } } } : {}),
    responses: {
      [status]: { description: summary, content: { 'application/json': { schema: refTo(answer) } } },
      ...Object.fromEntries(problems.map((problem) => [problem, problemOf(PROBLEM_WORDS[problem] ?? '')])),
      default: problemOf('Something that nobody expected: its `reference` is in the log'),
    },
  };
}

function problemOf(description: string): Json {
  const schema = { $ref: '#/components/schemas/Problem' };
  return { description, content: { 'application/problem+json': { schema } } };
}

function parametersOf({ path, query, idempotency }: Endpoint): Json[] {
  const inPath = path.includes('{id}') ? [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }] : [];
  const named = Object.entries(query?.shape ?? {}).map(([name, shape]) => {
    const { description, $schema: _, ...schema } = z.toJSONSchema(shape as z.ZodType, { io: 'input' });
    return { name, in: 'query', required: false, schema: typed(name, schema), ...(description ? { description } : {}) };
  });
  const key = { name: 'Idempotency-Key', in: 'header', schema: { type: 'string', maxLength: 200 } };
  return [...inPath, ...named, ...(idempotency ? [{ ...key, required: idempotency === 'required' }] : [])];
}

/** Numbers come as text in a query, which their shapes coerce and therefore do not describe. */
function typed(name: string, schema: Json): Json {
  return /_id$|^limit$/.test(name) ? { type: 'integer', ...schema } : schema;
}

function refTo(shape: z.ZodType): Json {
  return { $ref: `#/components/schemas/${shapes.get(shape)?.id ?? 'Problem'}` };
}

function schemasOf(): Json {
  const { schemas } = z.toJSONSchema(shapes, { io: 'input', uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _schema, $id: _id, id: _name, ...schema }]) => [id, schema]),
  );
}
