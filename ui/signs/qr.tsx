import { useEffect, useState } from 'preact/hooks';
import styles from './qr.module.css';

interface QrProps {
  readonly text: string;
  /** What somebody who cannot see it is told. */
  readonly label: string;
}

/** A QR code, drawn here: what it says goes to no server. Black on white in the dark as well, as cameras want it. */
export function Qr({ text, label }: QrProps) {
  const [rows, setRows] = useState<readonly (readonly boolean[])[]>([]);
  useEffect(() => {
    let wanted = true;
    void import('uqr').then(({ encode }) => {
      if (wanted) setRows(encode(text, { ecc: 'M', border: 2 }).data);
    });
    return () => {
      wanted = false;
    };
  }, [text]);
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      class={styles.qr}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length || 1} ${rows.length || 1}`}
      shape-rendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
