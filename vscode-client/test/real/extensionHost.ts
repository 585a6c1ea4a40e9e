/// <reference lib="dom" />
import type { VsCode } from './vsCode';

/** What a suite printed, and 0 if it passed. */
export interface SuiteRun {
  readonly log: string;
  readonly exitCode: number;
}

/**
 * Runs a suite for an extension's folder inside the extension host: a CommonJS file that exports `run(): Promise<void>`,
 * which may use the `vscode` module. Built versions of VS Code take the option for that from the page's own
 * configuration only, so it is added there before the workbench reads it. `load` opens the page.
 */
export async function runInExtensionHost(
  vsCode: VsCode,
  extension: string,
  suite: string,
  load: () => Promise<void>,
): Promise<SuiteRun> {
  const lines: string[] = [];
  let finished: (exitCode: number) => void;
  const exit = new Promise<number>((resolve) => {
    finished = resolve;
  });
  await vsCode.page.exposeFunction('codeAutomationLog', (_severity: string, args: readonly unknown[]) => {
    lines.push(args.map(String).join(' '));
  });
  await vsCode.page.exposeFunction('codeAutomationExit', (exitCode: number) => {
    finished(exitCode);
  });
  await vsCode.page.addInitScript(
    ({ authority, extension, suite }) => {
      new MutationObserver((_, observer) => {
        const meta = document.getElementById('vscode-workbench-web-configuration');
        const settings = meta?.getAttribute('data-settings');
        if (meta && settings) {
          observer.disconnect();
          const configuration = JSON.parse(settings) as Record<string, unknown>;
          const uri = (path: string): object => ({ scheme: 'vscode-remote', authority, path });
          configuration.developmentOptions = { extensions: [uri(extension)], extensionTestsPath: uri(suite) };
          meta.setAttribute('data-settings', JSON.stringify(configuration));
        }
      }).observe(document, { childList: true, subtree: true });
    },
    { authority: vsCode.authority, extension, suite },
  );
  await load();
  return { exitCode: await exit, log: lines.join('\n') };
}
