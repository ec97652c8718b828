// Keeps what is being typed: on the server within five seconds, and on this device until the server has it.
const pause = 1500;
const longest = 4500;

const device = {
  read: (key) => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
  write: (key, value) => { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* storage is blocked: the server still has it */ } },
  forget: (key) => { try { localStorage.removeItem(key); } catch { /* the same */ } },
};

function typed(form) {
  const data = new FormData(form);
  data.delete('file');
  return Object.fromEntries([...data.keys()].map((name) => [name, data.getAll(name)]));
}

function restore(form, kept) {
  for (const field of form.elements) {
    const values = kept[field.name];
    if (!field.name || field.type === 'hidden' || field.type === 'file' || field.tagName === 'BUTTON') continue;
    if (field.type === 'checkbox') field.checked = (values ?? []).includes(field.value);
    else if (values) field.value = values[0];
  }
}

function keep(form) {
  const { draft: address, key, saving, saved, offline, changed } = form.dataset;
  const status = form.querySelector('[data-status]');
  const number = form.elements.DraftNumber;
  let first = 0;
  let timer = 0;
  let running = null;
  let stopped = false;

  const say = (words) => { status.textContent = words; };

  async function save() {
    if (running || stopped) return running;
    clearTimeout(timer);
    first = 0;
    say(saving);
    const body = new FormData(form);
    body.delete('file');
    running = fetch(address, { method: 'POST', body }).then(async (answer) => {
      if (answer.status === 409) {
        stopped = true;
        say(changed);
      } else if (answer.ok) {
        number.value = (await answer.json()).number;
        device.forget(key);
        say(saved);
      } else {
        say(offline);
      }
    }).catch(() => {
      say(offline);
      timer = setTimeout(save, longest);
    }).finally(() => { running = null; });
    return running;
  }

  // A copy on this device counts only while the server has nothing newer.
  const kept = device.read(key);
  if (kept && kept.number >= Number(number.value)) {
    restore(form, kept.values);
    save();
  } else {
    device.forget(key);
  }

  form.addEventListener('input', (event) => {
    if (event.target.type === 'file') return;
    device.write(key, { number: Number(number.value), values: typed(form) });
    first ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(save, Math.min(pause, Math.max(0, first + longest - Date.now())));
  });
  form.addEventListener('submit', () => { stopped = true; clearTimeout(timer); });
  window.addEventListener('pageshow', () => { stopped = false; });
  window.addEventListener('online', save);
}

export function keepDrafts() {
  document.querySelectorAll('form[data-draft]').forEach(keep);
}
