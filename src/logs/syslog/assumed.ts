/** What formats say of stamps that leave something out. */
export const ASSUMED_OF_STAMPS =
  'Stamps without a year belong to the last such day before the file was written; stamps without a zone are taken for UTC unless --timezone says otherwise; where a date is in figures, the log must tell which is the day';
