/** The value of a key, made when it is first asked for. */
export function kept<K, V>(values: Map<K, V>, key: K, make: (key: K) => V): V {
  let value = values.get(key);
  if (value === undefined) values.set(key, (value = make(key)));
  return value;
}
