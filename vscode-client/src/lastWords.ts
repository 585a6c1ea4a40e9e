import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const KEPT_LINES = 8;

/** The end of what one server process wrote to stderr: if it dies, that is why. */
export class LastWords {
  /** Settled when the process has closed its stderr, so that nothing more comes. */
  readonly complete: Promise<void>;
  private lines: readonly string[] = [];

  /** Reads `stderr` to its end, and hands each line on to `eachLine`. */
  constructor(stderr: Readable, eachLine: (line: string) => void) {
    const reader = createInterface({ input: stderr, crlfDelay: Infinity, terminal: false });
    reader.on('line', (line) => {
      this.lines = [...this.lines, line.trim()].filter((kept) => kept !== '').slice(-KEPT_LINES);
      eachLine(line);
    });
    this.complete = new Promise((resolve) => reader.once('close', resolve));
  }

  /** The launcher's last line of its own (`klpls: …`) without that prefix; else the last line; else undefined. */
  reason(): string | undefined {
    const own = this.lines.findLast((line) => line.startsWith('klpls: '));
    return own?.slice('klpls: '.length) ?? this.lines.at(-1);
  }
}
