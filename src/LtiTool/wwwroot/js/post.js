// Posts something and gives back the page that is the answer. Not fetch: that doesn't tell how much of it is out.

/**
 * @param {string} address
 * @param {FormData | URLSearchParams} body
 * @param {(part: number) => void} [told] how much is out, from 0 to 1
 * @returns {Promise<Document>} refused where it didn't arrive or wasn't taken
 */
export const post = (address, body, told) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open('POST', address);
  request.responseType = 'document';
  request.upload.onprogress = ({ loaded, total }) => told?.(loaded / total);
  request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : reject(new Error(`${request.status}`)));
  request.onerror = () => reject(new Error('offline'));
  request.send(body);
});
