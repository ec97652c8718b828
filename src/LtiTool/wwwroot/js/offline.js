// On somebody's own device: keeps pages for when there is no connection, keeps answers that could not be sent, and sends them once there is one again.
import { device } from './device.js';
import { same } from './fields.js';
import { offerNotifications } from './notify.js';

const pages = 'pages';
const spares = 'spares';
const writing = '/evidence/new';
const answerWithin = 20000;
const retryAfter = 10000;
const journey = /^\/me\/j\/[0-9a-f]{32}/.exec(location.pathname)?.[0];
let retry;

/** The name under which the web app finds a page that can be written on without a connection. */
const spareOf = (base) => `${base}/spare`;

/** What is kept of an answer: a browser shows no page that says it came from another address. */
const copyOf = async (answer) => new Response(await answer.blob(), { headers: answer.headers });

const once = (name, work) => (navigator.locks ? navigator.locks.request(name, work) : work());

const begins = (form) => new URL(form.action).pathname.endsWith(writing);

// A form that was taken, but not its words, leads to a page that says so by one of these.
const complaints = ['fault', 'missing', 'late', 'nameless', 'cut', 'check', 'refused'];
const complains = (page) => complaints.some((name) => new URL(page).searchParams.has(name));

const wordsOf = (fields) => fields.map(([, value]) => value).filter((value) => /\s/.test(value)).join(' · ');

/** Sends an answer; tells what became of it: `sent`, `refused` or `kept`, and whom else that holds up now: `all`, or its `owner`. */
async function send({ id, address, fields }) {
  let answer;
  try {
    const headers = { 'Idempotency-Key': id };
    answer = await fetch(address, { method: 'POST', body: new URLSearchParams(fields), headers, signal: AbortSignal.timeout(answerWithin) });
  } catch {
    return { became: 'kept', holdsUp: 'all' };
  }
  if (answer.ok) return { became: 'sent', page: answer.redirected ? answer.url : null };
  if (answer.status === 401) return { became: 'kept', holdsUp: 'owner' };
  return { became: answer.status >= 500 || [408, 429].includes(answer.status) ? 'kept' : 'refused' };
}

// What was handed in leaves no copy of its words behind.
async function forget({ id, draft }) {
  if (draft) await Promise.all((await device.copies(draft)).map(([name]) => device.forget(name)));
  await device.forgetAnswer(id);
}

// Whoever pressed the button sees the page with the complaint; behind their back the words are kept and shown.
async function settle(answer, isSeen) {
  const told = await send(answer);
  if (told.became === 'sent' && !isSeen && told.page && complains(told.page)) told.became = 'refused';
  if (told.became === 'sent') await forget(answer);
  if (told.became === 'refused') await device.keepAnswer({ ...answer, isRefused: true });
  return told;
}

// A draft whose page isn't open: its own page would do just this. What was written elsewhere meanwhile waits for the person.
async function sendDraft({ name, key, address, number, values }) {
  if (document.querySelector(`form[data-key="${CSS.escape(key)}"]`) || !address?.startsWith('/me/')) return;
  const body = new FormData();
  for (const [field, texts] of Object.entries(values)) for (const text of texts) body.append(field, text);
  body.append('DraftNumber', number);
  // The page of the draft may be open in another tab: then it is that tab's.
  await navigator.locks?.request(`draft:${key}`, { ifAvailable: true }, async (isFree) => {
    if (!isFree) return;
    const answer = await fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(answerWithin) });
    const isThere = answer.ok || (answer.status === 409 && same((await answer.json()).fields ?? {}, values));
    if (isThere) await device.forget(name);
  });
}

const isShown = ({ draft }) => Boolean(draft && document.querySelector(`form[data-key="${CSS.escape(draft)}"]`));

/** Sends the answers that are kept, one after the other; tells whether one of them is about what this page shows. */
async function sendAnswers() {
  const heldUp = new Set();
  let isAboutThis = false;
  for (const answer of await device.answersToSend()) {
    if (heldUp.has(answer.owner)) continue;
    const { became, holdsUp, page } = await settle(answer);
    // The page on which it was written goes on to what became of it, or can be written on again.
    if (became === 'sent' && isShown(answer)) location.assign(page ?? location.href);
    if (became === 'refused' && isShown(answer)) location.reload();
    isAboutThis ||= became === 'sent' && new URL(answer.address, location.href).pathname === location.pathname;
    if (holdsUp === 'all') break;
    if (holdsUp) heldUp.add(answer.owner);
  }
  return isAboutThis;
}

/** Sends everything that is kept, in one tab at a time. */
const sendAll = () => once('learning-buddy-send', async () => {
  let isAboutThis = false;
  try {
    isAboutThis = await sendAnswers();
    for (const copy of await device.allCopies()) await sendDraft(copy);
  } catch {
    // No connection yet: the next time.
  }
  await tell();
  // A page of a mail goes on to what follows from the answer, whether it was given here or before the page was opened again.
  if (document.body.dataset.keepsAnswers && isAboutThis && !(await device.answers()).length) location.reload();
});

/** Says what is kept here. */
async function tell() {
  const answers = await device.answers();
  const refused = answers.filter((answer) => answer.isRefused);
  document.querySelector('[data-unsent]').hidden = answers.length === refused.length;
  clearTimeout(retry);
  if ((await device.answersToSend()).length) retry = setTimeout(sendAll, retryAfter);
  const section = document.querySelector('[data-refused]');
  const template = section.querySelector('template');
  section.querySelector('[data-items]').replaceChildren(...refused.map(({ id, fields }) => {
    const row = template.content.firstElementChild.cloneNode(true);
    row.querySelector('[data-words]').textContent = wordsOf(fields);
    row.querySelector('button').onclick = () => device.forgetAnswer(id).then(tell);
    return row;
  }));
  section.hidden = refused.length === 0;
}

// An answer is on the disk before it goes out, under a name of its own: sent twice, it counts once.
async function answered(event) {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post' || begins(form) || form.dataset.draft || 'now' in form.dataset) return;
  event.preventDefault();
  // As a whole: another page may be the one that sends it.
  const { href: address } = new URL(event.submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '', location.href);
  const answer = { id: crypto.randomUUID(), address, fields: [...new FormData(form, event.submitter)], at: Date.now() };
  try {
    await device.keepAnswer(answer);
  } catch {
    // Nothing can be kept here: it goes the plain way, to where the pressed button sends it.
    form.action = address;
    form.submit();
    return;
  }
  const { became, page } = await once('learning-buddy-send', () => settle(answer, true));
  if (became === 'sent') {
    location.assign(page ?? location.href);
    return;
  }
  delete form.dataset.sent;
  (form.closest('section') ?? form).inert = became === 'kept';
  event.submitter?.removeAttribute('aria-busy');
  await tell();
  document.querySelector(became === 'kept' ? '[data-unsent]' : '[data-refused]').scrollIntoView({ block: 'nearest' });
}

// What this page is made of: the first one came before the web app could see it.
async function keepFiles() {
  const kept = await caches.open('files');
  for (const { name } of performance.getEntriesByType('resource')) {
    if (/\/(site\.css|js\/[a-z]+\.js)(\?|$)/.test(name) && !await kept.match(name)) await kept.add(name);
  }
}

// The places of the journey, and a page to write on, are fetched before they are needed.
async function keepPages() {
  const kept = await caches.open(pages);
  for (const address of ['/me/', ...[...document.querySelectorAll('.places nav a')].map((place) => place.href)]) {
    const page = await kept.match(address, { ignoreVary: true }) ? null : await fetch(address);
    if (page?.ok) await kept.put(address, await copyOf(page));
  }
  const form = [...document.querySelectorAll('form[method=post]')].find(begins);
  if (!form || await (await caches.open(spares)).match(spareOf(journey))) return;
  const page = await fetch(form.action, { method: 'POST' });
  if (!page.ok || !page.redirected) return;
  await (await caches.open(spares)).put(spareOf(journey), new Response(page.url));
  await kept.put(page.url, await copyOf(page));
}

// Who was here before leaves no page behind.
async function changeHands() {
  const { owner } = document.body.dataset;
  if (!owner || localStorage.getItem('owner') === owner) return;
  await Promise.all([pages, spares].map((name) => caches.delete(name)));
  localStorage.setItem('owner', owner);
}

function listen() {
  document.addEventListener('submit', answered);
  document.addEventListener('kept', async () => {
    await tell();
    document.querySelector('[data-unsent]').scrollIntoView({ block: 'nearest' });
  });
}

/** Keeps answers that could not be sent, and sends them once there is a connection: all that a page of a mail needs. */
export async function keepAnswers() {
  listen();
  window.addEventListener('online', sendAll);
  await tell();
  if (navigator.onLine) await sendAll();
}

export async function workOffline() {
  await changeHands().catch(() => {});
  listen();
  window.addEventListener('online', sendAll);
  await tell();
  await navigator.serviceWorker?.register('/me/sw.js', { scope: '/me/' });
  offerNotifications();
  if (!navigator.onLine) return;
  await sendAll();
  if (!('caches' in window)) return;
  await keepFiles();
  if (journey) await keepPages();
}
