import type { ProviderSettings } from './compose.ts';
import type { Settings } from './settings.ts';

/** The company's own sign-in as the settings name it; null: there is none. */
export function providerOf(settings: Settings, onError: (error: Error) => void): ProviderSettings | null {
  const { oidc_issuer, oidc_client_id, oidc_client_secret, oidc_name, oidc_acr } = settings;
  if (oidc_issuer === null || oidc_client_id === null || oidc_client_secret === null) return null;
  return {
    issuer: oidc_issuer,
    client_id: oidc_client_id,
    client_secret: oidc_client_secret,
    two_factors: oidc_acr,
    name: oidc_name ?? new URL(oidc_issuer).host,
    onError,
  };
}
