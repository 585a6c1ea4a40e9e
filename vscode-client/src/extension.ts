import { commands, type ExtensionContext, window, workspace } from 'vscode';
import { chooseKernel } from './chooseKernel';
import { Session } from './session';
import { StatusItem } from './statusItem';

let session: Session | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('klpls', { log: true });
  const status = new StatusItem();
  const started = new Session(context.extensionPath, output, status);
  session = started;
  context.subscriptions.push(
    output,
    commands.registerCommand('klpls.chooseKernel', chooseKernel),
    commands.registerCommand('klpls.restart', () => started.restart()),
    commands.registerCommand('klpls.showOutput', () => {
      output.show();
    }),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration('klpls.serverPath')) {
        await started.restart();
      }
    }),
    status.follow(),
  );
  await started.start();
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}
