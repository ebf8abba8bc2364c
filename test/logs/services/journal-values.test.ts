import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVENT_KINDS, type MailEvent } from '../../../src/logs/event.ts';
import { eventBody } from '../../../src/logs/event-text.ts';
import journald from '../../../src/logs/formats/journald.ts';

const SENDER = '4SVMr93fMRzVDynM: from=<bounce@example.com>, size=100, nrcpt=1 (queue active)';
const SENT =
  '4SVMr93fMRzVDynM: to=<ann@example.net>, relay=mx.example.net[198.51.100.7]:25, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 2.0.0 OK)';
const entry = {
  __REALTIME_TIMESTAMP: '1794218400000000',
  SYSLOG_IDENTIFIER: 'postfix/smtp',
  SYSLOG_PID: '7',
  _HOSTNAME: 'mta1',
  MESSAGE: SENT,
};
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.array(fc.integer({ min: -1, max: 256 })),
  fc.array(fc.array(fc.integer({ min: 0, max: 255 }))),
  fc.constantFrom(null, '', '0', '-1', '1e300', '9007199254740993', 'a b', 'a: b[1]', 'x\ny'),
);

test('any value in any field of an entry makes no event that is none, and nothing throws', () => {
  fc.assert(
    fc.property(fc.record({ key: fc.constantFrom(...Object.keys(entry)), value: anything }), ({ key, value }) => {
      const events: MailEvent[] = [];
      const reader = journald.open({ event: (event) => void events.push(event), unread: () => {} });
      reader.begin({ latest: Date.parse('2026-11-20T12:00:00Z') / 1000 });
      reader.entry({ ...entry, SYSLOG_IDENTIFIER: 'postfix/qmgr', MESSAGE: SENDER });
      const changed = { ...entry, [key]: value };
      expect(journald.recognise(changed)).toBeLessThanOrEqual(1);
      reader.entry(changed);
      reader.end();
      for (const event of events) {
        expect(EVENT_KINDS).toContain(event.kind);
        expect(event.source).toBe('journald');
        expect(eventBody(event)['time']).toMatch(/^\d{4}-/);
      }
      expect(events.length).toBeLessThanOrEqual(2);
    }),
    { numRuns: 2000 },
  );
});
