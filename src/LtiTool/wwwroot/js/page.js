// What every page of a session does beyond plain HTML: tells the LMS its height, keeps drafts, guards against double presses.
import { editRows } from './rows.js';
import { offerCopies } from './copy.js';
import { keepDrafts } from './drafts.js';
import { clearFaults } from './faults.js';
import { sendFiles } from './files.js';
import { showKept } from './kept.js';
import { tellOutcome } from './outcome.js';
import { scrollPlaces } from './places.js';
import { runTimer } from './timer.js';
import { tellZone } from './zone.js';

// The frame asks for the height of its page, and a page that was gone to within the tool begins at its top. What the LMS hears is the LMS's:
// its file names the messages, the page only sends them.
function tellFrame() {
  const { resize, scrollToTop, token } = document.body.dataset;
  if (window.parent === window || !resize) return;
  const send = (message) => window.parent.postMessage(token ? { ...message, token } : message, '*');
  const tellHeight = () => send({ subject: resize, height: Math.ceil(document.documentElement.getBoundingClientRect().height) + 24 });
  new ResizeObserver(tellHeight).observe(document.body);
  tellHeight();
  if (scrollToTop && document.referrer.startsWith(`${location.origin}/`) && !location.hash) send({ subject: scrollToTop });
}

function pressOnce() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    event.submitter?.setAttribute('aria-busy', 'true');
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent));
}

// A page that was gone to begins at its title: whoever hears pages hears where they are. Not where the LMS's page has the focus.
function beginAtTitle() {
  const title = document.querySelector('main h1');
  if (!title || !document.hasFocus() || location.hash || document.activeElement !== document.body) return;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}

document.querySelectorAll('.places > nav > div').forEach(scrollPlaces);
tellFrame();
pressOnce();
beginAtTitle();
clearFaults();
document.querySelectorAll('[data-rows]:not([data-rows] [data-rows])').forEach(editRows);
document.querySelectorAll('input[type=file][data-largest]').forEach(sendFiles);
keepDrafts();
showKept();
tellOutcome();
offerCopies();
document.querySelectorAll('[data-minutes]').forEach(runTimer);
document.querySelectorAll('[data-zone]').forEach(tellZone);
if (document.querySelector('[data-board]')) import('./board.js').then(({ watchBoard }) => watchBoard()).catch(() => {});
if (document.body.dataset.keepsAnswers) import('./offline.js').then(({ keepAnswers }) => keepAnswers()).catch(() => {});
if (document.body.dataset.ownDevice) import('./offline.js').then(({ workOffline }) => workOffline()).catch(() => {});
