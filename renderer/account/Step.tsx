import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

/** A step's heading takes the focus when the step comes, so that it is read and the keys are in the right place. */
export function Step({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section className="step" aria-label={title}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
