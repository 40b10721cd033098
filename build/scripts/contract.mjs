// Derives tests/fixtures/graph-contract.json: the operations Corridor asks of Microsoft Graph, with
// their query options, bodies, answers and scopes, from a description of the whole API.
//   node build/scripts/contract.mjs [../shared/graph/openapi-subset.json]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const source = resolve(root, process.argv[2] ?? '../shared/graph/openapi-subset.json');
const target = resolve(root, 'tests/fixtures/graph-contract.json');
const whole = JSON.parse(readFileSync(source, 'utf8'));

/** Kept words of the description: facts a test can hold a request or an answer against. */
const IN_OPERATION = [
  'parameters',
  'requestBody',
  'responses',
  'x-delegated-scopes',
  'x-service-query',
];
const PROSE = new Set([
  'description',
  'summary',
  'x-source',
  'x-note',
  'x-notes',
  'example',
  'examples',
]);

function bare(value, isNames = false) {
  if (Array.isArray(value)) return value.map((entry) => bare(entry));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([name, held]) =>
          isNames || !PROSE.has(name) || (typeof held === 'object' && name === 'description'),
      )
      .map(([name, held]) => [name, bare(held, name === 'properties')]),
  );
}

/**
 * Operations the description lacks, by Microsoft's reference pages of the three actions (v1.0): an attendee answers an
 * invitation. Corridor asks none of them; the embedded tenant serves them to whoever plays Outlook.
 */
const answerTo = {
  parameters: [{ name: 'event-id', in: 'path', required: true, schema: { type: 'string' } }],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          additionalProperties: false,
          properties: Object.fromEntries(
            [
              ['comment', 'string'],
              ['sendResponse', 'boolean'],
            ].flatMap(([name, type]) => [
              [name, { type: [type, 'null'] }],
              [name[0].toUpperCase() + name.slice(1), { type: [type, 'null'] }],
            ]),
          ),
        },
      },
    },
  },
  responses: {
    202: {},
    '4XX': { $ref: '#/components/responses/error' },
    '5XX': { $ref: '#/components/responses/error' },
  },
  'x-delegated-scopes': {
    least: 'Calendars.ReadWrite',
    all: ['Calendars.ReadWrite'],
    adminConsent: [],
  },
};
for (const action of ['accept', 'tentativelyAccept', 'decline'])
  whole.paths[`/me/events/{event-id}/${action}`] ??= { post: answerTo };

const METHODS = ['get', 'post', 'patch', 'delete'];
const paths = Object.fromEntries(
  Object.entries(whole.paths).map(([path, operations]) => [
    path,
    Object.fromEntries(
      METHODS.filter((method) => operations[method]).map((method) => [
        method,
        bare(
          Object.fromEntries(
            IN_OPERATION.filter((name) => name in operations[method]).map((name) => [
              name,
              operations[method][name],
            ]),
          ),
        ),
      ]),
    ),
  ]),
);

// Only what is reached from the operations.
const components = {};
const queue = [paths];
while (queue.length > 0) {
  const value = queue.pop();
  if (typeof value !== 'object' || value === null) continue;
  if (typeof value.$ref === 'string') {
    const [, , kind, name] = value.$ref.split('/').map((step) => decodeURIComponent(step));
    components[kind] ??= {};
    if (!components[kind][name]) {
      components[kind][name] = bare(whole.components[kind][name]);
      queue.push(components[kind][name]);
    }
  }
  queue.push(...Object.values(value));
}
components.responses ??= {};
components.responses.error ??= bare(whole.components.responses.error);
for (const kind of Object.keys(components))
  components[kind] = Object.fromEntries(
    Object.entries(components[kind]).sort(([a], [b]) => (a < b ? -1 : 1)),
  );

mkdirSync(dirname(target), { recursive: true });
writeFileSync(
  target,
  `${JSON.stringify({ openapi: whole.openapi, info: { title: 'Microsoft Graph, as Corridor asks it', version: whole.info.version }, paths, components })}\n`,
);
