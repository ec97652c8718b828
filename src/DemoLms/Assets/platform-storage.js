// Canvas's platform storage: what tools put, kept apart by origin in this site's own local storage.
window.platformStorage = (() => {
  const prefix = 'lti|platform_storage|';
  const longest = 4096;
  const mostKeys = 500;
  const keysOf = origin => Object.keys(localStorage).filter(key => key.startsWith(`${prefix}${origin}|`));
  const error = (code, message) => ({ error: { code, message } });

  function put(origin, { key, value }) {
    if (typeof key !== 'string' || key.length > longest) return error('bad_request', 'key must be text');
    const name = `${prefix}${origin}|${key}`;
    if (value === null || value === undefined) {
      localStorage.removeItem(name);
      return { key, value: null };
    }
    if (typeof value !== 'string' || value.length > longest) return error('bad_request', 'value must be text');
    if (localStorage.getItem(name) === null && keysOf(origin).length >= mostKeys) return error('storage_exhaustion', 'too many keys');
    localStorage.setItem(name, value);
    return { key, value };
  }

  function get(origin, { key }) {
    if (typeof key !== 'string') return error('bad_request', 'key must be text');
    return { key, value: localStorage.getItem(`${prefix}${origin}|${key}`) };
  }

  // Answers one message, to the window and origin it came from; messages without an id are ignored.
  function answer(event, isKnown, others) {
    const data = event.data;
    if (typeof data !== 'object' || data === null || typeof data.subject !== 'string' || !data.message_id) return;
    if (data.subject.endsWith('.response')) return;
    const handlers = { 'lti.put_data': put, 'lti.get_data': get, ...others };
    let body;
    if (!isKnown(event.origin)) body = error('wrong_origin', 'This origin is not a tool of this platform');
    else if (handlers[data.subject]) body = handlers[data.subject](event.origin, data);
    else body = error('unsupported_subject', `${data.subject} is not supported`);
    event.source.postMessage({ subject: `${data.subject}.response`, message_id: data.message_id, ...body }, event.origin);
  }

  return { answer };
})();
