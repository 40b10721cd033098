import { useEffect, useState } from 'react';
import { Undo2, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useDesk, useWindow } from './context';
import type { Toast } from './store';
import { useTriage } from './useTriage';

/** How long a toast stays when nobody points at it; its undo stays on the key U after that. */
const STAYS = 8_000;

/** What was just done, with the way back. Always in the page, so that screen readers hear it change. */
export function Toasts() {
  const toasts = useWindow((state) => state.toasts);
  return (
    <div role="status" aria-live="polite" className="toasts">
      {toasts.map((toast) => (
        <OneToast key={toast.key} toast={toast} />
      ))}
    </div>
  );
}

function OneToast({ toast }: { toast: Toast }) {
  const { clock, store } = useDesk();
  const { undo } = useTriage();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    return clock.at(clock.now() + STAYS, () => {
      store.getState().dropToast(toast.key);
    });
  }, [clock, store, toast.key, held]);
  const token = toast.undo;
  return (
    <div
      className="toast"
      onPointerEnter={() => {
        setHeld(true);
      }}
      onPointerLeave={() => {
        setHeld(false);
      }}
      onFocus={() => {
        setHeld(true);
      }}
      onBlur={() => {
        setHeld(false);
      }}
    >
      <span>{toast.words}</span>
      {token !== null && (
        <Button
          className="quiet"
          onPress={() => {
            undo(token);
          }}
        >
          <Undo2 aria-hidden /> Undo
        </Button>
      )}
      <Button
        className="quiet square"
        aria-label="Put this note away"
        onPress={() => {
          store.getState().dropToast(toast.key);
        }}
      >
        <X aria-hidden />
      </Button>
    </div>
  );
}
