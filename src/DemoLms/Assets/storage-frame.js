const origins = document.body.dataset.toolOrigins.split(' ').filter(Boolean);
addEventListener('message', event => platformStorage.answer(event, origin => origins.includes(origin), {}));
