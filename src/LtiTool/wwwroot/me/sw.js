// The web app on somebody's own device: pages that were opened before are there without a connection, and notifications are shown.
const pages = 'pages';
const spares = 'spares';
const files = 'files';
const offline = '/me/offline';
const writing = '/evidence/new';

const isFile = ({ pathname }) => pathname === '/site.css' || pathname.startsWith('/js/') || /^\/me\/[a-z0-9-]+\.(png|webmanifest)$/.test(pathname);

// What a page says once, after something was done, is not what it says the next time.
const keyOf = (address) => {
  const url = new URL(address);
  url.searchParams.delete('done');
  url.hash = '';
  return url.href;
};

// Pages, not files: those are for the database of words to have room. Nor the page that signs somebody in.
const isPage = (answer) => answer.status === 200 && !answer.redirected && answer.headers.get('content-type')?.startsWith('text/html');

async function keep(address, answer) {
  const key = keyOf(address);
  if (new URL(key).pathname.startsWith('/me/open/')) return;
  const page = key === address ? answer : await fetch(key);
  if (isPage(page)) await (await caches.open(pages)).put(key, page);
}

// Who is signed out leaves nothing behind.
const forgetAll = () => Promise.all([caches.delete(pages), caches.delete(spares)]);

async function page(event) {
  const { request } = event;
  try {
    const answer = await fetch(request);
    if (answer.status === 401) event.waitUntil(forgetAll());
    else if (isPage(answer)) event.waitUntil(keep(request.url, answer.clone()));
    return answer;
  } catch (error) {
    const kept = await caches.match(keyOf(request.url), { ignoreVary: true }) ?? await caches.match(offline, { ignoreVary: true });
    if (!kept) throw error;
    return kept;
  }
}

// Without a connection somebody begins on the page that was fetched for it.
async function begin(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const spare = `${new URL(request.url).pathname.slice(0, -writing.length)}/spare`;
    const kept = await caches.open(spares);
    const address = await kept.match(spare);
    if (!address) throw error;
    await kept.delete(spare);
    return Response.redirect(await address.text(), 303);
  }
}

async function file(request) {
  const kept = await caches.open(files);
  try {
    const answer = await fetch(request);
    if (answer.ok) await kept.put(request, answer.clone());
    return answer;
  } catch (error) {
    const found = await kept.match(request, { ignoreSearch: true, ignoreVary: true });
    if (!found) throw error;
    return found;
  }
}

self.addEventListener('install', (event) => {
  self.skipWaiting();
  // In a cache of its own: it outlives whoever signs out.
  event.waitUntil(caches.open('offline').then((kept) => kept.add(offline)).catch(() => {}));
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === 'GET' && request.mode === 'navigate') event.respondWith(page(event));
  else if (request.method === 'POST' && request.mode === 'navigate' && url.pathname.endsWith(writing)) event.respondWith(begin(request));
  else if (request.method === 'GET' && isFile(url)) event.respondWith(file(request));
});

// One notification a message: browsers take the right away from whoever shows none.
self.addEventListener('push', (event) => {
  const { title, body, address, tag, lang, dir } = event.data.json();
  const icon = '/me/icon-192.png';
  event.waitUntil(self.registration.showNotification(title, { body, tag, lang, dir, icon, badge: icon, data: { address } }));
});

// The browser replaces the address for its notifications by itself: the tool learns the new one. Where the old one is only gone, a new one is asked for.
const renewal = '/me/push';

async function subscribeAgain() {
  const key = await fetch(renewal);
  return key.ok ? self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: await key.text() }) : null;
}

async function renew({ newSubscription }) {
  const subscription = newSubscription ?? await subscribeAgain();
  if (!subscription) return;
  const { endpoint, keys } = subscription.toJSON();
  await fetch(renewal, { method: 'POST', body: new URLSearchParams({ endpoint, key: keys.p256dh, secret: keys.auth }) });
}

self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));

// A page outside of the web app, on which an exercise is answered, takes no page of it away.
async function open(address) {
  if (!address.startsWith('/me/')) return self.clients.openWindow(address);
  for (const page of await self.clients.matchAll({ type: 'window' })) {
    if (new URL(page.url).pathname.startsWith('/me/')) return (await page.focus()).navigate(address);
  }
  return self.clients.openWindow(address);
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.address));
});
