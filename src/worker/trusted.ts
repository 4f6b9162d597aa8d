/** Trusted Types: the page may demand that the address of a worker be vouched for. */

interface Policy {
  createScriptURL(url: string): unknown;
}

let policy: Policy | undefined;

/**
 * The address of our own script, vouched for by the policy `vigie#worker`. Only ours: an address that the page gave is the page's to
 * vouch for. As it was where there are no Trusted Types. Throws where the page does not allow the policy.
 */
export function trusted(url: string): unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };
  policy ??= trustedTypes?.createPolicy('vigie#worker', { createScriptURL: (own) => own });
  return policy?.createScriptURL(url) ?? url;
}
