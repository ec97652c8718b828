// A clock that somebody may start and nobody has to: it ends nothing, it only says that the time is over.
export function runTimer(line) {
  const [button, shown, over] = [line.querySelector('button'), line.querySelector('output'), line.querySelector('[role=status]')];
  line.hidden = false;
  button.addEventListener('click', () => {
    const end = Date.now() + Number(line.dataset.minutes) * 60_000;
    button.hidden = true;
    const tick = () => {
      const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      shown.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
      if (left > 0) return;
      clearInterval(ticking);
      over.hidden = false;
    };
    const ticking = setInterval(tick, 1000);
    tick();
  });
}
