import { parentPort, workerData } from 'node:worker_threads';
import { startDnsServer } from '../test/support/dns-server.ts';

// Answers every question with one TXT record, in a thread of its own; says its port and lives until it is ended.
const text = String(workerData);
const { port } = await startDnsServer(({ name }) => ({ records: [{ name, ttl: 300, type: 'TXT', strings: [text] }] }));
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(port);
