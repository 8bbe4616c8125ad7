/** The second tap: a sheet from below on a phone, a dialog on a wide screen; Escape and a tap beside it close it. */
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import styles from './sheet.module.css';

export interface SheetProps {
  readonly title: string;
  /** While something is on its way, it stays. */
  readonly busy: boolean;
  readonly close: () => void;
  readonly children: ReactNode;
}

export const Sheet = ({ title, busy, close, children }: SheetProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  const closeBeside = ({ target }: MouseEvent): void => {
    if (target === dialog.current && !busy) close();
  };
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-label={title}
      onClick={closeBeside}
      onCancel={(event) => {
        event.preventDefault();
        if (!busy) close();
      }}
    >
      <div className={styles.body}>
        <i className={styles.grab} aria-hidden="true" />
        <h2 className="serif">{title}</h2>
        {children}
      </div>
    </dialog>
  );
};
