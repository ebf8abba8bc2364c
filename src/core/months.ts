/** The months as ctime(3), RFC 5322 §3.3 and RFC 3164 §4.1.2 write them. */
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const LOWER_CASE = MONTHS.map((month) => month.toLowerCase());

/** 1 to 12, by these three letters, capitals or not; 0 for others. */
export const monthNumber = (letters: string): number => LOWER_CASE.indexOf(letters.toLowerCase()) + 1;
