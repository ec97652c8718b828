// The fields of a form as plain values: each name with its texts, in the shape the server answers drafts in.
const apart = new Set(['DraftNumber', 'File', 'LeftOut']);

/** What is typed and chosen now, without files. */
export function typed(form) {
  const data = new FormData(form);
  return Object.fromEntries([...new Set(data.keys())].filter((name) => !apart.has(name)).map((name) => [name, data.getAll(name)]));
}

/** What the page came with, whatever was typed or brought back by the browser since. */
export function drawn(form) {
  const copy = form.cloneNode(true);
  copy.reset();
  return typed(copy);
}

/** Puts values back into the form; nothing else of it changes. */
export function restore(form, values) {
  for (const field of form.elements) {
    if (!field.name || apart.has(field.name) || field.type === 'hidden' || field.tagName === 'BUTTON') continue;
    const texts = values[field.name] ?? [];
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = texts.includes(field.value);
    else field.value = texts[0] ?? '';
  }
  form.dispatchEvent(new Event('restored'));
}

// The server ends lines and texts as it likes; that makes no other version.
const plain = (texts) => (texts ?? []).map((text) => text.replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '').trimEnd()).filter(Boolean).sort();

/** Names of the fields in which two versions differ. */
export function differences(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => JSON.stringify(plain(one[name])) !== JSON.stringify(plain(other[name])));
}

export const same = (one, other) => differences(one, other).length === 0;
