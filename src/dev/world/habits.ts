/** Habits that several reporters share. */
export const DAY = [0, 86_399] as const;
export const MIDNIGHTS = [0, 86_400] as const;
export const gz = { container: 'gz', extension: '.xml.gz' } as const;
export const zip = { container: 'zip', extension: '.zip' } as const;
export const xml = { container: 'xml', extension: '.xml' } as const;
export const strict = { deadInclude: 'permerror' } as const;
export const lenient = { deadInclude: 'softfail' } as const;
