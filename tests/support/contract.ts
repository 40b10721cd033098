import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { Router, segmentsOf } from '../../main/demo/routing';

/**
 * Requests and answers against Graph's description (tests/fixtures/graph-contract.json, derived by
 * build/scripts/contract.mjs). Types that Microsoft declares open are closed here, so that an invented
 * field is found on them too.
 */
const DESCRIPTION = resolve(import.meta.dirname, '../fixtures/graph-contract.json');

interface Schema {
  properties?: Record<string, unknown>;
  additionalProperties?: unknown;
  'x-open-type'?: boolean;
}
interface Operation {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: unknown }> };
  'x-delegated-scopes'?: { all: string[] };
  responses: Record<string, { $ref?: string; content?: Record<string, unknown> }>;
}
interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const METHODS = ['get', 'post', 'patch', 'delete'] as const;
const pointer = (...steps: string[]) =>
  steps.map((s) => encodeURIComponent(s.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');

/** Checks one request and its answer at a time. */
export class Contract {
  readonly description = JSON.parse(readFileSync(DESCRIPTION, 'utf8')) as Description;
  private readonly ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  private readonly router: Router;
  readonly seen = new Set<string>();

  constructor() {
    addFormats(this.ajv);
    for (const format of ['int32', 'int64', 'double', 'uri', 'duration', 'binary', 'base64url'])
      if (!(format in this.ajv.formats)) this.ajv.addFormat(format, true);
    for (const schema of Object.values(this.description.components.schemas))
      if (schema['x-open-type'] && Object.keys(schema.properties ?? {}).length > 6)
        schema.additionalProperties = false;
    this.ajv.addSchema(this.description, 'graph');
    this.router = new Router(
      Object.entries(this.description.paths).flatMap(([path, operations]) =>
        METHODS.filter((method) => method in operations).map((method) => ({
          method: method.toUpperCase() as 'GET',
          path,
          area: 'mail' as const,
          answer: () => ({ status: 200 }),
        })),
      ),
    );
  }

  private operation(method: string, path: string): { path: string; operation: Operation } {
    const found = this.router.find(method, segmentsOf(path));
    const operation = found && this.description.paths[found.route.path]?.[method.toLowerCase()];
    if (!found || !operation) throw new Error(`${method} ${path} is no operation of Graph`);
    return { path: found.route.path, operation };
  }

  private validator(...steps: string[]): ValidateFunction {
    const reference = `graph#/${pointer(...steps)}`;
    const validate = this.ajv.getSchema(reference);
    if (!validate) throw new Error(`no schema at ${reference}`);
    return validate;
  }

  private validate(validate: ValidateFunction, value: unknown, what: string): void {
    if (!validate(value))
      throw new Error(
        `${what}: ${(validate.errors ?? [])
          .slice(0, 12)
          .map((e) => `${e.instancePath} ${e.message ?? ''} ${JSON.stringify(e.params)}`)
          .join('\n')}`,
      );
  }

  /** The scopes of which any one is enough for this operation. */
  scopes(method: string, path: string): readonly string[] {
    return this.operation(method, path).operation['x-delegated-scopes']?.all ?? [];
  }

  /** Throws when the request or its answer is not one of Graph's. */
  check(
    method: string,
    url: URL,
    sent: unknown,
    status: number,
    body: unknown,
    type: string,
  ): void {
    const below = url.pathname.replace('/v1.0', '');
    const { path, operation } = this.operation(method, below);
    this.seen.add(`${method} ${path}`);
    const known = new Set(
      (operation.parameters ?? []).filter((p) => p.in === 'query').map((p) => p.name),
    );
    for (const name of url.searchParams.keys())
      if (!known.has(name)) throw new Error(`${method} ${path} has no query option ${name}`);
    const where = ['paths', path, method.toLowerCase()];
    if (sent !== undefined && status < 400) {
      const schema = [...where, 'requestBody', 'content', 'application/json', 'schema'];
      this.validate(this.validator(...schema), sent, `body of ${method} ${path}`);
    }
    if (status >= 400) {
      const error = ['components', 'responses', 'error', 'content', 'application/json', 'schema'];
      this.validate(this.validator(...error), body, `error of ${method} ${path}`);
      return;
    }
    const answer = operation.responses[`${status}`];
    if (!answer) throw new Error(`${method} ${path} never answers ${status}`);
    const media = Object.keys(answer.content ?? {})[0];
    if (media === undefined) {
      if (body !== '') throw new Error(`${method} ${path} answers nothing at ${status}`);
      return;
    }
    if (!type.startsWith(media)) throw new Error(`${method} ${path} answers ${media}, not ${type}`);
    const schema = [...where, 'responses', `${status}`, 'content', media, 'schema'];
    this.validate(this.validator(...schema), body, `${method} ${path} ${status}`);
  }
}
