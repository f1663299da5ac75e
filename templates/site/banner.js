/* Shows banners while statements change. It asks for one file, sets no cookie, and
   remembers in this browser alone what was closed. */
(() => {
  const me = document.currentScript, from = new URL(me.dataset.json || 'banner.json', me.src);
  const store = use => { try { return use(localStorage); } catch { return null; } };
  const make = (name, text, more) =>
    Object.assign(document.createElement(name), { textContent: text, ...more });
  const show = data => {
    const key = `duenotice ${from} ${data.statement}`;
    const today = new Date().toLocaleDateString('sv', { timeZone: data.time_zone });
    const it = data.banners.filter(
      one => one.show_from <= today && today < one.show_until).pop();
    if (!it || it.version && store(kept => kept.getItem(key)) === it.version) return;
    const wanted = me.dataset.lang || document.documentElement.lang;
    const lang = [wanted, wanted.split('-')[0], data.source_locale].find(one => it.words[one]);
    const say = it.words[lang];
    const box = make('section', '', { className: 'duenotice', lang, dir: say.direction });
    box.setAttribute('aria-label', say.label);
    const button = make('button', say.close, { type: 'button' });
    button.onclick = () => {
      if (it.version) store(kept => kept.setItem(key, it.version));
      const next = box.nextElementSibling || document.body;
      box.remove();
      if (next.tabIndex < 0) next.tabIndex = -1;
      next.focus();
    };
    box.append(
      make('span', today < it.effective ? say.coming : say.begun),
      make('a', say.link, { href: new URL(say.href, me.src) }),
      button,
    );
    box.style.cssText = 'display:flex;flex-wrap:wrap;gap:.5em 1em;padding:.75em 1em;border-bottom:1px solid';
    button.style.cssText = 'margin-inline-start:auto;font:inherit;padding:.2em .8em';
    (document.querySelector(me.dataset.into) || document.body).prepend(box);
  };
  fetch(from, { credentials: 'omit' }).then(got => got.json())
    .then(all => (all.statements || [all]).forEach(show)).catch(() => {});
})();
