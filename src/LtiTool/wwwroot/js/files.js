// Looks at chosen files before anything is sent: what can't be taken is said beside the field, and nothing is posted meanwhile.
export function checkFiles(field) {
  const form = field.form;
  const words = form.querySelector('[data-file-faults]');
  const endings = (field.dataset.endings ?? field.accept).split(',');
  const say = (text, file) => text.replace('{0}', file.name);

  // A file that is to be taken out makes room: how much, the server knows.
  const room = (submitter) => submitter?.formAction.includes('handler=Unfile') ? Infinity : Number(field.dataset.room);

  function faultOf(file, place, most) {
    if (!endings.some((ending) => file.name.toLowerCase().endsWith(ending))) return say(words.dataset.type, file);
    if (file.size > Number(field.dataset.largest)) return say(words.dataset.tooLarge, file);
    if (file.size === 0) return say(words.dataset.empty, file);
    return place >= most ? say(words.dataset.tooMany, file) : null;
  }

  function check(most) {
    const faults = [...field.files].map((file, place) => faultOf(file, place, most)).filter(Boolean);
    words.replaceChildren(...faults.map((fault) => {
      const line = document.createElement('p');
      line.className = 'fault';
      line.textContent = fault;
      return line;
    }));
    if (faults.length > 0) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
    return faults.length === 0;
  }

  field.addEventListener('change', () => check(room()));
  form.addEventListener('submit', (event) => {
    if (check(room(event.submitter))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    field.focus();
  });
}
