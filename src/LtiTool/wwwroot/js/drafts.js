// Keeps what is being typed: on the server within five seconds, and on this device until the server has exactly that.
import { device } from './device.js';
import { drawn, restore, same, typed } from './fields.js';
import { choose } from './versions.js';

const pause = 1200;
const longest = 3500;
const retryAfter = 5000;
const answerWithin = 20000;
const largestKeepalive = 30000;

const kept = new WeakMap();

/** The draft that a form keeps; none before the page has loaded. */
export const draftOf = (form) => kept.get(form);

const waitsFor = async (key) => (await device.answers()).filter((answer) => answer.draft === key);

// What is discarded isn't handed in later either.
const forgetCopies = async (key) => {
  const [copies, waiting] = await Promise.all([device.copies(key), waitsFor(key)]);
  await Promise.all([...copies.map(([name]) => device.forget(name)), ...waiting.map(({ id }) => device.forgetAnswer(id))]);
};

const tidied = device.tidy();

const copiesOf = async (key) => {
  await tidied;
  return device.copies(key);
};

const discardsOf = (key) => [...document.querySelectorAll('form[data-discards]')].filter((form) => form.dataset.discards === key);

// The first part that is missing, as far as can be seen here: the server looks once more, and says so.
const gapOf = (form) => [...form.querySelectorAll('[data-needed]')]
  .find((part) => (part.matches('fieldset') ? !part.querySelector(':checked') : !part.value.trim()));

function valuesOf(fields) {
  const values = {};
  for (const [name, text] of fields) (values[name] ??= []).push(text);
  return values;
}

class Draft {
  constructor(form) {
    this.form = form;
    this.words = form.dataset;
    this.copy = device.nameOf(form.dataset.key);
    this.status = form.querySelector('[data-status]');
    this.number = form.elements.DraftNumber;
    // Not what is in the fields: who is quick has typed before this runs.
    this.onServer = JSON.stringify(drawn(form));
    this.unanswered = [];
    this.running = null;
    this.timer = 0;
    this.waitsSince = 0;
    this.state = 'open';
    this.isKept = true;
    this.keeping = Promise.resolve();
  }

  now() { return JSON.stringify(typed(this.form)); }

  get isSaved() { return this.now() === this.onServer; }

  // The sheet colours it by its name: kept here is not yet saved.
  say(name) {
    this.status.textContent = this.words[name] ?? this.words.offline;
    this.status.dataset.is = name;
  }

  keepHere() {
    // Now there is something to discard.
    discardsOf(this.words.key).forEach((form) => { form.closest('details').hidden = false; });
    const copy = { number: Number(this.number.value), values: typed(this.form), unanswered: this.unanswered, address: this.words.draft };
    this.keeping = device.write(this.copy, copy).then((isKept) => { this.isKept = isKept; });
  }

  // Not saved: says so, and truly where the words are meanwhile.
  async sayUnsaved(name) {
    await this.keeping;
    if (this.isKept) this.say(name);
    else this.say(name === 'ended' ? 'endedUnkept' : 'unkept');
  }

  changed() {
    if (this.state === 'discarded') return;
    if (this.state !== 'choosing') this.keepHere();
    if (this.state !== 'open') return;
    this.waitsSince ||= Date.now();
    this.saveIn(Math.min(pause, Math.max(0, this.waitsSince + longest - Date.now())));
  }

  saveIn(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tick(), milliseconds);
  }

  // Never two saves at once: whoever comes meanwhile waits for the one that runs.
  once() {
    this.running ??= this.send().finally(() => { this.running = null; });
    return this.running;
  }

  // What was typed during the save goes with the next one.
  async tick() {
    if (await this.once() && !this.isSaved) this.changed();
  }

  /** Saves until the server has exactly what is in the form; false when that can't be now. */
  async save() {
    while (this.state === 'open') {
      if (!await this.once()) return false;
      if (this.isSaved) return true;
    }
    return false;
  }

  async send() {
    clearTimeout(this.timer);
    this.waitsSince = 0;
    this.say('saving');
    const text = this.now();
    this.unanswered.push(JSON.parse(text));
    if (!this.isSaved) this.keepHere();
    const body = new FormData(this.form);
    body.delete('File');
    let answer;
    try {
      answer = await fetch(this.words.draft, { method: 'POST', body, keepalive: text.length < largestKeepalive, signal: AbortSignal.timeout(answerWithin) });
    } catch {
      return this.later('offline');
    }
    if (answer.ok) {
      const { number, cut } = await answer.json();
      return this.saved(text, number, cut);
    }
    if (answer.status === 409) return this.isAnother(await answer.json(), text);
    if ([401, 403].includes(answer.status)) return this.stop('ended');
    return this.later('failed');
  }

  saved(text, number, cut = false) {
    this.number.value = number;
    this.onServer = text;
    this.unanswered = [];
    if (this.isSaved) {
      device.forget(this.copy);
      this.say(cut ? 'cut' : 'saved');
    } else {
      this.keepHere();
    }
    return true;
  }

  later(words) {
    this.sayUnsaved(words);
    this.saveIn(retryAfter);
    return false;
  }

  stop(words) {
    this.state = words;
    clearTimeout(this.timer);
    this.keepHere();
    if (words !== 'overtaken') this.sayUnsaved(words);
    return false;
  }

  // Sent or answered elsewhere meanwhile: says so, leads there, and leaves the words to be copied; this device keeps them too.
  overtaken() {
    this.stop('overtaken');
    this.status.textContent = '';
    for (const field of this.form.elements) {
      if (field.tagName === 'TEXTAREA') field.readOnly = true;
      else field.disabled = true;
    }
    const panel = document.querySelector('[data-elsewhere]');
    panel.hidden = false;
    panel.querySelector('h2').focus();
    return false;
  }

  // Nothing of it comes back: not by a save that is under way, and not from this device.
  async discard(event) {
    if (this.state === 'discarded') return;
    event.preventDefault();
    clearTimeout(this.timer);
    this.state = 'discarded';
    await this.running;
    await forgetCopies(this.words.key);
    event.target.requestSubmit(event.submitter);
  }

  /** What the form holds now goes out with a file: should the draft begin with it, that is no other version. */
  goesAlong() { this.unanswered.push(typed(this.form)); }

  // The server holds something newer: our own save whose answer was lost, files beside the words it had, or somebody's words in another tab.
  // What several people write is told by the page itself.
  async isAnother({ number, fields: told, page }, text) {
    const fields = page ? await this.onPage() : told;
    if (page && !fields) return this.later('offline');
    if (!fields) return this.overtaken();
    if (same(fields, JSON.parse(text))) return this.saved(text, number);
    if ([JSON.parse(this.onServer), ...this.unanswered].some((sent) => same(fields, sent))) {
      this.number.value = number;
      return this.send();
    }
    await this.ask(fields, number, page);
    // Whoever took the other version of a page has left this one: nothing of it may be kept or sent again.
    if (this.state === 'open') this.saveIn(0);
    return false;
  }

  // The fields as the page shows them now; null where it can't be read.
  async onPage() {
    try {
      const answer = await fetch(location.href, { signal: AbortSignal.timeout(answerWithin) });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const form = [...page.querySelectorAll('form[data-draft]')].find((each) => each.dataset.key === this.words.key);
      return form ? drawn(form) : null;
    } catch {
      return null;
    }
  }

  // Fields that only the other version has come with its page.
  async takePage() {
    this.state = 'discarded';
    await forgetCopies(this.words.key);
    location.replace(location.href);
  }

  async ask(other, number, isOnPage = false) {
    this.state = 'choosing';
    this.status.textContent = '';
    const isOther = await choose(this.form, other) === 'other';
    if (isOther && isOnPage) return this.takePage();
    if (isOther) restore(this.form, other);
    this.number.value = number;
    this.state = 'open';
    this.keepHere();
  }

  // What this device kept comes back, unless somebody wrote on elsewhere: then the person chooses.
  async open() {
    const waits = (await waitsFor(this.words.key)).find((answer) => !answer.isRefused);
    if (waits) {
      restore(this.form, valuesOf(waits.fields));
      this.rest();
      return;
    }
    const shown = JSON.parse(this.onServer);
    const number = Number(this.number.value);
    const copies = (await copiesOf(this.words.key)).filter(([name]) => name !== this.copy);
    for (const [place, [name, kept]] of copies.entries()) {
      // Who typed before the copies were read is asked, too.
      const isNewer = 'shared' in this.words ? kept.number === number : kept.number >= number;
      const goesOn = place === 0 && same(shown, typed(this.form)) && (isNewer || kept.unanswered.some((sent) => same(sent, shown)));
      if (goesOn) restore(this.form, kept.values);
      else if (!same(kept.values, typed(this.form))) await this.ask(kept.values, number);
      if (!same(shown, typed(this.form))) this.keepHere();
      device.forget(name);
    }
    if (!this.isSaved) await this.save();
  }

  // A button leaves the page only when the words are safe; files go with it.
  async leave(event) {
    if (this.isLeaving) return;
    event.preventDefault();
    clearTimeout(this.timer);
    if (!await this.save()) {
      await this.leaveLater(event.submitter);
      return;
    }
    this.isLeaving = true;
    this.form.requestSubmit(event.submitter);
  }

  // On somebody's own device what is finished is handed in without a connection too: kept whole, and sent like an answer. Files that haven't arrived are too
  // large to be kept, so with them it waits for the person.
  async leaveLater(button) {
    if (this.state !== 'open' || !button?.matches('[data-later]') || !document.body.dataset.ownDevice || this.form.elements.File?.files.length) return;
    // Where the words are meanwhile is said first.
    await this.keeping;
    const gap = gapOf(this.form);
    if (gap) {
      clearTimeout(this.timer);
      this.say('gaps');
      (gap.querySelector('input') ?? gap).focus();
      return;
    }
    const fields = [...new FormData(this.form)].filter(([, value]) => typeof value === 'string');
    try {
      await device.keepAnswer({ id: crypto.randomUUID(), address: button.formAction, fields, draft: this.words.key, at: Date.now() });
    } catch {
      return;
    }
    this.rest();
  }

  // What waits to be sent is not changed any more: whoever sends it finds the same words.
  rest() {
    clearTimeout(this.timer);
    this.state = 'waits';
    this.status.textContent = '';
    this.form.inert = true;
    document.dispatchEvent(new CustomEvent('kept'));
  }

  listen() {
    // Says to other tabs that it is written here.
    navigator.locks?.request(`draft:${this.words.key}`, { mode: 'shared' }, () => new Promise(() => {})).catch(() => {});
    this.form.addEventListener('input', (event) => { if (event.target.type !== 'file') this.changed(); });
    this.form.addEventListener('submit', (event) => this.leave(event));
    discardsOf(this.words.key).forEach((form) => form.addEventListener('submit', (event) => this.discard(event)));
    window.addEventListener('pageshow', () => { this.isLeaving = false; });
    window.addEventListener('online', () => { if (!this.isSaved) this.save(); });
    document.addEventListener('visibilitychange', () => { if (document.hidden && !this.isSaved) this.save(); });
    window.addEventListener('beforeunload', (event) => { if (!this.isKept && !this.isSaved) event.preventDefault(); });
    return this.open();
  }
}

export function keepDrafts() {
  document.querySelectorAll('form[data-discards]').forEach((form) => {
    form.addEventListener('submit', () => forgetCopies(form.dataset.discards));
  });
  document.querySelectorAll('form[data-draft]').forEach((form) => {
    const draft = new Draft(form);
    kept.set(form, draft);
    draft.listen();
  });
}
