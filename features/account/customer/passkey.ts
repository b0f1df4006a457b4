import type { Input, Output } from '@axent/kernel/operation';
import type { passkeyChallenge, signInPasskey } from '../contract.entry.ts';
import type { addPasskey, newPasskey } from '../contract.ways.ts';

/** Whether this browser has passkeys at all. */
export const hasPasskeys = (): boolean => typeof PublicKeyCredential === 'function';

/** Whether passkeys are offered where one types one's address. */
export async function offersInField(): Promise<boolean> {
  return hasPasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true;
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  const padded = text.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(padded), (letter) => letter.charCodeAt(0));
}

function base64url(buffer: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * Has one of the person's passkeys sign the challenge.
 * @param inField true: it is offered in the address field, and nothing pops up
 * @throws DOMException when nobody confirmed, or `signal` ended it
 */
export async function signWith(
  { challenge, rp_id, timeout_ms }: Output<typeof passkeyChallenge>,
  { inField = false, signal }: { readonly inField?: boolean; readonly signal?: AbortSignal } = {},
): Promise<Input<typeof signInPasskey>> {
  const credential = (await navigator.credentials.get({
    publicKey: {
      challenge: bytes(challenge),
      rpId: rp_id,
      timeout: timeout_ms,
      userVerification: 'required',
    },
    ...(inField ? { mediation: 'conditional' as const } : {}),
    ...(signal ? { signal } : {}),
  })) as PublicKeyCredential;
  const answer = credential.response as AuthenticatorAssertionResponse;
  return {
    id: credential.id,
    client_data: base64url(answer.clientDataJSON),
    authenticator_data: base64url(answer.authenticatorData),
    signature: base64url(answer.signature),
  };
}

/**
 * Makes a passkey for the account.
 * @param name by which the person tells it from others
 * @throws DOMException: `InvalidStateError` when this device has one already, `NotAllowedError` when nobody confirmed
 */
export async function makePasskey(
  asked: Output<typeof newPasskey>,
  name: string,
): Promise<Input<typeof addPasskey>> {
  const user = { id: bytes(asked.user_id), name: asked.user_name, displayName: asked.user_name };
  const credential = (await navigator.credentials.create({
    publicKey: {
      challenge: bytes(asked.challenge),
      rp: { id: asked.rp_id, name: asked.rp_name },
      user,
      timeout: asked.timeout_ms,
      pubKeyCredParams: asked.algorithms.map((alg) => ({ type: 'public-key', alg })),
      excludeCredentials: asked.existing.map((id) => ({ type: 'public-key', id: bytes(id) })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    },
  })) as PublicKeyCredential;
  const answer = credential.response as AuthenticatorAttestationResponse;
  return {
    id: credential.id,
    client_data: base64url(answer.clientDataJSON),
    attestation: base64url(answer.attestationObject),
    transports: answer.getTransports(),
    name,
  };
}
