/** Promise: who waits sees that something happens: one line, overwritten on a terminal, now and then elsewhere. */

/** An empty text clears the line. */
export type Progress = (text: string) => void;

const everyMs = 10_000;

export const progressLine = (): Progress => {
  if (process.stderr.isTTY) return (text) => void process.stderr.write(`\r\x1b[2K${text}`);
  let last = -Infinity;
  return (text) => {
    if (text === '' || performance.now() - last < everyMs) return;
    last = performance.now();
    process.stderr.write(`  ${text}\n`);
  };
};
