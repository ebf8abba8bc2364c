import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessMapping } from '../../../src/logs/mapping/guess.ts';
import { proposed, type ToldEvent } from '../../support/proposed-mapping.ts';

const lines = (told: readonly ToldEvent[]): string[] =>
  told.map(({ time, kind, recipient }) => `${time} ${kind} ${recipient}`);

describe('a table that does not say what happened', () => {
  const bare = 'email,date\nann@example.net,2026-10-01 10:00:00\nben@example.net,2026-10-02 10:00:00\n';

  test('is not taken for one of deliveries: the mapping has to be completed, and says so', async () => {
    const { told, why, said, exitCode } = await proposed(bare);
    expect(told).toEqual([]);
    expect(why).toContain('kind.always: say what every row is');
    expect(said).toContain('nothing says what happened in these rows');
    expect(exitCode).toBe(2);
  });

  test('is told by the name of the file, and that is said to be looked at', async () => {
    const { told, why } = await proposed(bare, 'bounces-october.csv');
    expect(told.map(({ kind }) => kind)).toEqual(['bounced', 'bounced']);
    expect(why).toContain('by the name of the file alone');
  });

  test('is told by the name of its only time', async () => {
    const { told } = await proposed(bare.replace('date', 'unsubscribed_at'));
    expect(told.map(({ kind }) => kind)).toEqual(['unsubscribed', 'unsubscribed']);
  });

  test('is told row by row where there are replies', async () => {
    const { told } = await proposed(
      'when,rcpt,answer\n2026-10-01 10:00:00,ann@example.net,550 5.1.1 no such user\n2026-10-01 10:00:01,ben@example.net,"421 4.7.0 later, please"\n2026-10-01 10:00:02,cem@example.net,250 2.0.0 thank you\n',
    );
    expect(told.map(({ kind }) => kind)).toEqual(['bounced', 'deferred', 'delivered']);
  });

  test('whatever its columns are called, failures alone are never deliveries', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(
        word,
        word,
        word,
        fc.integer({ min: 500, max: 559 }),
        fc.integer({ min: 2, max: 9 }),
        (a, b, c, code, count) => {
          const rows = Array.from({ length: count }, (_, at) => [
            `u${at}@example.net`,
            `2026-10-0${at + 1} 10:00:00`,
            `${code} 5.1.1 no such user`,
          ]);
          const { mapping } = guessMapping({ columns: [`${a}1`, `${b}2`, `${c}3`], rows, records: [] }, 'export');
          const { always, values = {} } = mapping?.kind ?? {};
          expect(always).not.toBe('delivered');
          if (always === undefined) expect(values['5xx'] ?? 'bounced').toBe('bounced');
        },
      ),
    );
  });
});

describe('a row with a state and times', () => {
  test('tells each thing once, at the time it has of its own', async () => {
    const { told } = await proposed(
      'email,status,sent at,delivered at,opened at,reason\n' +
        'ann@example.net,Delivered,2026-10-01 10:00:00,2026-10-01 10:00:05,2026-10-01 11:00:00,\n' +
        'ben@example.net,Bounced,2026-10-01 10:00:00,,,550 5.1.1 unknown\n',
    );
    expect(lines(told)).toEqual([
      '2026-10-01T10:00:00Z accepted ann@example.net',
      '2026-10-01T10:00:05Z delivered ann@example.net',
      '2026-10-01T11:00:00Z opened ann@example.net',
      '2026-10-01T10:00:00Z accepted ben@example.net',
      '2026-10-01T10:00:00Z bounced ben@example.net',
    ]);
    expect(told.map(({ diagnostic }) => diagnostic).filter(Boolean)).toEqual(['550 5.1.1 unknown']);
  });

  test('has the time of sending for the rows that were sent, and that of the row for others', async () => {
    const { told } = await proposed(
      'to_email\tstatus\tlast_error\tcreated_at\tsent_at\n' +
        'ann@example.net\tsent\t\\N\t2026-10-01 10:00:00\t2026-10-01 10:00:09\n' +
        'ben@example.net\tfailed\tSMTP error 550: 5.1.1 unknown\t2026-10-01 10:01:00\t\\N\n',
      'queue.tsv',
    );
    expect(lines(told)).toEqual([
      '2026-10-01T10:00:09Z delivered ann@example.net',
      '2026-10-01T10:01:00Z bounced ben@example.net',
    ]);
    expect(told.map(({ diagnostic }) => diagnostic)).toEqual([undefined, 'SMTP error 550: 5.1.1 unknown']);
  });

  test('a time of sending that failed rows have as well is no time of delivery', async () => {
    const { told } = await proposed(
      'email,status,sent at,delivered at\nann@example.net,Delivered,2026-10-01 10:00:00,2026-10-01 10:00:05\nben@example.net,Bounced,2026-10-01 10:00:00,2026-10-01 10:00:05\n',
    );
    expect(lines(told)).toContain('2026-10-01T10:00:00Z bounced ben@example.net');
    expect(lines(told).filter((line) => line.includes('delivered ben'))).toEqual([]);
  });

  test('what was sent and came back was not delivered', async () => {
    const { told } = await proposed(
      'email,status,sent_at,bounced_at\nann@example.net,Sent,2026-10-01 10:00:00,\nben@example.net,Sent,2026-10-01 10:00:00,2026-10-01 10:00:05\n',
    );
    expect(lines(told)).toEqual([
      '2026-10-01T10:00:00Z accepted ann@example.net',
      '2026-10-01T10:00:00Z accepted ben@example.net',
      '2026-10-01T10:00:05Z bounced ben@example.net',
    ]);
  });

  test('an event has its own time, and not that of its message', async () => {
    const { told } = await proposed(
      'event_on,event,email,sent_at\n2026-10-01 10:00:00,sent,ann@example.net,2026-10-01 10:00:00\n2026-10-01 10:00:05,delivered,ann@example.net,2026-10-01 10:00:00\n2026-10-01 11:00:00,opened,ann@example.net,2026-10-01 10:00:00\n',
    );
    expect(lines(told).at(-1)).toBe('2026-10-01T11:00:00Z opened ann@example.net');
  });
});

describe('tables as they are', () => {
  test('without column names, columns are known by what is in them', async () => {
    const { told, why } = await proposed(
      '2026-10-01T10:00:00Z|delivered|ann@example.net|news@example.com|a81f00-1|250 OK done\n2026-10-01T10:00:01Z|bounced|ben@example.net|news@example.com|a81f00-2|550 5.1.1 unknown\n2026-10-01T10:00:02Z|bounced|cem@example.net|news@example.com|a81f00-3|550 5.1.1 unknown\n',
    );
    expect(lines(told)[0]).toBe('2026-10-01T10:00:00Z delivered ann@example.net');
    expect(told).toHaveLength(3);
    expect(told[0]).toMatchObject({ from: 'news@example.com', ids: { esp: 'a81f00-1' } });
    expect(why).toContain('the first line holds no names but values');
  });

  test('titles above the names may have empty cells', async () => {
    const { told } = await proposed(
      'sep=;\nDelivery report;;;\n"Period: October";;;\n;;;\nMessage ID;Recipient;Result;Date\nM-1;ann@example.net;Success;01/10/2026 10:00:00\nM-2;ben@example.net;Pending;30/10/2026 10:00:00\n',
    );
    expect(lines(told)).toEqual([
      '2026-10-01T10:00:00Z delivered ann@example.net',
      '2026-10-30T10:00:00Z deferred ben@example.net',
    ]);
  });

  test.each([
    ['30/10/2026 10.00.05', '2026-10-30T10:00:05Z'],
    ['30.10.2026, 10:00:05', '2026-10-30T10:00:05Z'],
    ['30 octobre 2026 10:00', '2026-10-30T10:00:00Z'],
    ['30. Oktober 2026 10:00', '2026-10-30T10:00:00Z'],
    ['30-Oct-26', '2026-10-30T00:00:00Z'],
    ['Fri Oct 30 10:00:05 UTC 2026', '2026-10-30T10:00:05Z'],
    ['Fri Oct 30 2026 10:00:05 GMT+0100 (Central European Standard Time)', '2026-10-30T09:00:05Z'],
  ])('a time may be written %s', async (written, time) => {
    const { told } = await proposed(`email;status;date\nann@example.net;bounced;"${written}"\n`);
    expect(lines(told)).toEqual([`${time} bounced ann@example.net`]);
  });

  test.each([
    ['non consegnato', 'bounced'],
    ['nicht zugestellt', 'bounced'],
    ['not delivered', 'bounced'],
    ['in attesa', 'deferred'],
    ['pending', 'deferred'],
  ])('a state may be called %s', async (state, kind) => {
    const { told } = await proposed(`recipient;status;date\nann@example.net;${state};2026-10-30 10:00:00\n`);
    expect(told.map((one) => one.kind)).toEqual([kind]);
  });

  test('an id of a message is no recipient, though it looks like one', async () => {
    const { told } = await proposed(
      'message_id,final_recipient,action,date\n<x1@mta.example.net>,rfc822; ann@example.net,failed,2026-10-30 10:00:00\n<x2@mta.example.net>,rfc822; ben@example.net,delayed,2026-10-30 10:00:01\n',
    );
    expect(told.map(({ recipient, ids }) => `${recipient} ${ids['message']}`)).toEqual([
      'ann@example.net x1@mta.example.net',
      'ben@example.net x2@mta.example.net',
    ]);
  });

  test('a campaign with a list of its recipients tells each of them', async () => {
    const recipient = (email: string, status: string) => ({ email, status, timestamp: '2026-10-30T10:00:00Z' });
    const { told } = await proposed(
      JSON.stringify([
        {
          campaign: { name: 'Autumn' },
          sender: 'news@example.com',
          recipients: [recipient('ann@example.net', 'delivered'), recipient('ben@example.net', 'bounced')],
        },
      ]),
      'campaigns.json',
    );
    expect(told.map(({ kind, tags }) => `${kind} ${tags['campaign']}`)).toEqual(['delivered Autumn', 'bounced Autumn']);
  });
});
