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
  const current = line.querySelector('a[aria-current]');
  let width = line.clientWidth;
  new ResizeObserver(() => {
    if (width !== line.clientWidth && current) reach(line, current);
    width = line.clientWidth;
    tell();
  }).observe(line);
  current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  tell();
}

// Where the line became narrower, along the line only: the page stays where it is.
function reach(line, place) {
  const [seen, own] = [line, place].map((part) => part.getBoundingClientRect());
  const edge = parseFloat(getComputedStyle(line).scrollPaddingInlineEnd) || 0;
  if (own.right > seen.right - edge) line.scrollLeft += own.right - seen.right + edge;
  else if (own.left < seen.left + edge) line.scrollLeft -= seen.left + edge - own.left;
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
