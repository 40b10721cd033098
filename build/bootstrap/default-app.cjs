// What Electron runs when it is started with a path: the small program that Electron's own
// distribution keeps in resources/default_app.asar. The fallback runtime comes without it.
const { app } = require('electron');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const preloaded = [];
let target;
const args = process.argv.slice(1);
while (args.length > 0 && target === undefined) {
  const arg = args.shift();
  if (arg === '-v' || arg === '--version') {
    process.stdout.write(`v${process.versions.electron}\n`);
    process.exit(0);
  } else if (arg === '-a' || arg === '--abi') {
    process.stdout.write(`${process.versions.modules}\n`);
    process.exit(0);
  } else if (arg === '-r' || arg === '--require') {
    preloaded.push(args.shift());
  } else if (arg.startsWith('--app=')) {
    target = arg.slice('--app='.length);
  } else if (!arg.startsWith('-')) {
    target = arg;
  }
}

if (preloaded.length > 0) Module._preloadModules(preloaded);

if (target === undefined) {
  process.stderr.write('Start Electron with the folder of an app.\n');
  process.exit(1);
}

target = path.resolve(target);
const description = path.join(target, 'package.json');
if (fs.existsSync(description)) {
  const about = JSON.parse(fs.readFileSync(description, 'utf8'));
  if (about.version) app.setVersion(about.version);
  if (about.productName || about.name) app.setName(about.productName || about.name);
  if (about.desktopName) app.setDesktopName(about.desktopName);
  app.setAppPath(target);
  // The app's name decides where its data lives; the paths were fixed before it was known.
  app.setPath('userData', userData());
}

try {
  Module._load(require.resolve(target), null, true);
} catch (error) {
  process.stderr.write(`${target} could not be started: ${error.stack}\n`);
  process.exit(1);
}

function userData() {
  const asked = app.commandLine.getSwitchValue('user-data-dir');
  return asked ? path.resolve(asked) : path.join(app.getPath('appData'), app.getName());
}
