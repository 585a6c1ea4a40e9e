import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { LastWords } from '../../src/lastWords';

async function hear(...chunks: string[]): Promise<{ words: LastWords; lines: string[] }> {
  const lines: string[] = [];
  const words = new LastWords(Readable.from(chunks), (line) => lines.push(line));
  await words.complete;
  return { words, lines };
}

describe('LastWords', () => {
  it("gives the launcher's own line as the reason, without its prefix", async () => {
    const { words } = await hear('klpls: needs Java 25 or later\n', 'some line of the shell\n');
    expect(words.reason()).toBe('needs Java 25 or later');
  });

  it('gives the last of several lines of the launcher', async () => {
    const { words } = await hear('klpls: building the server, once\nklpls: the server could not be built\n');
    expect(words.reason()).toBe('the server could not be built');
  });

  it('gives the last line where the launcher said nothing', async () => {
    const { words } = await hear('Exception in thread "main"\n', '  at x\n\n');
    expect(words.reason()).toBe('at x');
  });

  it('gives no reason where nothing was said', async () => {
    const { words } = await hear();
    expect(words.reason()).toBeUndefined();
  });

  it('hands every line on, however it was cut', async () => {
    const { lines } = await hear('one\ntw', 'o\nthree');
    expect(lines).toEqual(['one', 'two', 'three']);
  });

  it('keeps only the end of a server that says much', async () => {
    const { words } = await hear('klpls: long ago\n', ...Array.from({ length: 1000 }, (_, n) => `line ${n}\n`));
    expect(words.reason()).toBe('line 999');
  });
});
