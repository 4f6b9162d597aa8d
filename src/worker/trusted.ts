/** Trusted Types: the page may demand that the address of a worker be vouched for. */

interface Policy {
  createScriptURL(url: string): unknown;
}
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | null = null;

/**
 * The address of our own Blob, vouched for by the policy `vigie#worker`. Only ours: an address that the page gave is the page's to
 * vouch for. As it was where there are no Trusted Types. Throws where the page does not allow the policy.
 */
export function trusted(url: string): unknown {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  policy ??= types?.createPolicy('vigie#worker', { createScriptURL: (own) => own }) ?? null;
  return policy ? policy.createScriptURL(url) : url;
}
