/** The push address that the server was told last, so that another one is noticed. */
const key = 'push-address';

export const toldAddress = (): string | null => localStorage.getItem(key);

export function keepTold(address: string | null): void {
  if (address === null) localStorage.removeItem(key);
  else localStorage.setItem(key, address);
}
