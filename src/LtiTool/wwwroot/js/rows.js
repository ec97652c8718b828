// Rows of the set-up that can be added, moved and taken out: by buttons, by keyboard, and by dragging their number.
const fields = 'input:not([type=hidden]), textarea';
const rowsOf = (list) => [...list.querySelectorAll(':scope > li')];

// Names and ids carry the place in the list: what is posted is in the order that is seen.
function number(list) {
  rowsOf(list).forEach((row, place) => {
    row.querySelector('[data-grip]').textContent = place + 1;
    row.querySelectorAll('[name]').forEach((field) => { field.name = field.name.replace(/\[\d+\]/, `[${place}]`); });
    row.querySelectorAll('[id]').forEach((field) => {
      const id = field.id.replace(/-\d+$/, `-${place}`);
      row.querySelector(`label[for="${field.id}"]`)?.setAttribute('for', id);
      field.id = id;
    });
    row.querySelector('[data-move="-1"]').disabled = place === 0;
    row.querySelector('[data-move="1"]').disabled = place === rowsOf(list).length - 1;
  });
}

function changed(list) {
  number(list);
  list.dispatchEvent(new Event('input', { bubbles: true }));
}

function tell(list, row) {
  const said = list.closest('form').querySelector('[data-moves]');
  const rows = rowsOf(list);
  said.textContent = list.dataset.moved.replace('{0}', rows.indexOf(row) + 1).replace('{1}', rows.length);
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

function add(list) {
  const rows = rowsOf(list);
  if (rows.length >= Number(list.dataset.most)) return;
  const row = rows[rows.length - 1].cloneNode(true);
  row.querySelectorAll('input, textarea').forEach(empty);
  row.querySelectorAll('.fault, [data-preview]').forEach((part) => part.remove());
  list.append(row);
  number(list);
  row.querySelector(fields).focus();
}

function remove(list, row) {
  const next = row.nextElementSibling ?? row.previousElementSibling;
  if (next) row.remove();
  else row.querySelectorAll('input, textarea').forEach(empty);
  changed(list);
  (next ?? row).querySelector(fields).focus();
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

/** Brings the buttons to life. */
export function editRows(list) {
  const form = list.closest('form');
  form.querySelectorAll('[data-with-script], [data-add]').forEach((part) => { part.hidden = false; });
  number(list);
  list.addEventListener('click', ({ target }) => {
    const button = target.closest('button');
    const row = target.closest('li');
    if (button?.dataset.move) {
      move(list, row, Number(button.dataset.move));
      if (button.disabled) row.querySelector('[data-move]:not(:disabled)')?.focus(); else button.focus();
    } else if (button && 'remove' in button.dataset) {
      remove(list, row);
    }
  });
  list.addEventListener('pointerdown', (event) => {
    const grip = event.target.closest('[data-grip]');
    if (grip) drag(list, grip.closest('li'), grip, event);
  });
  form.querySelector(`[data-add="${list.dataset.rows}"]`).addEventListener('click', () => add(list));
}
