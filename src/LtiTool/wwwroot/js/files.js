// Looks at chosen files before they are sent: one that can't be taken is named beside the field and left out, the others go along. What was left out is told
// to the server by name, so that the next page names it too, and nothing is handed in without it unseen.
const leftOut = 'LeftOut';

export function checkFiles(field) {
  const form = field.form;
  const words = form.querySelector('[data-file-faults]');
  const endings = (field.dataset.endings ?? field.accept).split(',');
  const texts = { Type: words.dataset.type, TooLarge: words.dataset.tooLarge, Empty: words.dataset.empty, TooMany: words.dataset.tooMany };

  // A file that is to be taken out makes room: how much, the server knows.
  const room = (submitter) => submitter?.formAction.includes('handler=Unfile') ? Infinity : Number(field.dataset.room);

  function faultOf(file) {
    if (!endings.some((ending) => file.name.toLowerCase().endsWith(ending))) return 'Type';
    if (file.size > Number(field.dataset.largest)) return 'TooLarge';
    return file.size === 0 ? 'Empty' : null;
  }

  function sorted(most) {
    const good = [];
    const bad = [];
    for (const file of field.files) {
      const fault = faultOf(file) ?? (good.length < most ? null : 'TooMany');
      if (fault) bad.push([fault, file.name]);
      else good.push(file);
    }
    return [good, bad];
  }

  function name(bad) {
    words.replaceChildren(...bad.map(([fault, name]) => {
      const line = document.createElement('p');
      line.className = 'fault';
      line.textContent = texts[fault].replace('{0}', () => name);
      return line;
    }));
    if (bad.length > 0) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  }

  function leaveOut(good, bad) {
    const kept = new DataTransfer();
    good.forEach((file) => kept.items.add(file));
    field.files = kept.files;
    for (const [fault, name] of bad) {
      const told = document.createElement('input');
      told.type = 'hidden';
      told.name = leftOut;
      told.value = `${fault} ${name}`;
      form.append(told);
    }
  }

  field.addEventListener('change', () => {
    form.querySelectorAll(`input[name=${leftOut}]`).forEach((told) => told.remove());
    name(sorted(room())[1]);
  });
  form.addEventListener('submit', (event) => {
    const [good, bad] = sorted(room(event.submitter));
    if (bad.length > 0) leaveOut(good, bad);
  });
}
