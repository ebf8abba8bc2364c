import type { Dns, Net } from '../../src/net/net.ts';
import { noServices } from '../../src/net/services.ts';

/** A world that answers DNS and nothing else. */
export const dnsOnly = (dns: Dns): Net => ({ ...noServices((what) => `no service answers: ${what}`), ...dns });
