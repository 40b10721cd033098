// The one way in. usage: node build/bootstrap.mjs start|test|read|audit|bench|package|runtime ...
// Each command first installs and builds what it lacks; its progress goes to stderr. Written
// without dependencies, because it runs before there are any.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `corridor: Node.js ${process.versions.node} is too old: install Node.js 20.19 or newer and start again.\n`,
  );
  process.exit(1);
}

const commands = {
  start: () => import('./bootstrap/start.mjs'),
  test: () => import('./bootstrap/test.mjs'),
  read: () => import('./bootstrap/answer.mjs'),
  audit: () => import('./bootstrap/answer.mjs'),
  bench: () => import('./bootstrap/answer.mjs'),
  package: () => import('./bootstrap/package.mjs'),
  runtime: () => import('./bootstrap/runtime.mjs'),
};

const [name = '', ...args] = process.argv.slice(2);
if (!Object.hasOwn(commands, name)) {
  process.stderr.write(
    `corridor: there is no command "${name}"; the commands are ${Object.keys(commands).join(', ')}.\n`,
  );
  process.exit(2);
}

if (process.env.npm_lifecycle_event) {
  // npm passes a signal to the shell between it and us, and that shell keeps it to itself. A
  // changed parent means the person ended npm: end as if they had told us.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

try {
  const { main } = await commands[name]();
  process.exitCode = await main(args, name);
} catch (error) {
  const { Stop } = await import('./bootstrap/say.mjs');
  // A Stop is already a sentence; anything else is a mistake of ours and keeps its stack.
  const text = error instanceof Stop ? error.message : `${name} broke off: ${error.stack}`;
  process.stderr.write(`corridor: ${text}\n`);
  process.exitCode = 1;
}
