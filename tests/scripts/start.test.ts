import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { isSupportedNode } from '../../scripts/lib/install.mjs';
import { parseStartOptions } from '../../scripts/lib/start-options.mjs';

describe('the options of npm start', () => {
  it.each([
    [[], { host: undefined, port: 4173 }],
    [['--port', '5000'], { host: undefined, port: 5000 }],
    [['--port=5000'], { host: undefined, port: 5000 }],
    [['--host'], { host: true, port: 4173 }],
    [['--host', '--port', '5000'], { host: true, port: 5000 }],
    [['--host', '0.0.0.0'], { host: true, port: 4173 }],
    [['--host=::'], { host: true, port: 4173 }],
    [['--host='], { host: true, port: 4173 }],
    [['--host', '192.0.2.1'], { host: '192.0.2.1', port: 4173 }],
    [['--host=192.0.2.1', '--port', '65535'], { host: '192.0.2.1', port: 65535 }],
    [['--port', '5000', '--help'], { help: true }],
  ])('reads %j', (argv, expected) => {
    expect(parseStartOptions(argv)).toEqual(expected);
  });

  it.each(['0', '65536', '80a', '1.5', '-1', ''])('rejects the port "%s"', (port) => {
    expect(parseStartOptions(['--port', port])).toEqual({
      error: expect.stringContaining('--port needs a whole number from 1 to 65535'),
    });
  });

  it('rejects --port without a number', () => {
    expect(parseStartOptions(['--port'])).toEqual({ error: expect.stringContaining('--port needs') });
    expect(parseStartOptions(['--port', '--host'])).toEqual({
      error: expect.stringContaining('--port needs'),
    });
  });

  it('names an unknown option', () => {
    expect(parseStartOptions(['--open', '--port', '5000'])).toEqual({ error: 'Unknown option --open.' });
  });

  it('says where options go if npm took the option and passed on only the value', () => {
    expect(parseStartOptions(['4174'])).toEqual({
      error: expect.stringContaining('npm start -- --port 4174'),
    });
  });
});

describe('the supported versions of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.1.0'])('include %s', (version) => {
    expect(isSupportedNode(version)).toBe(true);
  });

  it.each(['18.20.0', '20.18.3', '21.7.0', '22.11.0'])('exclude %s', (version) => {
    expect(isSupportedNode(version)).toBe(false);
  });
});

describe('npm start', () => {
  const otherServer = createServer();
  afterEach(() => otherServer.close());

  it('exits with 1 before it builds anything if the port is in use', async () => {
    otherServer.listen(0, 'localhost');
    await once(otherServer, 'listening');
    const { port } = otherServer.address() as AddressInfo;

    const { exitCode, stdout, stderr } = await start('--port', String(port));
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(`Port ${port} is already in use; choose another with: npm start -- --port `);
  });

  it('exits with 2 and prints the usage for an unknown option', async () => {
    const { exitCode, stdout, stderr } = await start('--open');
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^Unknown option --open\.\n\n.*npm start/s);
  });
});

async function start(...options: string[]) {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...options]);
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ]);
  return { exitCode, stdout, stderr };
}
