/* Keys, counts that follow the store, and a list that sends itself. Every page works without this file. */
const KEYS_OFF = 'hone-keys-off';
const keysOff = () => localStorage.getItem(KEYS_OFF) !== null;

const press = (element) => {
  if (element.tagName === 'SUMMARY') {
    const { parentElement: details } = element;
    if (!details.open) element.click();
    (details.querySelector('textarea, input:not([type=hidden])') ?? element).focus();
    return;
  }
  if (element.matches('input:not([type=radio]), textarea, select')) element.focus();
  else element.click();
};

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    const open = document.activeElement?.closest('details[open]');
    if (open !== null && open !== undefined) {
      open.open = false;
      open.querySelector('summary').focus();
    }
    return;
  }
  if (keysOff() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest('input, textarea, select') !== null) return;
  const element = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (element === null) return;
  event.preventDefault();
  press(element);
});

const keys = document.querySelector('.keys');
if (keys !== null) {
  keys.hidden = false;
  const button = keys.querySelector('[data-keys-switch]');
  const show = () => {
    button.textContent = keysOff() ? 'Turn keys on' : 'Turn keys off';
    document.documentElement.classList.toggle('no-keys', keysOff());
  };
  button.addEventListener('click', () => {
    if (keysOff()) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, '');
    show();
  });
  show();
}

for (const form of document.querySelectorAll('[data-send-on-change]')) {
  form.classList.add('sends-itself');
  form.addEventListener('change', () => form.submit());
}

/** A form is sent once, however often a key is pressed. */
for (const form of document.querySelectorAll('form[method=post]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent !== undefined) event.preventDefault();
    form.dataset.sent = '';
  });
}
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

/** What is being found out is looked at again. */
const again = document.querySelector('[data-open-again]');
if (again !== null) setTimeout(() => location.replace(again.dataset.openAgain), 1500);

const showCounts = (counts) => {
  for (const [name, count] of Object.entries(counts)) {
    for (const place of document.querySelectorAll(`[data-count="${name}"]`)) {
      place.textContent = String(count);
      place.hidden = count === 0;
    }
  }
};
const { events } = document.body.dataset;
if (events !== undefined) {
  const source = new EventSource(events);
  source.addEventListener('counts', ({ data }) => showCounts(JSON.parse(data)));
  addEventListener('pagehide', () => source.close());
}
