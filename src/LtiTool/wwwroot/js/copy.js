// A button that copies what stands beside it; without scripts the words can be selected, and there is no button.
export function offerCopies() {
  if (!navigator.clipboard) return;
  document.querySelectorAll('button[data-copy]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
        button.textContent = button.dataset.copied;
      } catch {
        button.hidden = true;
      }
    });
  });
}
