// Carries a deep linking response back to the platform, once.
const form = document.getElementById('return');
form.addEventListener('submit', () => form.querySelector('button').disabled = true);
form.requestSubmit();
