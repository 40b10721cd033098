import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { SteppableClock } from '../../shared/timing/clock';
import { demoMenu } from './tray';

/** The menu of the app, with the demo clock where there is one. */
export function setApplicationMenu(clock: SteppableClock | null, showSettings: () => void): void {
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: 'File',
      submenu: [
        { label: 'Settings…', accelerator: 'CommandOrControl+,', click: showSettings },
        { type: 'separator' },
        { role: process.platform === 'darwin' ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    { role: 'windowMenu' },
    ...(clock
      ? demoMenu({
          step: (minutes) => {
            clock.step(minutes * 60_000);
          },
          speed: (speed) => {
            clock.setSpeed(speed);
          },
          current: () => clock.speed(),
        })
      : []),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
