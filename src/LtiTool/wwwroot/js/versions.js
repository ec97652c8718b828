// Two versions of one draft: the form keeps one, the other is shown above it, and the person chooses. Until then neither is changed or lost.
import { differences, typed } from './fields.js';

const labelOf = (form, name) => {
  const field = [...form.elements].find((each) => each.name === name);
  return field?.closest('fieldset')?.querySelector('legend')?.textContent ?? field?.labels?.[0]?.textContent ?? name;
};

const wordsOf = (form, name, texts) => (texts ?? [])
  .map((text) => [...form.elements].find((each) => ['checkbox', 'radio'].includes(each.type) && each.name === name && each.value === text)?.labels[0].textContent.trim() ?? text)
  .filter(Boolean).join('\n');

function line(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/** Shows the other version; resolves to `form` or `other` when a button is pressed. */
export function choose(form, other) {
  const panel = document.querySelector('[data-conflict]');
  const own = typed(form);
  panel.querySelector('[data-other]').replaceChildren(...differences(own, other).flatMap((name) =>
    [line('dt', labelOf(form, name)), line('dd', wordsOf(form, name, other[name]) || form.dataset.empty)]));
  panel.hidden = false;
  form.inert = true;
  panel.querySelector('h2').focus();
  return new Promise((resolve) => {
    panel.querySelectorAll('[data-choose]').forEach((button) => {
      button.onclick = () => {
        panel.hidden = true;
        form.inert = false;
        resolve(button.dataset.choose);
      };
    });
  });
}
