import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { environment } from './environment';

/** What a run of VS Code writes, its logs and screenshots; kept after the run, to look at. */
export const RESULTS = resolve(import.meta.dirname, '..', '..', 'target', 'real');

/** The extension as it is shipped. */
export const VSIX = resolve(import.meta.dirname, '..', '..', 'target', 'klpls.vsix');

/** Settings that keep the page still and to the point. */
const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'editor.minimap.enabled': false,
  'git.enabled': false,
};

const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Milliseconds to wait for anything on the page. Only a broken run, or a busy machine, takes that long. */
const PATIENCE = 90_000;

/** What one run needs; `extensions` are `.vsix` files. */
export interface Wanted {
  readonly name: string;
  readonly extensions: readonly string[];
  /** Settings of the user, on the machine that holds the files. */
  readonly settings: Record<string, unknown>;
}

/**
 * A VS Code with its own user data and extensions folder, and a browser that shows it. It is code-server: VS Code's own
 * workbench and extension host. Installed by run-checks.sh, which names the folder in KLPLS_CODE_SERVER.
 */
export class VsCode {
  private constructor(
    /** Holds logs and user data. */
    readonly folder: string,
    readonly authority: string,
    readonly page: Page,
    private readonly server: ChildProcess,
    private readonly browser: Browser,
  ) {}

  static async start(wanted: Wanted): Promise<VsCode> {
    mkdirSync(RESULTS, { recursive: true });
    const folder = mkdtempSync(join(RESULTS, `${wanted.name}-`));
    writeSettings(join(folder, 'user', 'User'), QUIET);
    writeSettings(join(folder, 'user', 'Machine'), wanted.settings);
    for (const extension of wanted.extensions) {
      install(folder, extension);
    }
    const authority = `127.0.0.1:${await freePort()}`;
    const server = serve(folder, authority);
    try {
      await answers(`http://${authority}/healthz`, server);
      const browser = await chromium.launch({
        executablePath: environment('KLPLS_CHROMIUM'),
        args: BROWSER_ARGUMENTS,
      });
      const page = await browser.newPage({ viewport: { width: 1120, height: 740 }, deviceScaleFactor: 1.5 });
      page.setDefaultTimeout(PATIENCE);
      return new VsCode(folder, authority, page, server, browser);
    } catch (error) {
      await end(server);
      throw error;
    }
  }

  /** Ends both; what the page showed last is kept beside the logs. */
  async stop(): Promise<void> {
    await this.page.screenshot({ path: join(this.folder, 'last.png') });
    await this.browser.close();
    await end(this.server);
  }

  /** Loads the page with a folder, and a file in it, open, until the file is shown. Paths are absolute. */
  async open(folder: string, file: string): Promise<void> {
    const payload = [['openFile', `vscode-remote://${this.authority}${file}`]];
    const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
    await this.page.goto(`http://${this.authority}/?${query.toString()}`);
    await this.page.locator('.monaco-editor .view-line').first().waitFor();
  }

  /** The folder of an installed extension. */
  extension(prefix: string): string {
    const extensions = join(this.folder, 'extensions');
    const name = readdirSync(extensions).find((each) => each.startsWith(prefix));
    if (name === undefined) {
      throw new Error(`no extension ${prefix} in ${extensions}`);
    }
    return join(extensions, name);
  }

  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: join(RESULTS, `${name}.png`) });
  }
}

function writeSettings(folder: string, settings: Record<string, unknown>): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings, undefined, 2));
}

function codeServer(folder: string, ...extra: readonly string[]): string[] {
  return [
    join(environment('KLPLS_CODE_SERVER'), 'node_modules', 'code-server', 'out', 'node', 'entry.js'),
    ...['--config', join(folder, 'config.yaml')],
    ...['--user-data-dir', join(folder, 'user')],
    ...['--extensions-dir', join(folder, 'extensions')],
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
    ...extra,
  ];
}

/** The node that code-server needs, which came with it. */
function node(): string {
  return join(environment('KLPLS_CODE_SERVER'), 'node_modules', '.bin', 'node');
}

/** With no gallery it makes no request to the outside. */
const OFFLINE = { EXTENSIONS_GALLERY: '{"serviceUrl":"","itemUrl":"","resourceUrlTemplate":""}' };

function install(folder: string, extension: string): void {
  const installed = spawnSync(node(), codeServer(folder, '--install-extension', extension), {
    encoding: 'utf8',
    env: { ...process.env, ...OFFLINE },
  });
  if (installed.status !== 0) {
    throw new Error(`cannot install ${extension}: ${installed.stdout}${installed.stderr}`);
  }
}

function serve(folder: string, authority: string): ChildProcess {
  const log = openSync(join(folder, 'code-server.log'), 'w');
  const server = spawn(node(), codeServer(folder, '--bind-addr', authority, '--auth', 'none'), {
    stdio: ['ignore', log, log],
    detached: true,
    env: { ...process.env, ...OFFLINE },
  });
  closeSync(log);
  process.once('exit', () => {
    killGroup(server);
  });
  return server;
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) {
      break;
    }
    const up = await new Promise<boolean>((done) => {
      get(url, (response) => {
        response.resume();
        done(true);
      }).on('error', () => {
        done(false);
      });
    });
    if (up) {
      return;
    }
    await setTimeout(100);
  }
  throw new Error(`VS Code does not answer at ${url}; its output is in ${RESULTS}`);
}

/** Ends the server with all that it started: an extension host would else wait for its page to come back. */
async function end(server: ChildProcess): Promise<void> {
  const ended = new Promise((done) => server.once('exit', done));
  if (killGroup(server)) {
    await ended;
  }
}

/** Whether there was something to end. */
function killGroup(leader: ChildProcess): boolean {
  if (leader.pid === undefined || leader.exitCode !== null || leader.signalCode !== null) {
    return false;
  }
  return process.kill(-leader.pid, 'SIGKILL');
}

async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') {
          fail(new Error('no port'));
        } else {
          done(address.port);
        }
      });
    });
  });
}
