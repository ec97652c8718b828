// What every page of a session does beyond plain HTML: tells the LMS its height, keeps drafts, guards against double presses.
import { editRows } from './behaviours.js';
import { keepDrafts } from './drafts.js';
import { clearFaults } from './faults.js';
import { sendFiles } from './files.js';
import { showKept } from './kept.js';
import { tellOutcome } from './outcome.js';

function tellHeight() {
  if (window.parent === window) return;
  const send = () => window.parent.postMessage({ subject: 'lti.frameResize', height: Math.ceil(document.documentElement.getBoundingClientRect().height) + 24 }, '*');
  new ResizeObserver(send).observe(document.body);
  send();
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

tellHeight();
pressOnce();
beginAtTitle();
clearFaults();
document.querySelectorAll('[data-rows]').forEach(editRows);
document.querySelectorAll('input[type=file][data-largest]').forEach(sendFiles);
keepDrafts();
showKept();
tellOutcome();
