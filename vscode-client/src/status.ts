/** What the server says of a document: notification `klpls/status`. */
export interface DocumentStatus {
  readonly uri: string;
  /** The release of the kernel in use, or null if none is known. */
  readonly kernel: string | null;
  /** The path of the built module that the source is joined with, or null. */
  readonly module: string | null;
}

/** What the server process is doing. */
export type ServerState =
  { readonly kind: 'starting' } | { readonly kind: 'running' } | { readonly kind: 'stopped'; readonly reason: string };

/** What the status bar shows. */
export interface StatusView {
  readonly text: string;
  readonly tooltip: string;
  readonly severity: 'normal' | 'warning' | 'error';
}

/** `kernelSetting` is the value of `klpls.kernel`, empty if not set; `document` what the server said of the open file. */
export function statusView(
  state: ServerState,
  kernelSetting: string,
  document: DocumentStatus | undefined,
): StatusView {
  switch (state.kind) {
    case 'starting':
      return { text: '$(sync~spin) klpls', tooltip: 'klpls: the server is starting', severity: 'normal' };
    case 'stopped':
      return { text: '$(error) klpls', tooltip: `klpls: ${state.reason}`, severity: 'error' };
    case 'running':
      return running(kernelSetting, document);
  }
}

function running(kernelSetting: string, document: DocumentStatus | undefined): StatusView {
  if (document === undefined) {
    const kernel = kernelSetting === '' ? 'the kernel the source is built for' : kernelSetting;
    return {
      text: `$(shield) ${shortName(kernelSetting)}`,
      tooltip: `klpls checks against ${kernel}\n${ADVICE}`,
      severity: 'normal',
    };
  }
  const module = document.module === null ? 'No built module is known.' : `Module: ${document.module}`;
  return document.kernel === null
    ? {
        text: '$(shield) no kernel',
        tooltip: `klpls knows no kernel to check against.\n${module}\n${ADVICE}`,
        severity: 'warning',
      }
    : {
        text: `$(shield) ${document.kernel}`,
        tooltip: `klpls checks against ${document.kernel}\n${module}\n${ADVICE}`,
        severity: 'normal',
      };
}

const ADVICE = 'Click to choose another kernel.';

/** The last part of a path, which fits a status bar. */
function shortName(kernelSetting: string): string {
  return kernelSetting.split('/').findLast((part) => part !== '') ?? 'klpls';
}
