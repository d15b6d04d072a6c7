/**
 * Which gateway and method a shop's payment code names: `multisafepay.ideal` (OpenCart 4), `multisafepay/ideal`
 * (OpenCart 3), `multisafepay` (all methods). The provider's ids are upper case.
 */
export function methodOf(paymentCode: string, gateway: string): { readonly method: string | null } | null {
  const [head = '', ...rest] = paymentCode.toLowerCase().split(/[./]/);
  if (head !== gateway) return null;
  const method = rest.join('.');
  return { method: method === '' || method === gateway ? null : method.toUpperCase() };
}

/** The code an order gets when the customer paid with this method. */
export function paymentCodeOf(gateway: string, method: string | null): string {
  return `${gateway}.${(method ?? gateway).toLowerCase()}`;
}
