/** Belongs to the From domain's organisation. */
export type Ours = (domain: string) => boolean;
