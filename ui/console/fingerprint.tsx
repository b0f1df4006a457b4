import { useId, useState } from 'preact/hooks';
import styles from './fingerprint.module.css';

interface FingerprintProps {
  readonly label: string;
  readonly hint: string;
  /** SHA-256 of the file in hexadecimal; null: none chosen. */
  readonly hash: string | null;
  readonly onHash: (hash: string | null) => void;
  /** For whoever keeps the file itself, too. */
  readonly onFile?: (file: File | null) => void;
}

/** Takes the fingerprint of a file, which stays on this machine unless whoever asks keeps it. */
export function Fingerprint({ label, hint, hash, onHash, onFile }: FingerprintProps) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    onFile?.(file ?? null);
    if (file === undefined) return onHash(null);
    setBusy(true);
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    onHash([...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
    setBusy(false);
  };
  return (
    <div class={styles.fingerprint}>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="file"
        aria-busy={busy}
        aria-describedby={`${id}-hint`}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      <output class={styles.hash} for={id} aria-live="polite">
        {hash}
      </output>
      <p class={styles.hint} id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
