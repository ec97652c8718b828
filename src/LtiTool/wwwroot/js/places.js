// Places that don't fit into one line are reached by scrolling it. What waits in those out of sight is told at the edge that hides them.
export function scrollPlaces(line) {
  const [before, after] = [edgeOf(line), edgeOf(line)];
  const isLeftToRight = document.documentElement.dir !== 'rtl';
  const tell = () => {
    const seen = line.getBoundingClientRect();
    const left = [...line.children].filter((place) => place.getBoundingClientRect().left < seen.left - 1);
    const right = [...line.children].filter((place) => place.getBoundingClientRect().right > seen.right + 1);
    mark(before, isLeftToRight ? left : right);
    mark(after, isLeftToRight ? right : left);
  };
  [before, after].forEach((edge, place) => edge.addEventListener('click', () => {
    const towardsRight = (place === 1) === isLeftToRight;
    line.scrollBy({ left: (towardsRight ? 0.8 : -0.8) * line.clientWidth });
  }));
  line.addEventListener('scroll', tell, { passive: true });
  new ResizeObserver(tell).observe(line);
  line.querySelector('a[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  tell();
}

// For a finger or a mouse: keys and readers reach the places themselves.
function edgeOf(line) {
  const edge = document.createElement('span');
  edge.className = 'beyond';
  edge.setAttribute('aria-hidden', 'true');
  edge.hidden = true;
  const badge = document.createElement('span');
  badge.className = 'count';
  edge.append(badge);
  line.parentElement.append(edge);
  return edge;
}

// The number where one place waits; where several do, a dot: digits of every script would have to be added up.
function mark(edge, hidden) {
  const counts = hidden.map((place) => place.querySelector('.count')).filter(Boolean);
  edge.hidden = hidden.length === 0;
  const badge = edge.querySelector('.count');
  badge.hidden = counts.length === 0;
  badge.textContent = counts.length === 1 ? counts[0].textContent : '•';
}
