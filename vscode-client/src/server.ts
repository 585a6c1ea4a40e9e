import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Where to look for the `klpls` program. Nothing here comes from a workspace: it must never choose what is run. */
export interface Places {
  /** The setting `klpls.serverPath`; empty if not set. */
  readonly serverPath: string;
  /** The folder that this extension was loaded from. */
  readonly extensionFolder: string;
  /** The value of `PATH`. */
  readonly path: string;
}

export type Server =
  { readonly kind: 'found'; readonly program: string } | { readonly kind: 'missing'; readonly reason: string };

/** The server to run: the setting's, else the one that comes with the extension, else the one on `PATH`. */
export function findServer(places: Places): Server {
  if (places.serverPath !== '') {
    return named(places.serverPath);
  }
  const packaged = join(places.extensionFolder, 'server', 'bin', 'klpls');
  const checkout = join(places.extensionFolder, '..', 'server', 'bin', 'klpls');
  const onPath = places.path
    .split(delimiter)
    .filter(isAbsolute)
    .map((folder) => join(folder, 'klpls'));
  const program = [packaged, checkout, ...onPath].find(isProgram);
  return program === undefined
    ? missing(
        'no klpls server comes with this extension, and there is no klpls on PATH. Install one, or set klpls.serverPath.',
      )
    : { kind: 'found', program };
}

function named(serverPath: string): Server {
  if (!isAbsolute(serverPath)) {
    return missing(`klpls.serverPath must be an absolute path, and is '${serverPath}'.`);
  }
  return isProgram(serverPath)
    ? { kind: 'found', program: serverPath }
    : missing(`klpls.serverPath is '${serverPath}', which is no program that can be run.`);
}

function missing(reason: string): Server {
  return { kind: 'missing', reason };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
