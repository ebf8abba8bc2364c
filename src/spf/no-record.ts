/** Why no SPF record was found under a name, said of that name. */
export const NO_RECORD = {
  nxdomain: 'does not exist',
  nodata: 'has no TXT record',
  'no-spf': 'has no SPF record',
} as const;
