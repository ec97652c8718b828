// What a group looks at together stays as it is for everybody: it hears of changes by server-sent events. Where none come through, because
// something between keeps them back, it asks every few seconds instead.
const HEARD_WITHIN = 5000;
const ASK_EVERY = 4000;

export function watchBoard() {
  const place = document.querySelector('[data-board]');
  if (!place) return;
  const version = () => place.querySelector('[data-version]')?.dataset.version ?? '';
  const said = document.querySelector('[data-said]');
  const stage = (root) => root.querySelector('[data-stage]')?.dataset.stage ?? '';
  const isTyped = () => [...document.querySelectorAll('textarea, input[type=text]')].some((field) => field.value !== field.defaultValue);
  let asking = false;
  let told = '';
  let tries = 0;

  // A clock on the page is drawn again when its minute is over, though nothing else has changed.
  let minute = 0;
  const clock = () => Number(place.querySelector('[data-again]')?.dataset.again);
  function drawAgain() {
    clearTimeout(minute);
    if (clock()) minute = setTimeout(() => refresh({ isWhole: true }), clock() * 1000);
  }

  async function refresh({ isWhole } = {}) {
    if (asking || document.hidden) return;
    asking = true;
    try {
      const address = new URL(place.dataset.board, location.href);
      address.searchParams.set('version', isWhole ? '' : version());
      const answer = await fetch(address, { headers: { accept: 'text/html' } });
      if (answer.status === 200) show(await answer.text());
      // Another node may be a moment behind the one that told.
      else if (answer.status === 204 && told && told !== version() && tries-- > 0) setTimeout(() => refresh(), 1000);
    } catch {
      // Offline: the next change, or the next question, brings it.
    } finally {
      asking = false;
      drawAgain();
    }
  }

  // Whoever is about to press a button still has it under the finger afterwards, and what was open stays open.
  // Where another stage has begun, the rest of the page is another too; but never over words that were typed and not sent.
  function show(html) {
    const focus = place.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
    const open = place.querySelector('details')?.open;
    const page = new DOMParser().parseFromString(html, 'text/html');
    const moved = stage(page) !== stage(place);
    place.replaceChildren(...page.body.children);
    if (moved && !isTyped()) return location.reload();
    if (said) said.textContent = place.querySelector('[data-count]')?.textContent ?? '';
    if (open && place.querySelector('details')) place.querySelector('details').open = true;
    if (focus) place.querySelector(`[data-focus="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
  }

  drawAgain();
  let timer = 0;
  const ask = () => {
    timer ||= setInterval(() => refresh(), ASK_EVERY);
  };
  if (!window.EventSource) return ask();
  const stream = new EventSource(place.dataset.stream);
  const giveUp = setTimeout(() => {
    stream.close();
    ask();
  }, HEARD_WITHIN);
  stream.addEventListener('version', (event) => {
    clearTimeout(giveUp);
    // Everybody hears of it at once; not everybody has to ask at once.
    [told, tries] = [event.data, 3];
    if (told !== version()) setTimeout(() => refresh(), Math.random() * 400);
  });
  stream.addEventListener('error', () => {
    if (stream.readyState === EventSource.CLOSED) ask();
  });
  document.addEventListener('visibilitychange', () => refresh({ isWhole: clock() > 0 }));
}
