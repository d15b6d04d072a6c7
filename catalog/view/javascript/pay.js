/* Only makes nicer what works without: times in the payer's own zone, and a page that looks again in place. */
(() => {
  const language = document.documentElement.lang;
  const zoned = { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' };

  const showTimes = (root) => {
    for (const time of root.querySelectorAll('time[datetime]')) {
      time.title = time.textContent;
      time.textContent = new Intl.DateTimeFormat(language, zoned).format(new Date(time.dateTime));
    }
  };

  const lookAgain = ({ refresh, refreshHref }) => {
    if (refresh) setTimeout(() => look(refreshHref), refresh * 1000);
  };

  const look = async (href) => {
    const answer = await fetch(href, { cache: 'no-store' }).catch(() => null);
    if (!answer || !answer.ok) return lookAgain({ refresh: 15, refreshHref: href });
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    showTimes(next);
    const held = document.querySelector('main').contains(document.activeElement);
    const said = news(document);
    replace('main', next);
    if (held && document.activeElement === document.body) document.querySelector('h1').focus();
    if (news(document) !== said) document.querySelector('[role=status]').textContent = news(document);
    replace('nav', next);
    document.body.className = next.body.className;
    document.title = next.title;
    lookAgain(next.body.dataset);
  };

  /* What the page has to tell, as one sentence to be read out. */
  const news = (root) =>
    [...root.querySelectorAll('.status h2, .status p, .note')].map((part) => part.textContent.trim()).join(' ');

  /* An unchanged part stays, so that nothing is read out twice and the focus is not lost. */
  const replace = (name, next) => {
    const [old, fresh] = [document.querySelector(name), next.querySelector(name)];
    if (old && fresh && old.innerHTML !== fresh.innerHTML) old.innerHTML = fresh.innerHTML;
  };

  /* One press is one opening of the provider's page; coming back by the back button allows another. */
  document.addEventListener('submit', (event) => {
    if (event.target.dataset.sent) return event.preventDefault();
    event.target.dataset.sent = '1';
  });
  addEventListener('pageshow', () => {
    for (const form of document.forms) delete form.dataset.sent;
  });

  showTimes(document);
  lookAgain(document.body.dataset);
})();
