import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { environment } from './environment';

const EXAMPLES = resolve(import.meta.dirname, '..', '..', '..', 'docs', 'examples');

/** The stock kernel image that the example is checked against. */
export function kernel(): string {
  return environment('KLPLS_VMLINUZ');
}

/** A copy of the example livepatch that a test may edit. */
export class Example {
  readonly source: string;

  /** Copies the example into `parent`, with these settings of the workspace. */
  constructor(
    parent: string,
    settings: Record<string, unknown>,
    readonly folder = join(parent, 'cmdline-fix'),
  ) {
    cpSync(join(EXAMPLES, 'cmdline-fix'), folder, { recursive: true });
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings, undefined, 2));
    this.source = join(folder, 'cmdline-fix.c');
  }

  /** The settings of the workspace, as they are now. */
  settings(): unknown {
    return JSON.parse(readFileSync(join(this.folder, '.vscode', 'settings.json'), 'utf8'));
  }

  /** Where a text first is in the source as it was copied; line and column count from 1. */
  place(text: string): { readonly line: number; readonly column: number } {
    const lines = readFileSync(this.source, 'utf8').split('\n');
    const line = lines.findIndex((each) => each.includes(text));
    return { line: line + 1, column: (lines[line] ?? '').indexOf(text) + 1 };
  }
}
