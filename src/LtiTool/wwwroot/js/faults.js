// A field that somebody is changing is not at fault any more, as far as anybody can tell before it is sent again.
function clear(field) {
  const words = field?.id ? document.getElementById(`${field.id}-fault`) : null;
  if (!words) return;
  field.removeAttribute('aria-invalid');
  const others = field.getAttribute('aria-describedby').split(' ').filter((id) => id !== words.id);
  if (others.length > 0) field.setAttribute('aria-describedby', others.join(' '));
  else field.removeAttribute('aria-describedby');
  words.remove();
}

export function clearFaults() {
  document.addEventListener('input', ({ target }) => {
    clear(target);
    clear(target.closest('fieldset'));
  });
}
