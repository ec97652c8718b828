// Starts the login in the frame, and answers the messages a Canvas page answers. Moodle answers none.
(() => {
  const launch = document.querySelector('.launch');
  const form = document.getElementById('login');
  const frame = document.querySelector('iframe.tool');
  const storage = document.querySelector('iframe[name=post_message_forwarding]');

  if (launch.dataset.messages === 'canvas') {
    const inFrame = 'post_message_forwarding';
    const others = {
      'lti.capabilities': () => ({
        supported_messages: [
          { subject: 'lti.put_data', frame: inFrame }, { subject: 'lti.get_data', frame: inFrame },
          { subject: 'lti.put_data' }, { subject: 'lti.get_data' },
          { subject: 'lti.capabilities' }, { subject: 'lti.frameResize' }, { subject: 'lti.fetchWindowSize' }, { subject: 'lti.scrollToTop' },
        ],
      }),
      'lti.frameResize': (_, { height }) => {
        frame.style.blockSize = typeof height === 'number' ? `${Math.max(height, 100)}px` : String(height);
        return { height };
      },
      'lti.fetchWindowSize': () => ({ height: innerHeight, width: innerWidth, scrollY, offset: frame.getBoundingClientRect().top, footer: 0 }),
      'lti.scrollToTop': () => { scrollTo({ top: 0 }); return {}; },
    };
    addEventListener('message', event => platformStorage.answer(event, origin => origin === launch.dataset.toolOrigin, others));
    // What changes the page is heard without a message id too.
    addEventListener('message', event => {
      const subject = event.data?.subject;
      if (event.origin === launch.dataset.toolOrigin && ['lti.frameResize', 'lti.scrollToTop'].includes(subject) && !event.data.message_id)
        others[subject](event.origin, event.data);
    });
  }

  const start = () => form.submit();
  if (storage && storage.contentDocument?.readyState !== 'complete') storage.addEventListener('load', start, { once: true });
  else if (storage && storage.contentWindow.location.href === 'about:blank') storage.addEventListener('load', start, { once: true });
  else start();
})();
