import { Disposable, StatusBarAlignment, type StatusBarItem, ThemeColor, type Uri, window, workspace } from 'vscode';
import { type DocumentStatus, type ServerState, statusView, type StatusView } from './status';

/** The status bar item: shows the kernel in use for the C file in front, and lets the user choose another one. */
export class StatusItem {
  private readonly item: StatusBarItem = window.createStatusBarItem('klpls.kernel', StatusBarAlignment.Right, 100);
  private readonly documents = new Map<string, DocumentStatus>();
  private state: ServerState = { kind: 'starting' };

  /** Shows the item and keeps it up to date, until the result is disposed of. */
  follow(): Disposable {
    this.item.name = 'klpls: kernel';
    this.show();
    return Disposable.from(
      this.item,
      window.onDidChangeActiveTextEditor(() => {
        this.show();
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('klpls.kernel')) {
          this.show();
        }
      }),
      workspace.onDidCloseTextDocument((document) => this.documents.delete(key(document.uri))),
    );
  }

  server(state: ServerState): void {
    this.state = state;
    if (state.kind !== 'running') {
      this.documents.clear();
    }
    this.show();
  }

  document(uri: Uri, status: DocumentStatus): void {
    this.documents.set(key(uri), status);
    this.show();
  }

  private show(): void {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'c') {
      this.item.hide();
      return;
    }
    const kernel = workspace.getConfiguration('klpls', document.uri).get('kernel', '');
    const view = statusView(this.state, kernel, this.documents.get(key(document.uri)));
    this.item.text = view.text;
    this.item.tooltip = view.tooltip;
    this.item.backgroundColor = background(view.severity);
    this.item.command = this.state.kind === 'stopped' ? 'klpls.showOutput' : 'klpls.chooseKernel';
    this.item.show();
  }
}

function key(uri: Uri): string {
  return uri.toString();
}

function background(severity: StatusView['severity']): ThemeColor | undefined {
  return severity === 'normal' ? undefined : new ThemeColor(`statusBarItem.${severity}Background`);
}
