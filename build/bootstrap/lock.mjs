import fs from 'node:fs';
import path from 'node:path';
import { say, Stop } from './say.mjs';

const patience = 15 * 60_000;

/**
 * Runs `work` while holding the lock folder `dir`, so that two starts at once do not install or
 * download over each other. A lock whose owner is dead is taken over.
 */
export async function withLock(dir, what, work) {
  fs.mkdirSync(path.dirname(dir), { recursive: true });
  const began = Date.now();
  let told = false;
  while (!take(dir)) {
    if (Date.now() - began > patience) {
      throw new Stop(
        `Another start has been ${what} for 15 minutes; end it, or delete ${dir}, and start again.`,
      );
    }
    if (!told) say(`another start is ${what}; waiting for it`);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    return await work();
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

function take(dir) {
  // The owner is written before the lock exists (rename), so nobody ever sees a lock without one.
  const mine = `${dir}.${process.pid}`;
  fs.rmSync(mine, { recursive: true, force: true });
  fs.mkdirSync(mine);
  fs.writeFileSync(path.join(mine, 'owner'), String(process.pid));
  try {
    fs.renameSync(mine, dir);
    return true;
  } catch {
    fs.rmSync(mine, { recursive: true, force: true });
  }
  let owner;
  try {
    owner = Number(fs.readFileSync(path.join(dir, 'owner'), 'utf8'));
  } catch {
    return false; // just released: the next round takes it
  }
  if (!alive(owner)) fs.rmSync(dir, { recursive: true, force: true });
  return false;
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
