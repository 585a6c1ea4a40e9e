import { ConfigurationTarget, QuickPickItemKind, type QuickPickItem, window, workspace } from 'vscode';
import { installedKernels } from './kernels';

interface Choice extends QuickPickItem {
  /** The value for `klpls.kernel`, empty for none; undefined if the user turned back. */
  readonly choose: () => Promise<string | undefined>;
}

/** Command `klpls.chooseKernel`: asks for a kernel and writes the setting `klpls.kernel`. */
export async function chooseKernel(): Promise<void> {
  const choice = await window.showQuickPick(choices(), {
    title: 'Kernel that livepatches are checked against',
    matchOnDescription: true,
  });
  const kernel = await choice?.choose();
  if (kernel !== undefined) {
    const target =
      workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
    await workspace.getConfiguration('klpls').update('kernel', kernel === '' ? undefined : kernel, target);
  }
}

function choices(): Choice[] {
  const installed = installedKernels('/');
  return [
    {
      label: 'The one the source is built for',
      description: 'by its compile command',
      choose: () => Promise.resolve(''),
    },
    ...(installed.length === 0 ? [] : [separator('On this machine')]),
    ...installed.map(({ release, parts }) => ({
      label: release,
      description: parts,
      choose: () => Promise.resolve(release),
    })),
    separator('Elsewhere'),
    {
      label: 'A file…',
      description: 'vmlinuz, vmlinux, System.map or an index file',
      choose: () => askForPath('file'),
    },
    {
      label: 'A folder…',
      description: '/lib/modules/RELEASE or a kernel build folder',
      choose: () => askForPath('folder'),
    },
  ];
}

function separator(label: string): Choice {
  return { label, kind: QuickPickItemKind.Separator, choose: () => Promise.resolve(undefined) };
}

async function askForPath(kind: 'file' | 'folder'): Promise<string | undefined> {
  const chosen = await window.showOpenDialog({
    title: 'Choose a kernel',
    openLabel: 'Check against this',
    canSelectFiles: kind === 'file',
    canSelectFolders: kind === 'folder',
  });
  return chosen?.[0]?.fsPath;
}
