/* The order form without waiting: buttons other than Save fetch the page and swap the parts that changed. */
(() => {
  const form = document.querySelector('#order-form');
  if (!form) return;
  let running = null;

  const showStep = (key, focus) => {
    for (const panel of form.querySelectorAll('[data-panel]')) panel.hidden = panel.dataset.panel !== key;
    for (const button of form.querySelectorAll('.steps [data-step]')) {
      if (button.dataset.step === key) button.setAttribute('aria-current', 'step');
      else button.removeAttribute('aria-current');
    }
    form.elements.step.value = key;
    if (focus)
      form.querySelector(`[data-panel="${key}"] input:not([type=hidden]), [data-panel="${key}"] select`)?.focus();
  };

  const typedIn = (region) =>
    [...region.querySelectorAll('input, select, textarea')]
      .map((field) => (field.matches('[type=checkbox], [type=radio]') ? field.checked : field.value))
      .join('\n');

  const { say, sayLoggedOut, sayNotAnswered, renew } = window.loggedIn;

  /** Around a field in which somebody types: what depends on it follows, the field stays. */
  const follow = (region, field, page) => {
    for (const part of region.querySelectorAll('[data-follows]'))
      part.innerHTML = page.getElementById(part.id)?.innerHTML ?? '';
    const twin = page.getElementById(field.id);
    for (const name of ['aria-invalid', 'aria-describedby']) {
      if (twin?.hasAttribute(name)) field.setAttribute(name, twin.getAttribute(name));
      else field.removeAttribute(name);
    }
  };

  /** Sends the form as a button would, and takes over the regions of the answer. */
  const act = async (action, keep) => {
    running?.abort();
    const asking = (running = new AbortController());
    form.setAttribute('aria-busy', 'true');
    const body = new URLSearchParams(new FormData(form));
    body.set('act', action);
    const sent = new Map([...form.querySelectorAll('[data-region]')].map((region) => [region, typedIn(region)]));
    try {
      const { signal } = asking;
      const send = () => fetch(form.action, { method: 'POST', body, signal, headers: { accept: 'text/html' } });
      let answer = await send();
      if (answer.status === 403) {
        if (!(await renew())) return sayLoggedOut();
        body.set('csrf', form.elements.csrf.value);
        answer = await send();
      }
      if (!answer.ok && answer.status !== 422) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (!page.querySelector('#order-form')) return sayLoggedOut();
      const focused = document.activeElement?.id;
      for (const [region, typed] of sent) {
        const fresh = page.getElementById(region.id);
        /* Somebody typed on while the shop was asked: their words stay. */
        if (!fresh || typedIn(region) !== typed) continue;
        if (keep && region.contains(keep)) follow(region, keep, page);
        else region.innerHTML = fresh.innerHTML;
      }
      showStep(page.querySelector('#order-form [name=step]').value, false);
      if (focused && !document.activeElement?.id) document.getElementById(focused)?.focus();
      document.dispatchEvent(new Event('redrawn'));
      if (!action.startsWith('step:')) form.dataset.changed = '1';
      say('');
    } catch (failed) {
      if (failed.name !== 'AbortError') sayNotAnswered();
    } finally {
      if (running === asking) form.removeAttribute('aria-busy');
    }
  };

  form.addEventListener(
    'submit',
    (event) => {
      const button = event.submitter;
      if (!button || button.value === 'save') return;
      event.preventDefault();
      event.stopPropagation();
      if (button.dataset.step) {
        showStep(button.dataset.step, !button.closest('.steps'));
        act(`step:${button.dataset.step}`, null);
      } else act(button.value, null).then(() => afterAct(button.value));
    },
    true,
  );

  const onwards = (panel) => panel.querySelector('.form-foot [data-step]');

  const afterAct = (action) => {
    if (action.startsWith('pick_customer')) onwards(form.querySelector('[data-panel=customer]')).focus();
    if (action === 'add_product' || action.startsWith('pick_product')) {
      (
        form.querySelector('.pending [aria-invalid], .pending select, .pending input') ||
        form.querySelector('#product_search')
      )?.focus();
    }
  };

  let timer;
  form.addEventListener('input', (event) => {
    const field = event.target;
    if (!field.dataset.find && !field.dataset.refresh) return;
    clearTimeout(timer);
    timer = setTimeout(() => act(field.dataset.find || 'refresh', field), 250);
  });
  form.addEventListener('change', (event) => {
    const field = event.target;
    if (field.dataset.toggles) document.querySelector(field.dataset.toggles).hidden = field.checked;
    /* Options of a product that is not in the order yet change nothing in it. */
    if (field.closest('.pending')) return;
    if (field.matches('select, [name=coupon_code], [name=reward_points]')) act(field.dataset.act || 'refresh', null);
  });
  /* Enter takes the only one that a search found, leads to several, and goes on where nothing is looked for. */
  const enterSearch = async (field) => {
    clearTimeout(timer);
    if (field.value.trim() === '') {
      const panel = field.closest('[data-panel]');
      const done = panel.querySelector('.chosen, #lines tbody');
      return (done ? onwards(panel) : panel.querySelector('#firstname'))?.focus();
    }
    await act(field.dataset.find, field);
    const found = [...field.closest('[data-region]').querySelectorAll('.found button')];
    if (found.length === 1) found[0].click();
    else found[0]?.focus();
  };
  form.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && target.matches('[data-find]')) {
      event.preventDefault();
      return enterSearch(target);
    }
    if (event.key === 'Enter' && target.matches('.pending input, .pending select')) {
      event.preventDefault();
      return form.querySelector('[value=add_product]').click();
    }
    /* The arrows lead from a search into what it found, and along it. */
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const finder = target.closest('[data-region$="-search"]');
    if (!step || !finder || target.matches('select, [type=number]')) return;
    const stops = [finder.querySelector('[data-find]'), ...finder.querySelectorAll('.found button')];
    const to = stops[stops.indexOf(target) + step];
    if (!to) return;
    event.preventDefault();
    to.focus();
  });

  /* A step whose errors are mended is not marked any more. */
  document.addEventListener('corrected', () => {
    const open = [...document.querySelectorAll('[data-errors] li:not([hidden]) a')].map(({ hash }) => hash.slice(1));
    for (const button of form.querySelectorAll('.steps .wrong')) {
      const panel = form.querySelector(`[data-panel="${button.dataset.step}"]`);
      if (open.some((id) => panel.contains(document.getElementById(id)))) continue;
      button.classList.remove('wrong');
      button.querySelector('.bi-exclamation-circle')?.remove();
    }
  });

  document.addEventListener('reveal', (event) => {
    const panel = event.target.closest('[data-panel]');
    if (panel) showStep(panel.dataset.panel, false);
  });

  /* A new order begins with looking for the customer, except on a phone, where that would open the keyboard over it. */
  const refused = document.querySelector('[data-errors]');
  if (!refused && form.elements.order_id.value === '0' && !matchMedia('(pointer: coarse)').matches)
    form.querySelector('#customer_search').focus();
})();
