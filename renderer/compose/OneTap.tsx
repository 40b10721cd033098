interface OneTapProps {
  on: boolean;
  /** The line as it stands under the text when it goes along. */
  words: string;
  readOnly: boolean;
  onChange: (on: boolean) => void;
}

/** Whether the message carries one-tap answers; what they add to it is shown before it is approved. */
export function OneTap({ on, words, readOnly, onChange }: OneTapProps) {
  // Once it is approved, only what leaves is shown.
  if (readOnly && !on) return null;
  return (
    <div className="one-tap">
      {!readOnly && (
        <label className="check">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => {
              onChange(event.target.checked);
            }}
          />
          Add one-tap answers
        </label>
      )}
      {on && (
        <>
          <p className="one-tap-words">{words}</p>
          <p className="muted">
            Stands under the text; each opens a short reply that is read exactly.
          </p>
        </>
      )}
    </div>
  );
}
