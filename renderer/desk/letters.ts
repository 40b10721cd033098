const KEY = 'corridor.letterKeys';

/**
 * Whether single letters act. People who dictate need them off (WCAG 2.1.4): spoken words arrive as
 * letters. Kept by the browser, since losing it on a rebuilt replica would surprise them.
 */
export function lettersAct(): boolean {
  return localStorage.getItem(KEY) !== 'off';
}

export function setLettersAct(on: boolean): void {
  localStorage.setItem(KEY, on ? 'on' : 'off');
}
