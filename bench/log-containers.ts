import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { eventLog } from '../src/dev/mail-log/events.ts';
import { figure, type Figure } from './figures.ts';
import { type LogFile, writePostfix } from './log-files.ts';
import { median, used } from './measure.ts';
import type { Measured } from './peers.ts';

const LINES = 600_000;
const FILES = 10_000;
const RUNS = 3;

const PACKED_LINES_A_SECOND = 300_000;
const WRAPPED_LINES_A_SECOND = 200_000;
const EVENTS_A_SECOND = 1500;
const MAILS_A_SECOND = 1500;

/** Logs as they are kept: rotated and packed, wrapped by a collector, an event or a bounce to a file. */
export function logContainers(folder: string): Measured {
  const plain = writePostfix(folder, LINES);
  return {
    figures: [
      rate('lines, packed with gzip', 'lines/s', packed(folder, plain), PACKED_LINES_A_SECOND),
      rate('lines in Docker’s objects', 'lines/s', wrapped(folder, plain), WRAPPED_LINES_A_SECOND),
      rate('files of one event each', 'files/s', eventFiles(folder), EVENTS_A_SECOND),
      rate('files of one bounce each', 'files/s', mailFiles(folder), MAILS_A_SECOND),
    ],
    notes: [],
  };
}

interface Kept {
  readonly path: string;
  readonly count: number;
}

function rate(what: string, unit: string, { path, count }: Kept, budget: number): Figure {
  const runs = Array.from({ length: RUNS }, () => used(['logs', path]));
  const peak = Math.round(median(runs.map(({ peakMB }) => peakMB)));
  return figure(
    `${count.toLocaleString('en-GB')} ${what}`,
    runs.map(({ wallMs }) => (count / wallMs) * 1000),
    unit,
    { budget: { limit: 'at least', than: budget }, remark: `peak ${peak} MB` },
  );
}

function packed(folder: string, { path, lines }: LogFile): Kept {
  const file = join(folder, 'mail.log.gz');
  writeFileSync(file, gzipSync(readFileSync(path)));
  return { path: file, count: lines };
}

function wrapped(folder: string, { path }: LogFile): Kept {
  const file = join(folder, 'container.json');
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const objects = lines.map((line) =>
    JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: '2026-11-09T08:00:00Z' }),
  );
  writeFileSync(file, `${objects.join('\n')}\n`);
  return { path: file, count: lines.length };
}

function eventFiles(folder: string): Kept {
  const { lines } = eventLog({ seed: 'bench', service: 'amazon-ses', begin: BEGIN, messages: FILES, spacing: 1 });
  return filesOf(join(folder, 'events'), lines);
}
const BEGIN = Date.parse('2026-11-09T08:00:00Z') / 1000;

function mailFiles(folder: string): Kept {
  return filesOf(
    join(folder, 'bounces'),
    Array.from({ length: FILES }, (_, n) => bounce(n)),
  );
}

function filesOf(folder: string, texts: Iterable<string>): Kept {
  mkdirSync(folder);
  let count = 0;
  for (const text of texts) {
    if (count === FILES) break;
    writeFileSync(join(folder, `${count}.txt`), text);
    count += 1;
  }
  return { path: folder, count };
}

const bounce = (n: number): string => `Return-Path: <>
From: MAILER-DAEMON@mx.shop.example (Mail Delivery System)
To: bounces@shop.example
Date: Mon, 9 Nov 2026 09:00:${String(n % 60).padStart(2, '0')} +0100
Message-ID: <${n}@mx.shop.example>
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b${n}"

--b${n}
Content-Type: text/plain

<user${n}@firma.example>: host mx1.firma.example[198.51.100.7] said: 550 5.1.1 no such user (in reply to RCPT TO command)

--b${n}
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.shop.example
Arrival-Date: Mon, 9 Nov 2026 08:59:00 +0100

Final-Recipient: rfc822; user${n}@firma.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such user

--b${n}
Content-Type: message/rfc822-headers

From: Shop <news@shop.example>
Subject: Lamps
Message-ID: <m${n}@shop.example>

--b${n}--
`;
