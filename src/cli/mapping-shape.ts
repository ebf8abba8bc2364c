import { DELAY_UNITS, INPUTS, PLAIN_FIELDS, type PlainField } from '../logs/mapping/mapping.ts';
import { jsonSchemaOf, type Shape } from './config/shape.ts';
import { COLUMN as column, KIND } from './mapping-kind-shape.ts';
import { TIME_FORMAT, TIME_ZONE } from './mapping-time-shape.ts';

const always: Shape = {
  kind: 'text',
  about: 'the same in every row; where there is a column, for rows in which it is empty',
};

const field = (about: string): Shape => ({ kind: 'object', about, atLeastOne: true, fields: { column, always } });
const flag = (about: string): Shape => ({
  kind: 'object',
  about,
  required: ['column'],
  fields: {
    column,
    yes: { kind: 'list', about: 'values that say yes: true, yes and 1', of: { kind: 'text', about: 'a value' } },
  },
});

const PLAIN: Readonly<Record<PlainField, string>> = {
  from: 'address of the From field',
  envelopeFrom: 'envelope sender, the return path',
  sourceIp: 'the address it was sent from',
  relayHost: 'the host that took it, or was asked to; its address in brackets or parentheses is read as well',
  relayIp: 'the address of that host',
  code: 'reply code, 550',
  enhancedCode: 'enhanced status code, 5.1.1',
  diagnostic: 'the reply’s text; its codes are read where code and enhancedCode say nothing',
  espClass: 'the service’s own word for why it did not go',
  recipientDomain: 'the recipient’s domain, where the address itself is hidden',
  mailboxProvider: 'the mailbox provider, in the service’s own word',
  messageId: 'Message-ID, with or without angle brackets',
  espId: 'the service’s own id of the message',
  eventId: 'the service’s own id of the event',
  queueId: 'queue id',
  host: 'the machine whose queue id that is',
  size: 'octets',
  attempt: 'number of the attempt, 1 for the first',
  url: 'the address that was clicked',
};

function encodingFault(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding === '' ? 'is no encoding' : undefined;
  } catch {
    return 'is no encoding that is known; some are windows-1250, windows-1251, shift_jis, gb18030';
  }
}

const TAG = /^[\p{L}\p{N}_.-]+$/u;

/** Of which of the two something is. */
const INPUT_SCHEMA = {
  anyOf: [
    {
      required: ['input'],
      properties: { input: { const: 'records' } },
      not: { anyOf: [{ required: ['names'] }, { required: ['encoding'] }] },
    },
    { properties: { input: { const: 'table' } }, not: { required: ['events'] } },
  ],
};

/** A mapping, as documentation, schema and reader at once. */
export const MAPPING_SHAPE: Shape = {
  kind: 'object',
  about: 'Which columns of a table, or keys of JSON objects, tell what of a mail',
  required: ['time', 'kind', 'recipient'],
  schema: INPUT_SCHEMA,
  fields: {
    $schema: { kind: 'text', about: 'for editors; `sendaudit schema mapping` prints it' },
    name: { kind: 'text', about: 'what the source is called; by default the file’s own name', example: 'crm-export' },
    input: {
      kind: 'choice',
      about: 'rows under column names (CSV, TSV and the like; by default), or JSON objects, one to a line or in a list',
      of: INPUTS,
    },
    encoding: {
      kind: 'text',
      about: 'of a table that is not UTF-8: windows-1251, shift_jis; windows-1252 by default',
      fault: encodingFault,
      example: 'windows-1251',
    },
    names: {
      kind: 'list',
      about: 'of a table that begins with its first row: what its columns are called here, first to last',
      of: { kind: 'text', about: 'a name' },
    },
    events: {
      kind: 'text',
      about:
        'where an object holds several events: the key of the list they stand in; what an event does not say is looked for in the object around it',
      example: 'events',
    },
    only: {
      kind: 'object',
      about: 'where other things stand beside mails, text messages or calls: the rows that are read',
      required: ['column', 'values'],
      fields: {
        column,
        values: {
          kind: 'list',
          about: 'what `column` holds in them, whatever its case; where it is empty, the row is read, too',
          of: { kind: 'text', about: 'a value', example: 'email' },
        },
      },
    },
    time: {
      kind: 'object',
      about: 'when it happened',
      required: ['column'],
      fields: {
        column,
        clock: { kind: 'text', about: 'the column of the time of day, where it stands apart from the date' },
        format: TIME_FORMAT,
        zone: TIME_ZONE,
        zoneColumn: {
          kind: 'text',
          about:
            'the column of the zone of a row’s time, where it stands apart from it; `zone` is for rows without one',
        },
      },
    },
    kind: KIND,
    recipient: {
      kind: 'object',
      about: 'whom it was for',
      required: ['column'],
      fields: {
        column,
        separator: { kind: 'text', about: 'what stands between several recipients in one cell', example: ';' },
      },
    },
    ...Object.fromEntries(PLAIN_FIELDS.map((key) => [key, field(PLAIN[key])])),
    delay: {
      kind: 'object',
      about: 'how long it took from the message’s arrival to this',
      required: ['column'],
      fields: { column, unit: { kind: 'choice', about: 'of the numbers; seconds by default', of: DELAY_UNITS } },
    },
    queuedAt: {
      kind: 'object',
      about: 'when the message was taken in, as `time` is written: the delay is counted from it',
      required: ['column'],
      fields: { column },
    },
    machine: flag('whether an open or a click was a proxy’s or a scanner’s'),
    permanent: flag('whether a bounce is for ever'),
    tags: {
      kind: 'map',
      about: 'what the sender itself calls the mail, by a name of your own: campaign, stream, tenant',
      keyFault: (key) => (TAG.test(key) ? undefined : 'is no name; one is a word, as in my-campaign'),
      keys: { pattern: TAG.source },
      of: field('where the tag is'),
    },
  },
};

export const MAPPING_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A mapping for sendaudit logs --map',
  ...jsonSchemaOf(MAPPING_SHAPE),
};
