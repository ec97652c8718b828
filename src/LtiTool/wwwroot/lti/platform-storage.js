// Platform storage: lti.put_data and lti.get_data of the LTI client-side postMessages specification.
// Every answer is matched by its message_id and by the origin of the platform's authorization endpoint. Nothing secret is posted to "*".

const TIMEOUT_MS = 1500;

function frameOf(target) {
  const platform = window.parent !== window ? window.parent : window.opener;
  if (!platform) return null;
  if (target === '_parent') return platform;
  try {
    return platform.frames[target] ?? null;
  } catch {
    return null;
  }
}

function ask(target, origin, message) {
  const frame = frameOf(target);
  if (!frame) return Promise.resolve(null);
  return new Promise(resolve => {
    const id = `${message.subject}-${Date.now()}-${Math.random()}`;
    const finish = answer => {
      clearTimeout(timer);
      window.removeEventListener('message', hear);
      resolve(answer);
    };
    const hear = event => {
      if (event.origin !== origin || typeof event.data !== 'object' || event.data?.message_id !== id) return;
      finish(event.data.error ? null : event.data);
    };
    const timer = setTimeout(() => finish(null), TIMEOUT_MS);
    window.addEventListener('message', hear);
    frame.postMessage({ ...message, message_id: id }, origin);
  });
}

/** Whether the platform keeps the value for us. */
export async function put(target, origin, key, value) {
  const answer = await ask(target, origin, { subject: 'lti.put_data', key, value });
  return answer?.value === value;
}

/** The value, or null when it is not there or the platform does not answer. */
export async function get(target, origin, key) {
  const answer = await ask(target, origin, { subject: 'lti.get_data', key });
  return typeof answer?.value === 'string' ? answer.value : null;
}
