import { commands, type LogOutputChannel, window, workspace } from 'vscode';
import {
  CloseAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  NotificationType,
  State,
} from 'vscode-languageclient/node';
import { LastWords } from './lastWords';
import { findServer } from './server';
import type { DocumentStatus } from './status';
import type { StatusItem } from './statusItem';

const STATUS = new NotificationType<DocumentStatus>('klpls/status');

/** A client that leaves it to the session to say why the server does not start: once, not in messages of its own. */
class Client extends LanguageClient {
  hasRun = false;

  override error(message: string, data?: unknown, showNotification?: boolean | 'force'): void {
    super.error(message, data, this.hasRun ? showNotification : false);
  }
}

/** The connection to the server: starts it, and tells the user when that cannot be done. */
export class Session {
  private client: Client | undefined;
  private lastWords: LastWords | undefined;
  /** Settled when the newest start has come to its end, well or not. */
  private started: Promise<void> = Promise.resolve();

  constructor(
    private readonly extensionFolder: string,
    private readonly output: LogOutputChannel,
    private readonly status: StatusItem,
  ) {}

  start(): Promise<void> {
    this.started = this.findAndRun();
    return this.started;
  }

  async stop(): Promise<void> {
    await this.started;
    const client = this.client;
    this.client = undefined;
    if (client?.state === State.Running) {
      await client.dispose();
    }
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private async findAndRun(): Promise<void> {
    const server = findServer({
      serverPath: workspace.getConfiguration('klpls').get('serverPath', ''),
      extensionFolder: this.extensionFolder,
      path: process.env.PATH ?? '',
    });
    switch (server.kind) {
      case 'missing':
        this.failed(server.reason, 'Open Settings');
        break;
      case 'found':
        await this.run(server.program);
        break;
    }
  }

  private async run(program: string): Promise<void> {
    this.output.info(`starting ${program} lsp`);
    this.lastWords = undefined;
    const executable = { command: program, args: ['lsp'], options: { cwd: this.extensionFolder } };
    const client = new Client('klpls', 'klpls', executable, this.options());
    client.clientOptions.errorHandler = restartsOnceItRan(client);
    client.onDidChangeState(({ newState }) => {
      this.entered(newState, client);
    });
    client.onNotification(STATUS, (status) => {
      this.status.document(client.protocol2CodeConverter.asUri(status.uri), status);
    });
    this.client = client;
    try {
      await client.start();
    } catch (error) {
      this.failed(`the server did not start: ${await this.whyItDied(error)}`, 'Show Output');
    }
  }

  private async whyItDied(error: unknown): Promise<string> {
    await this.lastWords?.complete;
    return this.lastWords?.reason() ?? (error instanceof Error ? error.message : String(error));
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: [
        { scheme: 'file', language: 'c' },
        { scheme: 'file', pattern: '**/patched_funcs.csv' },
      ],
      outputChannel: this.output,
      stdioOptions: {
        stdout: () => undefined,
        stderr: (stderr, output) => {
          this.lastWords = new LastWords(stderr, (line) => {
            output.info(line);
          });
        },
      },
      // Later changes of the settings, and rebuilt modules, the server asks for itself: it registers for them.
      initializationOptions: {
        kernel: workspace.getConfiguration('klpls').get('kernel', ''),
        commands: ['klpls.chooseKernel'],
      },
      initializationFailedHandler: () => false,
    };
  }

  private entered(state: State, client: Client): void {
    switch (state) {
      case State.Starting:
        this.status.server({ kind: 'starting' });
        break;
      case State.Running:
        client.hasRun = true;
        this.status.server({ kind: 'running' });
        break;
      case State.Stopped:
      case State.StartFailed:
        this.status.server({ kind: 'stopped', reason: 'the server has stopped' });
        break;
    }
  }

  private failed(reason: string, action: 'Open Settings' | 'Show Output'): void {
    this.status.server({ kind: 'stopped', reason });
    this.output.error(reason);
    void window.showErrorMessage(`klpls: ${reason}`, action).then(async (chosen) => {
      switch (chosen) {
        case 'Open Settings':
          await commands.executeCommand('workbench.action.openSettings', 'klpls.serverPath');
          break;
        case 'Show Output':
          this.output.show();
          break;
        case undefined:
          break;
      }
    });
  }
}

/** A server that crashes is started again some times; one that never came up is not. */
function restartsOnceItRan(client: Client): ErrorHandler {
  const usual = client.createDefaultErrorHandler();
  return {
    error: (error, message, count) => usual.error(error, message, count),
    closed: () => (client.hasRun ? usual.closed() : { action: CloseAction.DoNotRestart }),
  };
}
