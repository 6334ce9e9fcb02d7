type TickProps = { label: string; on: boolean; onTick: (on: boolean) => void };

/** Yes or no. */
export function Tick({ label, on, onTick }: TickProps) {
  return (
    <label className="tick">
      <input type="checkbox" checked={on} onChange={(event) => onTick(event.target.checked)} />
      {label}
    </label>
  );
}
