/* Nothing typed is lost when the log-in ended meanwhile: a form asks before it is sent, and says so where it stands. */
(() => {
  const place = document.querySelector('#messages[data-token]');
  if (!place) return;

  const say = (text, link) => {
    place.querySelector('.notice')?.remove();
    if (text === '') return;
    const notice = document.createElement('p');
    notice.className = 'notice notice-danger';
    const words = document.createElement('span');
    words.textContent = text;
    if (link) words.append(' ', link);
    notice.append(words);
    place.append(notice);
    notice.scrollIntoView({ block: 'nearest' });
  };

  /** They log in beside this page, and go on. */
  const sayLoggedOut = () => {
    const link = document.createElement('a');
    Object.assign(link, { href: place.dataset.home, target: '_blank', textContent: place.dataset.logIn });
    say(place.dataset.loggedOut, link);
  };

  /** Whether somebody is logged in; after another log-in the page's forms take over that one's token. */
  const renew = async () => {
    const answer = await fetch(place.dataset.token, { headers: { accept: 'application/json' } });
    if (answer.status === 401) return false;
    if (!answer.ok) throw new Error(String(answer.status));
    const { token } = await answer.json();
    for (const field of document.querySelectorAll('input[name=csrf]')) field.value = token;
    return true;
  };

  window.loggedIn = { say, sayLoggedOut, sayNotAnswered: () => say(place.dataset.failed), renew };

  const asking = new Set();
  const known = new Set();
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    // A preview goes into a frame: the page stays.
    if (!form.matches('[data-warn-unsaved][method=post]') || submitter?.formTarget || known.delete(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (asking.has(form)) return;
    asking.add(form);
    renew()
      .then((still) => {
        if (!still) return sayLoggedOut();
        say('');
        known.add(form);
        form.requestSubmit(submitter);
      }, window.loggedIn.sayNotAnswered)
      .finally(() => asking.delete(form));
  });
})();
