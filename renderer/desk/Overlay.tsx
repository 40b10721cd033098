import type { ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';

interface OverlayProps {
  isOpen: boolean;
  onClose: () => void;
  /** What it looks like besides a plain modal (`styles/controls.css`). */
  look?: 'account-modal' | 'palette' | 'settings' | 'source';
  /** Further up, where the eye is. */
  isHigh?: boolean;
  children: ReactNode;
}

/** A dialog over the corridor; a press beside it or Escape closes it. */
export function Overlay({ isOpen, onClose, look, isHigh = false, children }: OverlayProps) {
  return (
    <ModalOverlay
      className={isHigh ? 'overlay high' : 'overlay'}
      isDismissable
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={look === undefined ? 'modal' : `modal ${look}`}>
        <Dialog className={look === 'source' ? 'dialog source-dialog' : 'dialog'}>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
