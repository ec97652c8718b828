// Tells the platform that a registration is over, so that it closes the frame (LTI Dynamic Registration 1.0, 3.6).
const platform = window.opener ?? (window.parent !== window ? window.parent : null);
const close = () => platform?.postMessage({ subject: 'org.imsglobal.lti.close' }, '*');
document.getElementById('close')?.addEventListener('click', close);
if (document.body.dataset.done === 'true') setTimeout(close, 1500);
