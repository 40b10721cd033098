// Chromium's sandbox: never as root, and elsewhere only where the kernel lets an ordinary user
// make a namespace (or chrome-sandbox was made setuid root).
import fs from 'node:fs';
import path from 'node:path';

/** Why Electron of folder `dir` cannot use its sandbox when run by this user; undefined if it can. */
export function sandboxObstacle(dir) {
  if (process.platform !== 'linux') return undefined;
  if (process.getuid() === 0) return 'started as root';
  if (setuidHelper(dir)) return undefined;
  const closed = [
    ['/proc/sys/kernel/unprivileged_userns_clone', '0'],
    ['/proc/sys/user/max_user_namespaces', '0'],
    ['/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1'],
  ].find(([file, value]) => read(file) === value);
  return closed ? `this kernel forbids it: ${closed[0]} is ${closed[1]}` : undefined;
}

function setuidHelper(dir) {
  try {
    const { uid, mode } = fs.statSync(path.join(dir, 'chrome-sandbox'));
    return uid === 0 && (mode & 0o4000) !== 0;
  } catch {
    return false;
  }
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
