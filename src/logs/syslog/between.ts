/** What journalctl and tail write between lines. */
export const BETWEEN = /^(?:-- .* --|==> .* <==)?$/;
