/** One rule for all servers that do not say themselves what became of it; what formats say of it. */
export const OPERATORS_DELETIONS =
  'What an operator deletes from the queue nobody has refused: it is dropped, and counts as kept back. What he has returned to its sender ahead of its time is given up, as if the time had run out';
