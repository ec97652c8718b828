// Words of a draft that was sent or answered elsewhere: where this device still keeps them, they are shown to be copied, until somebody lets them go.
import { device } from './device.js';

async function show(section) {
  const copies = await device.copies(section.dataset.kept);
  if (copies.length === 0) return;
  const [, { values }] = copies[0];
  for (const field of section.querySelectorAll('[data-name]')) {
    const words = (values[field.dataset.name] ?? []).join('\n').trim();
    field.querySelector('textarea').value = words;
    field.hidden = !words;
  }
  section.hidden = !section.querySelector('[data-name]:not([hidden])');
  section.querySelector('[data-forget]').onclick = () => {
    copies.forEach(([name]) => device.forget(name));
    section.hidden = true;
  };
}

export const showKept = () => document.querySelectorAll('[data-kept]').forEach(show);
