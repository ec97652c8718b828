// What is kept on this device until the server has it: a copy for each draft and page, so that no tab overwrites another's words, and answers that could not be
// sent. It lies in this site's part of the browser, on its disk before anybody is told that it is kept. Every access may fail where site data is blocked.
const longestKept = 30 * 24 * 60 * 60 * 1000;
const prefix = 'draft:';

// On somebody's own device what is kept belongs to them: who signs in there next neither sees nor sends it.
const owner = document.body.dataset.owner ?? '';
const ofOwner = (all) => all.filter((one) => owner && one.owner === owner);

// What a link answers goes out from any page, whoever it belongs to: its address alone says whose it is. Only its own page shows it.
const isOfLink = (one) => one.owner?.startsWith('link-') && /^https?:/.test(one.address);
let opened;

const result = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function openDatabase() {
  const request = indexedDB.open('learning-buddy', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('drafts', { keyPath: 'name' }).createIndex('key', 'key');
    request.result.createObjectStore('answers', { keyPath: 'id' });
  };
  return result(request);
}

// Resolves when what was written is on the disk: a browser that is killed then loses nothing.
async function within(store, mode, work) {
  opened ??= openDatabase();
  const transaction = (await opened).transaction(store, mode, { durability: 'strict' });
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  const found = await work(transaction.objectStore(store));
  if (mode === 'readwrite') {
    transaction.commit?.();
    await done;
  }
  return found;
}

const attempt = async (what, otherwise) => {
  try {
    return await what();
  } catch {
    return otherwise;
  }
};

// An earlier version kept copies where they may not reach the disk in time: they move here once.
async function takeOver() {
  for (const name of Object.keys(localStorage).filter((each) => each.startsWith(prefix))) {
    const copy = JSON.parse(localStorage.getItem(name));
    const key = name.slice(prefix.length, name.lastIndexOf(':'));
    await within('drafts', 'readwrite', (drafts) => { drafts.put({ ...copy, name: name.slice(prefix.length), key }); });
    localStorage.removeItem(name);
  }
}

const allAnswers = async () => (await within('answers', 'readonly', (answers) => result(answers.getAll()))).sort((one, other) => one.at - other.at);

export const device = {
  /** Where this page keeps its copy of a draft. */
  nameOf: (key) => `${key}:${Math.random().toString(36).slice(2)}`,

  /** Copies of a draft that pages left behind, each with its name, the newest first. */
  copies: (key) => attempt(async () => (await within('drafts', 'readonly', (drafts) => result(drafts.index('key').getAll(key))))
    .sort((one, other) => other.at - one.at).map((copy) => [copy.name, copy]), []),

  /** Copies of all drafts of whoever is signed in. */
  allCopies: () => attempt(async () => ofOwner(await within('drafts', 'readonly', (drafts) => result(drafts.getAll()))), []),

  /** Whether it is kept here now. */
  write: (name, copy) => attempt(async () => {
    await within('drafts', 'readwrite', (drafts) => { drafts.put({ ...copy, owner, name, key: name.slice(0, name.lastIndexOf(':')), at: Date.now() }); });
    return true;
  }, false),

  forget: (name) => attempt(() => within('drafts', 'readwrite', (drafts) => { drafts.delete(name); })),

  /** Copies that nobody came back to are not kept for ever. */
  tidy: () => attempt(async () => {
    await takeOver();
    const all = await within('drafts', 'readonly', (drafts) => result(drafts.getAll()));
    for (const { name, at } of all) if (Date.now() - at > longestKept) await device.forget(name);
  }),

  /** Keeps an answer until it is sent; fails where nothing can be kept. */
  keepAnswer: (answer) => within('answers', 'readwrite', (answers) => { answers.put({ owner, ...answer }); }),

  /** Answers of this page's owner that are kept, the oldest first. */
  answers: () => attempt(async () => ofOwner(await allAnswers()), []),

  /** Answers that this page can send, the oldest first. */
  answersToSend: () => attempt(async () => {
    const all = await allAnswers();
    const own = ofOwner(all);
    return all.filter((one) => !one.isRefused && (own.includes(one) || isOfLink(one)));
  }, []),

  forgetAnswer: (id) => attempt(() => within('answers', 'readwrite', (answers) => { answers.delete(id); })),
};
