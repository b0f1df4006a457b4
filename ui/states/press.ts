import { useState } from 'preact/hooks';

/** What one press does: under way, or why it was refused. */
export function usePress(act: () => Promise<unknown>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const press = async () => {
    setBusy(true);
    setError(null);
    try {
      await act();
    } catch (cause) {
      setError(cause);
    }
    setBusy(false);
  };
  return { busy, error, press: () => void press() };
}
