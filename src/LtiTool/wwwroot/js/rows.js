// Rows of the set-up that can be added, moved and taken out: by buttons, by keyboard, and by dragging their number. A row may hold rows.
// What was taken out leaves a line in its place, from which it can be put back until the page is saved or left.
const fields = 'input:not([type=hidden]), textarea';
const lists = '[data-rows]';
const rowsOf = (list) => [...list.querySelectorAll(':scope > li:not([data-gone])')];
const listOf = (part) => part.closest(lists);

/** Those parts of a row that belong to it, and not to a row inside it. */
const own = (list, row, selector) => [...row.querySelectorAll(selector)].filter((part) => listOf(part) === list);

const isFull = (list) => rowsOf(list).length >= Number(list.dataset.most);

/** In how many rows a list stands: which of the places in a name is the one of its rows. */
const depthOf = (list) => (listOf(list.parentElement) ? 1 + depthOf(listOf(list.parentElement)) : 0);

const withPlace = (name, depth, place) => {
  let at = 0;
  return name.replace(/\[\d+\]/g, (old) => (at++ === depth ? `[${place}]` : old));
};

// Names and ids carry the place in the list: what is posted is in the order that is seen.
function number(list) {
  const depth = depthOf(list);
  rowsOf(list).forEach((row, place) => {
    own(list, row, '[data-grip]').forEach((grip) => { grip.textContent = place + 1; });
    own(list, row, '[data-number]').forEach((name) => { name.textContent = name.dataset.number.replace('{0}', place + 1); });
    row.querySelectorAll('[name]').forEach((field) => { field.name = withPlace(field.name, depth, place); });
    own(list, row, '[id]').forEach((field) => {
      const id = field.id.replace(/-\d+$/, `-${place}`);
      row.querySelector(`label[for="${field.id}"]`)?.setAttribute('for', id);
      field.id = id;
    });
    own(list, row, '[data-move="-1"]').forEach((button) => { button.disabled = place === 0; });
    own(list, row, '[data-move="1"]').forEach((button) => { button.disabled = place === rowsOf(list).length - 1; });
  });
  list.querySelectorAll(':scope > [data-gone] button').forEach((button) => { button.disabled = isFull(list); });
}

// A folded row says what is chosen in it.
function summarise(list, row) {
  own(list, row, '[data-tells]').forEach((told) => {
    const field = row.querySelector(`[name$=".${told.dataset.tells}"]`);
    told.textContent = field.selectedOptions ? field.selectedOptions[0]?.textContent : field.value;
  });
}

function changed(list) {
  number(list);
  list.dispatchEvent(new Event('input', { bubbles: true }));
}

const wordsOf = (list) => list.closest('[data-moved]').dataset;

function say(list, words) {
  list.closest('form').querySelector('[data-moves]').textContent = words;
}

function tell(list, row) {
  const rows = rowsOf(list);
  say(list, wordsOf(list).moved.replace('{0}', rows.indexOf(row) + 1).replace('{1}', rows.length));
}

function move(list, row, by) {
  const rows = rowsOf(list);
  const to = rows.indexOf(row) + by;
  if (to < 0 || to >= rows.length) return;
  if (by < 0) rows[to].before(row); else rows[to].after(row);
  changed(list);
  tell(list, row);
}

// What can be ticked keeps what it stands for.
function empty(field) {
  if (field.type === 'checkbox') field.checked = false; else field.value = '';
  field.removeAttribute('aria-invalid');
}

function blankLike(row) {
  const blank = row.cloneNode(true);
  blank.querySelectorAll('input, textarea').forEach(empty);
  blank.querySelectorAll('.fault, [data-preview], [data-gone]').forEach((part) => part.remove());
  blank.querySelectorAll(lists).forEach((inside) => rowsOf(inside).slice(1).forEach((spare) => spare.remove()));
  return blank;
}

function add(list) {
  if (isFull(list)) return;
  const row = blankLike(rowsOf(list).at(-1));
  own(list, row, 'details').forEach((part) => { part.open = true; });
  list.append(row);
  number(list);
  summarise(list, row);
  row.querySelectorAll(lists).forEach(number);
  row.querySelector(fields).focus();
}

const gone = new WeakMap();
/** The first words of a row, whichever field has them; none where nothing was typed. */
const nameOf = (row) => [...row.querySelectorAll('input:not([type]), input[type=text], textarea')]
  .map((field) => field.value.trim()).find((words) => words) ?? '';
const short = (name) => (name.length > 60 ? `${[...name].slice(0, 59).join('')}…` : name);

/** The line that stands where a row was. */
function lineFor(list, row) {
  const words = wordsOf(list);
  const name = short(nameOf(row));
  const line = document.createElement('li');
  const told = document.createElement('span');
  const button = document.createElement('button');
  Object.assign(told, { className: 'soft', textContent: words.gone.replace('{0}', () => name) });
  Object.assign(button, { type: 'button', className: 'button bare', textContent: words.putBack, ariaLabel: `${words.putBack}: ${name}` });
  line.className = 'row two';
  line.dataset.gone = button.dataset.putBack = '';
  line.append(told, button);
  gone.set(line, row);
  return line;
}

// One row always stays, to be filled or copied. One without words leaves nothing behind.
function remove(list, row) {
  const rows = rowsOf(list);
  const next = rows[rows.indexOf(row) + 1] ?? rows[rows.indexOf(row) - 1] ?? blankLike(row);
  if (!next.isConnected) row.after(next);
  if (nameOf(row) === '') {
    row.remove();
    changed(list);
    next.querySelector(fields).focus();
    return;
  }
  const line = lineFor(list, row);
  row.replaceWith(line);
  changed(list);
  say(list, line.firstChild.textContent);
  line.lastChild.focus();
}

function putBack(list, line) {
  const row = gone.get(line);
  line.replaceWith(row);
  changed(list);
  tell(list, row);
  row.querySelector(fields).focus();
}

// Pointer events and not the drag of HTML: that one knows no touch.
function drag(list, row, grip, start) {
  grip.setPointerCapture(start.pointerId);
  row.classList.add('dragged');
  const over = (event) => {
    const other = rowsOf(list).find((one) => {
      const box = one.getBoundingClientRect();
      return one !== row && event.clientY > box.top && event.clientY < box.bottom;
    });
    if (!other) return;
    const box = other.getBoundingClientRect();
    if (event.clientY < box.top + box.height / 2) other.before(row); else other.after(row);
  };
  const end = () => {
    grip.removeEventListener('pointermove', over);
    row.classList.remove('dragged');
    changed(list);
    tell(list, row);
  };
  grip.addEventListener('pointermove', over);
  grip.addEventListener('pointerup', end, { once: true });
  grip.addEventListener('pointercancel', end, { once: true });
}

function press(button) {
  const [list, row] = [listOf(button), button.closest('li')];
  if (button.dataset.move) {
    move(list, row, Number(button.dataset.move));
    if (button.disabled) own(list, row, '[data-move]:not(:disabled)')[0]?.focus(); else button.focus();
  } else if ('remove' in button.dataset) {
    remove(list, row);
  } else if ('putBack' in button.dataset) {
    putBack(list, row);
  } else if ('add' in button.dataset) {
    add(button.closest('fieldset').querySelector(lists));
  }
}

/** Brings the buttons of a list, and of those in its rows, to life. */
export function editRows(list) {
  const form = list.closest('form');
  form.querySelectorAll('[data-with-script], [data-add]').forEach((part) => { part.hidden = false; });
  [list, ...list.querySelectorAll(lists)].forEach(number);
  const summariseAll = () => rowsOf(list).forEach((row) => summarise(list, row));
  summariseAll();
  list.addEventListener('input', summariseAll);
  form.addEventListener('restored', summariseAll);
  list.addEventListener('click', ({ target }) => {
    const button = target.closest('button');
    if (button) press(button);
  });
  list.addEventListener('pointerdown', (event) => {
    const grip = event.target.closest('[data-grip]');
    if (grip) drag(listOf(grip), grip.closest('li'), grip, event);
  });
  form.querySelector(`[data-add="${list.dataset.rows}"]`).addEventListener('click', () => add(list));
}
