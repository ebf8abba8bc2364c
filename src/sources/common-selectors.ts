/**
 * Selectors so common that they are worth a question where nothing better is known. Finding one is a fact, not finding
 * it is none. From the selector lists of public DKIM checkers and the default settings of OpenDKIM, rspamd, Exim,
 * cPanel, Plesk and the big services; the services' own selectors stand in their provider files.
 */
export const COMMON_SELECTORS = [
  'default',
  'dkim',
  'mail',
  'google',
  'selector1',
  'selector2',
  's1',
  's2',
  'k1',
  'k2',
  'k3',
  'key1',
  'key2',
  'sig1',
  'smtp',
  'x',
  'dkim1',
  'dkim2',
  'm1',
  '20230601',
] as const;
