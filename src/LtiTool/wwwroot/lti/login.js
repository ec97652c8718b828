// Keeps the proof of this browser wherever it can be kept, then goes on to the platform. See docs/adr/0005.
import { put } from './platform-storage.js';

const { key, proof, storageTarget, storageOrigin } = document.body.dataset;

function keepInSession() {
  try {
    sessionStorage.setItem(key, proof);
    return sessionStorage.getItem(key) === proof;
  } catch {
    return false;
  }
}

// The proof's own cookie is out of a script's reach, so a second one of the same kind is tried and taken back.
function cookiesAreKept() {
  try {
    const attributes = 'Path=/; Secure; SameSite=None; Partitioned';
    document.cookie = `__Host-lb-try=1; ${attributes}`;
    const kept = document.cookie.includes('__Host-lb-try=1');
    document.cookie = `__Host-lb-try=; Max-Age=0; ${attributes}`;
    return kept;
  } catch {
    return false;
  }
}

const inSession = keepInSession();
const inPlatform = storageTarget ? await put(storageTarget, storageOrigin, key, proof) : false;

// A new tab is the last way there is: from there it goes on in any case.
const isOwnTab = window.top === window;

if (inSession || inPlatform || cookiesAreKept() || isOwnTab) {
  location.replace(document.getElementById('continue').href);
} else {
  document.getElementById('opening').hidden = true;
  document.getElementById('continue').hidden = true;
  document.getElementById('new-tab').hidden = false;
}
