/* A page follows what it shows: when the server says that something changed, it fetches itself and swaps regions. */
(() => {
  const page = document.querySelector('[data-live]');
  if (!page) return;
  let version = page.dataset.version;
  let running = false;

  /** A region somebody is typing in stays as it is. */
  const inUse = (region) =>
    [...region.querySelectorAll('form')].some((form) => form.dataset.changed) ||
    (region.contains(document.activeElement) &&
      document.activeElement.matches('input:not([readonly]),textarea,select'));

  const swap = (region, fresh) => {
    if (region.innerHTML === fresh.innerHTML || inUse(region)) return;
    const folds = new Map([...region.querySelectorAll('details[id]')].map((fold) => [fold.id, fold.open]));
    const focused = region.contains(document.activeElement) ? document.activeElement.id : '';
    region.innerHTML = fresh.innerHTML;
    for (const fold of region.querySelectorAll('details[id]')) if (folds.has(fold.id)) fold.open = folds.get(fold.id);
    if (focused) document.getElementById(focused)?.focus();
    if (fresh.dataset.said && fresh.dataset.said !== region.dataset.said) {
      region.dataset.said = fresh.dataset.said;
      const said = document.querySelector('#live-said');
      said.textContent = page.dataset.updated.replace('{state}', fresh.dataset.said);
    }
  };

  const refresh = async (wanted) => {
    if (running || wanted === version) return;
    running = true;
    try {
      const answer = await fetch(location.href.split('#')[0], { headers: { accept: 'text/html' } });
      if (!answer.ok || answer.redirected) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-live]');
      if (!fresh) return;
      for (const region of page.querySelectorAll('[data-region]')) {
        const other = fresh.querySelector(`#${region.id}`);
        if (other) swap(region, other);
      }
      version = fresh.dataset.version;
    } catch {
      /* The stream says it again when the connection is back. */
    } finally {
      running = false;
    }
  };

  page.addEventListener('input', (event) => {
    const form = event.target.closest('form');
    if (form) form.dataset.changed = '1';
  });
  const stream = new EventSource(page.dataset.live);
  let due = null;
  stream.addEventListener('version', (event) => {
    clearTimeout(due);
    due = setTimeout(() => refresh(event.data), 150);
  });
  addEventListener('pagehide', () => stream.close());
})();
