const fs = require('node:fs');
const path = require('node:path');

// electron-builder copies a given electronDist whole; Electron's own start page and its version
// file have no place in an app, and the start page would run if the app's archive were missing.
module.exports = async ({ appOutDir, electronPlatformName }) => {
  if (electronPlatformName === 'darwin') return;
  fs.rmSync(path.join(appOutDir, 'resources', 'default_app.asar'), { force: true });
  fs.rmSync(path.join(appOutDir, 'version'), { force: true });
};
