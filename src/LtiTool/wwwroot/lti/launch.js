// Finds the proof that login.js kept and sends it with the launch; the server compares it. See docs/adr/0005.
import { get } from './platform-storage.js';

const { key, storageTarget, storageOrigin } = document.body.dataset;
const form = document.getElementById('launch');

function fromSession() {
  try {
    const value = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return value;
  } catch {
    return null;
  }
}

const inPlatform = storageTarget ? await get(storageTarget, storageOrigin, key) : null;
form.elements.proof.value = inPlatform ?? fromSession() ?? '';
form.submit();
