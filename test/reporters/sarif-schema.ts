/**
 * What SARIF 2.1.0 (OASIS, errata 01, §3) allows of the objects this program writes, written from the standard's text: every
 * object is closed, as in the standard, but for property bags. On top of it stands what GitHub code scanning asks for.
 */
const text = { type: 'string' };
const index = { type: 'integer', minimum: 0 };
const line = { type: 'integer', minimum: 1 };
const uri = { type: 'string', format: 'uri-reference', minLength: 1 };
const level = { enum: ['none', 'note', 'warning', 'error'] };
const bag = { type: 'object', properties: { tags: { type: 'array', items: text, uniqueItems: true } } };
const list = (items: object): object => ({ type: 'array', items });
const map = (additionalProperties: object): object => ({ type: 'object', additionalProperties });
const closed = (properties: Record<string, object>, ...required: string[]): object => ({
  type: 'object',
  properties: { ...properties, properties: bag },
  required,
  additionalProperties: false,
});

const multiformat = closed({ text, markdown: text }, 'text');
const message = closed({ text, markdown: text, id: text, arguments: list(text) }, 'text');
const artifactLocation = closed({ uri, uriBaseId: text, index, description: message });
const region = closed(
  { startLine: line, startColumn: line, endLine: line, endColumn: line, snippet: closed({ text }) },
  'startLine',
);
const physicalLocation = closed(
  { artifactLocation: { ...artifactLocation, required: ['uri'] }, region },
  'artifactLocation',
  'region',
);
const logicalLocation = closed({ name: text, fullyQualifiedName: text, kind: text });
const location = closed({ physicalLocation, logicalLocations: list(logicalLocation) }, 'physicalLocation');
const reference = closed({ id: text, index }, 'id');
const descriptor = closed(
  {
    id: text,
    name: text,
    shortDescription: multiformat,
    fullDescription: multiformat,
    help: multiformat,
    helpUri: { type: 'string', format: 'uri' },
    messageStrings: map(multiformat),
    defaultConfiguration: closed({ level }),
  },
  'id',
);
const driver = closed(
  {
    name: text,
    version: text,
    semanticVersion: { type: 'string', pattern: String.raw`^\d+\.\d+\.\d+` },
    rules: list(descriptor),
    notifications: list(descriptor),
  },
  'name',
);
const notification = closed(
  { descriptor: reference, associatedRule: reference, level, message, locations: list(location) },
  'message',
);
const invocation = closed(
  {
    executionSuccessful: { type: 'boolean' },
    exitCode: { type: 'integer' },
    startTimeUtc: { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$` },
    toolExecutionNotifications: list(notification),
  },
  'executionSuccessful',
);
const suppression = closed(
  {
    kind: { enum: ['inSource', 'external'] },
    status: { enum: ['accepted', 'underReview', 'rejected'] },
    justification: text,
  },
  'kind',
);
const result = closed(
  {
    ruleId: text,
    ruleIndex: index,
    level,
    message,
    // GitHub refuses a file in which one result has no location.
    locations: { ...list(location), minItems: 1 },
    partialFingerprints: map(text),
    suppressions: { ...list(suppression), uniqueItems: true },
  },
  'ruleId',
  'level',
  'message',
  'locations',
  'suppressions',
);
const run = closed(
  {
    tool: closed({ driver }, 'driver'),
    automationDetails: closed({ id: text }),
    columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
    originalUriBaseIds: map(artifactLocation),
    invocations: list(invocation),
    results: list(result),
  },
  'tool',
  'results',
);

export const SARIF_SCHEMA = closed(
  { $schema: { type: 'string', format: 'uri' }, version: { const: '2.1.0' }, runs: { ...list(run), minItems: 1 } },
  'version',
  'runs',
);
