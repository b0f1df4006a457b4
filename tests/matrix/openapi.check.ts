import type { Json, JsonObject } from '@axent/kernel';

/** The members of each object of OpenAPI 3.1 that we use or may use; those with `!` are required. */
const members: Readonly<Record<string, readonly string[]>> = {
  document: ['openapi!', 'info!', 'jsonSchemaDialect', 'servers', 'paths!', 'components', 'security', 'tags'],
  info: ['title!', 'version!', 'summary', 'description', 'license', 'contact'],
  operation: [
    'operationId!',
    'summary!',
    'description',
    'tags!',
    'parameters',
    'requestBody',
    'responses!',
    'security!',
  ],
  parameter: ['name!', 'in!', 'description', 'required', 'deprecated', 'schema!'],
  header: ['description', 'required', 'schema!'],
  body: ['description', 'content!', 'required'],
  response: ['description!', 'headers', 'content'],
  media: ['schema!'],
  components: ['schemas', 'responses', 'parameters', 'headers', 'securitySchemes'],
};

const keywords = new Set(
  `type const enum anyOf allOf oneOf not items prefixItems properties patternProperties additionalProperties
   required minLength maxLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf
   minItems maxItems uniqueItems minProperties maxProperties propertyNames title description default examples $ref`.split(
    /\s+/,
  ),
);
const types = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const entries = (value: Json | undefined) => Object.entries(isObject(value) ? value : {});
const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** What is wrong with a document, by the OpenAPI 3.1 specification; empty when nothing is. */
export function checkOpenApi(document: JsonObject): string[] {
  const wrong: string[] = [];
  const say = (place: string, what: string) => wrong.push(`${place}: ${what}`);
  const has = (kind: string, place: string, value: Json | undefined) => {
    if (!isObject(value)) return say(place, 'is no object');
    const allowed = members[kind] ?? [];
    for (const name of Object.keys(value))
      if (!name.startsWith('x-') && !allowed.some((one) => one.replace('!', '') === name))
        say(place, `has the unknown member ${name}`);
    for (const one of allowed)
      if (one.endsWith('!') && value[one.slice(0, -1)] === undefined) say(place, `lacks ${one.slice(0, -1)}`);
  };
  has('document', 'document', document);
  has('info', 'info', document.info);
  has('components', 'components', document.components);
  const ids = new Set<string>();
  for (const [path, item] of entries(document.paths)) {
    if (!path.startsWith('/')) say(path, 'does not begin with a slash');
    for (const [method, operation] of entries(item)) {
      const place = `${method} ${path}`;
      if (!/^(get|put|post|delete|options|head|patch|trace)$/.test(method)) say(place, 'is no method');
      has('operation', place, operation);
      const one = isObject(operation) ? operation : {};
      if (ids.has(String(one.operationId))) say(place, `repeats ${one.operationId}`);
      ids.add(String(one.operationId));
      checkOperation(document, one, place, has, say);
    }
  }
  for (const schema of schemasOf(document)) checkSchema(schema, say);
  for (const reference of referencesOf(document))
    if (resolve(document, reference) === undefined) say(reference, 'leads nowhere');
  return wrong;
}

type Has = (kind: string, place: string, value: Json | undefined) => void;
type Say = (place: string, what: string) => void;

function checkOperation(
  document: JsonObject,
  operation: JsonObject,
  place: string,
  has: Has,
  say: Say,
): void {
  const names = new Set<string>();
  for (const given of list(operation.parameters)) {
    const parameter = isObject(given) && given.$ref ? resolve(document, String(given.$ref)) : given;
    has('parameter', `${place} parameter`, parameter);
    const name = isObject(parameter) ? `${parameter.in} ${parameter.name}` : '';
    if (names.has(name)) say(place, `repeats the parameter ${name}`);
    names.add(name);
  }
  if (operation.requestBody !== undefined) has('body', `${place} body`, operation.requestBody);
  if (entries(operation.responses).length === 0) say(place, 'has no response');
  for (const [status, response] of entries(operation.responses)) {
    if (!/^([1-5](\d\d|XX)|default)$/.test(status)) say(place, `${status} is no status`);
    has('response', `${place} ${status}`, response);
    if (!isObject(response)) continue;
    for (const [, header] of entries(response.headers))
      if (isObject(header) && !header.$ref) has('header', `${place} ${status} header`, header);
    for (const [type, media] of entries(response.content)) {
      if (!/^[\w.+-]+\/[\w.+-]+$/.test(type)) say(place, `${type} is no media type`);
      has('media', `${place} ${status} ${type}`, media);
    }
  }
  const components = isObject(document.components) ? document.components : {};
  for (const choice of list(operation.security))
    for (const [scheme] of entries(choice))
      if (!entries(components.securitySchemes).some(([name]) => name === scheme))
        say(place, `asks for the unknown scheme ${scheme}`);
}

function checkSchema(schema: Json, say: Say): void {
  if (typeof schema === 'boolean') return;
  if (!isObject(schema)) {
    say('schema', 'is neither object nor boolean');
    return;
  }
  const place = JSON.stringify(schema).slice(0, 80);
  for (const keyword of Object.keys(schema))
    if (!keywords.has(keyword)) say(place, `unknown keyword ${keyword}`);
  for (const type of Array.isArray(schema.type) ? schema.type : [schema.type])
    if (type !== undefined && !types.has(String(type))) say(place, `unknown type ${type}`);
  for (const name of list(schema.required))
    if (isObject(schema.properties) && schema.properties[String(name)] === undefined)
      say(place, `requires ${name}, which it does not name`);
  if (typeof schema.pattern === 'string') new RegExp(schema.pattern, 'u');
  for (const inner of innerSchemas(schema)) checkSchema(inner, say);
}

function innerSchemas(schema: JsonObject): Json[] {
  return [
    ...entries(schema.properties).map(([, one]) => one),
    ...entries(schema.patternProperties).map(([, one]) => one),
    ...['anyOf', 'allOf', 'oneOf', 'prefixItems'].flatMap((name) => list(schema[name])),
    ...['items', 'not', 'additionalProperties', 'propertyNames'].flatMap((name) => schema[name] ?? []),
  ];
}

/** Every schema that stands under a `schema` member or among the components. */
export function schemasOf(document: JsonObject): Json[] {
  const components = isObject(document.components) ? document.components : {};
  const found: Json[] = entries(components.schemas).map(([, schema]) => schema);
  const walk = (value: Json): void => {
    if (Array.isArray(value)) for (const one of value) walk(one);
    else if (isObject(value))
      for (const [name, one] of Object.entries(value)) {
        if (name === 'schema') found.push(one);
        else walk(one);
      }
  };
  walk(document);
  return found;
}

function referencesOf(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesOf);
  return entries(value).flatMap(([name, one]) =>
    name === '$ref' && typeof one === 'string' ? [one] : referencesOf(one),
  );
}

function resolve(document: JsonObject, reference: string): Json | undefined {
  let at: Json | undefined = document;
  for (const part of reference.replace('#/', '').split('/')) at = isObject(at) ? at[part] : undefined;
  return at;
}
