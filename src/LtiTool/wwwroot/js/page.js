// What every page of a session does beyond plain HTML: tells the LMS its height, keeps drafts, guards against double presses.
import { offerCopies } from './copy.js';
import { keepDrafts } from './drafts.js';
import { clearFaults } from './faults.js';
import { checkFiles } from './files.js';
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

tellHeight();
pressOnce();
clearFaults();
document.querySelectorAll('input[type=file][data-largest]').forEach(checkFiles);
keepDrafts();
showKept();
tellOutcome();
offerCopies();
