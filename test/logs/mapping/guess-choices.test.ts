import { describe, expect, test } from 'vitest';
import { isSentWord, outcomeOf } from '../../../src/logs/mapping/event-words.ts';
import { likelyFormats } from '../../../src/logs/mapping/unfit.ts';
import { proposed } from '../../support/proposed-mapping.ts';

describe('of several times that of the event is', () => {
  test.each([
    [
      'the sending of a mail, and not when it was made',
      'to,status,created_at,sent_at',
      'sent,2026-10-13 10:00:00,2026-10-13 10:00:05',
      '2026-10-13T10:00:05Z',
    ],
    [
      'the record of what came of it, and not when it was sent',
      'to,status,created_at,sent_at',
      'bounced,2026-10-13 10:04:00,2026-10-13 10:00:05',
      '2026-10-13T10:04:00Z',
    ],
    [
      'none that is to come',
      'to,status,expires_at,send_time',
      'failed,2026-10-14 10:00:00,2026-10-13 10:00:05',
      '2026-10-13T10:00:05Z',
    ],
    [
      'none of the message that a report is about',
      'to,event,original_sent_at,dsn_received_at',
      'bounce,2026-10-13 10:00:00,2026-10-13 10:07:00',
      '2026-10-13T10:07:00Z',
    ],
  ])('%s', async (_, names, row, time) => {
    const { told } = await proposed([names, `ann@example.net,${row}`, `ben@example.org,${row}`]);
    expect(told.map((one) => one.time)).toEqual([time, time]);
  });

  test('written as Kibana writes it, too', () =>
    expect(likelyFormats(['Oct 13, 2026 @ 10:08:00.123'])).toContain('written-date'));
});

describe('a row that is a message', () => {
  test('bounced where a few rows have a reason for it', async () => {
    const { kinds } = await proposed([
      'email,bounce_reason,sent_at,delivered_at,opened_at',
      'ann@example.net,,2026-10-13 09:59:00,2026-10-13 10:00:00,2026-10-13 11:00:00',
      'ben@example.org,550 5.1.1 no such user,2026-10-13 09:59:00,,',
      'cat@example.org,,2026-10-13 09:59:00,2026-10-13 10:00:02,',
    ]);
    expect(kinds.filter((kind) => kind !== 'accepted').toSorted()).toEqual([
      'bounced hard',
      'delivered',
      'delivered',
      'opened',
    ]);
  });

  test('bounced where a column of that name says how', async () => {
    const { kinds } = await proposed([
      'email;Verzonden op;Ontvangen;Geopend;Bounce',
      'ann@example.nl;13-10-2026 10:00;ja;ja;',
      'ben@example.nl;13-10-2026 10:00;nee;nee;hard',
      'cat@example.nl;13-10-2026 10:01;ja;nee;',
    ]);
    expect(kinds.filter((kind) => kind !== 'accepted').toSorted()).toEqual([
      'bounced hard',
      'delivered',
      'delivered',
      'opened',
    ]);
  });

  test('was not sent where it failed and did not bounce', async () => {
    const { kinds } = await proposed([
      'subscriber_id,senddate,opened,bounce,fail',
      '11,1791886080,1,0,0',
      '12,1791886081,0,1,0',
      '13,1791886082,0,0,1',
    ]);
    expect(kinds.filter((kind) => kind !== 'accepted')).toEqual(['opened', 'bounced soft', 'dropped hard']);
  });

  test('has a column for what somebody noted, and one for each of a recipient’s doings', async () => {
    const { mapping } = await proposed([
      'contact_id,sent_at,hard_bounce_received_at,complaint_received_at,expires_at,retry_count',
      'c1,2026-10-13 10:00:00,2026-10-13 10:01:00,,2026-10-20 00:00:00,0',
      'c2,2026-10-13 10:00:00,,2026-10-13 12:00:00,2026-10-20 00:00:00,0',
    ]);
    expect(mapping).toMatchObject({
      kind: {
        columns: {
          accepted: 'sent_at',
          'hard-bounced': 'hard_bounce_received_at',
          complained: 'complaint_received_at',
        },
      },
    });
    expect(Object.keys((mapping as { kind: { columns: object } }).kind.columns)).toHaveLength(3);
    const { kinds } = await proposed([
      'CONSID,SENDTIME,DELIVERYID,RECIPIENTOPEN,RECIPIENTHARDBOUNCE',
      '11,2026-10-13 10:00:00,900,1,0',
      '12,2026-10-13 10:00:00,900,0,1',
    ]);
    expect(kinds.filter((kind) => kind !== 'accepted')).toEqual(['opened', 'bounced hard']);
  });

  test('is told by its state at the time of the state, and not once more by what that time is called', async () => {
    const { kinds } = await proposed([
      'email,kind,last bounce',
      'ann@example.net,hard bounce,2026-10-13 10:00:00',
      'ben@example.org,soft bounce,2026-10-13 10:00:00',
    ]);
    expect(kinds).toEqual(['bounced hard', 'bounced soft']);
  });
});

describe('what happened is told', () => {
  test('by a column of which few words are known, where one is said of mails alone', async () => {
    const { kinds } = await proposed([
      'Email,Step,Last sent,Status',
      'ann@example.net,1,2026-10-13 10:00,contacted',
      'ben@example.org,2,2026-10-13 10:01,bounced',
      'cat@example.org,2,2026-10-13 10:02,interested',
    ]);
    expect(kinds).toEqual(['bounced soft']);
  });

  test('by words that only mails have before those that say how anything went', async () => {
    const { kinds } = await proposed([
      'time,action,outcome,to',
      '2026-10-13 10:00:00,delivered,success,ann@example.net',
      '2026-10-13 10:00:01,deferred,failure,ben@example.org',
      '2026-10-13 10:00:02,bounced,failure,cat@example.org',
    ]);
    expect(kinds).toEqual(['delivered', 'deferred soft', 'bounced soft']);
  });

  test('by a flag, whatever a filter thought of the mail', async () => {
    const { kinds } = await proposed([
      'time,to,delivered,spamscore',
      '2026-10-13 10:00:00,ann@example.net,1,0.4',
      '2026-10-13 10:00:01,ben@example.org,0,1.2',
    ]);
    expect(kinds).toEqual(['delivered', 'bounced soft']);
  });

  test('by kinds of bounces: all of them are, and a spam filter’s is no complaint', async () => {
    const { kinds } = await proposed([
      'Email,Bounce Type,Bounce Date',
      'ann@example.net,Invalid,2026-10-13 10:00',
      'ben@example.org,Quota,2026-10-13 10:01',
      'cat@example.org,Spam,2026-10-13 10:02',
    ]);
    expect(kinds.map((kind) => kind.split(' ')[0])).toEqual(['bounced', 'bounced', 'bounced']);
  });

  test('by words in the place of a reason, which are none', async () => {
    const { kinds, mapping } = await proposed([
      'Grund;E-Mail;Eingefügt am',
      'Hardbounce;ann@example.net;13.10.2026 10:00',
      'Softbounce;ben@example.org;13.10.2026 10:01',
    ]);
    expect(kinds).toEqual(['bounced hard', 'bounced soft']);
    expect(mapping).not.toHaveProperty('diagnostic');
  });

  test('in a list of one list, as GraphQL answers', async () => {
    const row = (status: string, to: string): string =>
      `{"at":"2026-10-13T10:00:00Z","status":"${status}","to":"${to}"}`;
    const { kinds, mapping } = await proposed(
      [
        `{"data":{"viewer":{"zones":[{"sent":[${row('delivered', 'ann@example.net')},${row('dropped', 'ben@example.org')}]}]}}}`,
      ],
      'answer.json',
    );
    expect(kinds).toEqual(['delivered', 'dropped hard']);
    expect(mapping).toMatchObject({ events: 'data.viewer.zones.0.sent' });
  });

  test('where it last changed, at the time of the change', async () => {
    const { told } = await proposed([
      'to,createdAt,status,statusAt',
      'ann@example.net,2026-10-13T10:00:00Z,delivered,2026-10-13T10:00:03Z',
      'ben@example.org,2026-10-13T10:00:00Z,bounced,2026-10-13T10:00:04Z',
    ]);
    expect(told.map(({ time }) => time)).toEqual(['2026-10-13T10:00:03Z', '2026-10-13T10:00:04Z']);
  });

  test('neither by subjects nor by ids nor by addresses', async () => {
    const { why } = await proposed([
      'time,receipt,from_address,subject,recipient',
      '2026-10-13 10:00:00,ok1,spam@example.com,Opened,ann@example.net',
      '2026-10-13 10:00:01,ok2,spam@example.com,Clicked,ben@example.org',
      '2026-10-13 10:00:02,ok3,abuse@example.com,Bounced,cat@example.org',
      '2026-10-13 10:00:03,ok4,spam@example.com,Opened,dan@example.org',
    ]);
    expect(why).toContain('no column says what happened');
  });

  test('and is no reason why a mail failed where people did it', async () => {
    const { kinds, mapping } = await proposed([
      'email,reason,bounceType,createdAt',
      'ann@example.net,bounce,hard,2026-10-13T10:00:00Z',
      'ben@example.org,complaint,,2026-10-13T10:00:01Z',
      'cat@example.org,bounce,soft,2026-10-13T10:00:02Z',
    ]);
    expect(kinds).toEqual(['bounced hard', 'complained', 'bounced soft']);
    expect(mapping).not.toHaveProperty('diagnostic');
  });
});

describe('nothing is read of', () => {
  test.each([
    [
      'the verdicts of a filter',
      [
        'timestamp,to,FinalDisposition,success',
        '2026-10-13T10:00:00Z,ann@example.net,malicious,true',
        '2026-10-13T10:00:01Z,ben@example.org,spam,true',
      ],
      'a filter',
    ],
    [
      'its scores',
      [
        'timestamp,to_address,isspam,sascore',
        '2026-10-13 10:00:00,ann@example.net,1,18.4',
        '2026-10-13 10:00:01,ben@example.org,0,1.2',
      ],
      'a filter',
    ],
    [
      'a list of contacts, whenever they were added',
      [
        'first_name,last_name,email,status,created_at',
        'Ann,Lee,ann@example.net,subscribed,2026-10-13 10:00:00',
        'Ben,Ray,ben@example.org,unsubscribed,2026-10-13 10:00:00',
        'Cat,Fox,cat@example.org,cleaned,2026-10-13 10:00:00',
      ],
      'contacts',
    ],
    [
      'contacts of which a column says whether they are on a list',
      [
        'First Name,Last Name,Email,Subscribed,Unsubscribe Reason,Created',
        'Ann,Lee,ann@example.net,1,,2026-10-13 10:00:00',
        'Ben,Ray,ben@example.org,0,Bounce,2026-10-13 10:00:00',
        'Cat,Fox,cat@example.org,0,Unsubscribed,2026-10-13 10:00:00',
      ],
      'contacts',
    ],
  ])('%s', async (_, rows, what) => {
    const { told, why } = await proposed(rows);
    expect(told).toEqual([]);
    expect(why).toContain(`of ${what}`);
  });
});

test('how many there were is nobody’s pseudonym', async () => {
  const { told, why } = await proposed([
    'Title,Status,Sent,Recipients',
    'Spring,sent,2026-10-13 10:00:00,1000',
    'Autumn,sent,2026-10-14 10:00:00,1100',
  ]);
  expect(told).toEqual([]);
  expect(why).toContain('no column holds addresses of recipients');
});

describe('beside what happened', () => {
  test('the id of what was sent to all of them is none of a message, and names what was sent', async () => {
    const { told } = await proposed([
      'email_id,email_address,event,date',
      '4,ann@example.net,bounced,2026-10-13 10:00:00',
      '4,ben@example.org,opened,2026-10-13 10:00:01',
      '4,cat@example.org,opened,2026-10-13 10:00:02',
    ]);
    expect(told.map(({ ids, tags }) => [ids['esp'], tags['campaign']])).toEqual([
      [undefined, '4'],
      [undefined, '4'],
      [undefined, '4'],
    ]);
  });

  test('failures say why in the column that is taken for it, and others are named', async () => {
    const { told, why } = await proposed(
      [
        '{"event":"delivered","at":"2026-10-13T10:00:00Z","to":"ann@example.net","response":"250 2.0.0 OK: queued"}',
        '{"event":"bounced","at":"2026-10-13T10:00:01Z","to":"ben@example.org","bounce_message":"550 5.1.1 No such user"}',
      ],
      'hook.ndjson',
    );
    expect(told[1]?.diagnostic).toBe('550 5.1.1 No such user');
    expect(why).toContain('diagnostic: other rows say it in `response`');
  });

  test('times, names of messages and ids are no replies, and what happened is no template', async () => {
    const { mapping } = await proposed([
      'email,event,date,reply_datetime,Message Name,header_message_id,notification_type',
      'ann@example.net,opened,2026-10-13 10:00:00,2026-10-13 12:00:00,Autumn news,user register,Delivery',
      'ben@example.org,bounced,2026-10-13 10:00:01,2026-10-13 13:00:00,Autumn news,user register,Bounce',
    ]);
    expect(mapping).not.toHaveProperty('diagnostic');
    expect(mapping).toMatchObject({ tags: { campaign: { column: 'Message Name' } } });
    expect((mapping as { tags: object }).tags).not.toHaveProperty('template');
  });

  test('short answers are replies, and what a mail says is no name of it', async () => {
    const { mapping } = await proposed([
      'date;email;status;assunto;mensagem;log',
      '2026-10-13 10:00:00;ann@example.net;sucesso;Aviso;Olá;250 ok',
      '2026-10-13 10:00:01;ben@example.org;erro;Aviso;Olá;550 no',
    ]);
    expect(mapping).toMatchObject({ kind: { column: 'status' }, diagnostic: { column: 'log' } });
    expect(mapping).not.toHaveProperty('tags');
  });

  test('an address that is none makes no other column one of recipients', async () => {
    const { mapping } = await proposed([
      'created_at,to,status,send_id',
      '2026-10-13 10:00:00,ann@example.net,queued,<1@mg.example.com>',
      '2026-10-13 10:00:01,ben@example.org,queued,<2@mg.example.com>',
      '2026-10-13 10:00:02,ann.example.net,failed,',
    ]);
    expect(mapping).toMatchObject({ recipient: { column: 'to' } });
  });

  test('`none` is a host that nobody was asked at', async () => {
    const { mapping } = await proposed([
      'mail_to,status,relay,ts',
      'ann@example.net,sent,mx.example.net[192.0.2.9]:25,2026-10-13 10:00:00',
      'ben@example.org,deferred,none,2026-10-13 10:00:01',
    ]);
    expect(mapping).toMatchObject({ relayHost: { column: 'relay' } });
  });

  test('the id of an address stands for it where there is none', async () => {
    const { mapping } = await proposed([
      'to_email_id,from_email_id,open_at,bounce_at,created_at',
      '11,1,2026-10-13 10:00:00,,2026-10-13 09:00:00',
      '12,1,,2026-10-13 10:00:00,2026-10-13 09:00:01',
    ]);
    expect(mapping).toMatchObject({ recipient: { column: 'to_email_id' } });
  });
});

describe('words', () => {
  test.each([
    ['First Confirmed Open', 'opened'],
    ['First Bounce', 'bounced'],
    ['First Skip', 'dropped'],
    ['em_bounces', 'bounced'],
    ['Sendefehler', 'bounced'],
    ['Versand fehlgeschlagen – Blocked', 'bounced'],
    ['Zurückgehalten', 'dropped'],
    ['erro', 'bounced'],
    ['Deffered', 'deferred'],
    ['EXITOSO', 'delivered'],
    ['OtherBounce', 'bounced'],
    ['spambounce', 'bounced'],
    ['enqueue_failed', 'bounced'],
    ['preblocked', 'dropped'],
    ['Queued. Thank you.', 'accepted'],
    ['Zlecone do wysyłki', 'accepted'],
    ['已交付', 'delivered'],
    ['被对方退回', 'bounced'],
    ['Открыл', 'opened'],
    ['Не существует', 'bounced'],
    ['Ящик переполнен', 'soft-bounced'],
    ['Отказ от рассылки', 'unsubscribed'],
    ['メールボックス容量超過', 'soft-bounced'],
    ['メールアドレスが存在しない', 'bounced'],
  ])('%s is %s', (word, outcome) => expect(outcomeOf(word)).toBe(outcome));
  test.each(['unbounced', 'debounced'])('%s is no bounce', (word) => expect(outcomeOf(word)).toBeUndefined());
  test('`em_sends` is sent', () => expect(isSentWord('em_sends')).toBe(true));
});
