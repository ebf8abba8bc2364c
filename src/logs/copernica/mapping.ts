import type { Mapping } from '../mapping/mapping.ts';

/** Columns of all log files; each of them has some. Attempts are counted from zero. */
export const COPERNICA: Omit<Mapping, 'input'> = {
  name: 'copernica',
  time: { column: 'time' },
  kind: { column: 'time' },
  recipient: { column: ['recipient', 'email'] },
  envelopeFrom: { column: 'envelope' },
  espId: { column: 'id' },
  enhancedCode: { column: ['status', 'extended'] },
  diagnostic: { column: 'description' },
  espClass: { column: 'type' },
  tags: {
    tag: { column: 'tags' },
    template: { column: ['templateid', 'template'] },
    campaign: { column: 'mailingid' },
    domain: { column: 'senderdomain' },
  },
};
