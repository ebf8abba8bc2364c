import { literal } from '../literal.ts';

/** What fields of a delivery begin with, as log_adhoc(3) writes them, behind the recipient. */
export const RELAY = literal(' relay=');
export const CONNECTION_USE = literal(' conn_use=');
export const DELAY = literal(' delay=');
export const DELAYS = literal(' delays=');
export const TLS = literal(' tls=');
export const DSN = literal(' dsn=');
export const STATUS = literal(' status=');
