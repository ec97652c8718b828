// Notifications on this device: asked for by a press of a button, as browsers want it.
const base64 = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

async function subscribe(event, section) {
  const form = event.target;
  if (form.elements.endpoint.value) return;
  event.preventDefault();
  // First of all: some browsers ask only in the very moment of the press.
  if (await Notification.requestPermission() !== 'granted') {
    show(section);
    return;
  }
  const { pushManager } = await navigator.serviceWorker.ready;
  const found = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: section.dataset.push });
  form.elements.endpoint.value = found.endpoint;
  form.elements.key.value = base64(found.getKey('p256dh'));
  form.elements.secret.value = base64(found.getKey('auth'));
  form.requestSubmit();
}

// The server may think that this device wants notifications while its browser has forgotten it: then it is asked again.
async function show(section) {
  const isSupported = 'PushManager' in window && 'Notification' in window && 'serviceWorker' in navigator;
  section.querySelector('[data-unsupported]').hidden = isSupported;
  const isBlocked = isSupported && Notification.permission === 'denied';
  const isOn = isSupported && !isBlocked && await (await navigator.serviceWorker.ready).pushManager.getSubscription().catch(() => null);
  const form = section.querySelector('[data-notify]');
  section.querySelector('[data-blocked]').hidden = !isBlocked;
  const isKnown = section.querySelectorAll('form').length > 1;
  form.hidden = !isSupported || isBlocked || (isKnown && Boolean(isOn));
}

export function offerNotifications() {
  document.querySelectorAll('[data-push]').forEach((section) => {
    section.querySelector('[data-notify]').addEventListener('submit', (event) => subscribe(event, section).catch(() => {
      section.querySelector('[data-failed]').hidden = false;
    }));
    show(section);
  });
}
