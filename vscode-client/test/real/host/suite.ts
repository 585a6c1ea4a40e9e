// Runs in the extension host of a VS Code that has the example livepatch open, with the genuine `vscode` module. No
// kernel is set: the index beside the example is used.
import { deepStrictEqual, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  commands,
  type CodeAction,
  type Diagnostic,
  extensions,
  type Hover,
  languages,
  MarkdownString,
  Position,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';

const PATIENCE = 60_000;

interface Place {
  readonly code: string;
  readonly line: number;
  readonly character: number;
}

/** The parts of `klpls check --format json` that are compared here. */
interface Report {
  readonly findings: readonly {
    readonly code: string;
    readonly file?: string;
    readonly range?: { readonly start: { readonly line: number; readonly character: number } };
  }[];
}

const CASES: Record<string, (document: TextDocument) => Promise<void>> = {
  'the editor shows what klpls check finds': async (document) => {
    const extension = extensions.getExtension('klpls.klpls');
    ok(extension);
    const klpls = join(extension.extensionPath, 'server', 'bin', 'klpls');
    const report = check(klpls, document.uri.fsPath);
    const expected = report.findings.map(({ code, range }) => ({
      code,
      line: range?.start.line ?? 0,
      character: range?.start.character ?? 0,
    }));
    ok(expected.length > 3);
    const shown = await diagnostics(document, (all) => all.length >= expected.length);
    deepStrictEqual(places(shown), expected.sort(byPlace));
  },

  'a hover tells about the function': async (document) => {
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at(document, '"show"'),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((each) => (each instanceof MarkdownString ? each.value : ''))
      .join('\n');
    match(text, /show/);
    match(text, /vmlinux/);
  },

  'a quick fix removes its finding': async (document) => {
    const before = await diagnostics(document, (all) => codes(all).includes('klp-sympos-required'));
    await fix(document);
    const after = await diagnostics(document, (all) => !codes(all).includes('klp-sympos-required'));
    // The module beside the source was built before the fix.
    deepStrictEqual(
      codes(after),
      codes(before)
        .map((code) => (code === 'klp-sympos-required' ? 'klp-module-stale' : code))
        .sort(),
    );
    await undo(document, before);
  },

  'a module that comes or goes on disk is seen without a key being pressed': async (document) => {
    const before = await diagnostics(document, (all) => codes(all).includes('klp-sympos-required'));
    const module = document.uri.fsPath.replace(/c$/, 'ko');
    await fix(document);
    await diagnostics(document, (all) => codes(all).includes('klp-module-stale'));
    renameSync(module, `${module}.away`);
    await diagnostics(document, (all) => !codes(all).includes('klp-module-stale'));
    renameSync(`${module}.away`, module);
    await diagnostics(document, (all) => codes(all).includes('klp-module-stale'));
    await undo(document, before);
  },

  'a restarted server shows the same': async (document) => {
    const before = await diagnostics(document, (all) => codes(all).includes('klp-sympos-required'));
    const restarted = commands.executeCommand('klpls.restart');
    await diagnostics(document, (all) => all.length === 0);
    await restarted;
    deepStrictEqual(places(await diagnostics(document, (all) => all.length > 0)), places(before));
  },

  'what is typed halfway leaves the other findings alone': async (document) => {
    const before = await diagnostics(document, (all) => codes(all).includes('klp-sympos-required'));
    const editor = await window.showTextDocument(document);
    const line = at(document, '"show"').line;
    await editor.edit((edit) => {
      edit.replace(document.lineAt(line).range, '\t\t.old_name = "sho');
    });
    const during = await diagnostics(document, (all) => !codes(all).includes('klp-sympos-required'));
    const elsewhere = codes(before).filter((code) => code !== 'klp-sympos-required');
    deepStrictEqual(
      codes(during).filter((code) => elsewhere.includes(code)),
      elsewhere,
    );
    await undo(document, before);
  },
};

/** Called by VS Code. */
export async function run(): Promise<void> {
  const [file] = await workspace.findFiles('*.c');
  ok(file, 'no C file in the workspace');
  const document = await workspace.openTextDocument(file);
  for (const [name, test] of Object.entries(CASES)) {
    try {
      await test(document);
      console.log(`ok ${name}`);
    } catch (error) {
      console.log(`FAILED ${name}`);
      throw error;
    }
  }
}

function check(klpls: string, source: string): Report {
  try {
    return JSON.parse(
      execFileSync(klpls, ['check', '--format', 'json', dirname(source)], { encoding: 'utf8' }),
    ) as Report;
  } catch (error) {
    // Exit status 1: there are findings.
    return JSON.parse((error as { stdout: string }).stdout) as Report;
  }
}

/** Applies the first quick fix of the ambiguous name. */
async function fix(document: TextDocument): Promise<void> {
  const place = at(document, '"show"');
  const range = new Range(place, place);
  const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
  const first = actions.find(({ title }) => title.includes('.old_sympos = 1'));
  ok(first?.edit, `no such fix: ${actions.map(({ title }) => title).join(', ')}`);
  ok(await workspace.applyEdit(first.edit));
}

/** Takes one edit back, and waits until the findings are those of before. */
async function undo(document: TextDocument, before: readonly Diagnostic[]): Promise<void> {
  await window.showTextDocument(document);
  await commands.executeCommand('undo');
  await diagnostics(document, (all) => isDeepStrictEqual(places(all), places(before)));
}

/** The document's diagnostics as soon as they are as wanted. */
async function diagnostics(
  document: TextDocument,
  wanted: (all: readonly Diagnostic[]) => boolean,
): Promise<Diagnostic[]> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const all = languages.getDiagnostics(document.uri);
    if (wanted(all)) {
      return all;
    }
    ok(Date.now() < deadline, `waited in vain for other diagnostics than ${JSON.stringify(places(all))}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function places(all: readonly Diagnostic[]): Place[] {
  return all
    .map(({ code, range }) => ({
      code: String(typeof code === 'object' ? code.value : code),
      line: range.start.line,
      character: range.start.character,
    }))
    .sort(byPlace);
}

function codes(all: readonly Diagnostic[]): string[] {
  return places(all)
    .map(({ code }) => code)
    .sort();
}

function byPlace(a: Place, b: Place): number {
  return a.line - b.line || a.character - b.character || a.code.localeCompare(b.code);
}

function at(document: TextDocument, text: string): Position {
  const offset = document.getText().indexOf(text);
  ok(offset >= 0, `not in the file: ${text}`);
  return document.positionAt(offset + 1);
}
