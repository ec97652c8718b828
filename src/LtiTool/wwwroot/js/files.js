// Chosen files go to the server at once, while somebody goes on writing. One that can't be taken is named beside the field and left out; its name is told to the
// server with the next button, so that nothing is handed in without it unseen. One that didn't arrive stays in the field and goes along with that button.
import { draftOf } from './drafts.js';
import { post } from './post.js';

const leftOut = 'LeftOut';

export function sendFiles(field) {
  const form = field.form;
  const section = field.closest('[data-attach]');
  const words = section.querySelector('[data-file-faults]');
  const rows = section.querySelector('[data-uploads]');
  const status = section.querySelector('[data-arrived]');
  const endings = (field.dataset.endings ?? field.accept).split(',');
  const texts = { Type: words.dataset.type, TooLarge: words.dataset.tooLarge, Empty: words.dataset.empty, TooMany: words.dataset.tooMany };
  let waiting = [];
  let turn = Promise.resolve();

  const list = () => section.querySelector('[data-files]');

  function faultOf(file) {
    if (!endings.some((ending) => file.name.toLowerCase().endsWith(ending))) return 'Type';
    if (file.size > Number(field.dataset.largest)) return 'TooLarge';
    return file.size === 0 ? 'Empty' : null;
  }

  function sorted(files) {
    const most = Number(list().dataset.room);
    const good = [];
    const bad = [];
    for (const file of files) {
      const fault = faultOf(file) ?? (good.length < most ? null : 'TooMany');
      if (fault) bad.push([fault, file.name]);
      else good.push(file);
    }
    return [good, bad];
  }

  function say(text, name) {
    const line = document.createElement('p');
    line.className = 'fault';
    line.textContent = text.replace('{0}', () => name);
    words.append(line);
    field.setAttribute('aria-invalid', 'true');
  }

  function sayNothing() {
    words.replaceChildren();
    field.removeAttribute('aria-invalid');
    form.querySelectorAll(`input[name=${leftOut}]`).forEach((told) => told.remove());
  }

  function leaveOut(fault, name) {
    say(texts[fault], name);
    const told = document.createElement('input');
    told.type = 'hidden';
    told.name = leftOut;
    told.value = `${fault} ${name}`;
    form.append(told);
  }

  // What hasn't arrived is what the field holds: any button takes it along.
  function hold(files) {
    waiting = files;
    const kept = new DataTransfer();
    waiting.forEach((file) => kept.items.add(file));
    field.files = kept.files;
  }

  function addRow(name) {
    const row = section.querySelector('template[data-upload]').content.firstElementChild.cloneNode(true);
    row.querySelector('[data-name]').textContent = name;
    row.querySelector('progress').setAttribute('aria-label', name);
    rows.append(row);
    rows.hidden = false;
    return row;
  }

  function show(answer) {
    list().replaceWith(document.adoptNode(answer.querySelector('[data-files]')));
    words.append(...answer.querySelectorAll('.fault'));
  }

  function bodyWith(file) {
    const body = new FormData(form);
    body.delete(leftOut);
    body.set('File', file, file.name);
    return body;
  }

  async function send(file) {
    const row = addRow(file.name);
    const bar = row.querySelector('progress');
    try {
      draftOf(form)?.goesAlong();
      show(await post(section.dataset.attach, bodyWith(file), (part) => { bar.value = part; }));
      hold(waiting.filter((other) => other !== file));
      status.textContent = status.dataset.arrived;
    } catch {
      say(words.dataset.failed, file.name);
      // Sent elsewhere, or ended: saving finds out, and says so.
      draftOf(form)?.save();
    }
    row.remove();
    rows.hidden = rows.children.length === 0;
  }

  async function takeOut(button) {
    try {
      show(await post(button.dataset.detach, new URLSearchParams()));
      field.focus();
    } catch {
      form.requestSubmit(button);
    }
  }

  section.querySelector('[data-choose]').hidden = false;
  section.querySelector('[data-add]').hidden = true;
  field.classList.add('visually-hidden');
  field.addEventListener('change', () => {
    sayNothing();
    const [good, bad] = sorted([...waiting, ...field.files]);
    bad.forEach(([fault, name]) => leaveOut(fault, name));
    hold(good);
    // One after the other: a phone has one narrow way out.
    good.forEach((file) => { turn = turn.then(() => waiting.includes(file) ? send(file) : null); });
  });
  section.addEventListener('click', (event) => {
    const button = event.target.closest('[data-detach]');
    if (!button) return;
    event.preventDefault();
    takeOut(button);
  });
}
