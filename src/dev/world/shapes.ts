import type { Shape } from './shape.ts';

const utf8 = { declaration: '<?xml version="1.0" encoding="UTF-8" ?>' } as const;
const usual = { alignmentModes: true, sp: 'none', selectors: true, lineEnd: '\n' } as const;

/** `np` in the schema of RFC 7489, which has none; no envelope-from, no scope. */
export const google: Shape = {
  ...utf8,
  ...usual,
  indent: '  ',
  np: 'none',
  listReason: { type: 'local_policy', comment: 'arc=pass' },
};

/** A tab at the end of every line, no sp. */
export const yahoo: Shape = {
  declaration: '<?xml version="1.0"?>',
  alignmentModes: true,
  selectors: true,
  indent: '  ',
  lineEnd: '\t\n',
};

/** Namespaces on the root that nothing uses; envelope-to and envelope-from. */
export const outlook: Shape = {
  ...usual,
  declaration: '<?xml version="1.0"?>',
  root: 'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  version: '1.0',
  fo: '1',
  envelopeFrom: true,
  envelopeTo: 'hotmail.es',
  scope: true,
  indent: '  ',
};
export const enterpriseOutlook: Shape = { ...outlook, envelopeTo: 'ferreteria-mislata.example' };

/** RFC 9990 by default namespace. */
export const gmx: Shape = {
  ...utf8,
  root: 'xmlns="urn:ietf:params:xml:ns:dmarc-2.0" xmlns:queue="https://queue.example/ns"',
  version: '1.0',
  generator: 'reporter 3.4',
  rfc9990: true,
  alignmentModes: true,
  np: 'none',
  sp: 'none',
  fo: '1',
  extension: true,
  envelopeFrom: true,
  selectors: true,
  scope: true,
  humanResult: true,
  indent: '  ',
  lineEnd: '\n',
  listReason: { type: 'mailing_list', comment: '' },
};

/** The whole report on one line. */
export const mailRu: Shape = { ...usual, declaration: "<?xml version='1.0' encoding='utf-8'?>", envelopeTo: 'mail.ru' };

export const fastmail: Shape = {
  ...usual,
  declaration: '<?xml version="1.0"?>',
  version: '1.0',
  fo: '1',
  envelopeFrom: true,
  scope: true,
  humanResult: true,
  indent: '\t',
  listReason: { type: 'mailing_list', comment: 'Seen on this mailing list before' },
};

export const comcast: Shape = {
  ...utf8,
  ...usual,
  version: '1.0',
  fo: '1',
  envelopeFrom: true,
  scope: true,
  indent: '\t',
};

/** A version nobody published, no selectors. */
export const amazonSes: Shape = {
  declaration: '<?xml version="1.0"?>',
  version: '0.1',
  alignmentModes: true,
  sp: 'none',
  fo: '1',
  envelopeFrom: true,
  indent: '\t',
  lineEnd: '\n',
};

export const mimecast: Shape = {
  ...usual,
  declaration: '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  humanResult: true,
  indent: '    ',
};

/** SPF before DKIM, no selectors; spans of minutes. */
export const goDaddy: Shape = {
  ...utf8,
  alignmentModes: true,
  sp: 'none',
  spfFirst: true,
  indent: '  ',
  lineEnd: '\n',
};

/** An empty sp; spans of more than a day. */
export const ciscoEsa: Shape = { ...comcast, sp: '', indent: '  ' };

/** No selectors, an empty reason on every record; the span is a single second. */
export const kddi: Shape = { ...amazonSes, ...utf8, version: '1.0', emptyReason: true, scope: true, humanResult: true };

/** Says that DKIM passed, but not whose. */
export const sentryGate: Shape = { ...utf8, alignmentModes: true, hollow: true, indent: '   ', lineEnd: '\n' };

/** Latin-1 octets under a declaration that says nothing, which makes it UTF-8 and wrong. */
export const latin1: Shape = {
  ...usual,
  declaration: '<?xml version="1.0"?>',
  encoding: 'latin1',
  indent: ' ',
  failureReason: { type: 'local_policy', comment: 'arc=fail' },
};

export const byteOrderMark: Shape = { ...utf8, ...usual, byteOrderMark: true, indent: '\t', lineEnd: '\r\n' };

/** RFC 9990 with a prefix on every element. */
export const prefixed: Shape = {
  ...gmx,
  root: 'xmlns:dmarc="urn:ietf:params:xml:ns:dmarc-2.0" xmlns:queue="https://queue.example/ns"',
  prefix: 'dmarc',
  generator: 'Norrsken Mail 7',
};

export const bareAmpersand: Shape = { ...utf8, ...usual, bareAmpersand: true, envelopeFrom: true, indent: '  ' };
