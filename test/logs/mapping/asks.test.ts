import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../src/logs/mapping/event-words.ts';
import { proposed } from '../../support/proposed-mapping.ts';

describe('what only the maker of a table knows is asked', () => {
  test('numbers for states, beside a time of sending', async () => {
    const { told, why, exitCode } = await proposed([
      'id,email,sent_at,status',
      '1,ann@example.net,2026-10-13 10:00:00,1',
      '2,ben@example.org,2026-10-13 10:01:00,3',
      '3,cat@example.org,2026-10-13 10:02:00,1',
    ]);
    expect(told).toEqual([]);
    expect(why).toContain('say what these mean, until then no row is an event: `1`, `3`');
    expect(exitCode).toBe(3);
  });

  test('of a key that is cut short', async () => {
    const row = (to: string, st: string): string => JSON.stringify({ rcpt: to, st, ts: 1_792_922_400_000 });
    const { why } = await proposed([row('ann@example.net', 'S'), row('ben@example.org', 'F')], 'queue.ndjson');
    expect(why).toContain('`S`, `F`');
  });

  test('numbers that times of events stand beside', async () => {
    const { kinds, why } = await proposed([
      'email,state,sent_at,opened_at',
      'ann@example.net,4,2026-10-13 10:00:00,2026-10-13 11:00:00',
      'ben@example.org,7,2026-10-13 10:00:01,',
    ]);
    expect(kinds.toSorted()).toEqual(['accepted', 'accepted', 'opened']);
    expect(why).toContain('what `state` says is not known (4, 7)');
  });

  test('words for states that nobody knows, and no more than these', async () => {
    const { kinds, why } = await proposed([
      'Sendezeit;Empfaenger;Zustellstatus',
      '2026-10-13 10:00:00;ann@example.net;abgeblasen',
      '2026-10-13 10:01:00;ben@example.org;Zustellung fehlgeschlagen',
      '2026-10-13 10:02:00;cat@example.org;abgeblasen',
    ]);
    expect(kinds).toEqual(['bounced soft']);
    expect(why).toContain('not known, and left out: `abgeblasen` (2)');
  });

  test('but not what sort of mail it is', async () => {
    const { kinds } = await proposed([
      'email,type,sent_at',
      'ann@example.net,2,2026-10-13 10:00:00',
      'ben@example.org,5,2026-10-13 10:00:01',
    ]);
    expect(kinds).toEqual(['accepted', 'accepted']);
  });
});

describe('a table of something else ends in a question, and not in success', () => {
  test.each([
    [
      'orders',
      'Order ID,Customer Email,Created at,Status,Total,Currency',
      '7,ann@example.net,2026-10-13 10:00:00,delivered,9.90,EUR',
    ],
    [
      'tickets',
      'Ticket ID,Requester Email,Subject,Status,Created',
      '7,ann@example.net,Help,closed,2026-10-13 10:00:00',
    ],
    ['answers', 'Response ID,Email,Score,Comment,Submitted at', '7,ann@example.net,9,Fine,2026-10-13 10:00:00'],
    [
      'a quarantine',
      'Received,Sender,Recipient,Subject,Quarantine Reason,Release Status',
      '2026-10-13 10:00:00,x@example.com,ann@example.net,Win,Spam,Released',
    ],
    ['downloads', 'date,email,file,ip,status', '2026-10-13 10:00:00,ann@example.net,guide.pdf,192.0.2.1,success'],
    [
      'invitations',
      'email,invited_by,invited_at,status',
      'ann@example.net,eve@example.com,2026-10-13 10:00:00,accepted',
    ],
    [
      'notifications on a telephone',
      'user_email,notification_title,status,sent_at',
      'ann@example.net,Sale,delivered,2026-10-13 10:00:00',
    ],
    ['who was there', 'created_at,email,plan,last_seen', '2026-10-13 10:00:00,ann@example.net,pro,2026-10-13 11:00:00'],
    ['addresses that were checked', 'email,result,checked_at', 'ann@example.net,deliverable,2026-10-13 10:00:00'],
    ['an audit', 'timestamp,actor,action,outcome', '2026-10-13T10:00:00Z,ann@example.net,role.update,denied'],
    ['refunds', 'Refund ID,Email,Amount,Status,Processed At', 'r1,ann@example.net,9.90,failed,2026-10-13 10:00:00'],
    ['applications', 'E-Mail;Stelle;Eingang;Status', 'ann@example.net;Koch;13.10.2026;eingeladen'],
  ])('%s', async (_, names, row) => {
    const { told, exitCode } = await proposed([names, row, row.replace('ann@', 'ben@')]);
    expect(told).toEqual([]);
    expect(exitCode).not.toBe(0);
  });

  test('a mail that is on its way is no parcel: it has a subject', async () => {
    const { kinds, why } = await proposed([
      'Datum;Uhrzeit;Empfänger;Betreff;Status',
      '13.10.2026;10:00:00;ann@example.net;Rechnung;zugestellt',
      '13.10.2026;10:01:00;ben@example.org;Rechnung;in Zustellung',
    ]);
    expect(kinds).toEqual(['delivered']);
    expect(why).toContain('not known, and left out: `in Zustellung`');
  });
});

describe('programs that hand mails over', () => {
  test('what was not sent bounced, where a server says why', async () => {
    const { kinds } = await proposed([
      'recipient;sent_ok;sent_time;smtp_error',
      'ann@example.net;yes;2026-10-13 10:00:00;',
      'ben@example.org;no;2026-10-13 10:01:00;550 5.1.1 no such user',
    ]);
    expect(kinds).toEqual(['delivered', 'bounced hard']);
  });

  test('a column of success says in brackets which way', async () => {
    const { kinds } = await proposed([
      'success,to,time',
      '1,ann@example.net,1792922400',
      'Sent ( ** Fallback ** ),ben@example.org,1792922401',
      '550 5.1.1 User unknown,cat@example.org,1792922402',
    ]);
    expect(kinds).toEqual(['delivered', 'delivered', 'bounced hard']);
  });

  test('a flag tells more than replies, of which one is `250 OK`', async () => {
    const row = (to: string, delivered: number, response: string): object => ({
      to,
      delivered,
      response,
      time: 1_792_922_400,
    });
    const emails = [row('ann@example.net', 1, '250 OK'), row('ben@example.org', 0, '550 5.1.1 unknown user')];
    const { kinds } = await proposed(JSON.stringify({ total: 2, emails }), 'log.json');
    expect(kinds).toEqual(['delivered', 'bounced hard']);
  });

  test('codes tell what was put off, and a flag beside them cannot', async () => {
    const row = (email: string, result: object): string =>
      JSON.stringify({ job: 'news', user: { email }, result, finishedAt: '2026-10-13T10:00:00Z' });
    const { kinds } = await proposed(
      [
        row('ann@example.net', { ok: true, code: 250 }),
        row('ben@example.org', { ok: false, code: 550, error: '5.1.1 unknown' }),
        row('cat@example.org', { ok: false, code: 421, error: 'try later' }),
      ],
      'jobs.ndjson',
    );
    expect(kinds).toEqual(['delivered', 'bounced hard', 'deferred soft']);
  });

  test('a state is of the time at which its row was touched, and no reason is yes or no', async () => {
    const { lines, mapping } = await proposed([
      'date_created,date_updated,status,to,message_omitted',
      '2026-10-13 10:00:00,2026-10-13 10:00:02,sent,ann@example.net,no',
      '2026-10-13 10:01:00,2026-10-13 10:01:02,failed,ben@example.org,no',
    ]);
    expect(lines).toEqual([
      '2026-10-13T10:00:02Z delivered ann@example.net',
      '2026-10-13T10:01:02Z bounced ben@example.org',
    ]);
    expect(mapping).not.toHaveProperty('diagnostic');
  });

  test('what is due is still to come', async () => {
    const { lines } = await proposed([
      'recipient;due_time;last_smtp_code;create_time',
      'ann@example.net;2026-10-13 10:10:00;450;2026-10-13 10:00:00',
      'ben@example.org;2026-10-13 10:11:00;421;2026-10-13 10:01:00',
    ]);
    expect(lines).toEqual([
      '2026-10-13T10:00:00Z deferred ann@example.net',
      '2026-10-13T10:01:00Z deferred ben@example.org',
    ]);
  });

  test('all recipients in a list are told, each with what is his', async () => {
    const row = (id: string, ...recipients: readonly object[]): string =>
      JSON.stringify({ queue_name: 'deferred', queue_id: id, arrival_time: 1_792_922_400, recipients });
    const { told } = await proposed(
      [
        row('4Tk1', { address: 'ann@example.net', delay_reason: 'connect to mx.example.net: Connection timed out' }),
        row(
          '4Tk2',
          { address: 'ben@example.org', delay_reason: '450 4.2.1 try later' },
          { address: 'cat@example.org', delay_reason: '452 4.2.2 mailbox full' },
        ),
      ],
      'queue.ndjson',
    );
    expect(told.map(({ kind, recipient, diagnostic }) => `${kind} ${recipient} ${diagnostic}`)).toEqual([
      'deferred ann@example.net connect to mx.example.net: Connection timed out',
      'deferred ben@example.org 450 4.2.1 try later',
      'deferred cat@example.org 452 4.2.2 mailbox full',
    ]);
  });

  test('a clock with points is one beside a day, where it is called so', async () => {
    const { lines } = await proposed([
      'Data invio;Ora invio;Destinatario;Esito',
      '13/10/2026;10.00.05;ann@example.net;Consegnato',
      '27/10/2026;10.01.05;ben@example.org;Accodato',
    ]);
    expect(lines).toEqual([
      '2026-10-13T10:00:05Z delivered ann@example.net',
      '2026-10-27T10:01:05Z accepted ben@example.org',
    ]);
  });

  test('a return code of nothing is no return', async () => {
    const { kinds } = await proposed([
      'recipient,sent_at,return_code',
      'ann@example.net,2026-10-13 10:00:00,0',
      'ben@example.org,2026-10-13 10:01:00,0',
    ]);
    expect(kinds).toEqual(['accepted', 'accepted']);
  });

  test('a kind of bounce stands beside `no`', async () => {
    const { kinds } = await proposed([
      'E-Mail;Versendet am;Geöffnet am;Bounce',
      'ann@example.net;13.10.2026 10:00;13.10.2026 11:00;nein',
      'ben@example.org;13.10.2026 10:00;;Hardbounce',
    ]);
    expect(kinds.toSorted()).toEqual(['accepted', 'accepted', 'bounced hard', 'opened']);
  });

  test('a clock as Japanese write it', async () => {
    const { lines } = await proposed([
      '送信日,送信時刻,送信先,状態',
      '2026年10月13日,9時15分22秒,ann@example.net,送信完了',
      '2026年10月13日,10時16分22秒,ben@example.org,送信エラー',
    ]);
    expect(lines).toEqual([
      '2026-10-13T09:15:22Z delivered ann@example.net',
      '2026-10-13T10:16:22Z bounced ben@example.org',
    ]);
  });

  test('messages on a page, each with its own history', async () => {
    const at = (minute: number): string => `2026-10-13T10:0${minute}:00Z`;
    const messages = [
      {
        to: 'ann@example.net',
        history: [
          { at: at(0), state: 'queued' },
          { at: at(1), state: 'delivered' },
        ],
      },
      {
        to: 'ben@example.org',
        history: [
          { at: at(0), state: 'queued' },
          { at: at(2), state: 'bounced' },
        ],
      },
    ];
    const { lines } = await proposed(JSON.stringify({ campaign: 'autumn', messages }), 'report.json');
    expect(lines).toEqual([
      '2026-10-13T10:00:00Z accepted ann@example.net',
      '2026-10-13T10:01:00Z delivered ann@example.net',
      '2026-10-13T10:00:00Z accepted ben@example.org',
      '2026-10-13T10:02:00Z bounced ben@example.org',
    ]);
  });

  test.each([
    ['Unsuccessful', 'bounced'],
    ['nicht erfolgreich', 'bounced'],
    ['Keine Zustellung', 'bounced'],
    ['sans succès', 'bounced'],
    ['KO', 'bounced'],
    ['In wachtrij', 'accepted'],
    ['en file d’attente', 'accepted'],
    ['invalid email address', 'dropped'],
    ['Abwesenheitsnotiz', 'auto-reply'],
    ['Email Tracker Click', 'clicked'],
    ['Email Unsubscribe Page', 'unsubscribed'],
  ])('%s is %s', (word, outcome) => expect(outcomeOf(word)).toBe(outcome));
});
