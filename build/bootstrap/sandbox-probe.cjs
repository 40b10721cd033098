// Run by Electron as the user the tests would run as: can that user read the project and open a
// sandboxed window here? Exit code 0 means yes.
const { app, BrowserWindow } = require('electron');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
setTimeout(() => process.exit(3), 20_000);
try {
  for (const file of [
    'package.json',
    'node_modules/@playwright/test/cli.js',
    'node_modules/electron/index.js',
    'build/config/playwright.config.ts',
  ]) {
    fs.accessSync(path.join(root, file), fs.constants.R_OK);
  }
} catch {
  process.exit(2);
}
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  window.webContents.on('render-process-gone', () => process.exit(4));
  await window.loadURL('data:text/html,<title>probe</title>');
  const sum = await window.webContents.executeJavaScript('20 + 22');
  process.exit(sum === 42 ? 0 : 5);
});
