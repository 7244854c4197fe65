/**
 * Apply a JSON Merge Patch (RFC 7396). What the patch does not touch stays the same object, so that
 * a part can tell by `===` that nothing of its own changed.
 *
 * @param {any} document
 * @param {any} patch
 * @returns {any}
 */
export function apply(document, patch) {
  if (!isObject(patch)) {
    return patch;
  }
  const next = isObject(document) ? { ...document } : {};
  for (const key of Object.keys(patch)) {
    // A key of this name would change the object's nature instead of its content.
    if (key === '__proto__') {
      continue;
    }
    if (patch[key] === null) {
      delete next[key];
    } else {
      next[key] = apply(Object.hasOwn(next, key) ? next[key] : undefined, patch[key]);
    }
  }
  return next;
}

/** @param {any} value */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
